"""The catalogue of argumentation schemes for the terminal: a page for each."""

from collections.abc import Iterator

import argmap.schemes as schemes
from argmap.report.wrapping import wrapped
from argmap.schemes.scheme import CriticalQuestion, Scheme

INDENT = "  "
NARROWEST = 40


def names() -> tuple[str, ...]:
    """Return the ids of all schemes, each with a page."""
    return schemes.names()


def page(scheme: Scheme, *, width: int = 80) -> str:
    """Return what there is to know of a scheme as text, wrapped to `width` columns.

    That is its names, what it is, its premises and conclusion, its critical questions, and what a
    “no” to each of them would do. `argmap.schemes.named` finds a scheme by its name.
    """
    paragraphs = [
        f"{scheme.id}: {scheme.name}",
        scheme.description,
        *([f"Also known as: {'; '.join(scheme.also_known_as)}"] if scheme.also_known_as else []),
    ]
    lines = [line for one in paragraphs for line in (*_wrapped(one, "", "", width), "")]
    lines += ["Premises"]
    for role in scheme.premises:
        lines += _wrapped(role.text, f"{INDENT}{role.id}: ", 2 * INDENT, width)
    lines += ["", "Conclusion", *_wrapped(scheme.conclusion, INDENT, 2 * INDENT, width)]
    lines += ["", "Critical questions: a “no” to one is a rebuttal"]
    for question in scheme.questions:
        lines += _asked(question, width)
    example = f"“question: {scheme.questions[0].id}”"
    answer = f"In a map, mark the claim or argument that answers a question with, say, {example}."
    return "\n".join([*lines, "", *_wrapped(answer, "", "", width), ""])


def bearing(question: CriticalQuestion) -> str:
    """Return what a “no” does, such as `undermines the premise “field”`."""
    if question.undercuts:
        return "undercuts the step"
    return f"undermines the premise “{question.bears_on}”"


def _asked(question: CriticalQuestion, width: int) -> Iterator[str]:
    yield from _wrapped(question.text, f"{INDENT}{question.id}: ", 2 * INDENT, width)
    yield from _wrapped(f"“No” {bearing(question)}.", 2 * INDENT, 2 * INDENT, width)


def _wrapped(words: str, first: str, following: str, width: int) -> list[str]:
    return wrapped(words, width=max(width, NARROWEST), first=first, others=following)
