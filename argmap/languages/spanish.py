"""Spanish."""

from argmap.languages.words import Words, one_or_more
from argmap.model import Standard, Status
from argmap.outline import Relation, Telling
from argmap.weighing import Standing

WORDS = Words(
    tag="es",
    plural=one_or_more,
    conjunction="y",
    and_others="et al.",
    quotation="«{}»",
    inner_quotation="“{}”",
    map="Mapa de argumentos",
    no_thesis="Un mapa de argumentos.",
    map_for="Un mapa de argumentos para {}.",
    counts="Tiene {}, {} y {}.",
    claims=("{} afirmación", "{} afirmaciones"),
    supports=("{} argumento a favor", "{} argumentos a favor"),
    attacks=("{} argumento en contra", "{} argumentos en contra"),
    thesis_is="La tesis {}.",
    verdicts={
        Standing.STANDS: "se sostiene",
        Standing.FALLS: "cae",
        Standing.NOT_SHOWN: "queda sin demostrar",
        Standing.UNDECIDED: "queda en suspenso",
    },
    undecided="en suspenso",
    not_shown="sin demostrar",
    statuses={
        Status.CERTAIN: "cierto",
        Status.ASSUMED: "supuesto",
        Status.OPEN: "abierto",
        Status.REJECTED: "rechazado",
    },
    unstated="implícito",
    standard="estándar de prueba: {}",
    standards={
        Standard.SCINTILLA: "un mero indicio",
        Standard.PREPONDERANCE: "preponderancia de las razones",
        Standard.CLEAR_AND_CONVINCING: "prueba clara y convincente",
        Standard.BEYOND_REASONABLE_DOUBT: "más allá de toda duda razonable",
        Standard.DIALECTICAL_VALIDITY: "validez dialéctica",
    },
    standard_rules={
        Standard.SCINTILLA: "Basta con que algo hable a su favor.",
        Standard.PREPONDERANCE: (
            "Lo que habla a su favor debe ser más fuerte que lo que habla en contra."
        ),
        Standard.CLEAR_AND_CONVINCING: (
            "Lo que habla a su favor debe ser más fuerte, en más de 0,5, "
            "que lo que habla en contra."
        ),
        Standard.BEYOND_REASONABLE_DOUBT: (
            "Lo que habla a su favor debe ser más fuerte, en más de 0,5, "
            "que lo que habla en contra, y esto más débil que 0,3."
        ),
        Standard.DIALECTICAL_VALIDITY: "Nada de lo que se sostiene puede hablar en contra.",
    },
    weighed_for="Ponderado para la audiencia {}",
    legend_support="apoya",
    legend_rebuttal="se opone",
    legend_rebuttal_or_undercut="se opone a una afirmación o a una inferencia",
    legend_contradiction="no pueden ser ambas verdaderas",
    legend_linked="premisas que solo cuentan juntas",
    legend_step="la inferencia desde una premisa",
    legend_without_effect="sin efecto",
    legend_degree="hasta qué punto se sostiene, de 0 a 1",
    legend_changed="cambiado por la pregunta",
    argument="Un argumento",
    linked_for="premisas enlazadas a favor de {}",
    linked_against="premisas enlazadas en contra de {}",
    single_for="una premisa a favor de {}",
    single_against="una premisa en contra de {}",
    more="+{} más",
    hidden_below="+ {} sobre esto, fuera de la imagen",
    hidden_above="afecta a {} fuera de la imagen",
    relations={
        Relation.SUPPORT: "A favor",
        Relation.ATTACK: "En contra",
        Relation.BACKING: "A favor de la inferencia",
        Relation.UNDERCUT: "En contra de la inferencia",
    },
    speaks_for="Lo que habla a favor",
    speaks_against="Lo que habla en contra",
    together="esto en conjunto",
    alone="esto",
    premises=("{} premisa", "{} premisas"),
    tellings={Telling.ABOVE: "véase arriba", Telling.BELOW: "véase abajo"},
    contradicts="No puede ser verdad a la vez que:",
    note="Nota:",
    link="Más sobre esto",
    link_back="Volver a donde se usa",
    skip="Ir al esquema",
    picture="Imagen",
    the_argument="El argumento",
    as_outline="El argumento como esquema",
    enlarge="Ampliar",
    close="Cerrar",
    part_shown="La imagen muestra {} de {} afirmaciones; el esquema las contiene todas.",
    overview="vista general",
    part="parte {}",
    page="página {}",
    page_of="página {} de {}",
    sources="Fuentes",
    cited_in=("Citado en {} lugar del esquema", "Citado en {} lugares del esquema"),
    moves="Qué mueve {}",
    moves_now="Ahora {} según {}",
    moves_when_it_holds="si la afirmación se sostiene",
    moves_when_it_fails="si no se sostiene",
)
