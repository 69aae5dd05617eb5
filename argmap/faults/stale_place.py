"""A place in a document does not show the map as it is now.

The map, its sources or the options of the place have changed since the document was refreshed, or
somebody has written between the markers by hand. `argmap embed --check` finds such places and
changes nothing, so that it can run before a commit; `argmap embed` refreshes them.

Wrong, where the map has another thesis by now:

```text
<!-- argmap: maps/hello.yaml as=claim -->We should plant an oak here.<!-- /argmap -->
```

Right:

```text
<!-- argmap: maps/hello.yaml as=claim -->We should plant a pear tree here.<!-- /argmap -->
```
"""
