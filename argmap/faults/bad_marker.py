"""A marker in a document cannot be understood: it is mistyped, or asks for what there is not.

`argmap embed` looks for comments that name a map. One that almost looks like a marker, or has an
option that does not exist, would be left alone in silence, and the place in the document would
never be filled. So it is reported, and the document stays as it was.

Wrong, in Markdown:

```text
<!-- argmap maps/hello.yaml -->
<!-- /argmap -->
```

Right:

```text
<!-- argmap: maps/hello.yaml -->
<!-- /argmap -->
```
"""
