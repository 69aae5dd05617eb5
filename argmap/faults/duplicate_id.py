"""Two claims or arguments have the same id.

A `ref` to this id could mean either, and so could an expectation. If both are meant to be the same
claim, write it once and use it again with `ref`; if not, give one of them another id.

Wrong:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  arguments:  # each counts alone
    - id: tower
      text: The tower leans.
    - id: tower
      text: The tower is cracked.
```

Right:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  arguments:  # each counts alone
    - id: leans
      text: The tower leans.
    - id: cracked
      text: The tower is cracked.
```
"""
