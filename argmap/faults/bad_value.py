"""A value is of the right shape, but not one that can stand here.

It may be a word that is not in the list of choices, a number out of bounds, an id with a blank in
it, a link that is not a web address, a theme whose file is not there, or an invisible control
character. Had it been read anyway, the verdict or the drawing would follow something that nobody
meant.

`argmap check --fix` writes the word that is meant where one is nearest, 0.8 in the place of 0,8 and
of 80 %, and the space or the colon that is missing behind “text”. Where a claim is named by its
text, it writes the id of that claim, and an `id` at the claim where there is none.

Wrong:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  arguments:  # each counts alone
    - strength: quite strong
      premises:
        - The tower leans.
```

Right:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  arguments:  # each counts alone
    - strength: strong
      premises:
        - The tower leans.
```
"""
