"""A map becomes a drawing: boxes for claims, pills for steps that show, arrows between them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from argmap.drawing import sizes
from argmap.drawing.citing import citing_line
from argmap.drawing.measure import text_width
from argmap.drawing.paragraphs import paragraphs
from argmap.drawing.shapes import Arrow, ArrowKind, Box, Drawing, Group, Pill, Role
from argmap.drawing.wrap import wrap
from argmap.evaluation.verdicts import Evaluation
from argmap.languages import words_in
from argmap.languages.words import Words
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity
from argmap.view import View

Shape = TypeVar("Shape", Box, Pill)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingOptions:
    """What to show and how wide; `width` is that of every box in pixels.

    `letter_width` is how wide letters are beside those of Arial.
    """

    width: float = sizes.BOX_WIDTH
    letter_width: float = 1.0
    sources: bool = True
    legend: bool = True
    tag_colours: tuple[tuple[str, str], ...] = ()


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
    a_map = view.map
    roles = _roles(view.whole)

    def judged(shape: Shape) -> Shape:
        if evaluation is None:
            return shape
        label = evaluation.verdict(shape.id).label
        return replace(shape, verdict=label, changed=shape.id in changed)

    naming = _naming(a_map)
    words = words_in(a_map.language)

    def box(claim: Claim) -> Box:
        names_source = claim.id in naming
        plain = _box(view, claim, roles[claim.id], options, words, bool(evaluation), names_source)
        return replace(judged(plain), degree=degrees[claim.id] if degrees is not None else None)

    stepped = {argument.id for argument in a_map.arguments if _shows_its_step(view, argument)}
    return Drawing(
        title=a_map.title,
        language=a_map.language,
        summary=_summary(a_map, words, evaluation),
        boxes=tuple(box(claim) for claim in a_map.claims),
        pills=tuple(
            judged(_pill(view, one, options, words)) for one in a_map.arguments if one.id in stepped
        ),
        arrows=tuple(_arrows(a_map, stepped, evaluation)),
        groups=tuple(_groups(a_map, stepped, options)),
        theses=a_map.theses,
        tag_colours=options.tag_colours,
        legend=options.legend,
    )


def _roles(a_map: ArgumentMap) -> dict[str, Role]:
    roles = dict.fromkeys(a_map.theses, Role.THESIS)
    for argument in a_map.arguments:
        for premise in argument.premises:
            roles.setdefault(premise, _role(argument))
    for claim in a_map.claims:
        roles.setdefault(claim.id, Role.NEUTRAL)
    return roles


def _role(argument: Argument) -> Role:
    return Role.SUPPORT if argument.polarity is Polarity.SUPPORT else Role.ATTACK


def _shows_its_step(view: View, argument: Argument) -> bool:
    return bool(
        len(argument.premises) > 1
        or argument.id in view.companions
        or argument.label
        or argument.scheme
        or view.map.arguments_on(argument.id)
    )


def _box(
    view: View,
    claim: Claim,
    role: Role,
    options: DrawingOptions,
    words: Words,
    has_badge: bool,
    names_source: bool,
) -> Box:
    a_map = view.map
    # Wider letters are as good as a narrower box: all is measured in those of Arial.
    measure = (options.width - sizes.PADDING_LEFT - sizes.PADDING_RIGHT) / options.letter_width
    badge = (sizes.BADGE_SIZE + sizes.BADGE_GAP) / options.letter_width if has_badge else 0.0
    citing = ""
    if options.sources:
        named = a_map.sources_by_id
        citing = citing_line(claim.citations, sources=named, full=names_source, words=words)
    told = paragraphs(claim, citing=citing, width=measure, badge=badge)
    more = tuple(_more(view, claim, words))
    height = sizes.PADDING_TOP + told.height + sizes.PADDING_BOTTOM
    height += len(more) * sizes.SMALL_LINE_HEIGHT
    # Room for the heads of lines that may end at one side; of more than these, some are shared.
    heads = len(a_map.arguments_on(claim.id)) + len(claim.contradicts)
    spare = max(0.0, min(heads, sizes.MOST_HEADS) * sizes.HEAD_ROOM - height)
    return Box(
        id=claim.id,
        role=role,
        headline=told.headline,
        body=told.body,
        sources=told.sources,
        sources_beside=told.sources_beside,
        more=more,
        width=options.width,
        height=height + spare,
        text_top=sizes.PADDING_TOP + spare / 2,
        text=claim.text if claim.label is None else f"{claim.label}: {claim.text}",
        note=claim.note,
        link=claim.link,
        tags=claim.tags,
        group=claim.group,
    )


def _more(view: View, claim: Claim, words: Words) -> Iterator[str]:
    below, above = view.hidden_below.get(claim.id), view.hidden_above.get(claim.id)
    if below:
        yield words.hidden_below.format(words.counted(words.claims, below))
    if above:
        yield words.hidden_above.format(words.counted(words.claims, above))


def _naming(a_map: ArgumentMap) -> set[str]:
    """Return the claims whose box names what they cite; the others leave out the only source."""
    citing = [claim.id for claim in a_map.claims if claim.citations]
    if len(a_map.sources) > 1:
        return set(citing)
    theses = set(a_map.theses).intersection(citing)
    return theses or set(citing[:1])


def _pill(view: View, argument: Argument, options: DrawingOptions, words: Words) -> Pill:
    name = argument.label or (argument.scheme or "").replace("-", " ").replace("_", " ")
    size = sizes.PILL_TEXT_SIZE
    measure = sizes.PILL_TEXT_WIDTH / options.letter_width
    lines = wrap(name, width=measure, size=size) if name else ()
    if argument.id in view.companions:
        lines = (*lines, words.more.format(view.companions[argument.id]))
    width, height = sizes.EMPTY_PILL_WIDTH, sizes.EMPTY_PILL_HEIGHT
    if lines:
        widest = max(text_width(line, size=size) for line in lines) * options.letter_width
        width = round(widest + 2 * sizes.PILL_PADDING, 1)
        height = len(lines) * sizes.PILL_LINE_HEIGHT + 2 * sizes.PILL_PADDING_VERTICAL
    if view.map.arguments_on(argument.id):
        # Room for lines that end here beside those of the premises.
        height = max(height, sizes.ATTACKED_PILL_HEIGHT)
    return Pill(
        id=argument.id,
        role=_role(argument),
        lines=lines,
        width=width,
        height=height,
        text=f"{name or words.argument}: {_aim(argument, words)}",
        note=argument.note,
        tags=argument.tags,
        linked=len(argument.premises) > 1,
    )


def _aim(argument: Argument, words: Words) -> str:
    if argument.polarity is Polarity.SUPPORT:
        aim = words.linked_for if len(argument.premises) > 1 else words.single_for
    else:
        aim = words.linked_against if len(argument.premises) > 1 else words.single_against
    return aim.format(words.quoted(argument.target))


def _arrows(
    a_map: ArgumentMap, stepped: set[str], evaluation: Evaluation | None
) -> Iterator[Arrow]:
    for argument in a_map.arguments:
        role = _role(argument)
        ending = ArrowKind.SUPPORT if role is Role.SUPPORT else ArrowKind.ATTACK
        fails = evaluation is not None and _fails(argument, evaluation)
        if argument.id not in stepped:
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


def _fails(argument: Argument, evaluation: Evaluation) -> bool:
    if evaluation.arguments[argument.id].label is Label.REJECTED:
        return True
    attacks = argument.polarity is Polarity.ATTACK
    return attacks and evaluation.verdict(argument.target).label is Label.ACCEPTED


def _groups(a_map: ArgumentMap, stepped: set[str], options: DrawingOptions) -> Iterator[Group]:
    members: dict[str, list[str]] = {}
    group_of = {claim.id: claim.group for claim in a_map.claims}
    for claim in a_map.claims:
        if claim.group:
            members.setdefault(claim.group, []).append(claim.id)
    for argument in a_map.arguments:
        around = {group_of.get(name) for name in (*argument.premises, argument.target)}
        (group, *others) = around
        if group and not others and argument.id in stepped:
            members[group].append(argument.id)
    for name, ids in members.items():
        heading = wrap(
            name, width=options.width / options.letter_width, size=sizes.TEXT_SIZE, bold=True
        )
        yield Group(name, heading, tuple(ids))


def _summary(a_map: ArgumentMap, words: Words, evaluation: Evaluation | None) -> str:
    names = tuple(
        words.quoted(a_map.claims_by_id[thesis].text.rstrip(".")) for thesis in a_map.theses
    )
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
    labels = [evaluation.claims[thesis].label for thesis in a_map.theses]
    if len(labels) == 1:
        return f"{summary} {words.thesis_is.format(words.verdicts[labels[0]])}"
    verdicts = [
        f"{words.quoted(a_map.claims_by_id[thesis].name.rstrip('.'))} {words.verdicts[label]}"
        for thesis, label in zip(a_map.theses, labels, strict=True)
    ]
    return f"{summary} {'; '.join(verdicts)}."
