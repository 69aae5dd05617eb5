"""Schemes that move people by a danger or a threat."""

from argmap.schemes.scheme import STEP, CriticalQuestion, Family, PremiseRole, Scheme

THREAT = Scheme(
    id="threat",
    name="Argument from threat",
    also_known_as=("ad baculum", "appeal to force"),
    description="Somebody says that they will see to it that an action has bad consequences.",
    premises=(
        PremiseRole("announcement", "If you act in this way, the speaker will harm you."),
        PremiseRole("power", "The speaker is able and resolved to do so."),
        PremiseRole("harm", "The harm would be worse for you than to give in."),
    ),
    conclusion="You had better not act in this way.",
    questions=(
        CriticalQuestion("announcement", "Has the speaker really announced this?", "announcement"),
        CriticalQuestion("power", "Is the speaker able and resolved to carry it out?", "power"),
        CriticalQuestion("harm", "Would the harm outweigh what giving in costs?", "harm"),
        CriticalQuestion(
            "relevance", "Is it at issue what is prudent, rather than what is true or right?", STEP
        ),
        CriticalQuestion("protection", "Is giving in the only way to be safe?", STEP),
    ),
)

FEAR = Scheme(
    id="fear",
    name="Fear appeal",
    also_known_as=("argument from fear appeal", "argument from danger", "danger appeal"),
    description="A danger is painted, and an action that would keep it away.",
    premises=(
        PremiseRole("danger", "If you do not act, something terrible will happen to you."),
        PremiseRole("remedy", "The action would keep it from happening."),
    ),
    conclusion="You should carry out the action.",
    questions=(
        CriticalQuestion("likelihood", "Is the danger real and not only frightening?", "danger"),
        CriticalQuestion("severity", "Would it be as terrible as it is painted?", "danger"),
        CriticalQuestion("remedy", "Would the action keep the danger away?", "remedy"),
        CriticalQuestion("alternatives", "Is it the mildest way to be safe?", STEP),
        CriticalQuestion("proportion", "Is the cost of the action in proportion?", STEP),
    ),
)

DANGERS = Family(
    "Dangers and threats",
    "A bad outcome is held out to those who do not act, or who do.",
    (THREAT, FEAR),
)
