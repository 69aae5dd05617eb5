"""Something that should be a claim does not say anything.

A claim is a sentence that can be true or false; a label or an id is only a name for it. Without the
sentence, nobody can tell what the arguments are for. The usual causes are a forgotten `text`, and a
sentence that was cut at a colon because it was not in quotes.

`argmap check --fix` puts a text in quotes that is cut at its colon, where it stands on one line.

Wrong:

```yaml
argmap: 1
thesis:
  label: Close the tower
  premises:
    - The tower leans.
```

Right:

```yaml
argmap: 1
thesis:
  label: Close the tower
  text: The tower should be closed.
  premises:
    - The tower leans.
```
"""
