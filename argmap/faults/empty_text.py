"""A text has nothing in it, or only blanks and characters that nobody sees.

An empty box in a drawing looks like a mistake of the program, and an empty premise would carry its
conclusion for nothing. Write what belongs here, or take the key or the line out.

Wrong:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  premises:
    - ""
```

Right:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  premises:
    - The tower leans.
```
"""
