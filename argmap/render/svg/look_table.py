"""How the parts of a picture look, as one table from which attributes and style sheets are made.

A selector names elements by their classes, or all text, and may say what they lie in. The rule
whose selector says most goes before the others; of two that say as much, the later one.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.drawing import sizes
from argmap.themes import Theme

# Longer than those of an undecided claim and of an attack.
UNSTATED_DASHES = "9 4"
ROLES = ("support", "attack", "neutral")


class Ink(NamedTuple):
    """A colour of a palette, by its name there.

    `own` says that it is the picture’s own, whatever the page around it wants for that name: what
    is knocked out of a coloured shape is as light or dark as the picture, also where its sheet is
    transparent.
    """

    name: str
    own: bool = False


Declarations = Mapping[str, str | float | Ink]


class Rule(NamedTuple):
    """What elements look like that one of the selectors names."""

    selectors: tuple[str, ...]
    declarations: Declarations


class Selector(NamedTuple):
    """A selector taken apart: the names of the element itself, and of one that it lies in."""

    within: frozenset[str]
    names: frozenset[str]

    @property
    def weight(self) -> tuple[int, int]:
        """Return how much it says: so many classes, so many elements."""
        words = [*self.within, *self.names]
        return len(words) - words.count("text"), words.count("text")


def selector_of(written: str) -> Selector:
    """Return a selector such as `.claim.thesis .frame` taken apart."""
    parts = [frozenset(re.findall(r"[\w-]+", part)) for part in written.split()]
    within, names = parts if len(parts) == 2 else (frozenset[str](), parts[0])
    return Selector(within, names)


def rules(
    theme: Theme,
    tag_colours: tuple[tuple[str, str], ...],
    *,
    mentions: bool = False,
    unstated: bool = False,
    away: bool = False,
) -> tuple[Rule, ...]:
    """Return all rules of a picture with that theme and those colours of tags.

    Those of mentions, of what is unstated and of what is argued elsewhere are there where they are
    asked for.
    """
    marks = (_rule(f".mark-{place}", fill=c) for place, (_, c) in enumerate(tag_colours))
    own = [*_text(theme), *_shapes(theme), *_roles(), *_theses(theme)]
    own += _away(theme) if away else ()
    # Before verdicts: how undecided what is unstated is, matters more.
    own += [*(_unstated() if unstated else ()), *_verdicts(theme)]
    return (*own, *(_mentions(theme) if mentions else ()), *marks)


def _rule(selectors: str, **declarations: str | float | Ink) -> Rule:
    named = {name.replace("_", "-"): value for name, value in declarations.items()}
    return Rule(tuple(selectors.split(", ")), named)


def _text(theme: Theme) -> Iterator[Rule]:
    families = font_family(theme.fonts)
    yield _rule("text", font_family=families, font_size=sizes.TEXT_SIZE, fill=Ink("text"))
    yield _rule(".title", font_size=sizes.TITLE_SIZE, font_weight="bold")
    yield _rule(".headline", font_weight="bold")
    yield _rule(".sources, .more", font_size=sizes.SMALL_TEXT_SIZE, fill=Ink("quiet"))
    yield _rule(".beside", text_anchor="end")
    yield _rule(".more", font_style="italic")
    yield _rule(".group-heading", font_weight="bold", fill=Ink("quiet"))
    yield _rule(".legend text", font_size=sizes.PILL_TEXT_SIZE, fill=Ink("quiet"))
    yield _rule(
        ".pill text", font_size=sizes.PILL_TEXT_SIZE, font_style="italic", text_anchor="middle"
    )


def _shapes(theme: Theme) -> Iterator[Rule]:
    line, border = theme.line_width, theme.border_width
    yield _rule(".page", fill=Ink("page"))
    yield _rule(".group", fill=Ink("group"))
    yield _rule(".frame", stroke=Ink("border"), stroke_width=border)
    yield _rule(".line", fill="none", stroke_width=line)
    yield _rule(".line.attack, .line.contradiction", stroke_dasharray="6 4")
    yield _rule(".bar", fill="none", stroke_width=line + 1.7)
    yield _rule(".pill .frame", fill=Ink("page"), stroke_width=line)


def _roles() -> Iterator[Rule]:
    for role in ROLES:
        edge = Ink(role)
        yield _rule(f".claim.{role} .frame", fill=Ink(f"{role}_fill"))
        yield _rule(f".claim.{role} .stripe", fill=edge)
        yield _rule(f".{role} .line, .{role} .bar, .pill.{role} .frame", stroke=edge)
        yield _rule(f".{role} .head, .pill.{role} text, .pill.{role} .inference", fill=edge)


def _theses(theme: Theme) -> Iterator[Rule]:
    yield _rule(
        ".claim.thesis .frame",
        fill=Ink("thesis"),
        stroke=Ink("thesis_border"),
        stroke_width=theme.border_width + 1,
    )
    yield _rule(".claim.thesis text", fill=Ink("thesis_text"))
    yield _rule(".claim.thesis .sources, .claim.thesis .more", fill=Ink("thesis_quiet"))
    yield _rule(".claim.thesis .stripe", fill=Ink("gold"))


def _unstated() -> Iterator[Rule]:
    yield _rule(".claim.unstated .frame", stroke=Ink("quiet"), stroke_dasharray=UNSTATED_DASHES)
    yield _rule(".claim.thesis.unstated .frame", stroke=Ink("gold"))


def _away(theme: Theme) -> Iterator[Rule]:
    thin = theme.border_width
    yield _rule(".claim.elsewhere .inner", fill="none", stroke=Ink("border"), stroke_width=thin)
    yield _rule(".claim.thesis.elsewhere .inner", stroke=Ink("thesis_border"))


def _mentions(theme: Theme) -> Iterator[Rule]:
    quiet = Ink("quiet")
    yield _rule(".mention .frame", fill=Ink("page"), stroke=Ink("border"))
    yield _rule(".mention text", fill=quiet)
    yield _rule(".mention.heading text", font_weight="bold", fill=Ink("text"))
    yield _rule(".mention.heading .frame", stroke_width=theme.border_width + 0.5)
    yield _rule(".mention.reminder text", font_size=sizes.SMALL_TEXT_SIZE)
    yield _rule(".leads", fill="none", stroke=quiet, stroke_width=1.3)


def _verdicts(theme: Theme) -> Iterator[Rule]:
    thin, border = theme.line_width / 2, theme.border_width
    yield _rule(".claim.rejected text, .pill.rejected text", fill=Ink("quiet"))
    yield _rule(".claim.thesis.rejected text", fill=Ink("thesis_quiet"))
    # Some programs know no opacity of a whole shape.
    yield _rule(".claim.rejected .stripe", fill_opacity=0.45)
    yield _rule(".pill.rejected .frame", stroke_opacity=0.55)
    yield _rule(".pill.rejected .inference", fill_opacity=0.55)
    yield _rule(".claim.undecided .frame", stroke=Ink("quiet"), stroke_dasharray="5 3")
    yield _rule(".claim.thesis.undecided .frame", stroke=Ink("gold"))
    yield _rule(".pill.undecided .frame", stroke_dasharray="5 3")
    yield _rule(".fails .line", stroke_width=thin)
    yield _rule(".fails .bar", stroke_width=thin + 0.8)
    yield from _badges()
    yield _rule(".scale", fill=Ink("border"))
    yield _rule(".degree", fill=Ink("quiet"))
    yield _rule(".claim.thesis .degree", fill=Ink("gold"))
    yield _rule(".ring", fill="none", stroke=Ink("gold"), stroke_width=border + 1)
    yield _rule(".claim.changed .frame", stroke=Ink("gold"), stroke_width=border + 1.5)


def _badges() -> Iterator[Rule]:
    ground = Ink("page", own=True)
    yield _rule(".disc", fill=ground, stroke_width=1.4)
    yield _rule(".sign", fill="none", stroke_width=1.6, stroke_linecap="round")
    yield _rule(".badge.accepted .disc", fill=Ink("support"), stroke=ground)
    yield _rule(".badge.accepted .sign", stroke=ground)
    yield _rule(".badge.rejected .disc, .badge.rejected .sign", stroke=Ink("attack"))
    yield _rule(".badge.not-shown .disc, .badge.not-shown .sign", stroke=Ink("quiet"))
    yield _rule(".badge.undecided .disc, .badge.undecided .sign", stroke=Ink("text"))


def font_family(names: tuple[str, ...]) -> str:
    """Return the names of faces as CSS."""
    return ", ".join(f"'{name}'" if " " in name else name for name in names)
