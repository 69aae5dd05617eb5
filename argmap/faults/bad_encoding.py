"""The file is not text in UTF-8.

UTF-8 is the one way to write all letters of all languages that every computer reads alike. In
another encoding, “é” may arrive as “Ã©”, in the middle of a quotation. Open the file in your editor
and save it as UTF-8. If it is no text at all, such as a picture or a document of a word processor,
it is not a map.

Wrong, if it is saved as Latin-1:

```yaml
argmap: 1
thesis: The café should stay.
```

Right, if it is saved as UTF-8:

```yaml
argmap: 1
thesis: The café should stay.
```
"""
