"""Files include one another in a circle.

A map is made of a file and those that it includes, so no file can be a part of itself. The message
has the whole circle, and its places are those where one file includes the next. Move what both need
into a file of its own, and include that in each of them; a file that is included several times is
read once.

Wrong, in a file `map.yaml`; the same goes for two files that include each other:

```yaml
argmap: 1
include: map.yaml

thesis: The bridge pays.
```

Right, with a file beside it that does not include this one:

```yaml
argmap: 1
include: costs.yaml

thesis: The bridge pays.
```
"""
