"""The file is not YAML, so nothing can be read from it.

A map is written in YAML, in which indentation and a few signs carry the structure. Where the signs
do not fit together, every guess at what was meant could turn one argument into another; so nothing
is guessed. The usual causes are a text with a colon or a `#` in it that is not in quotes, a quote
that is not closed, a tab, and a line that is indented too far or not far enough. Where Git has left
a conflict of a merge, its three lines are shown, and all other findings are of our side.

`argmap check --fix` puts a text in quotes that has a colon in it or begins with a sign of YAML,
ends a quotation that has no end on its line, gives a text the key `text` that further keys stand
below, writes the colon or the space that is missing behind a key, and writes plain spaces, hyphens
and colons in the place of characters that look like them.

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
