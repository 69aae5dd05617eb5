"""German."""

from argmap.languages.words import Words, one_or_more
from argmap.model import Standard, Status
from argmap.outline import Relation, Telling
from argmap.weighing import Standing

WORDS = Words(
    tag="de",
    plural=one_or_more,
    conjunction="und",
    and_others="et al.",
    quotation="„{}“",
    inner_quotation="‚{}‘",
    map="Argumentkarte",
    no_thesis="Eine Argumentkarte.",
    map_for="Eine Argumentkarte für {}.",
    counts="Sie hat {}, {} und {}.",
    claims=("{} Aussage", "{} Aussagen"),
    supports=("{} Argument dafür", "{} Argumente dafür"),
    attacks=("{} Argument dagegen", "{} Argumente dagegen"),
    thesis_is="Die These {}.",
    verdicts={
        Standing.STANDS: "hat Bestand",
        Standing.FALLS: "fällt",
        Standing.NOT_SHOWN: "ist nicht belegt",
        Standing.UNDECIDED: "ist unentschieden",
    },
    undecided="unentschieden",
    not_shown="nicht belegt",
    statuses={
        Status.CERTAIN: "sicher",
        Status.ASSUMED: "angenommen",
        Status.OPEN: "offen",
        Status.REJECTED: "verworfen",
    },
    unstated="unausgesprochen",
    standard="Beweismaß: {}",
    standards={
        Standard.SCINTILLA: "irgendein Anhaltspunkt",
        Standard.PREPONDERANCE: "überwiegende Gründe",
        Standard.CLEAR_AND_CONVINCING: "klar und überzeugend",
        Standard.BEYOND_REASONABLE_DOUBT: "ohne vernünftigen Zweifel",
        Standard.DIALECTICAL_VALIDITY: "unwidersprochen",
    },
    standard_rules={
        Standard.SCINTILLA: "Es genügt, dass irgendetwas dafür spricht.",
        Standard.PREPONDERANCE: (
            "Was dafür spricht, muss stärker sein als das, was dagegen spricht."
        ),
        Standard.CLEAR_AND_CONVINCING: (
            "Was dafür spricht, muss um mehr als 0,5 stärker sein als das, was dagegen spricht."
        ),
        Standard.BEYOND_REASONABLE_DOUBT: (
            "Was dafür spricht, muss um mehr als 0,5 stärker sein als "
            "das, was dagegen spricht, und dieses schwächer als 0,3."
        ),
        Standard.DIALECTICAL_VALIDITY: "Nichts, was Bestand hat, darf dagegen sprechen.",
    },
    weighed_for="Gewichtet für das Publikum {}",
    legend_support="stützt",
    legend_rebuttal="widerspricht",
    legend_rebuttal_or_undercut="widerspricht einer Aussage oder einem Schluss",
    legend_contradiction="können nicht beide wahr sein",
    legend_linked="Prämissen, die nur zusammen zählen",
    legend_step="der Schluss aus einer Prämisse",
    legend_without_effect="ohne Wirkung",
    legend_degree="wie weit es Bestand hat, von 0 bis 1",
    legend_changed="durch die Frage geändert",
    argument="Ein Argument",
    linked_for="verbundene Prämissen für {}",
    linked_against="verbundene Prämissen gegen {}",
    single_for="eine Prämisse für {}",
    single_against="eine Prämisse gegen {}",
    more="+{} weitere",
    hidden_below="+ {} hierzu, nicht gezeigt",
    hidden_above="wirkt auf {}, nicht gezeigt",
    relations={
        Relation.SUPPORT: "Dafür",
        Relation.ATTACK: "Dagegen",
        Relation.BACKING: "Für den Schluss",
        Relation.UNDERCUT: "Gegen den Schluss",
    },
    speaks_for="Was dafür spricht",
    speaks_against="Was dagegen spricht",
    together="dies zusammen",
    alone="dies",
    premises=("{} Prämisse", "{} Prämissen"),
    tellings={Telling.ABOVE: "siehe oben", Telling.BELOW: "siehe unten"},
    contradicts="Kann nicht zugleich wahr sein mit:",
    note="Anmerkung:",
    link="Mehr dazu",
    link_back="Zurück zur Stelle, an der es verwendet wird",
    skip="Zur Gliederung springen",
    picture="Bild",
    the_argument="Das Argument",
    as_outline="Das Argument als Gliederung",
    enlarge="Vergrößern",
    close="Schließen",
    part_shown="Das Bild zeigt {} von {} Aussagen; in der Gliederung stehen alle.",
    sources="Quellen",
    cited_in=("An {} Stelle der Gliederung zitiert", "An {} Stellen der Gliederung zitiert"),
    moves="Was {} bewegt",
    moves_now="Jetzt {} nach {}",
    moves_when_it_holds="wenn die Aussage gilt",
    moves_when_it_fails="wenn sie nicht gilt",
)
