"""The words that argmap itself puts into a picture, in the languages that it knows."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.model import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a legend explains, and how a picture says that a map goes on unseen.

    Of `on_this` and `bears_on` the first is for one claim; “{}” stands for a number.
    """

    supports: str
    rebuts: str
    rebuts_or_undercuts: str
    contradicts: str
    linked: str
    step: str
    without_effect: str
    accepted: str
    rejected: str
    undecided: str
    degree: str
    changed: str
    more_premises: str
    on_this: tuple[str, str]
    bears_on: tuple[str, str]

    def verdict(self, label: Label) -> str:
        """Return the word for a verdict."""
        return {
            Label.ACCEPTED: self.accepted,
            Label.REJECTED: self.rejected,
            Label.UNDECIDED: self.undecided,
        }[label]


ENGLISH = Words(
    supports="supports",
    rebuts="rebuts",
    rebuts_or_undercuts="rebuts a claim, or undercuts a step",
    contradicts="cannot both be true",
    linked="premises that count only together",
    step="the step from a premise",
    without_effect="without effect",
    accepted="stands",
    rejected="falls",
    undecided="undecided",
    degree="how far it stands, from 0 to 1",
    changed="changed by the question",
    more_premises="+{} more",
    on_this=("+ {} claim on this, not shown", "+ {} claims on this, not shown"),
    bears_on=("bears on {} claim not shown", "bears on {} claims not shown"),
)
_GERMAN = Words(
    supports="stützt",
    rebuts="widerspricht",
    rebuts_or_undercuts="widerspricht einer Aussage oder einem Schluss",
    contradicts="können nicht beide wahr sein",
    linked="Prämissen, die nur gemeinsam zählen",
    step="der Schluss aus einer Prämisse",
    without_effect="ohne Wirkung",
    accepted="hält stand",
    rejected="fällt",
    undecided="unentschieden",
    degree="wie weit es standhält, von 0 bis 1",
    changed="durch die Frage geändert",
    more_premises="+{} weitere",
    on_this=("+ {} Aussage dazu, nicht gezeigt", "+ {} Aussagen dazu, nicht gezeigt"),
    bears_on=("betrifft {} nicht gezeigte Aussage", "betrifft {} nicht gezeigte Aussagen"),
)
_SPANISH = Words(
    supports="apoya",
    rebuts="rebate",
    rebuts_or_undercuts="rebate una afirmación o un paso",
    contradicts="no pueden ser ciertas a la vez",
    linked="premisas que solo cuentan juntas",
    step="el paso desde una premisa",
    without_effect="sin efecto",
    accepted="se sostiene",
    rejected="cae",
    undecided="sin decidir",
    degree="cuánto se sostiene, de 0 a 1",
    changed="cambia con la pregunta",
    more_premises="+{} más",
    on_this=(
        "+ {} afirmación sobre esto, no mostrada",
        "+ {} afirmaciones sobre esto, no mostradas",
    ),
    bears_on=("incide en {} afirmación no mostrada", "incide en {} afirmaciones no mostradas"),
)
_FRENCH = Words(
    supports="soutient",
    rebuts="réfute",
    rebuts_or_undercuts="réfute une affirmation ou une inférence",
    contradicts="ne peuvent être vraies ensemble",
    linked="prémisses qui ne comptent qu’ensemble",
    step="l’inférence depuis une prémisse",
    without_effect="sans effet",
    accepted="tient",
    rejected="tombe",
    undecided="indécis",
    degree="à quel point cela tient, de 0 à 1",
    changed="changé par la question",
    more_premises="+{} de plus",
    on_this=("+ {} affirmation à ce sujet, masquée", "+ {} affirmations à ce sujet, masquées"),
    bears_on=("porte sur {} affirmation masquée", "porte sur {} affirmations masquées"),
)
_RUSSIAN = Words(
    supports="поддерживает",
    rebuts="возражает",
    rebuts_or_undercuts="возражает утверждению или подрывает вывод",
    contradicts="не могут быть верны вместе",
    linked="посылки, которые действуют только вместе",
    step="вывод из посылки",
    without_effect="не действует",
    accepted="устояло",
    rejected="не устояло",
    undecided="не решено",
    degree="насколько устояло, от 0 до 1",
    changed="изменено вопросом",
    more_premises="и ещё {}",
    on_this=("+ {} утверждение об этом, скрыто", "+ утверждения об этом, скрыто: {}"),
    bears_on=("влияет на {} скрытое утверждение", "влияет на скрытые утверждения: {}"),
)
_BY_LANGUAGE: Mapping[str, Words] = {
    "en": ENGLISH,
    "de": _GERMAN,
    "es": _SPANISH,
    "fr": _FRENCH,
    "ru": _RUSSIAN,
}
LANGUAGES = tuple(_BY_LANGUAGE)


def words_of(language: str | None) -> Words:
    """Return the words for maps in a language such as `de-AT`; the English ones where unknown."""
    primary = (language or "en").replace("_", "-").split("-")[0].lower()
    return _BY_LANGUAGE.get(primary, ENGLISH)


def counted(forms: tuple[str, str], number: int) -> str:
    """Return the form for that number, with the number in it."""
    return forms[number != 1].format(number)
