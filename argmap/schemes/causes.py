"""Schemes that go from causes to effects, from effects and signs back, and test hypotheses."""

from argmap.schemes.scheme import STEP, CriticalQuestion, Family, PremiseRole, Scheme

CAUSE_TO_EFFECT = Scheme(
    id="cause-to-effect",
    name="Argument from cause to effect",
    description="The cause is there, so the effect has come or will come.",
    premises=(
        PremiseRole("link", "Events of the first kind generally bring about the second kind."),
        PremiseRole("cause", "An event of the first kind has happened or will happen."),
    ),
    conclusion="An event of the second kind has happened or will happen.",
    questions=(
        CriticalQuestion("link", "Is the general connection of cause and effect real?", "link"),
        CriticalQuestion("cause", "Does the cause really occur in this case?", "cause"),
        CriticalQuestion("strength", "Is the cause strong enough here to bring it about?", STEP),
        CriticalQuestion(
            "interference", "Is this case free of anything that would keep the effect away?", STEP
        ),
    ),
)

EFFECT_TO_CAUSE = Scheme(
    id="effect-to-cause",
    name="Argument from effect to cause",
    description="The effect is there, so its usual cause must have been at work.",
    premises=(
        PremiseRole("effect", "An event of the second kind has happened."),
        PremiseRole("link", "Events of the second kind are usually brought about by the first."),
    ),
    conclusion="An event of the first kind has happened.",
    questions=(
        CriticalQuestion("effect", "Did the effect really occur?", "effect"),
        CriticalQuestion("link", "Is this the usual cause of such effects?", "link"),
        CriticalQuestion(
            "other-causes", "Is it unlikely that another cause was at work this time?", STEP
        ),
        CriticalQuestion("traces", "Has the supposed cause left its other traces, too?", STEP),
    ),
)

BEST_EXPLANATION = Scheme(
    id="best-explanation",
    name="Argument to the best explanation",
    also_known_as=("abductive argument", "abduction", "inference to the best explanation"),
    description="Of all that could explain the facts, one hypothesis explains them best.",
    premises=(
        PremiseRole("facts", "These facts are given and want an explanation."),
        PremiseRole("explanation", "The hypothesis would explain the facts."),
        PremiseRole("comparison", "No other hypothesis at hand explains the facts as well."),
    ),
    conclusion="The hypothesis is probably true.",
    questions=(
        CriticalQuestion("facts", "Are the facts as they are described?", "facts"),
        CriticalQuestion(
            "explanation",
            "Would the hypothesis, if true, account for all the facts?",
            "explanation",
        ),
        CriticalQuestion("comparison", "Does it do better than each of its rivals?", "comparison"),
        CriticalQuestion("rivals", "Has the search for rivals been wide enough?", STEP),
        CriticalQuestion("plausibility", "Is the hypothesis likely apart from these facts?", STEP),
        CriticalQuestion("time", "Is it better to settle now than to look for more facts?", STEP),
    ),
)

CORRELATION_TO_CAUSE = Scheme(
    id="correlation-to-cause",
    name="Argument from correlation to cause",
    description="Two things go together, so one brings about the other.",
    premises=(PremiseRole("correlation", "The first thing and the second go together."),),
    conclusion="The first thing brings about the second.",
    questions=(
        CriticalQuestion(
            "chance", "Are there enough cases to rule out coincidence?", "correlation"
        ),
        CriticalQuestion(
            "direction", "Is it excluded that the second brings about the first?", STEP
        ),
        CriticalQuestion(
            "common-cause", "Is it excluded that a third thing brings about both?", STEP
        ),
        CriticalQuestion("mechanism", "Is it known how the one could bring about the other?", STEP),
        CriticalQuestion("range", "Does the connection hold under other conditions as well?", STEP),
    ),
)

SIGN = Scheme(
    id="sign",
    name="Argument from sign",
    also_known_as=("symptom", "indication"),
    description="A sign is seen, so that is the case of which it is a sign.",
    premises=(
        PremiseRole("sign", "The sign is present."),
        PremiseRole("connection", "The sign usually goes along with what it indicates."),
    ),
    conclusion="What the sign indicates is the case.",
    questions=(
        CriticalQuestion("sign", "Is the sign really present?", "sign"),
        CriticalQuestion(
            "connection",
            "Do the two go together often enough to rely on it?",
            "connection",
        ),
        CriticalQuestion(
            "other-origin", "Is it unlikely that something else gave rise to the sign?", STEP
        ),
        CriticalQuestion("counter-signs", "Are signs of the opposite absent?", STEP),
    ),
)

VERIFICATION = Scheme(
    id="verification",
    name="Argument from evidence for a hypothesis",
    also_known_as=("evidence to hypothesis", "argument from verification", "confirmation"),
    description="What the hypothesis predicts has been observed, which speaks for it.",
    premises=(
        PremiseRole("prediction", "If the hypothesis is true, something will be observed."),
        PremiseRole("observation", "It has been observed."),
    ),
    conclusion="The hypothesis has become more likely.",
    questions=(
        CriticalQuestion(
            "prediction", "Does the prediction really follow from the hypothesis?", "prediction"
        ),
        CriticalQuestion("observation", "Was it observed in a reliable way?", "observation"),
        CriticalQuestion(
            "specificity", "Would it have been surprising if the hypothesis were false?", STEP
        ),
        CriticalQuestion("failures", "Have predictions that failed been counted as well?", STEP),
    ),
)

FALSIFICATION = Scheme(
    id="falsification",
    name="Argument from evidence against a hypothesis",
    also_known_as=("argument from falsification", "refutation by observation"),
    description="What the hypothesis predicts has not been observed, which speaks against it.",
    premises=(
        PremiseRole("prediction", "If the hypothesis is true, something will be observed."),
        PremiseRole("observation", "It was not observed."),
    ),
    conclusion="The hypothesis is probably false.",
    questions=(
        CriticalQuestion(
            "prediction", "Does the prediction really follow from the hypothesis?", "prediction"
        ),
        CriticalQuestion(
            "observation",
            "Would it have been noticed, had it been there?",
            "observation",
        ),
        CriticalQuestion(
            "assumptions", "Is the fault in the hypothesis, not in another assumption?", STEP
        ),
    ),
)

CAUSES = Family(
    "Causes, signs and explanations",
    "The claim rests on what brings about, indicates or explains what.",
    (
        CAUSE_TO_EFFECT,
        EFFECT_TO_CAUSE,
        BEST_EXPLANATION,
        CORRELATION_TO_CAUSE,
        SIGN,
        VERIFICATION,
        FALSIFICATION,
    ),
)
