"""An entry of a bibliography cannot be used as it is written.

A brace or a comma is missing, the same key is there twice, or an entry refers to an `@string` or to
another entry that is not there. The finding names the file and the line. All other entries can be
cited; one that cannot be read is as good as not there.

Wrong, as the second entry has the key of the first one:

```yaml
argmap: 1
bibliography: twice.bib

thesis:
  text: The bridge pays.
  source: smith2020
```

```bibtex
@article{smith2020, author = {Smith, Jane}, title = {The toll of a bridge}, year = 2020}
@book{smith2020, author = {Smith, Jane}, title = {Bridges}, year = 2020}
```

Right, where each entry has a key of its own:

```yaml
argmap: 1
bibliography: refs.bib

thesis:
  text: The bridge pays.
  source: smith2020
```
"""
