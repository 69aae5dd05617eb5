"""A picture cannot be read at the place that it is made for.

`fit` names the place, such as `760` pixels of a web page or a sheet of `a4`. argmap then chooses a
direction, a width of boxes or a column in which all letters are large enough. Where the map or the
call insists on a direction, that can fail; and a column can be longer than a sheet.

Wrong, because so many boxes beside each other do not fit into so few pixels:

```yaml
style: {fit: 360, direction: down}
```

Right:

```yaml
style: {fit: 360}
```
"""
