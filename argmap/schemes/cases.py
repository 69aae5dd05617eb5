"""Schemes that go from case to case, from cases to all, from all to a case, or by elimination."""

from argmap.schemes.scheme import STEP, CriticalQuestion, Family, PremiseRole, Scheme

ANALOGY = Scheme(
    id="analogy",
    name="Argument from analogy",
    also_known_as=("argument from similarity",),
    description="Two cases are alike, so what is true of the one is true of the other.",
    premises=(
        PremiseRole("base", "In the first case the claim is true."),
        PremiseRole("likeness", "The second case is like the first."),
    ),
    conclusion="In the second case the claim is true as well.",
    questions=(
        CriticalQuestion("base", "Is the claim true in the first case?", "base"),
        CriticalQuestion("likeness", "Are the two cases as alike as is said?", "likeness"),
        CriticalQuestion("relevance", "Are they alike in what the claim depends on?", STEP),
        CriticalQuestion("differences", "Are differences that would matter absent?", STEP),
        CriticalQuestion(
            "counter-analogy", "Do other cases that are just as like show the same?", STEP
        ),
    ),
)

EXAMPLE = Scheme(
    id="example",
    name="Argument from example",
    also_known_as=("generalization from example", "inductive generalization"),
    description="What is true of some cases is true of their kind.",
    premises=(
        PremiseRole("case", "In this case, or these, the claim is true."),
        PremiseRole("typical", "The case is typical of its kind."),
    ),
    conclusion="Of cases of this kind the claim is generally true.",
    questions=(
        CriticalQuestion("case", "Is the claim really true in the case that is named?", "case"),
        CriticalQuestion("typical", "Is the case typical of its kind?", "typical"),
        CriticalQuestion("number", "Are there enough cases for so general a claim?", STEP),
        CriticalQuestion("counter-examples", "Have cases to the contrary been looked for?", STEP),
        CriticalQuestion(
            "circumstances", "Is the result free of what was special in the case?", STEP
        ),
    ),
)

STATISTICAL_GENERALISATION = Scheme(
    id="statistical-generalisation",
    name="Statistical generalisation",
    also_known_as=(
        "statistical generalization",
        "argument from a random sample to a population",
        "argument from sample",
    ),
    description="What was counted in a sample is about the same in the whole population.",
    premises=(
        PremiseRole("sample", "In the sample a certain share has the property."),
        PremiseRole("representative", "The sample was drawn so as to be like the population."),
    ),
    conclusion="In the population about the same share has the property.",
    questions=(
        CriticalQuestion("measurement", "Was the property counted in a sound way?", "sample"),
        CriticalQuestion(
            "selection",
            "Had all parts of the population a fair chance to be drawn?",
            "representative",
        ),
        CriticalQuestion("size", "Is the sample large enough for the precision claimed?", STEP),
        CriticalQuestion(
            "change", "Is the population still as it was when the sample was drawn?", STEP
        ),
    ),
)

STATISTICAL_SYLLOGISM = Scheme(
    id="statistical-syllogism",
    name="Argument from a generalisation to a case",
    also_known_as=("defeasible modus ponens", "default inference", "rule of thumb"),
    description="Most things of a kind have a property, so this one of the kind has it.",
    premises=(
        PremiseRole("generalisation", "Things of this kind mostly have the property."),
        PremiseRole("case", "This thing is of that kind."),
    ),
    conclusion="This thing has the property.",
    questions=(
        CriticalQuestion(
            "generalisation", "Is it true of most things of this kind?", "generalisation"
        ),
        CriticalQuestion("case", "Does this thing belong to the kind?", "case"),
        CriticalQuestion("exception", "Is this thing, as far as one knows, an ordinary one?", STEP),
        CriticalQuestion(
            "narrower-kind", "Does it hold for the narrower kinds it belongs to as well?", STEP
        ),
    ),
)

IGNORANCE = Scheme(
    id="ignorance",
    name="Argument from ignorance",
    also_known_as=("lack of evidence", "argument from silence", "ad ignorantiam"),
    description="If it were true, one would know of it, and one does not.",
    premises=(
        PremiseRole("silence", "Nothing is known that shows the claim to be true."),
        PremiseRole("visibility", "If the claim were true, something would be known."),
    ),
    conclusion="The claim is presumably false.",
    questions=(
        CriticalQuestion("silence", "Is it right that nothing of the kind is known?", "silence"),
        CriticalQuestion("search", "Has one looked far enough to have found it?", "visibility"),
        CriticalQuestion("visibility", "Would it leave traces, if it were true?", "visibility"),
        CriticalQuestion(
            "burden", "Is it up to those who make the claim to show that it is true?", STEP
        ),
    ),
)

ALTERNATIVES = Scheme(
    id="alternatives",
    name="Argument from alternatives",
    also_known_as=("disjunctive syllogism", "disjunctive argument", "argument by elimination"),
    description="One of several possibilities must be the case, and all but one are ruled out.",
    premises=(
        PremiseRole("options", "One of these possibilities is the case."),
        PremiseRole("elimination", "All of them but one are ruled out."),
    ),
    conclusion="The possibility that is left is the case.",
    questions=(
        CriticalQuestion("completeness", "Are these all the possibilities there are?", "options"),
        CriticalQuestion("elimination", "Is each of the others really ruled out?", "elimination"),
        CriticalQuestion(
            "survivor", "Does the possibility that is left fare better than those ruled out?", STEP
        ),
    ),
)

CASES = Family(
    "Cases, samples and possibilities",
    "The claim rests on like cases, on the many, or on what is left over.",
    (
        ANALOGY,
        EXAMPLE,
        STATISTICAL_GENERALISATION,
        STATISTICAL_SYLLOGISM,
        IGNORANCE,
        ALTERNATIVES,
    ),
)
