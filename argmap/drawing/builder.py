"""A map becomes a drawing: boxes for claims, pills for steps that show, arrows between them."""

from collections.abc import Collection, Iterator, Mapping

from argmap.drawing import sizes
from argmap.drawing.boxes import box_of, pill_of
from argmap.drawing.options import DrawingOptions
from argmap.drawing.shapes import Arrow, ArrowKind, Box, Drawing, Group, Lead, Pill, Role, Row
from argmap.drawing.showing import Showing, role_of
from argmap.drawing.wrap import wrap
from argmap.evaluation.verdicts import Evaluation
from argmap.languages.words import Words
from argmap.model import ArgumentMap, Polarity
from argmap.view import View

# Characters of the name of a thesis in a description that tells of several.
MOST_OF_A_NAME = 60


def build(
    view: View,
    *,
    options: DrawingOptions,
    evaluation: Evaluation | None = None,
    changed: Collection[str] = (),
    degrees: Mapping[str, float] | None = None,
) -> Drawing:
    """Return the drawing of what is to be seen of a map.

    With an `evaluation` of the whole map it shows what stands; `changed` are the ids of claims and
    arguments whose verdict is another one than that of the map as it is written; `degrees` are
    numbers from 0 to 1 to show on claims.
    """
    return drawing_of(
        Showing(view=view, options=options, evaluation=evaluation, changed=changed, degrees=degrees)
    )


def drawing_of(showing: Showing) -> Drawing:
    """Return the drawing of what is shown of a map."""
    a_map, options = showing.map, showing.options
    rows: tuple[Row, ...] = ()
    if options.column:
        # Only then: no tree needs it.
        from argmap.drawing.column import rows_of

        rows = tuple(rows_of(showing))
        shapes = [row.shape for row in rows]
        boxes = tuple(shape for shape in shapes if isinstance(shape, Box))
        pills = tuple(shape for shape in shapes if isinstance(shape, Pill))
        arrows = tuple(row.arrow for row in rows if row.arrow)
    else:
        boxes = tuple(box_of(showing, claim) for claim in a_map.claims)
        stepped = (one for one in a_map.arguments if one.id in showing.stepped)
        pills = tuple(pill_of(showing, argument) for argument in stepped)
        arrows = tuple(_arrows(showing))
    return Drawing(
        title=a_map.title,
        language=a_map.language,
        summary=_summary(a_map, showing.words, showing.evaluation),
        boxes=boxes,
        pills=pills,
        arrows=arrows,
        groups=tuple(_groups(showing)),
        theses=a_map.theses,
        tag_colours=options.tag_colours,
        legend=options.legend,
        audience=showing.evaluation.audience if showing.evaluation else None,
        rows=rows,
        trail=tuple(Lead(crumb.name, crumb.part) for crumb in showing.view.trail),
        whole=showing.whole,
    )


def _arrows(showing: Showing) -> Iterator[Arrow]:
    a_map = showing.map
    for argument in a_map.arguments:
        role = role_of(argument)
        ending = ArrowKind.SUPPORT if role is Role.SUPPORT else ArrowKind.ATTACK
        fails = showing.fails(argument)
        if argument.id not in showing.stepped:
            yield Arrow(argument.premises[0], argument.target, ending, role, fails)
            continue
        yield Arrow(argument.id, argument.target, ending, role, fails)
        for premise in argument.premises:
            yield Arrow(premise, argument.id, ArrowKind.JOIN, role)
    pairs = dict.fromkeys(
        frozenset((claim.id, other)) for claim in a_map.claims for other in claim.contradicts
    )
    order = {claim.id: number for number, claim in enumerate(a_map.claims)}
    for pair in pairs:
        ends = sorted(pair, key=order.__getitem__)
        yield Arrow(ends[-1], ends[0], ArrowKind.CONTRADICTION, Role.ATTACK)


def _groups(showing: Showing) -> Iterator[Group]:
    a_map, options = showing.map, showing.options
    members: dict[str, list[str]] = {}
    group_of = {claim.id: claim.group for claim in a_map.claims}
    for claim in a_map.claims:
        if claim.group:
            members.setdefault(claim.group, []).append(claim.id)
    for argument in a_map.arguments:
        around = {group_of.get(name) for name in (*argument.premises, argument.target)}
        (group, *others) = around
        if group and not others and argument.id in showing.stepped:
            members[group].append(argument.id)
    for name, ids in members.items():
        heading = wrap(
            name, width=options.width / options.letter_width, size=sizes.TEXT_SIZE, bold=True
        )
        yield Group(name, heading, tuple(ids))


def _summary(a_map: ArgumentMap, words: Words, evaluation: Evaluation | None) -> str:
    theses = [a_map.claims_by_id[thesis] for thesis in a_map.theses]
    # Several are told by their names, and in short: a description is heard in one breath.
    told = [theses[0].text] if len(theses) == 1 else [_short(one.name) for one in theses]
    names = tuple(words.quoted_again(one.rstrip(".")) for one in told)
    opening = words.map_for.format(words.listed(names)) if names else words.no_thesis
    supports = sum(argument.polarity is Polarity.SUPPORT for argument in a_map.arguments)
    counts = words.counts.format(
        words.counted(words.claims, len(a_map.claims)),
        words.counted(words.supports, supports),
        words.counted(words.attacks, len(a_map.arguments) - supports),
    )
    summary = f"{opening} {counts}"
    if evaluation is None or not a_map.theses:
        return summary
    standings = [evaluation.claims[thesis].standing for thesis in a_map.theses]
    audience = ""
    if evaluation.audience is not None:
        audience = f" {words.weighed_for.format(words.quoted(evaluation.audience))}."
    if len(standings) == 1:
        return f"{summary} {words.thesis_is.format(words.verdicts[standings[0]])}{audience}"
    verdicts = [f"{name} {words.verdicts[one]}" for name, one in zip(names, standings, strict=True)]
    return f"{summary} {'; '.join(verdicts)}.{audience}"


def _short(name: str) -> str:
    """Return a name, cut at the end of a word where there is one."""
    if len(name) <= MOST_OF_A_NAME:
        return name
    cut = name[:MOST_OF_A_NAME]
    return f"{cut.rpartition(' ')[0] or cut}…"
