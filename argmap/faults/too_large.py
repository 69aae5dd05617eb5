"""The file is larger than 32 MiB.

This is a hundred times the size of the longest argument anybody has mapped by hand. Mostly the name
of another file was given by mistake. If it is a map, made by a program, divide it: one map for each
thesis.

Wrong (imagine more than 32 million characters):

```yaml
argmap: 1
thesis: The tower should be closed.
claims: [The tower leans., The tower leans., The tower leans.]
```

Right:

```yaml
argmap: 1
thesis: The tower should be closed.
```
"""
