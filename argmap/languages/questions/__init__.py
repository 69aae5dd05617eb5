"""The critical questions of schemes in the languages that argmap speaks; English stands in."""

import importlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from argmap.languages import ENGLISH, module_for
from argmap.schemes.scheme import CriticalQuestion, Scheme


def asked_in(language: str | None, scheme: Scheme, question: CriticalQuestion) -> CriticalQuestion:
    """Return a question of a scheme in the language of a map; in English where it has no other."""
    module = module_for(language)
    if module == ENGLISH:
        return question
    text = _questions(module).get((scheme.id, question.id))
    return question if text is None else replace(question, text=text)


@cache
def _questions(module: str) -> Mapping[tuple[str, str], str]:
    """Return the questions by the ids of their scheme and their own."""
    written: str = importlib.import_module(f"argmap.languages.questions.{module}").QUESTIONS
    found: dict[tuple[str, str], str] = {}
    scheme = ""
    for line in written.strip().splitlines():
        if line.startswith("# "):
            scheme = line.removeprefix("# ")
        else:
            name, _, text = line.partition(": ")
            found[scheme, name] = text
    return found
