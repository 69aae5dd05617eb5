import pytest

from argmap.report.schemes import bearing, names, page
from argmap.schemes import ALL, named
from argmap.schemes.scheme import Scheme

SIGN = """\
sign: Argument from sign

A sign is seen, so that is the case of which it is a sign.

Also known as: symptom; indication

Premises
  sign: The sign is present.
  connection: The sign usually goes along with what it indicates.

Conclusion
  What the sign indicates is the case.

Critical questions: a “no” to one is a rebuttal
  sign: Is the sign really present?
    “No” undermines the premise “sign”.
  connection: Do the two go together often enough to rely on it?
    “No” undermines the premise “connection”.
  other-origin: Is it unlikely that something else gave rise to the sign?
    “No” undercuts the step.
  counter-signs: Are signs of the opposite absent?
    “No” undercuts the step.

In a map, mark the claim or argument that answers a question with, say,
“question: sign”.
"""


def test_the_page_of_a_scheme() -> None:
    scheme = named("sign")
    assert scheme is not None
    assert page(scheme) == SIGN


@pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: scheme.id)
def test_a_page_says_everything_within_the_width(scheme: Scheme) -> None:
    shown = page(scheme, width=60)
    assert max(map(len, shown.splitlines())) <= 60
    words = " ".join(shown.split())
    for question in scheme.questions:
        assert f"{question.id}: {question.text} “No” {bearing(question)}." in words
    for role in scheme.premises:
        assert f"{role.id}: {role.text}" in words


def test_every_scheme_has_a_page() -> None:
    assert names() == tuple(scheme.id for scheme in ALL)
