"""What is to be drawn of a map, settled once: the view, the verdicts, the theme and the place."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from argmap.arrangement import Way, arranged, drawing_options, fitted, shortfall
from argmap.destinations import SHEET_NAMES, Destination, destination
from argmap.drawing.builder import drawing_of
from argmap.drawing.showing import Showing
from argmap.errors import UnfitOptionError
from argmap.evaluation.shown_verdicts import shown_degrees, shown_verdicts
from argmap.kinds.choice import Choice
from argmap.kinds.identifier import Identifier
from argmap.kinds.number import Number
from argmap.kinds.one_or_many import OneOrMany
from argmap.kinds.truth import Truth
from argmap.kinds.whole import Whole
from argmap.layout.engine import EngineName, Limits
from argmap.layout.placed import Direction
from argmap.model import ArgumentMap
from argmap.render import LARGEST_SCALE, SMALLEST_SCALE
from argmap.render.renderer import Picture, Talk
from argmap.screens import on_screens
from argmap.settings.setting import setting
from argmap.style import ALL, Style, with_defaults
from argmap.suggestions import did_you_mean
from argmap.theme_files import theme_for
from argmap.themes import Theme
from argmap.view import view_of
from argmap.weighing import DEGREES

if TYPE_CHECKING:
    from argmap.atlas import Cutting, DrawnPart

MOST_PARTS = 99_999
LONGEST_TIME = 86_400.0
_NODES = OneOrMany(Identifier("a claim or an argument"))

# Where parts are read if nobody says: in the column of most pages, and on the sheets of most.
USUAL_PLACE = "760"
USUAL_SHEET = "a4"


@dataclass(frozen=True, kw_only=True)
class RenderOptions(Style):
    """How to draw a map. What is left open is taken from the map's own style, then by default.

    `accept` and `reject` are ids of claims and arguments: what if they stood, or fell? `degrees`
    is one of `argmap.evaluation.semantics.DEGREES`, to be shown as a bar in each box. `part` is the
    number of the only part to draw; the overview has 0. `page` is the name of a sheet in
    `argmap.destinations`: the parts of the map stand on the pages of a PDF.
    """

    accept: tuple[str, ...] = setting(
        _NODES,
        "Claims and arguments that are supposed to stand.",
        default=(),
        asked="What if this claim or step stood?",
        placeholder="ID",
    )
    reject: tuple[str, ...] = setting(
        _NODES,
        "Claims and arguments that are supposed to fall.",
        default=(),
        asked="What if this claim or step fell?",
        placeholder="ID",
    )
    degrees: str | None = setting(
        Choice(DEGREES),
        "The degrees that are shown as a bar in each box.",
        asked="Show a bar in each box for how far it stands.",
    )
    part: int | None = setting(
        Whole(0, MOST_PARTS), "The number of the only part to draw; the overview has 0."
    )
    page: str | None = setting(
        Choice(SHEET_NAMES),
        "The sheets on which the parts stand in a PDF.",
        asked=f"A PDF with its parts on pages: {', '.join(SHEET_NAMES)}.",
        placeholder="SHEET",
    )
    overview: bool | None = setting(
        Truth(),
        "Whether the files of the map are drawn, in place of what they say.",
        asked="Draw the files that the map is made of, and what bears on what.",
    )
    with_layout: bool | None = setting(
        Truth(),
        "Whether an explorer brings Graphviz along, to lay out what is unfolded.",
        asked="An explorer that lays out what is unfolded with Graphviz: 0.5 MB more.",
    )
    scale: float = setting(
        Number(SMALLEST_SCALE, LARGEST_SCALE),
        "Pixels of a PNG for each pixel of the SVG.",
        default=2.0,
    )
    engine: EngineName = setting(
        Choice(get_args(EngineName)),
        "Graphviz inside argmap, or the dot installed on this machine.",
        default="auto",
        shows=False,
    )
    limits: Limits = setting(
        Number(0.001, LONGEST_TIME),
        "Seconds that the layout may take.",
        asked=f"Seconds that the layout may take [default: {Limits().seconds:g}].",
        default=Limits(),
        option="time-limit",
        made=lambda seconds: Limits(seconds=seconds),
        shows=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is shown, and how; `style` has nothing left open that a map or a project settles."""

    showing: Showing
    style: RenderOptions
    theme: Theme
    direction: Direction | None

    @property
    def way(self) -> Way:
        """Return how places are found."""
        return Way(self.style.engine, self.style.limits)

    def picture(
        self,
        *,
        placed: bool,
        stands: Destination | None = None,
        fits: bool = False,
        narrow: bool = False,
        stepped: bool = False,
    ) -> Picture:
        """Return the picture of all that is shown; `placed` asks for the layout.

        `stands` is where it is read unless a style names a place; with `fits` it is made for it.
        `narrow` asks for a drawing for telephones as well, `stepped` for one of each argument.
        """
        places, told = None, None
        made_for, read_at = _destinations(self.style, stands, fits=fits)
        if placed and made_for:
            places = fitted(
                self.showing, made_for, direction=self.direction, style=self.style, way=self.way
            )
        elif placed:
            places = arranged(self.showing, direction=self.direction, way=self.way)
        if places and read_at:
            told = shortfall(
                places,
                read_at,
                letter_width=self.theme.letter_width,
                style=self.style,
                fits=made_for is not None,
            )
        shown = Picture(
            map=self.showing.map,
            whole=self.showing.view.whole,
            showing=self.showing,
            drawing=places.drawing if places else drawing_of(self.showing),
            evaluation=self.showing.evaluation,
            direction=places.direction if places else self.direction or Direction.DOWN,
            theme=self.theme,
            placed=places,
            scale=self.style.scale,
            with_layout=bool(self.style.with_layout),
            shortfall=told,
            source_texts=self.published,
            talk=self._talk() if stepped else None,
        )
        free = not (made_for or self.direction)
        return self.on_screens(shown, is_free=free) if placed and narrow else shown

    def _talk(self) -> Talk:
        # Only then: most pictures are looked at, and not talked through.
        from argmap.talk import Telling, talk_of

        return talk_of(
            Telling(showing=self.showing, direction=self.direction, style=self.style, way=self.way)
        )

    @property
    def published(self) -> tuple[str, ...]:
        """Return the keys of the sources whose texts go along."""
        wished = self.style.source_texts
        if ALL in wished:
            return tuple(one.id for one in self.showing.view.whole.sources if one.file)
        return wished

    @property
    def sheet(self) -> str:
        """Return the name of the sheets on which parts stand in a PDF."""
        fit = self.style.fit
        return self.style.page or (fit if fit in SHEET_NAMES else USUAL_SHEET)

    def place_of_parts(self, stands: Destination | None) -> Destination:
        """Return the place that parts fit: one that is asked for, else where they stand."""
        if self.style.fit or stands is None:
            return destination(self.style.fit or USUAL_PLACE, self.style.smallest).for_parts
        return stands.with_letters(self.style.smallest).for_parts

    def cutting(self, to: Destination) -> "Cutting":
        """Return what is cut into parts that fit a place."""
        # Only then: most maps are drawn in one piece.
        from argmap.atlas import Cutting

        return Cutting(
            showing=self.showing,
            to=to,
            direction=self.direction,
            style=self.style,
            way=self.way,
        )

    def picture_of(self, drawn: "DrawnPart", *, narrow: bool = False) -> Picture:
        """Return the picture of one part; `narrow` asks for a drawing for telephones as well."""
        view = drawn.showing.view
        shown = Picture(
            map=view.map,
            whole=view.whole,
            showing=drawn.showing,
            drawing=drawn.placed.drawing,
            evaluation=self.showing.evaluation,
            direction=drawn.placed.direction,
            theme=self.theme,
            placed=drawn.placed,
            scale=self.style.scale,
            with_layout=bool(self.style.with_layout),
            shortfall=drawn.shortfall,
            part=drawn.part,
            source_texts=self.published,
        )
        return self.on_screens(shown) if narrow else shown

    def on_screens(self, shown: Picture, *, is_free: bool = False) -> Picture:
        """Return a picture with its drawings for screens on which it cannot be read."""
        return on_screens(shown, is_free=is_free, style=self.style, way=self.way)


def planned(
    a_map: ArgumentMap, *, options: RenderOptions | None, defaults: Style | None, placed: bool
) -> Plan:
    """Return what options, the map's own style and then `defaults` ask to be drawn of it.

    Raises what `argmap.pipeline.draw` raises of themes, UnfitOptionError where a style names what
    the map does not have.
    """
    given = options or RenderOptions()
    if given.overview:
        # Only then: most maps are one file, and there no verdict on files.
        from argmap.overview import overview_of

        a_map, given = overview_of(a_map), replace(given, evaluate=False)
    chosen = with_defaults(with_defaults(given, a_map.style), defaults or Style())
    _require_texts(a_map, chosen)
    theme = theme_for(a_map, given=given.theme, usual=chosen.theme)
    view = view_of(a_map, style=chosen)
    evaluation, changed = shown_verdicts(a_map, chosen)
    direction = None if chosen.direction in (None, "auto") else Direction(chosen.direction)
    if direction is Direction.COLUMN and not placed:
        # What places boxes itself knows no columns.
        direction = None
    showing = Showing(
        view=view,
        options=drawing_options(chosen, theme, column=direction is Direction.COLUMN),
        evaluation=evaluation,
        changed=changed,
        accepted=chosen.accept,
        rejected=chosen.reject,
        degrees=shown_degrees(a_map, chosen),
    )
    return Plan(showing=showing, style=chosen, theme=theme, direction=direction)


def _require_texts(a_map: ArgumentMap, style: Style) -> None:
    """Raise UnfitOptionError where the text of a source is wanted that the map does not have."""
    for key in style.source_texts:
        source = a_map.sources_by_id.get(key)
        if key == ALL or (source and source.file):
            continue
        if source:
            raise UnfitOptionError(f"the source “{key}” has no “file” with its text.")
        hint = did_you_mean(key, a_map.sources_by_id) or "."
        raise UnfitOptionError(f"the map has no source “{key}”{hint}")


def _destinations(
    style: Style, stands: Destination | None, *, fits: bool
) -> tuple[Destination | None, Destination | None]:
    """Return the place that a picture is made for, and the one where its letters are measured."""
    stands = stands and stands.with_letters(style.smallest)
    if not style.fit:
        return (stands if fits else None), stands
    to = destination(style.fit, style.smallest)
    if stands is None or stands.height is None:
        return to, to
    # Whoever names a place knows how wide it is there, but no page gets higher by it.
    return to, stands._replace(width=max(to.width, stands.width))
