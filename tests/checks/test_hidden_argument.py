import pytest

from argmap.checks.hidden_argument import find
from argmap.checks.rule import Subject
from argmap.model import ArgumentMap, Claim


def messages(text: str, language: str | None) -> list[str]:
    a_map = ArgumentMap((Claim("c", text),), theses=("c",), language=language)
    return [finding.message for finding in find(Subject(a_map))]


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "The pool should close because its water is dirty.", "because"),
        (None, "Because it is late, we should go.", "Because"),
        ("en-GB", "Therefore we should go.", "Therefore"),
        ("en", "It is late, so we should go.", "so"),
        ("en", "We should go, since it is late.", "since"),
        ("en", "It is late, and hence dark.", "hence"),
        ("en", "Thus the tower fell.", "Thus"),
        ("en", "It is wet, which means that it rained.", "which means that"),
        ("ru", "Надо идти, потому что поздно.", "потому что"),
        ("ru", "Уже поздно, значит, надо идти.", "значит"),
        ("ru", "Поэтому мост закрыли.", "Поэтому"),
        ("ru", "Мост закрыли, так как он старый.", "так как"),
        ("kk", "Көпір жабылды, өйткені ол ескі.", "өйткені"),
        ("kk", "Көпір ескі, сондықтан оны жабу керек.", "сондықтан"),
        ("kk", "Көпір ескі болғандықтан, оны жабу керек.", "болғандықтан"),
        ("de", "Die Brücke ist zu, weil sie alt ist.", "weil"),
        ("de-AT", "Sie ist alt, also gefährlich.", "also"),
        ("de", "Wir gehen, denn es ist spät.", "denn"),
        ("de", "Wir gehen, da es spät ist.", "da"),
        ("fr", "Le pont est fermé parce qu’il est vieux.", "parce qu’"),
        ("fr", "Il est tard, donc il faut partir.", "donc"),
        ("fr", "Il faut partir, car il est tard.", "car"),
        ("es", "Hay que irse porque es tarde.", "porque"),
        ("es", "El puente es viejo; por lo tanto, es peligroso.", "por lo tanto"),
        ("es", "El puente es viejo, así que está cerrado.", "así que"),
        ("es-MX", "Hay que cerrarlo, pues el puente es viejo.", "pues"),
    ],
)
def test_a_word_that_joins_reason_and_conclusion_is_found(
    language: str | None, text: str, word: str
) -> None:
    assert messages(text, language) == [f"“c” hides an argument behind “{word}”"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The tower has leaned since 1900."),
        ("en", "Since its birth the town has grown, and nobody left."),
        ("en", "The game was cancelled because of rain."),
        ("en", "A claim is not true just because many believe it."),
        ("en", "He said “I left because I was tired”."),
        ("en", "The sign 'closed' hung there thus far."),
        ("en", "Two years hence the tower will fall."),
        ("en", "The water is so deep that nobody swims."),
        ("en", "The tower stands, so to say, on sand."),
        ("en", "Henceforth the tower is closed."),
        ("en", "The tower leans as a result of the flood."),
        ("ru", "Это ещё ничего не значит."),
        ("ru", "Он пишет «потому что» без запятой."),
        ("ru", "Дом построен таким образом, какой принят здесь."),
        ("ru", "Не потому что поздно, а из упрямства он ушёл."),
        ("kk", "Дағдарыстың себебі белгісіз."),
        ("de", "Da steht ein Haus."),
        ("de", "Es ist mehr denn je zu tun, es sei denn, es regnet."),
        ("de", "Es geht darum, dass alle kommen."),
        ("de", "Darum geht es hier nicht."),
        ("ru", "Дома живут не так как на работе."),
        ("fr", "Le car arrive à midi."),
        ("fr", "Dès lors que tout est dit, il part."),
        ("es", "No porque sea viejo es sabio."),
        ("es", "Se pregunta por qué el puente está cerrado."),
        ("it", "Il ponte è chiuso because it is old."),
        ("ru", "This is because of nothing."),
    ],
)
def test_the_same_words_in_another_sense_are_not(language: str, text: str) -> None:
    assert messages(text, language) == []
