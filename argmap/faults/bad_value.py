"""A value is of the right shape, but not one that can stand here.

It may be a word that is not in the list of choices, a number out of bounds, an id with a blank in
it, a link that is not a web address, a theme whose file is not there, or an invisible control
character. Had it been read anyway, the verdict or the drawing would follow something that nobody
meant.

Wrong:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  arguments: # each counts alone
    - strength: quite strong
      premises:
        - The tower leans.
```

Right:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  arguments: # each counts alone
    - strength: strong
      premises:
        - The tower leans.
```
"""
