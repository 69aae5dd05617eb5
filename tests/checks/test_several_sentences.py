import pytest

from argmap.checks.rule import Subject
from argmap.checks.several_sentences import count_sentences, find
from argmap.model import ArgumentMap, Claim


@pytest.mark.parametrize(
    "text",
    [
        "It rains.",
        "It rains",
        "Dr. Smith met Mr. Jones at St. Mary’s.",
        "J. R. R. Tolkien wrote it.",
        "The U.S. Senate met at 5 p.m. Eastern time.",
        "Pi is 3.14 and not 3.15.",
        "Many fruits, e.g. Apples, are sweet.",
        "He waited… Then nothing.",
        "He waited ... Then nothing.",
        "She said “It rains. It pours.” and left.",
        "He asked “Why? Who? What?” three times.",
        "Das Fest ist am 3. Oktober.",
        "Die Regel gilt bzw. Der Satz gilt.",
        "Это было в 1990 г. Москва росла.",
        "А. С. Пушкин родился в Москве.",
        "В городе 3 млн. Из них половина стара.",
        "The file is named a.B. c.D and so on.",
        "See vol. 3 of the work.",
        "Wait! said the man.",
    ],
)
def test_one_sentence_is_one(text: str) -> None:
    assert count_sentences(text) == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It rains. It pours.", 2),
        ("It rains! It pours? It snows.", 3),
        ("It was 1990. Then it rained.", 2),
        ("It rains (a lot). It pours.", 2),
        ("It rains. “Good”, he says.", 2),
        ("Идёт дождь. Ветер стих.", 2),
        ("Жаңбыр жауды. Жел тынды.", 2),
        ("Es regnet. Öl brennt.", 2),
        ("Il pleut. Évidemment.", 2),
        ("雨が降る。風が吹く。", 2),
        ("إنها تمطر. الريح قوية.", 2),
        ("वर्षा होती है। हवा चलती है।", 2),
    ],
)
def test_several_sentences_are_counted(text: str, number: int) -> None:
    assert count_sentences(text) == number


def test_the_message_says_how_many() -> None:
    a_map = ArgumentMap((Claim("c", "It rains. It pours."),), theses=("c",))
    messages = [finding.message for finding in find(Subject(a_map))]
    assert messages == ["“c” has 2 sentences; a claim says one thing"]


def test_a_long_run_of_marks_is_read_quickly() -> None:
    assert count_sentences("." * 200_000 + "a" * 200_000) == 1
