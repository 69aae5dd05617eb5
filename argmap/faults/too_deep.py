"""The file is nested past 100 levels.

No reader can follow an argument as deep as this, and no drawing of it fits on a page. Each claim
below another takes two levels or three. Write the deeper part under `claims` at the end of the
file, with an `id`, and use it with `ref`.

Wrong (imagine a hundred levels more):

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  premises:
    - text: The tower leans.
      premises:
        - text: Its ground is soft.
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
    premises:
      - Its ground is soft.
```
"""
