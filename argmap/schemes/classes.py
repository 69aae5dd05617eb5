"""Schemes that put things under words, and carry properties between wholes and parts."""

from argmap.schemes.scheme import STEP, CriticalQuestion, Family, PremiseRole, Scheme

VERBAL_CLASSIFICATION = Scheme(
    id="verbal-classification",
    name="Argument from verbal classification",
    also_known_as=("classification",),
    description="A thing has the feature by which a word applies, so the word applies to it.",
    premises=(
        PremiseRole("feature", "The thing has a certain feature."),
        PremiseRole("usage", "Whatever has this feature can be called by the word."),
    ),
    conclusion="The thing can be called by the word.",
    questions=(
        CriticalQuestion("feature", "Does the thing really have the feature?", "feature"),
        CriticalQuestion("usage", "Is the word used for everything with this feature?", "usage"),
        CriticalQuestion("borderline", "Is it a clear case, and not one in a grey area?", STEP),
        CriticalQuestion(
            "loading", "Is the word free of a judgement that would be smuggled in?", STEP
        ),
    ),
)

DEFINITION = Scheme(
    id="definition",
    name="Argument from definition",
    also_known_as=("definition to verbal classification",),
    description="A thing fits the definition of a word, so the word applies to it.",
    premises=(
        PremiseRole("definition", "The word is defined by certain conditions."),
        PremiseRole("fit", "The thing meets these conditions."),
    ),
    conclusion="The word applies to the thing.",
    questions=(
        CriticalQuestion("definition", "Is this what the word means?", "definition"),
        CriticalQuestion("fit", "Does the thing meet every condition?", "fit"),
        CriticalQuestion(
            "rivals", "Is it a better definition than those that lead elsewhere?", STEP
        ),
        CriticalQuestion("purpose", "Was the definition made for questions like this one?", STEP),
    ),
)

GRADUALISM = Scheme(
    id="gradualism",
    name="Argument from gradualism",
    also_known_as=("sorites", "argument of the heap", "argument from vagueness"),
    description="From case to case the difference is too small to matter, so none matters.",
    premises=(
        PremiseRole("start", "The word or judgement applies to the first case."),
        PremiseRole("steps", "Two neighbouring cases never differ enough to matter."),
    ),
    conclusion="The word or judgement applies to the last case as well.",
    questions=(
        CriticalQuestion("start", "Does it apply to the first case without doubt?", "start"),
        CriticalQuestion("steps", "Are all the steps as small as is said?", "steps"),
        CriticalQuestion("sum", "Do the small differences stay unimportant as they add up?", STEP),
        CriticalQuestion("line", "Would every line on the way be arbitrary?", STEP),
    ),
)

COMPOSITION = Scheme(
    id="composition",
    name="Argument from composition",
    also_known_as=("parts to whole",),
    description="What is true of the parts is true of the whole.",
    premises=(
        PremiseRole("parts", "The parts have a certain property."),
        PremiseRole("transfer", "Wholes get properties of this kind from their parts."),
    ),
    conclusion="The whole has the property.",
    questions=(
        CriticalQuestion("parts", "Do all the parts have it, or those that count?", "parts"),
        CriticalQuestion("transfer", "Does such a property pass from parts to wholes?", "transfer"),
        CriticalQuestion(
            "arrangement", "Does it survive the way in which the parts are put together?", STEP
        ),
    ),
)

DIVISION = Scheme(
    id="division",
    name="Argument from division",
    also_known_as=("whole to parts",),
    description="What is true of the whole is true of its parts.",
    premises=(
        PremiseRole("whole", "The whole has a certain property."),
        PremiseRole("transfer", "Parts share properties of this kind with their whole."),
    ),
    conclusion="The part has the property.",
    questions=(
        CriticalQuestion("whole", "Does the whole really have the property?", "whole"),
        CriticalQuestion("transfer", "Does such a property pass from wholes to parts?", "transfer"),
        CriticalQuestion("share", "Is this part like the whole in this respect?", STEP),
    ),
)

CLASSES = Family(
    "Words, parts and wholes",
    "The conclusion says what a thing may be called, or what its parts or its whole are like.",
    (VERBAL_CLASSIFICATION, DEFINITION, GRADUALISM, COMPOSITION, DIVISION),
)
