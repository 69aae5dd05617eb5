"""A claim cites a source that the map does not describe.

A citation that leads nowhere makes a claim look well founded, and nobody can check it. Every work
that is cited stands under `sources` at the top of the map, with a key; citations use the key.

`argmap check --fix` writes the key that is meant, where one is nearest and no other about as near.

Wrong:

```yaml
argmap: 1
sources:
  survey2021: {title: Survey of the tower, year: 2021}
thesis:
  text: The tower leans.
  source: survey
```

Right:

```yaml
argmap: 1
sources:
  survey2021: {title: Survey of the tower, year: 2021}
thesis:
  text: The tower leans.
  source: survey2021
```
"""
