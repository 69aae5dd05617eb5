"""French."""

from argmap.languages.words import Words
from argmap.model import Standard, Status
from argmap.outline import Relation, Telling
from argmap.weighing import Standing


def _plural(number: int) -> int:
    """Return the form for a number; none is singular, as one is."""
    return 0 if number < 2 else 1


WORDS = Words(
    tag="fr",
    plural=_plural,
    conjunction="et",
    and_others="et al.",
    quotation="«\u00a0{}\u00a0»",
    inner_quotation="“{}”",
    map="Carte d’arguments",
    no_thesis="Une carte d’arguments.",
    map_for="Une carte d’arguments pour {}.",
    counts="Elle compte {}, {} et {}.",
    claims=("{} affirmation", "{} affirmations"),
    supports=("{} argument pour", "{} arguments pour"),
    attacks=("{} argument contre", "{} arguments contre"),
    thesis_is="La thèse {}.",
    verdicts={
        Standing.STANDS: "tient",
        Standing.FALLS: "tombe",
        Standing.NOT_SHOWN: "reste à établir",
        Standing.UNDECIDED: "reste en suspens",
    },
    undecided="en suspens",
    not_shown="reste à établir",
    statuses={
        Status.CERTAIN: "certain",
        Status.ASSUMED: "supposé",
        Status.OPEN: "ouvert",
        Status.REJECTED: "rejeté",
    },
    unstated="implicite",
    standard="degré de preuve\u00a0: {}",
    standards={
        Standard.SCINTILLA: "le moindre indice",
        Standard.PREPONDERANCE: "prépondérance des raisons",
        Standard.CLEAR_AND_CONVINCING: "preuve claire et convaincante",
        Standard.BEYOND_REASONABLE_DOUBT: "hors de tout doute raisonnable",
        Standard.DIALECTICAL_VALIDITY: "validité dialectique",
    },
    standard_rules={
        Standard.SCINTILLA: "Il suffit que quelque chose parle en sa faveur.",
        Standard.PREPONDERANCE: (
            "Ce qui parle en sa faveur doit être plus fort que ce qui s’y oppose."
        ),
        Standard.CLEAR_AND_CONVINCING: (
            "Ce qui parle en sa faveur doit être plus fort, de plus de 0,5, que ce qui s’y oppose."
        ),
        Standard.BEYOND_REASONABLE_DOUBT: (
            "Ce qui parle en sa faveur doit être plus fort, de plus de "
            "0,5, que ce qui s’y oppose, et cela plus faible que 0,3."
        ),
        Standard.DIALECTICAL_VALIDITY: "Rien de ce qui tient ne doit s’y opposer.",
    },
    weighed_for="Pesé pour l’auditoire {}",
    legend_support="soutient",
    legend_rebuttal="s’oppose",
    legend_rebuttal_or_undercut="s’oppose à une affirmation ou à une inférence",
    legend_contradiction="ne peuvent être vraies toutes les deux",
    legend_linked="prémisses qui ne comptent qu’ensemble",
    legend_step="l’inférence à partir d’une prémisse",
    legend_without_effect="sans effet",
    legend_degree="à quel point cela tient, de 0 à 1",
    legend_changed="changé par la question",
    argument="Un argument",
    linked_for="prémisses liées pour {}",
    linked_against="prémisses liées contre {}",
    single_for="une prémisse pour {}",
    single_against="une prémisse contre {}",
    more="+{} de plus",
    hidden_below="+ {} à ce sujet, hors de l’image",
    hidden_above="porte sur {} hors de l’image",
    relations={
        Relation.SUPPORT: "Pour",
        Relation.ATTACK: "Contre",
        Relation.BACKING: "Pour l’inférence",
        Relation.UNDERCUT: "Contre l’inférence",
    },
    speaks_for="Ce qui parle pour",
    speaks_against="Ce qui parle contre",
    together="ceci ensemble",
    alone="ceci",
    premises=("{} prémisse", "{} prémisses"),
    tellings={Telling.ABOVE: "voir plus haut", Telling.BELOW: "voir plus bas"},
    contradicts="Ne peut être vrai en même temps que\u00a0:",
    note="Note\u00a0:",
    link="En savoir plus",
    link_back="Retour à l’endroit où c’est utilisé",
    skip="Aller au plan",
    picture="Image",
    the_argument="L’argument",
    as_outline="L’argument sous forme de plan",
    enlarge="Agrandir",
    close="Fermer",
    part_shown="L’image montre {} affirmations sur {}\u00a0; le plan les contient toutes.",
    overview="vue d’ensemble",
    part="partie {}",
    page="page {}",
    page_of="page {} sur {}",
    sources="Sources",
    cited_in=("Cité à {} endroit du plan", "Cité à {} endroits du plan"),
    moves="Ce qui fait bouger {}",
    moves_now="Actuellement {} selon {}",
    moves_when_it_holds="si l’affirmation tient",
    moves_when_it_fails="si elle ne tient pas",
)
