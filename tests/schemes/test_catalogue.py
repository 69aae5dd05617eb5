"""The catalogue is whole: every scheme can be named, explained and questioned."""

import re

import pytest

from argmap.schemes import ALL, FAMILIES, named, names
from argmap.schemes.scheme import STEP, Scheme

SLUG = re.compile(r"[a-z]+(-[a-z]+)*")
# “Is there no …?” can be answered with “no” in two ways.
TWO_WAYS = re.compile(r"\w+( there| it)? (no|not|nothing|nobody|never|none)\b")

every_scheme = pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: scheme.id)


def test_it_has_the_common_schemes() -> None:
    wanted = {
        *("expert-opinion", "position-to-know", "witness-testimony", "popular-opinion"),
        *("popular-practice", "example", "analogy", "practical-reasoning", "cause-to-effect"),
        *("positive-consequences", "negative-consequences", "effect-to-cause", "sign"),
        *("best-explanation", "correlation-to-cause", "established-rule", "precedent"),
        *("exception", "verbal-classification", "definition", "commitment", "waste"),
        *("inconsistent-commitment", "bias", "ad-hominem", "values", "sacrifice", "threat"),
        *("fear", "slippery-slope", "gradualism", "composition", "division", "ignorance"),
        *("perception", "memory", "alternatives", "statistical-generalisation"),
    }
    assert wanted <= set(names())


def test_every_scheme_is_in_one_family() -> None:
    assert len(set(names())) == len(ALL) == sum(len(family.schemes) for family in FAMILIES)
    assert all(family.name and family.description.endswith(".") for family in FAMILIES)


@every_scheme
def test_a_scheme_has_roles_a_conclusion_and_three_to_six_questions(scheme: Scheme) -> None:
    assert SLUG.fullmatch(scheme.id)
    assert 3 <= len(scheme.questions) <= 6
    sentences = [scheme.description, scheme.conclusion, *(role.text for role in scheme.premises)]
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in sentences)


@every_scheme
def test_questions_and_roles_have_ids_of_their_own(scheme: Scheme) -> None:
    roles = [role.id for role in scheme.premises]
    assert all(SLUG.fullmatch(one) for one in (*roles, *scheme.question_ids))
    assert len(set(roles)) == len(roles) > 0
    assert len(set(scheme.question_ids)) == len(scheme.question_ids)
    assert STEP not in roles


@every_scheme
def test_every_premise_and_the_step_can_be_questioned(scheme: Scheme) -> None:
    roles = {role.id for role in scheme.premises}
    assert {question.bears_on for question in scheme.questions} == roles | {STEP}
    assert any(question.undercuts for question in scheme.questions)


@every_scheme
def test_no_is_always_the_trouble(scheme: Scheme) -> None:
    for question in scheme.questions:
        assert question.text.endswith("?")
        assert not TWO_WAYS.match(question.text)


@every_scheme
def test_a_scheme_is_found_by_each_of_its_names(scheme: Scheme) -> None:
    for name in (scheme.id, scheme.name, *scheme.also_known_as):
        assert named(name) is scheme


def test_a_question_is_found_by_its_id() -> None:
    scheme = named("expert-opinion")
    assert scheme is not None
    question = scheme.question("field")
    assert question is not None
    assert question.bears_on == "field"
    assert not question.undercuts
    assert scheme.question("feild") is None
