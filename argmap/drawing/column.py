"""The rows of a column: boxes as wide as it is less their indent, and mentions of what is told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.drawing import sizes
from argmap.drawing.boxes import badge_room, box_with, measure, pill_with
from argmap.drawing.column_tree import Hung, Indents, hung_rows, told_below
from argmap.drawing.measure import text_width
from argmap.drawing.paragraphs import name_of, run_in
from argmap.drawing.shapes import (
    Arrow,
    ArrowKind,
    Box,
    Manner,
    Mention,
    Pill,
    Role,
    Row,
)
from argmap.drawing.showing import Showing, role_of
from argmap.drawing.wrap import wrap
from argmap.model import Argument, Claim
from argmap.outline import Relation, Telling, mention, step_name

# What bears on something so many pixels above, most of a screen, says again what it bears on.
FAR = 480.0
NARROWEST_MEASURE = 20.0
LONGEST_PILL = 420.0


def rows_of(showing: Showing) -> Iterator[Row]:
    """Yield the rows of the column that shows a map, from top to bottom."""
    return _Column(showing).rows()


class _Column:
    """The column of one map: what hangs where, and how wide all of it is."""

    def __init__(self, showing: Showing) -> None:
        self._showing = showing
        # The area of a group is wider than its boxes.
        width = max(showing.options.width, sizes.NARROWEST_COLUMN)
        self._width = width - 2 * sizes.COLUMN_MARGIN
        if any(claim.group for claim in showing.map.claims):
            self._width -= sizes.RAIL_MARGIN
        self._hung = hung_rows(showing, Indents(self._width))
        self._told_below = told_below(self._hung)
        self._ids = self._named(self._hung)

    def rows(self) -> Iterator[Row]:
        """Yield the rows with their shapes."""
        # Where each row ends; the headings of groups come on top of that.
        ends: list[float] = []
        bottom = 0.0
        for number, hung in enumerate(self._hung):
            is_far = hung.parent is not None and bottom - ends[hung.parent] > FAR
            for row in self._hanging(number, hung, is_far=is_far):
                yield row
                bottom += row.gap + row.shape.height
            ends.append(bottom)

    def _hanging(self, number: int, hung: Hung, *, is_far: bool) -> Iterator[Row]:
        """Yield the row of a node, after a reminder of what it bears on where that `is_far`."""
        shape = self._shape(number, hung)
        gap = 0.0 if number == 0 else sizes.ROW_GAP
        if hung.parent is None:
            yield Row(shape, hung.indent, gap and sizes.ROOT_GAP)
            return
        if is_far:
            yield Row(self._reminder(number, hung), hung.indent, gap)
            gap = sizes.REMINDER_GAP
        arrow = Arrow(shape.id, self._ids[hung.parent], hung.kind, hung.role, hung.fails)
        yield Row(shape, hung.indent, gap, arrow, hung.trunk)

    def _named(self, hung: Sequence[Hung]) -> list[str]:
        """Return the ids of the shapes: those of claims and steps, and new ones for mentions."""
        return [
            # No id of a map has this sign.
            f"{row.node.id}~{number}" if _is_mention(row) else row.node.id
            for number, row in enumerate(hung)
        ]

    def _shape(self, number: int, hung: Hung) -> Box | Pill | Mention:
        if _is_mention(hung):
            return self._mention(number, hung)
        room = self._width - hung.indent
        if isinstance(hung.node, Claim):
            return self._box(number, hung, hung.node, room)
        letters = min(room - 2 * sizes.PILL_PADDING, LONGEST_PILL)
        pill = pill_with(
            self._showing,
            hung.node,
            text_room=max(letters, NARROWEST_MEASURE),
            padding=sizes.COLUMN_PILL_PADDING,
        )
        if number in self._told_below:
            pill = replace(pill, lines=(*pill.lines, self._goes_on(number)))
        return pill

    def _box(self, number: int, hung: Hung, claim: Claim, room: float) -> Box:
        showing = self._showing
        width = max(measure(showing, room), NARROWEST_MEASURE)
        badge = badge_room(showing)
        if claim.id in showing.view.named:
            told = name_of(claim, width=width, badge=badge)
        else:
            told = run_in(claim, citing=showing.small_line(claim), width=width, badge=badge)
        more, goes_on_at = showing.more(claim), None
        if hung.goes_on is not None:
            more = (*more, self._goes_on(number))
            goes_on_at = self._ids[hung.goes_on]
        box = box_with(showing, claim, told, width=room, more=more, padding=sizes.COLUMN_PADDING)
        return replace(box, goes_on_at=goes_on_at) if goes_on_at else box

    def _goes_on(self, number: int) -> str:
        """Return the words that say how a branch goes on below."""
        words = self._showing.words
        told = words.counted(words.claims, self._told_below[number])
        return f"↓ {told}, {words.tellings[Telling.BELOW]}"

    def _mention(self, number: int, hung: Hung) -> Mention:
        showing, node = self._showing, hung.node
        room = self._width - hung.indent
        name = mention(node) if isinstance(node, Claim) else self._step(node)
        manner = Manner.HEADING if hung.is_heading else Manner.AGAIN
        size = sizes.TEXT_SIZE
        badged = showing.evaluation is not None
        inset = sizes.PADDING_LEFT + sizes.MENTION_SIGN + sizes.PADDING_RIGHT
        badge = sizes.BADGE_SIZE + sizes.BADGE_GAP if badged else 0.0
        letters = showing.options.letter_width
        bold = manner is Manner.HEADING
        lines = wrap(
            name,
            width=max((room - inset - badge) / letters, NARROWEST_MEASURE),
            size=size,
            bold=bold,
        ) or (name,)
        widest = max(text_width(line, size=size, bold=bold) for line in lines) * letters
        role = hung.role
        if hung.is_heading:
            role = showing.roles[node.id] if isinstance(node, Claim) else role_of(node)
        shape = Mention(
            id=self._ids[number],
            leads_to=node.id,
            manner=manner,
            role=role,
            lines=lines,
            width=room if hung.is_heading else min(round(widest + inset + badge, 1), room),
            height=len(lines) * sizes.LINE_HEIGHT + 2 * sizes.MENTION_PADDING,
            text=name,
            claim=node.id if isinstance(node, Claim) else None,
        )
        if showing.evaluation is None:
            return shape
        standing = showing.evaluation.verdict(node.id).standing
        return replace(shape, verdict=standing, changed=node.id in showing.changed)

    def _reminder(self, number: int, hung: Hung) -> Mention:
        """Return the line above a row that says what it bears on, far above."""
        assert hung.parent is not None
        above, words = self._hung[hung.parent].node, self._showing.words
        name = mention(above) if isinstance(above, Claim) else self._step(above)
        if hung.kind is ArrowKind.JOIN and isinstance(above, Argument):
            said = self._said_of_premise(above)
        elif hung.kind is ArrowKind.CONTRADICTION:
            said = f"{words.contradicts.rstrip(':')}: {name}"
        else:
            said = f"{words.relations[_relation(above, hung.role)]}: {name}"
        size = sizes.SMALL_TEXT_SIZE
        room = (self._width - hung.indent) / self._showing.options.letter_width
        lines = wrap(said, width=max(room - sizes.MENTION_SIGN, NARROWEST_MEASURE), size=size)
        line = lines[0] if len(lines) == 1 else f"{lines[0]} …"
        return Mention(
            id=f"{self._ids[number]}~{number}",
            leads_to=self._ids[hung.parent],
            manner=Manner.REMINDER,
            role=hung.role,
            lines=(line,),
            width=self._width - hung.indent,
            height=sizes.SMALL_LINE_HEIGHT,
            text=said,
        )

    def _said_of_premise(self, argument: Argument) -> str:
        """Return what a premise is for or against, and by which step."""
        relations = self._showing.words.relations
        target: Claim | Argument | None = self._showing.map.claims_by_id.get(argument.target)
        if target is None:
            target = self._showing.map.arguments_by_id[argument.target]
        name = mention(target) if isinstance(target, Claim) else self._step(target)
        said = f"{relations[_relation(target, role_of(argument))]}: {name}"
        step = step_name(argument)
        return f"{said} · {step}" if step else said

    def _step(self, argument: Argument) -> str:
        """Return what a step is called: its name, or its aim."""
        return step_name(argument) or self._showing.aim(argument)


def _is_mention(row: Hung) -> bool:
    return row.is_heading or row.telling is Telling.ABOVE


def _relation(above: Claim | Argument, role: Role) -> Relation:
    supports = role is Role.SUPPORT
    if isinstance(above, Argument):
        return Relation.BACKING if supports else Relation.UNDERCUT
    return Relation.SUPPORT if supports else Relation.ATTACK
