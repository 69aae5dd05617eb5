"""A `ref`, `contradicts` or `expect` names a claim that is not in the map.

Where a reference leads nowhere, a premise is missing, and the argument is not the one the author
had in mind. Mostly the id is misspelt, or was changed in one place only. The message names the
nearest id. A claim without an `id` has one made from its label or its first words. A tag that
no claim has, under `only` or `without` in `style`, is found as well.

`argmap check --fix` writes the id that is meant, where one is nearest and no other about as near.

Wrong:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  premises:
    - ref: lean
claims:
  - id: leans
    text: The tower leans.
```

Right:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  premises:
    - ref: leans
claims:
  - id: leans
    text: The tower leans.
```
"""
