"""Something in a file of another notation is not written the way that notation asks for.

argmap reads Argdown, AIF and other notations as maps. A file that breaks the rules of its notation
might be understood in several ways, so argmap says what it expected and where, and does not guess.
If the file is of another notation than its name says, name it with `--from`.

Wrong, in a framework of the notation `.af`:

```text
p af 2
1 attacks 2
```

Right:

```text
p af 2
1 2
```
"""
