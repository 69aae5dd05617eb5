"""The file holds something other than an argument map.

A map begins with the key `argmap`, which says that it is one and in which version of the format it
is written. So a file of another kind is never drawn by mistake, and a folder with all sorts of YAML
files can be checked as a whole.

Wrong:

```yaml
- The tower leans.
- It should be closed.
```

Right:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  premises:
    - The tower leans.
```
"""
