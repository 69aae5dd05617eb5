"""A place for a map in a document has no end, no beginning, or begins inside another one.

`argmap embed` replaces everything between two markers. Without the second one it cannot know how
much of your text is its own, so it writes nothing.

Wrong, in Markdown:

```text
<!-- argmap: maps/hello.yaml -->
And so the text goes on.
```

Right:

```text
<!-- argmap: maps/hello.yaml -->
<!-- /argmap -->
And so the text goes on.
```
"""
