"""Letters would be too small to read at the place where a picture stands.

Letters are large enough with 11 pixels on screens, 7.5 points on paper and 14 points on slides,
unless `smallest` says otherwise.

- `argmap embed` and the hosts know where their pictures stand: in a column of 760 pixels on a page
  of a web site, on a sheet in LaTeX and Typst, on a slide. `argmap embed --strict`, strict builds
  of MkDocs and Python-Markdown, Sphinx with `-W` and Pandoc with `argmap-strict` fail on it.
- `argmap check` and `argmap render` know it where `style: {fit: …}` or `--fit` names the place.

`fit` makes a picture for its place: argmap chooses a direction, a width of boxes or a column in
which all letters are large enough. Where the map or the call insists on a direction or a width,
that can fail; and a column can be longer than a sheet. Then cut it into `parts`, or show one with
`below`.

Wrong, because so many boxes beside each other do not fit into so few pixels:

```yaml
style: {fit: 360, direction: down}
```

Right:

```yaml
style: {fit: 360}
```
"""
