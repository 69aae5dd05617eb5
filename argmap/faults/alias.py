"""The map uses an anchor (`&`) or an alias (`*`) of YAML.

An alias copies a piece of the file, so that one claim would become two that look alike: a rebuttal
of the one would leave the other standing. Give the claim an `id` and use it again with `ref`; then
it is one claim with several uses. A text that begins with `&` or `*` belongs in quotes.

Wrong:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  arguments:  # each counts alone
    - &leans The tower leans.
    - text: The tower may fall.
      premises:
        - *leans
```

Right:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  arguments:  # each counts alone
    - id: leans
      text: The tower leans.
    - text: The tower may fall.
      premises:
        - ref: leans
```
"""
