"""A bibliography that the map names cannot be read.

`bibliography` names files in BibTeX (`.bib`) or in CSL-JSON (`.json`), by their paths from the
folder of the map, in the same project: below the nearest folder with a `pyproject.toml` or a
`.git`, else below the folder of the map. They are texts in UTF-8 of at most 16 MiB. BibTeX is read
by a library of its own: `pip install "argmap[bib]"`; CSL-JSON needs nothing.

A text that was never saved lies in no folder: in Python, `argmap.loads` reads no files at all.

Wrong, where there is no file `ref.bib`:

```yaml
argmap: 1
bibliography: ref.bib

thesis:
  text: The bridge pays.
  source: smith2020
```

Right, where `refs.bib` lies beside the map:

```yaml
argmap: 1
bibliography: refs.bib

thesis:
  text: The bridge pays.
  source: smith2020
```

```bibtex
@article{smith2020,
  author = {Smith, Jane},
  title = {The toll of a bridge},
  journal = {Roads},
  year = 2020,
}
```
"""
