"""A claim or an argument answers a critical question that nobody asks.

`question` names a critical question of a scheme. That is the scheme of the argument whose step is
undercut or backed, whose premise is argued for or attacked, or whose conclusion is rebutted; for a
premise it can also be the scheme of its own argument. If none of these has the question, then its
name is misspelt, the argument lacks its `scheme`, or the answer stands in the wrong place. Where
one of them has a scheme of your own, nothing is said, as its questions are yours too.

`argmap check --fix` writes the question that is meant, where one is nearest and no other about as
near.

Wrong:

```yaml
argmap: 1
thesis:
  text: The dam will hold.
  arguments:
    - scheme: expert-opinion
      premises:
        - The engineer who inspected the dam says that it will hold.
      rebuttals:
        - text: The engineer is paid by those who built the dam.
          question: trustworthyness
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
      rebuttals:
        - text: The engineer is paid by those who built the dam.
          question: trustworthiness
```
"""

from collections.abc import Iterator, Sequence

from argmap.checks.answering import Asking, Questions
from argmap.checks.rule import Subject
from argmap.checks.wording import joined, name_of
from argmap.diagnostics import Finding, Severity
from argmap.document.rewriting import rewritten
from argmap.edits import Edit
from argmap.faults import quoted
from argmap.model import Argument, Claim
from argmap.suggestions import did_you_mean, only_near

SEVERITY = Severity.WARNING
OPTIONAL = False
NEEDS_WHOLE = True

MOST_SCHEMES = 3


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the claims and arguments whose question no scheme within reach has."""
    questions = Questions(subject.map)
    for claim in subject.map.claims:
        if claim.question:
            asking = questions.for_claim(claim.id)
            yield from _faults(claim, claim.question, asking, subject.lines_at(claim.span))
    for argument in subject.map.arguments:
        if argument.question:
            asking = questions.for_argument(argument)
            lines = subject.lines_at(argument.span)
            yield from _faults(argument, argument.question, asking, lines)


def _faults(
    node: Claim | Argument, question: str, asking: Asking, lines: Sequence[str]
) -> Iterator[Finding]:
    if asking.has_unknown or asking.has_question(question):
        return
    message, advice = _without_schemes(node, question)
    fix: tuple[Edit, ...] = ()
    if asking.schemes:
        message, advice = _among_schemes(asking, question)
        meant = only_near(question, _questions(asking))
        if meant is not None and node.question_span is not None:
            fix = rewritten(node.question_span, meant, lines)
    yield Finding(node.question_span or node.span, message, help=advice, fix=fix)


def _without_schemes(node: Claim | Argument, question: str) -> tuple[str, str | None]:
    asked = f"a scheme that could ask {quoted(question)}"
    advice = "name the pattern of the argument it bears on under “scheme”, or take this out"
    return f"nothing that {name_of(node)} bears on has {asked}", advice


def _among_schemes(asking: Asking, question: str) -> tuple[str, str | None]:
    # Only then: the catalogue takes a moment to build.
    from argmap.schemes import ALL

    schemes = [scheme for scheme in ALL if scheme.id in asking.schemes]
    ids = _questions(asking)
    message = f"{_holders([s.id for s in schemes])} no critical question {quoted(question)}"
    asked = "its questions are" if len(schemes) == 1 else "their questions are"
    advice = f"{asked} {joined(ids)}" if len(schemes) <= MOST_SCHEMES else None
    return message + did_you_mean(question, ids), advice


def _questions(asking: Asking) -> list[str]:
    # Only then: the catalogue takes a moment to build.
    from argmap.schemes import ALL

    schemes = (scheme for scheme in ALL if scheme.id in asking.schemes)
    return list(dict.fromkeys(name for scheme in schemes for name in scheme.question_ids))


def _holders(schemes: list[str]) -> str:
    if len(schemes) == 1:
        return f"the scheme {schemes[0]} has"
    if len(schemes) <= MOST_SCHEMES:
        return f"the schemes {joined(schemes)} have"
    return f"the {len(schemes)} schemes that it could answer have"
