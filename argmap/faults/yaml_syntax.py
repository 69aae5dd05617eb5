"""The file is not YAML, so nothing can be read from it.

A map is written in YAML, in which indentation and a few signs carry the structure. Where the signs
do not fit together, every guess at what was meant could turn one argument into another; so nothing
is guessed. The usual causes are a text with a colon or a `#` in it that is not in quotes, a quote
that is not closed, a tab, and a line that is indented too far or not far enough.

Wrong:

```yaml
argmap: 1
thesis:
  text: One thing is sure: the tower leans.
```

Right:

```yaml
argmap: 1
thesis:
  text: "One thing is sure: the tower leans."
```
"""
