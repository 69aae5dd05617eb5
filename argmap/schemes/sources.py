"""Schemes that rest on what people say, see, remember, think or do."""

from argmap.schemes.scheme import STEP, CriticalQuestion, Family, PremiseRole, Scheme

EXPERT_OPINION = Scheme(
    id="expert-opinion",
    name="Argument from expert opinion",
    also_known_as=("appeal to expert opinion", "expert testimony", "argument from authority"),
    description="Somebody who knows the field says so, and that is a reason to believe it.",
    premises=(
        PremiseRole("expertise", "The source is an expert in a certain field."),
        PremiseRole("statement", "The source says that the claim is true."),
        PremiseRole("field", "The claim belongs to that field."),
    ),
    conclusion="The claim may be taken as true.",
    questions=(
        CriticalQuestion(
            "expertise",
            "Does the source have real knowledge of the field, beyond a title or fame?",
            "expertise",
        ),
        CriticalQuestion(
            "field", "Is the claim a matter of the very field that the source knows?", "field"
        ),
        CriticalQuestion(
            "statement", "Did the source really say this, and mean it in this way?", "statement"
        ),
        CriticalQuestion(
            "trustworthiness", "Can the source be trusted to give an honest answer here?", STEP
        ),
        CriticalQuestion("agreement", "Do other experts in the field judge in the same way?", STEP),
        CriticalQuestion("evidence", "Does the expert’s verdict rest on evidence?", STEP),
    ),
)

POSITION_TO_KNOW = Scheme(
    id="position-to-know",
    name="Argument from position to know",
    description="Somebody who is well placed to know a matter says how it stands.",
    premises=(
        PremiseRole("position", "The source is placed so that it would know about the matter."),
        PremiseRole("statement", "The source says that the claim is true."),
    ),
    conclusion="The claim may be taken as true.",
    questions=(
        CriticalQuestion(
            "position", "Could the source really find out what it speaks of?", "position"
        ),
        CriticalQuestion("statement", "Is it reported rightly what the source said?", "statement"),
        CriticalQuestion("honesty", "Does the source say what it believes?", STEP),
        CriticalQuestion("agreement", "Do others who could know say the same?", STEP),
    ),
)

WITNESS_TESTIMONY = Scheme(
    id="witness-testimony",
    name="Argument from witness testimony",
    also_known_as=("eyewitness testimony",),
    description="A witness tells of what happened, and is believed.",
    premises=(
        PremiseRole("presence", "The witness was there and could notice what happened."),
        PremiseRole("sincerity", "The witness tries to tell the truth."),
        PremiseRole("statement", "The witness says that it happened in this way."),
    ),
    conclusion="It happened, in all likelihood, in this way.",
    questions=(
        CriticalQuestion(
            "presence",
            "Could the witness see or hear enough from where they were?",
            "presence",
        ),
        CriticalQuestion(
            "impartiality",
            "Is the witness free of reasons to shade the truth?",
            "sincerity",
        ),
        CriticalQuestion("statement", "Is it reported rightly what the witness said?", "statement"),
        CriticalQuestion("coherence", "Does the account agree with itself throughout?", STEP),
        CriticalQuestion("plausibility", "Does the account fit what else is known?", STEP),
        CriticalQuestion("agreement", "Do the other witnesses say the same?", STEP),
    ),
)

POPULAR_OPINION = Scheme(
    id="popular-opinion",
    name="Argument from popular opinion",
    also_known_as=("appeal to popular opinion", "ad populum", "common opinion"),
    description="Nearly everybody takes a claim for true, and that is a reason to believe it.",
    premises=(
        PremiseRole("acceptance", "A large majority accepts the claim."),
        PremiseRole("insight", "In such matters, what a large majority accepts is seldom wrong."),
    ),
    conclusion="The claim may be taken as true.",
    questions=(
        CriticalQuestion(
            "evidence", "Is there evidence, such as a poll, of who accepts the claim?", "acceptance"
        ),
        CriticalQuestion(
            "insight", "Are these people able to judge matters of this kind?", "insight"
        ),
        CriticalQuestion(
            "independence", "Did they come to it themselves, rather than copy one another?", STEP
        ),
        CriticalQuestion("dissent", "Have those who disagree been heard?", STEP),
    ),
)

POPULAR_PRACTICE = Scheme(
    id="popular-practice",
    name="Argument from popular practice",
    also_known_as=("common practice", "bandwagon"),
    description="Nearly everybody does it, and that is a reason to think it right.",
    premises=(
        PremiseRole("practice", "Most people in this situation act in this way."),
        PremiseRole("wisdom", "A practice that so many keep to has usually proved itself."),
    ),
    conclusion="It is acceptable to act in this way.",
    questions=(
        CriticalQuestion("evidence", "Is the practice really as common as that?", "practice"),
        CriticalQuestion(
            "reasons", "Is there more behind the practice than habit or pressure?", "wisdom"
        ),
        CriticalQuestion("likeness", "Is the case at hand like those of the many?", STEP),
        CriticalQuestion("harm", "Is the practice free of harm that people overlook?", STEP),
    ),
)

PERCEPTION = Scheme(
    id="perception",
    name="Argument from perception",
    also_known_as=("argument from appearance",),
    description="It looks, sounds or feels so to somebody, and so it is.",
    premises=(
        PremiseRole("appearance", "To the observer the thing appears to have a property."),
        PremiseRole("faculty", "Observers perceive properties of this kind as they are."),
    ),
    conclusion="The thing has the property.",
    questions=(
        CriticalQuestion(
            "appearance", "Is what appeared told without what was only inferred?", "appearance"
        ),
        CriticalQuestion("faculty", "Do the observer’s senses work well for this?", "faculty"),
        CriticalQuestion("conditions", "Were light, distance, time and calm sufficient?", STEP),
        CriticalQuestion("illusion", "Is it unlikely that something only looked like this?", STEP),
    ),
)

MEMORY = Scheme(
    id="memory",
    name="Argument from memory",
    description="Somebody remembers that it was so, and so it was.",
    premises=(
        PremiseRole("recollection", "The person recalls that it was so."),
        PremiseRole("retention", "People remember things of this kind well for so long."),
    ),
    conclusion="It was so.",
    questions=(
        CriticalQuestion(
            "recollection", "Is it recalled, rather than told, guessed or imagined?", "recollection"
        ),
        CriticalQuestion(
            "retention", "Is such a thing usually remembered after this time?", "retention"
        ),
        CriticalQuestion(
            "interference", "Has the memory stayed free of later talk and wishes?", STEP
        ),
        CriticalQuestion("record", "Do notes, pictures or other people bear it out?", STEP),
    ),
)

SOURCES = Family(
    "What people say and see",
    "The claim rests on somebody who says, sees, remembers, accepts or does something.",
    (
        EXPERT_OPINION,
        POSITION_TO_KNOW,
        WITNESS_TESTIMONY,
        POPULAR_OPINION,
        POPULAR_PRACTICE,
        PERCEPTION,
        MEMORY,
    ),
)
