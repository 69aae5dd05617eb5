"""A text with faults → the same with the fixes of its findings, each checked by reading back.

A map in several files has a text for each, and a fix may change several of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.diagnostics import Diagnostic
from argmap.editing.applying import applied, once, overlap
from argmap.editing.sound_fixes import Examined, is_sound, key_of
from argmap.edits import Edit
from argmap.source import Span

# A fix may bring something to light that was not read before, and can be fixed itself.
MOST_ROUNDS = 50
# Fixes that do harm are found by halves, which takes a reading each; a hostile map has many.
MOST_READINGS = 120
# Texts by the names that their files have in findings.
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mended:
    """Texts after the fixes; `mended` are the findings that are gone, `left` those of the texts."""

    texts: Texts
    mended: tuple[Diagnostic, ...]
    left: Examined

    @property
    def text(self) -> str:
        """Return the text of the map itself."""
        return self.texts[self.left.reading.file]


def mended(text: str, examine: Callable[[str], Examined]) -> Mended:
    """Return a text with the fixes of its findings, and what is left.

    `examine` reads a text and says what is wrong with it. A fix is made whole or not at all, and
    only where what it mends is then gone, nothing new is wrong, and all comments and claims that
    it does not speak of are as they were.
    """
    first = examine(text)
    file = first.reading.file
    return mended_together(
        {file: text}, lambda now: first if now[file] == text else examine(now[file])
    )


def mended_together(
    texts: Texts,
    examine: Callable[[Texts], Examined],
    *,
    keeps: Callable[[Texts], bool] = lambda _: True,
) -> Mended:
    """Return the texts of several files of a map with the fixes of its findings, and what is left.

    A fix that changes another file than these is not made, and none after which what else is made
    of the files is worse, which `keeps` tells.
    """
    mending = _Mending(texts, examine, keeps)
    for _ in range(MOST_ROUNDS):
        if not mending.go_on():
            break
    return Mended(mending.texts, tuple(mending.done), mending.now)


class _Mending:
    """Texts on their way, with what is known of them."""

    def __init__(
        self, texts: Texts, examine: Callable[[Texts], Examined], keeps: Callable[[Texts], bool]
    ) -> None:
        self.texts = texts
        self.done: list[Diagnostic] = []
        self._examine = examine
        self._keeps = keeps
        self._readings = 1
        self._refused: set[tuple[str, ...]] = set()
        self.now = examine(texts)

    def go_on(self) -> bool:
        """Make all fixes that go together; return whether there may be more."""
        wanted = (one for one in self._fixable() if _fix_key(one) not in self._refused)
        chosen = _together(wanted)
        step = self._made(chosen)
        if step is None:
            chosen = self._harmless(chosen)
            # Each for itself is right, and together they may not be.
            step = self._made(chosen)
            if step is None:
                chosen = chosen[:1]
                step = self._made(chosen)
        if step is None:
            # Others, about the same characters, may do no harm.
            return self._readings < MOST_READINGS and any(
                _fix_key(one) not in self._refused for one in self._fixable()
            )
        self.texts, self.now = step
        self.done += chosen
        # What did harm may do none now.
        self._refused.clear()
        return True

    def _harmless(self, fixes: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return those of several fixes, which do harm together, that do none."""
        found: list[Diagnostic] = []
        waiting = [fixes]
        while waiting:
            some = waiting.pop()
            # All of them were tried already.
            if some is not fixes and self._made(some) is not None:
                found += some
            elif len(some) > 1:
                waiting += [some[len(some) // 2 :], some[: len(some) // 2]]
            else:
                self._refused.update(map(_fix_key, some))
        return found

    def _fixable(self) -> Iterator[Diagnostic]:
        """Yield the findings with a fix that changes only these texts."""
        for finding in self.now.found:
            if finding.fix and all(edit.span.file in self.texts for edit in finding.fix):
                yield finding

    def _made(self, chosen: Sequence[Diagnostic]) -> tuple[Texts, Examined] | None:
        """Return the texts with fixes and what is then to be said of them; None if they do harm."""
        if not chosen or self._readings == MOST_READINGS:
            return None
        self._readings += 1
        edits = once(edit for finding in chosen for edit in finding.fix)
        changed = {
            name: applied(text, [edit for edit in edits if edit.span.file == name])
            for name, text in self.texts.items()
        }
        after = self._examine(changed)
        if is_sound(chosen, edits, self.now, after) and self._keeps(changed):
            return changed, after
        return None


def _fix_key(finding: Diagnostic) -> tuple[str, ...]:
    """Return what tells a fix from others when the lines above it have moved it."""
    return (finding.span.file, *key_of(finding), *(edit.text for edit in finding.fix))


def _together(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings whose fixes can be made at once, the first of those that cannot."""
    chosen: list[Diagnostic] = []
    taken: dict[tuple[str, int], list[Edit]] = {}
    for finding in findings:
        places = [(line, edit) for edit in finding.fix for line in _lines(edit.span)]
        if not any(overlap([edit], taken.get(line, ())) for line, edit in places):
            chosen.append(finding)
            for line, edit in places:
                taken.setdefault(line, []).append(edit)
    return chosen


def _lines(span: Span) -> Iterator[tuple[str, int]]:
    """Yield the lines that a place has characters of, each with its file."""
    return ((span.file, line) for line in range(span.start.line, span.end.line + 1))
