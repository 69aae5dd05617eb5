"""The plain attributes of each part of a picture: what programs see that know no style sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from argmap.render.svg.look_table import Ink, Rule, Selector, font_family, rules, selector_of
from argmap.themes import Palette, Theme


@dataclass(frozen=True)
class Look:
    """How a picture looks with a theme, and with the colours that its map gives to tags.

    `in_page` says that it becomes a part of a page, `mentions` that it is a column, which may hold
    some, `unstated` that a box shows what is unstated, `away` what is argued in another map. Where
    it is not `painted`, a style sheet alone says how it looks.
    """

    theme: Theme
    tag_colours: tuple[tuple[str, str], ...] = ()
    in_page: bool = False
    mentions: bool = False
    unstated: bool = False
    away: bool = False
    painted: bool = True

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Return all rules."""
        flags = {"mentions": self.mentions, "unstated": self.unstated, "away": self.away}
        return rules(self.theme, self.tag_colours, **flags)

    @cached_property
    def for_all(self) -> Mapping[str, str]:
        """Return the attributes of the whole picture, which its parts inherit."""
        return {name: self._at("text")[name] for name in ("font-family", "font-size")}

    @property
    def outermost(self) -> Mapping[str, str]:
        """Return these attributes as the picture has them; a file names its first face alone."""
        if self.in_page:
            return self.for_all
        return {**self.for_all, "font-family": font_family(self.theme.fonts[:1])}

    def attributes(self, *path: str) -> Mapping[str, str]:
        """Return the attributes of the last element of a path.

        Each element, from the outermost on, is given by its classes; one of text is `text` too.
        """
        if not self.painted:
            return {}
        found = self._known.get(path)
        if found is None:
            found = {
                name: value
                for name, value in self._at(*path).items()
                if self.for_all.get(name) != value
            }
            self._known[path] = found
        return found

    def part(self, *path: str) -> Mapping[str, str]:
        """Return the class and the attributes of the last element of a path."""
        return {"class": path[-1], **self.attributes(*path)}

    @cached_property
    def _known(self) -> dict[tuple[str, ...], Mapping[str, str]]:
        return {}

    @cached_property
    def _in_order(self) -> list[tuple[Selector, Rule]]:
        """Return the rules by each of their selectors, those that say most last."""
        pairs = [(selector_of(one), rule) for rule in self.rules for one in rule.selectors]
        return sorted(pairs, key=lambda pair: pair[0].weight)

    def _at(self, *path: str) -> dict[str, str]:
        *outside, own = [set(classes.split()) for classes in path]
        found: dict[str, str] = {}
        for selector, rule in self._in_order:
            if selector.names <= own and (
                not selector.within or any(selector.within <= one for one in outside)
            ):
                for name, value in rule.declarations.items():
                    found[name] = plain(value, self.theme.palette)
        return found


def look_of(
    theme: Theme,
    tag_colours: tuple[tuple[str, str], ...],
    *,
    in_page: bool,
    mentions: bool,
    unstated: bool,
    away: bool,
    painted: bool = True,
) -> Look:
    """Return the look of such pictures; what it has found out is kept for the next of them."""
    return _kept(Look(theme, tag_colours, in_page, mentions, unstated, away, painted))


# Apart: a function that is cached itself is called with anything, as far as types are checked.
@lru_cache(maxsize=16)
def _kept(look: Look) -> Look:
    return look


def plain(value: str | float | Ink, palette: Palette) -> str:
    """Return a value as an attribute has it, with the colours of a palette."""
    if isinstance(value, Ink):
        return str(getattr(palette, value.name))
    return value if isinstance(value, str) else f"{value:g}"
