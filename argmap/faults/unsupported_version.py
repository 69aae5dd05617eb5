"""The map names no version of the format, or one that this argmap does not know.

Keys may change their meaning from one version to the next. Without the version a map could be read
in a sense that its author did not intend, and nobody would notice. A file with a later version than
this argmap knows needs a later argmap.

`argmap check --fix` writes `argmap: 1` where no version is given.

Wrong:

```yaml
argmap: 99
thesis: The tower leans.
```

Right:

```yaml
argmap: 1
thesis: The tower leans.
```
"""
