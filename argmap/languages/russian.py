"""Russian."""

from argmap.languages.words import Change, Words
from argmap.model import Standard, Status
from argmap.outline import Relation, Telling
from argmap.weighing import Standing


def _plural(number: int) -> int:
    """Return the form for a number: as with 1, 2 to 4, or the others."""
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2


WORDS = Words(
    tag="ru",
    plural=_plural,
    conjunction="и",
    and_others="и др.",
    quotation="«{}»",
    inner_quotation="„{}“",
    map="Карта аргументов",
    no_thesis="Карта аргументов.",
    map_for="Карта аргументов: {}.",
    counts="В ней {}, {} и {}.",
    claims=("{} утверждение", "{} утверждения", "{} утверждений"),
    supports=("{} довод за", "{} довода за", "{} доводов за"),
    attacks=("{} довод против", "{} довода против", "{} доводов против"),
    thesis_is="Тезис {}.",
    verdicts={
        Standing.STANDS: "в силе",
        Standing.FALLS: "отпадает",
        Standing.NOT_SHOWN: "без обоснования",
        Standing.UNDECIDED: "под вопросом",
    },
    undecided="под вопросом",
    not_shown="без обоснования",
    statuses={
        Status.CERTAIN: "бесспорно",
        Status.ASSUMED: "допущение",
        Status.OPEN: "открыто",
        Status.REJECTED: "отвергнуто",
    },
    unstated="подразумевается",
    standard="стандарт доказывания: {}",
    standards={
        Standard.SCINTILLA: "малейшее свидетельство",
        Standard.PREPONDERANCE: "перевес доводов",
        Standard.CLEAR_AND_CONVINCING: "ясно и убедительно",
        Standard.BEYOND_REASONABLE_DOUBT: "вне разумного сомнения",
        Standard.DIALECTICAL_VALIDITY: "диалектическая состоятельность",
    },
    standard_rules={
        Standard.SCINTILLA: "Достаточно, чтобы хоть что-то говорило за.",
        Standard.PREPONDERANCE: (
            "То, что говорит за, должно быть сильнее того, что говорит против."
        ),
        Standard.CLEAR_AND_CONVINCING: (
            "То, что говорит за, должно быть сильнее того, что говорит против, более чем на 0,5."
        ),
        Standard.BEYOND_REASONABLE_DOUBT: (
            "То, что говорит за, должно быть сильнее того, что говорит "
            "против, более чем на 0,5, а сказанное против — слабее 0,3."
        ),
        Standard.DIALECTICAL_VALIDITY: "Ничто из того, что в силе, не должно говорить против.",
    },
    weighed_for="Взвешено для аудитории {}",
    legend_support="поддерживает",
    legend_rebuttal="возражает",
    legend_rebuttal_or_undercut="возражает против утверждения или вывода",
    legend_contradiction="не могут быть верны одновременно",
    legend_linked="посылки, которые действуют только вместе",
    legend_step="вывод из посылки",
    legend_without_effect="не действует",
    legend_degree="насколько в силе, от 0 до 1",
    legend_changed="изменилось из-за вопроса",
    changes={
        Change.NEW: "новое",
        Change.GONE: "убрано",
        Change.REWORDED: "перефразировано",
        Change.MOVED: "перенесено",
        Change.CHANGED: "изменено",
        Change.FLIPPED: "пересмотрено",
    },
    argument="Довод",
    linked_for="связанные посылки за {}",
    linked_against="связанные посылки против {}",
    single_for="одна посылка за {}",
    single_against="одна посылка против {}",
    more="и ещё {}",
    hidden_below="+ {} к этому, не показано",
    hidden_above="ведёт дальше, не показано: {}",
    relations={
        Relation.SUPPORT: "За",
        Relation.ATTACK: "Против",
        Relation.BACKING: "За вывод",
        Relation.UNDERCUT: "Против вывода",
    },
    speaks_for="Что говорит за",
    speaks_against="Что говорит против",
    together="всё вместе",
    alone="это",
    premises=("{} посылка", "{} посылки", "{} посылок"),
    tellings={Telling.ABOVE: "см. выше", Telling.BELOW: "см. ниже"},
    contradicts="Не может быть верно одновременно с этим:",
    note="Примечание:",
    link="Подробнее",
    link_back="Назад, туда, где это используется",
    skip="Перейти к тексту",
    picture="Рисунок",
    the_argument="Ход рассуждения",
    as_outline="Рассуждение в виде списка",
    enlarge="Увеличить",
    close="Закрыть",
    part_shown="Утверждений на рисунке: {} из {}; в списке есть все.",
    overview="обзор",
    part="часть {}",
    page="стр. {}",
    page_of="стр. {} из {}",
    sources="Источники",
    cited_in=("Упомянуто в {} месте", "Упомянуто в {} местах", "Упомянуто в {} местах"),
    moves="Что меняет {}",
    moves_now="Сейчас {} по {}",
    moves_when_it_holds="если утверждение верно",
    moves_when_it_fails="если оно неверно",
    news={
        Standing.STANDS: "{} теперь в силе",
        Standing.FALLS: "{} теперь отпадает",
        Standing.NOT_SHOWN: "{} теперь без обоснования",
        Standing.UNDECIDED: "{} теперь под вопросом",
    },
    because="{}: {}.",
    argument_named="довод {}",
    others=("ещё {}", "ещё {}", "ещё {}"),
    untold="то, что здесь не показано",
    reasons={
        "given": "это принято без довода",
        "granted": "здесь это считается верным",
        "certain": "автор считает это несомненным",
        "rejected": "здесь это считается отпавшим",
        "rejected-by-author": "автор это отвергает",
        "supported": "за это говорит {}",
        "stands": "посылка в силе",
        "defeated": "против этого говорит {}",
        "unsupported": "единственный довод за это не в силе: {}",
        "circular": "это держится только на себе самом, через {}",
        "below-standard": "то, что говорит за это, слишком слабо для стандарта доказывания",
        "premise-fell": "{} — не в силе",
        "premise-not-shown": "{} — без обоснования",
        "undercut": "против вывода говорит {}",
        "unbacked": "вывод подкрепляет {}, но это не в силе",
        "contested": "этому мешает {}, и ни одна сторона не берёт верх",
        "unsettled": "это зависит от того, что под вопросом: {}",
        "open": "автор оставляет это открытым",
    },
    reasons_of_several={
        "supported": "за это говорят {}",
        "stands": "посылки в силе",
        "defeated": "против этого говорят {}",
        "unsupported": "ни один довод за это не в силе: {}",
        "premise-fell": "{} — не в силе",
        "premise-not-shown": "{} — без обоснования",
        "undercut": "против вывода говорят {}",
        "unbacked": "вывод подкрепляют {}, но они не в силе",
        "contested": "этому мешают {}, и ни одна сторона не берёт верх",
        "unsettled": "это зависит от тех, что под вопросом: {}",
    },
)
