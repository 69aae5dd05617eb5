"""What an argumentation scheme is, as values: premise roles, a conclusion, critical questions."""

from dataclasses import dataclass

STEP = "step"


@dataclass(frozen=True, slots=True)
class PremiseRole:
    """The part that a premise plays in a scheme, and a sentence that shows what it says."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class CriticalQuestion:
    """A question to put to every argument of a scheme. It is worded so that “no” is the trouble.

    `bears_on` is the role of the premise that a “no” undermines, or STEP where it undercuts the
    step from the premises to the conclusion.
    """

    id: str
    text: str
    bears_on: str

    @property
    def undercuts(self) -> bool:
        """Return whether a “no” is against the step, and leaves the premises as they are."""
        return self.bears_on == STEP


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A pattern of reasoning that carries its conclusion until a question cannot be answered."""

    id: str
    name: str
    description: str
    premises: tuple[PremiseRole, ...]
    conclusion: str
    questions: tuple[CriticalQuestion, ...]
    also_known_as: tuple[str, ...] = ()

    def question(self, name: str) -> CriticalQuestion | None:
        """Return the critical question with this id, or None."""
        return next((question for question in self.questions if question.id == name), None)

    @property
    def question_ids(self) -> tuple[str, ...]:
        """Return the ids of the critical questions."""
        return tuple(question.id for question in self.questions)


@dataclass(frozen=True, slots=True)
class Family:
    """Schemes of one kind, and a sentence on what they have in common."""

    name: str
    description: str
    schemes: tuple[Scheme, ...]
