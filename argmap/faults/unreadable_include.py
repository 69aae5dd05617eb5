"""A file that the map includes cannot be read.

`include` names files in argmap’s own YAML, by their paths from the folder of the file that includes
them. Each must lie in the same project: below the nearest folder with a `pyproject.toml` or a
`.git`, else below the folder of the map. Look whether the path is right, and whether the file was
moved. A map in another notation is made YAML with `argmap convert`.
The same goes for `@include(…)` in Argdown, which names files in Argdown.

A map that is written into a document includes files from the folder of that document. A text that
was never saved lies in no folder: in Python, `argmap.loads` reads no files at all.

Wrong, where there is no file `cost.yaml`:

```yaml
argmap: 1
include: cost.yaml

thesis: The bridge pays.
```

Right, where `costs.yaml` lies beside the map:

```yaml
argmap: 1
include: costs.yaml

thesis: The bridge pays.
```
"""
