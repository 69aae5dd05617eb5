"""An argument leaves critical questions of its scheme open.

Each scheme has questions that show where arguments of its kind break. An argument from expert
opinion is as good as the expert’s knowledge, honesty and field. A map need not answer them all, but
its author should have asked them. So this is a hint, and off unless it is selected:
`argmap check --select unanswered-question`. It lists what nothing in the map answers.

An answer says which question it is about: `question: field`. It can be a premise of the argument,
a rebuttal or backing of its step, or an argument for or against one of its premises; also a
rebuttal of its conclusion. [The catalogue](../schemes.md) has all schemes with their questions.

Wrong:

```yaml
argmap: 1
thesis:
  text: The crack in the bell is old.
  arguments:
    - scheme: sign
      premises:
        - There is verdigris deep inside the crack.
```

Right:

```yaml
argmap: 1
thesis:
  text: The crack in the bell is old.
  arguments:
    - scheme: sign
      premises:
        - text: There is verdigris deep inside the crack.
          question: sign
        - text: Verdigris on a bell takes decades to form.
          question: connection
      backing:
        - text: There is no shiny metal in the crack.
          question: counter-signs
      rebuttals:
        - text: A restorer may have painted the crack green.
          question: other-origin
```
"""

from collections.abc import Iterator

from argmap.checks.answering import Questions, scheme_of
from argmap.checks.rule import Subject
from argmap.checks.wording import telling
from argmap.diagnostics import Finding, Severity

SEVERITY = Severity.HINT
OPTIONAL = True
NEEDS_WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the arguments with a known scheme and questions that nothing answers."""
    questions = Questions(subject.map)
    for argument in subject.map.arguments:
        scheme = scheme_of(argument)
        unanswered = list(questions.unanswered(argument))
        if scheme is not None and unanswered:
            number = f"{len(unanswered)} of {len(scheme.questions)}"
            argued = telling(subject.map, argument)
            message = f"{argued} leaves {number} questions of the scheme {scheme.id} open"
            mark = f"“question: {unanswered[0].id}”"
            advice = [f"write a premise, backing or rebuttal that answers, and mark it {mark}"]
            advice += [f"{question.id}: {question.text}" for question in unanswered]
            yield Finding(argument.span, message, help="\n".join(advice))
