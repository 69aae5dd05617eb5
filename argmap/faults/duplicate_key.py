"""The same key occurs twice in one place.

Only one of the two values could count, and which one, the file does not say: half of the argument
would be lost unseen. Write one of them, or join them into one list.

Wrong:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  rebuttals:
    - It has leaned for 300 years.
  rebuttals:
    - Nobody has been hurt.
```

Right:

```yaml
argmap: 1
thesis:
  text: The tower should be closed.
  rebuttals:
    - It has leaned for 300 years.
    - Nobody has been hurt.
```
"""
