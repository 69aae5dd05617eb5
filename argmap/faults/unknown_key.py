"""A key is not one of those that can stand here.

A misspelt key would otherwise be passed over in silence: with `rebuttal` in place of `rebuttals`,
the objection would be missing from the drawing and from the verdict, and the map would look
stronger than it is. The message names the key that is probably meant, be it misspelt or what others
call it (`objections`, `pros`), or says where the key belongs.

`argmap check --fix` writes the key that is meant in the place of one that is misspelt or goes by
another name; a lone text becomes an item where the key has a list. It puts a text that is cut at
its comma in quotes.

Wrong:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  rebuttal:
    - It has leaned for 300 years.
```

Right:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  rebuttals:
    - It has leaned for 300 years.
```
"""
