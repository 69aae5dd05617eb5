"""The file, or a text in it, is larger than any map needs.

A file may have 32 MiB, 750,000 lines and commas, and a million keys and values. This is a hundred
times the size of the longest argument anybody has mapped by hand. Mostly the name of another file
was given by mistake. If it is a map, made by a program, split it: one map for each thesis. A
single text may have a million characters; mostly a quote was not closed, or a whole source stands
where a claim belongs.

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
