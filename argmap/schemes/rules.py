"""Schemes that apply rules, exceptions to them, and earlier decisions."""

from argmap.schemes.scheme import STEP, CriticalQuestion, Family, PremiseRole, Scheme

ESTABLISHED_RULE = Scheme(
    id="established-rule",
    name="Argument from an established rule",
    also_known_as=("argument from rules", "rule"),
    description="A rule holds for cases of this kind, and this is one.",
    premises=(
        PremiseRole("rule", "A rule says what is to be done in cases of a certain kind."),
        PremiseRole("case", "The present case is of that kind."),
    ),
    conclusion="What the rule says is to be done.",
    questions=(
        CriticalQuestion("rule", "Is there such a rule, and is it in force?", "rule"),
        CriticalQuestion("case", "Does the rule cover this case?", "case"),
        CriticalQuestion("conflict", "Does it go before other rules for cases like this?", STEP),
        CriticalQuestion("exception", "Is the case free of what would excuse from the rule?", STEP),
        CriticalQuestion(
            "purpose", "Does it serve the purpose of the rule to follow it here?", STEP
        ),
    ),
)

EXCEPTION = Scheme(
    id="exception",
    name="Argument from an exceptional case",
    also_known_as=("argument from exception", "exceptional case"),
    description="The rule holds in general, and this case is special.",
    premises=(
        PremiseRole("rule", "A rule says what is to be done in cases of a certain kind."),
        PremiseRole("special", "The present case is special in a way that frees it from the rule."),
    ),
    conclusion="The rule need not be followed in this case.",
    questions=(
        CriticalQuestion("rule", "Is this the rule that is in question?", "rule"),
        CriticalQuestion("special", "Is the case really special in this way?", "special"),
        CriticalQuestion(
            "recognition", "Is this recognized as a ground for exceptions?", "special"
        ),
        CriticalQuestion("spread", "Would the rule survive if all such cases were excepted?", STEP),
    ),
)

PRECEDENT = Scheme(
    id="precedent",
    name="Argument from precedent",
    description="A like case was decided in this way before, so this one should be as well.",
    premises=(
        PremiseRole("decision", "An earlier case was decided in a certain way."),
        PremiseRole("likeness", "The present case is like it in all that matters."),
    ),
    conclusion="The present case should be decided in the same way.",
    questions=(
        CriticalQuestion(
            "decision", "Was the earlier case decided so, and for this reason?", "decision"
        ),
        CriticalQuestion("likeness", "Is the present case like the earlier one?", "likeness"),
        CriticalQuestion("differences", "Are the differences too small to decide otherwise?", STEP),
        CriticalQuestion(
            "authority", "Does the earlier decision count for those who decide?", STEP
        ),
        CriticalQuestion("rightness", "Was the earlier decision right?", STEP),
    ),
)

RULES = Family(
    "Rules and decisions",
    "The conclusion follows from a rule, from an exception to one, or from an earlier decision.",
    (ESTABLISHED_RULE, EXCEPTION, PRECEDENT),
)
