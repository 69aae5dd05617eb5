"""Schemes about the people who argue: what they stand for, and what may be held against them."""

from argmap.schemes.scheme import STEP, CriticalQuestion, Family, PremiseRole, Scheme

ETHOS = Scheme(
    id="ethos",
    name="Argument from character",
    also_known_as=("ethotic argument", "argument from good character"),
    description="A person of good character says so, and so deserves to be believed.",
    premises=(
        PremiseRole("character", "The speaker is a person of good character."),
        PremiseRole("statement", "The speaker says that the claim is true."),
    ),
    conclusion="The claim is more believable than before.",
    questions=(
        CriticalQuestion("evidence", "Is the good character known from deeds?", "character"),
        CriticalQuestion("statement", "Does the speaker really say so?", "statement"),
        CriticalQuestion("relevance", "Is it a matter where character counts?", STEP),
        CriticalQuestion("knowledge", "Does the speaker also know about the matter?", STEP),
    ),
)

AD_HOMINEM = Scheme(
    id="ad-hominem",
    name="Argument against the person",
    also_known_as=("direct ad hominem", "generic ad hominem", "abusive ad hominem"),
    description="The character of the speaker is a reason to give less weight to what they say.",
    premises=(
        PremiseRole("character", "The speaker is a person of bad character in some respect."),
        PremiseRole("argument", "The speaker argues for the claim."),
    ),
    conclusion="The speaker’s argument deserves less weight.",
    questions=(
        CriticalQuestion("evidence", "Is the reproach to the character well founded?", "character"),
        CriticalQuestion(
            "argument", "Does the speaker really argue in the way that is criticized?", "argument"
        ),
        CriticalQuestion("relevance", "Does this trait matter for the question at issue?", STEP),
        CriticalQuestion(
            "dependence",
            "Does the argument rest on the speaker’s word, and not on open reasons?",
            STEP,
        ),
    ),
)

CIRCUMSTANTIAL_AD_HOMINEM = Scheme(
    id="circumstantial-ad-hominem",
    name="Argument from the speaker’s own conduct",
    also_known_as=("tu quoque", "ad hominem circumstantial"),
    description="A speaker who does not live by the advice gives a reason to doubt it.",
    premises=(
        PremiseRole("advice", "The speaker says that everybody should act in a certain way."),
        PremiseRole("conduct", "The speaker acts otherwise."),
    ),
    conclusion="The speaker’s advice deserves less weight.",
    questions=(
        CriticalQuestion("advice", "Does the advice concern the speaker as well?", "advice"),
        CriticalQuestion("conduct", "Did the speaker really act in this way?", "conduct"),
        CriticalQuestion("conflict", "Do the advice and the conduct really collide?", STEP),
        CriticalQuestion("excuse", "Does the speaker lack a good reason to act otherwise?", STEP),
        CriticalQuestion(
            "dependence", "Does the advice depend on the example that the speaker gives?", STEP
        ),
    ),
)

BIAS = Scheme(
    id="bias",
    name="Argument from bias",
    description="A speaker who is not impartial has perhaps not weighed both sides.",
    premises=(
        PremiseRole("bias", "The speaker has a leaning or an interest in the matter."),
        PremiseRole("influence", "Such a leaning keeps people from weighing both sides."),
    ),
    conclusion="What the speaker says deserves less weight.",
    questions=(
        CriticalQuestion("evidence", "Is there evidence of the leaning or interest?", "bias"),
        CriticalQuestion(
            "influence", "Has the other side in fact been given too little room?", "influence"
        ),
        CriticalQuestion("impartiality", "Is impartiality called for in this exchange?", STEP),
        CriticalQuestion(
            "dependence",
            "Does the point rest on the speaker’s word, and not on open reasons?",
            STEP,
        ),
    ),
)

COMMITMENT = Scheme(
    id="commitment",
    name="Argument from commitment",
    description="Whoever stands for one thing has to stand for what comes with it.",
    premises=(
        PremiseRole("commitment", "By words or deeds the person is committed to one thing."),
        PremiseRole("extension", "Whoever is committed to this is committed to the claim."),
    ),
    conclusion="The person is committed to the claim.",
    questions=(
        CriticalQuestion(
            "evidence", "Is it shown by words or deeds what the person stands for?", "commitment"
        ),
        CriticalQuestion("currency", "Does the person still stand for it?", "commitment"),
        CriticalQuestion("extension", "Does the one really come with the other?", "extension"),
        CriticalQuestion(
            "exception", "Is the present case like those the person had in mind?", STEP
        ),
    ),
)

INCONSISTENT_COMMITMENT = Scheme(
    id="inconsistent-commitment",
    name="Argument from inconsistent commitment",
    description="A person stands, or acts, for two things that do not go together.",
    premises=(
        PremiseRole("first", "The person has taken one position."),
        PremiseRole("second", "Other words or deeds of the person show an opposite position."),
    ),
    conclusion="The person’s commitments do not go together, and one has to be given up.",
    questions=(
        CriticalQuestion("first", "Did the person really take the first position?", "first"),
        CriticalQuestion("second", "Do the other words or deeds show what they should?", "second"),
        CriticalQuestion("conflict", "Do the two positions really exclude each other?", STEP),
        CriticalQuestion(
            "change", "Is it excluded that the person openly changed their mind?", STEP
        ),
    ),
)

PERSONS = Family(
    "The people who argue",
    "The argument speaks of the person: a position, an interest or a character.",
    (
        COMMITMENT,
        INCONSISTENT_COMMITMENT,
        ETHOS,
        BIAS,
        AD_HOMINEM,
        CIRCUMSTANTIAL_AD_HOMINEM,
    ),
)
