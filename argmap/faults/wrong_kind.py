"""A value has another shape than the key asks for: a text, a list, or keys of its own.

Lists are what tells linked premises from independent arguments, so a text where a list belongs
leaves open how the argument goes. Often a “- ” or a level of indentation is missing, or there is
one too many.

`argmap check --fix` makes an item of a text that stands in the place of a list, and writes the
space that is missing behind the dashes of one.

Wrong:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  premises: The tower leans.
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
