"""English."""

from argmap.languages.words import Words, one_or_more
from argmap.model import Standard, Status
from argmap.outline import Relation, Telling
from argmap.weighing import Standing

WORDS = Words(
    tag="en",
    plural=one_or_more,
    conjunction="and",
    and_others="et al.",
    quotation="“{}”",
    inner_quotation="‘{}’",
    map="Argument map",
    no_thesis="An argument map.",
    map_for="An argument map for {}.",
    counts="It has {}, {} and {}.",
    claims=("{} claim", "{} claims"),
    supports=("{} argument in support", "{} arguments in support"),
    attacks=("{} argument against", "{} arguments against"),
    thesis_is="The thesis {}.",
    verdicts={
        Standing.STANDS: "stands",
        Standing.FALLS: "falls",
        Standing.NOT_SHOWN: "is not shown",
        Standing.UNDECIDED: "is undecided",
    },
    undecided="undecided",
    not_shown="not shown",
    statuses={
        Status.CERTAIN: "certain",
        Status.ASSUMED: "assumed",
        Status.OPEN: "open",
        Status.REJECTED: "rejected",
    },
    unstated="unstated",
    standard="standard of proof: {}",
    standards={
        Standard.SCINTILLA: "scintilla of evidence",
        Standard.PREPONDERANCE: "preponderance of the evidence",
        Standard.CLEAR_AND_CONVINCING: "clear and convincing evidence",
        Standard.BEYOND_REASONABLE_DOUBT: "beyond reasonable doubt",
        Standard.DIALECTICAL_VALIDITY: "dialectical validity",
    },
    standard_rules={
        Standard.SCINTILLA: "Anything that speaks for it is enough.",
        Standard.PREPONDERANCE: (
            "What speaks for it must be stronger than what speaks against it."
        ),
        Standard.CLEAR_AND_CONVINCING: (
            "What speaks for it must be stronger by more than 0.5 than what speaks against it."
        ),
        Standard.BEYOND_REASONABLE_DOUBT: (
            "What speaks for it must be stronger by more than 0.5 than "
            "what speaks against it, and that must be weaker than 0.3."
        ),
        Standard.DIALECTICAL_VALIDITY: "Nothing that stands may speak against it.",
    },
    weighed_for="Weighed for the audience {}",
    legend_support="supports",
    legend_rebuttal="rebuts",
    legend_rebuttal_or_undercut="rebuts a claim, or undercuts a step",
    legend_contradiction="cannot both be true",
    legend_linked="premises that count only together",
    legend_step="the step from a premise",
    legend_without_effect="without effect",
    legend_degree="how far it stands, from 0 to 1",
    legend_changed="changed by the question",
    argument="An argument",
    linked_for="linked premises for {}",
    linked_against="linked premises against {}",
    single_for="one premise for {}",
    single_against="one premise against {}",
    more="+{} more",
    hidden_below="+ {} on this, not shown",
    hidden_above="bears on {} not shown",
    relations={
        Relation.SUPPORT: "For",
        Relation.ATTACK: "Against",
        Relation.BACKING: "For the step",
        Relation.UNDERCUT: "Against the step",
    },
    speaks_for="What speaks for it",
    speaks_against="What speaks against it",
    together="these together",
    alone="this",
    premises=("{} premise", "{} premises"),
    tellings={Telling.ABOVE: "see above", Telling.BELOW: "see below"},
    contradicts="Cannot be true together with:",
    note="Note:",
    link="More on this",
    link_back="Back to where it is used",
    skip="Skip to the outline",
    picture="Picture",
    the_argument="The argument",
    as_outline="The argument as an outline",
    enlarge="Enlarge",
    close="Close",
    part_shown="The picture shows {} of {} claims; the outline tells all of them.",
    sources="Sources",
    cited_in=("Cited in {} place of the outline", "Cited in {} places of the outline"),
    moves="What moves {}",
    moves_now="Now {} by {}",
    moves_when_it_holds="when the claim holds",
    moves_when_it_fails="when it does not",
)
