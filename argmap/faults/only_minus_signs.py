"""Every item of an outline begins with “-”, which speaks against what it stands below.

In a list of Markdown most people put `-` before everything. In an outline of an argument it is the
sign of an objection, so an outline with `-` alone has objections to objections and not one reason.
Begin reasons with `+` or “Because:”. If all the items are objections, put a word such as “But:”
before one of them; then this is not reported.

Wrong, if shade is a reason for the tree:

```markdown
- We should plant a pear tree.
  - It will shade the bench.
  - It is cheap.
```

Right:

```markdown
- We should plant a pear tree.
  + It will shade the bench.
  + It is cheap.
```
"""
