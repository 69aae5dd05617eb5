"""An argument names a scheme that the catalogue does not have.

A scheme is a common pattern of reasoning, such as `expert-opinion`, with critical questions that
show where arguments of its kind break. Where the name is misspelt these questions are lost:
`unanswered-question` has nothing to ask. [The catalogue](../schemes.md) lists the schemes; their
other names are known as well, such as “Argument From Expert Opinion” in databases of arguments.

A pattern of your own may have a name of your own. It is drawn like any other. Allow it where it
stands with `# argmap: allow unknown-scheme`, or in the whole project with
`ignore = ["unknown-scheme"]` under `[tool.argmap]` in `pyproject.toml`.

`argmap check --fix` writes the name of the catalogue where one is nearest and no other about as
near.

Wrong:

```yaml
argmap: 1
thesis:
  text: The dam will hold.
  arguments:
    - scheme: expert-opinoin
      premises:
        - The engineer who inspected the dam says that it will hold.
```

Right:

```yaml
argmap: 1
thesis:
  text: The dam will hold.
  arguments:
    - scheme: expert-opinion
      premises:
        - The engineer who inspected the dam says that it will hold.
```
"""

from collections.abc import Iterator

from argmap.checks.rule import Subject
from argmap.diagnostics import Finding, Severity
from argmap.document.rewriting import rewritten
from argmap.edits import Edit
from argmap.faults import quoted
from argmap.suggestions import only_near

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = False


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the arguments whose scheme has a name that nobody knows."""
    for argument in subject.map.arguments:
        if not argument.scheme:
            continue
        # Only then: the catalogue takes a moment to build.
        from argmap.schemes import named, names, nearest_to

        if named(argument.scheme) is None:
            near = nearest_to(argument.scheme)
            hint = f"; did you mean “{near}”?" if near else ""
            message = f"the catalogue has no scheme {quoted(argument.scheme)}{hint}"
            advice = "name one of the catalogue, or allow a name of your own with a comment"
            fix: tuple[Edit, ...] = ()
            is_clear = near == only_near(argument.scheme.casefold(), names())
            if near and is_clear and argument.scheme_span:
                lines = subject.lines_at(argument.scheme_span)
                fix = rewritten(argument.scheme_span, near, lines)
            yield Finding(argument.scheme_span or argument.span, message, help=advice, fix=fix)
