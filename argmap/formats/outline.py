"""Markdown outlines ↔ ArgumentMap: nested lists whose items say `+` for and `-` for against.

A heading is the title, or the thesis where marked items follow it; a paragraph at the margin, or an
unmarked item there, is a thesis, and below a rule `***` a claim that is no thesis. An item that
begins with `+` or `-`, or with a word such as “Pro:” or “Objection:”, is the premise of an argument
on what it is nested in. Nested in it, `* & …` is a linked premise, and `- ~ …` undercuts the step.
A text may end with its id, `{#id}`; an item of nothing else means the claim with that id.
"""

import re

from argmap.faults import FaultLog
from argmap.formats.argument_names import names_of_arguments
from argmap.formats.foreign import read_text
from argmap.formats.losses import Losses, Writing, kept
from argmap.formats.outline_items import map_of
from argmap.formats.outline_reading import LineReader
from argmap.formats.outline_text import escaped
from argmap.formats.outline_walk import Told, ids_to_write, told
from argmap.formats.stance_marks import Stance
from argmap.model import ArgumentMap
from argmap.reader import Reading

KEEPS = frozenset({"map.title", "map.theses"})
BULLETS = {
    Stance.SUPPORT: "+ ",
    Stance.ATTACK: "- ",
    Stance.LINKED: "* & ",
    Stance.BACKING: "+ ~ ",
    Stance.UNDERCUT: "- ~ ",
}
_AN_ITEM = re.compile(r"^[ \t]*(?:[-+*&~•]|\d{1,9}[.)])[ \t]+\S", re.MULTILINE)


def recognises(text: str) -> bool:
    """Return whether a text seems to be an outline."""
    return not text.startswith("Discussion Title:") and _AN_ITEM.search(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that an outline makes, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the map as an outline; ids are written where the text alone would give others."""
    losses = Losses("An outline")
    names = names_of_arguments(a_map)
    if any(name != argument for argument, name in names.items()):
        losses.say("An outline has no ids of arguments: they are numbered on their targets")
    a_map = kept(a_map, keeps=KEEPS, losses=losses)
    items = told(a_map)
    written_ids = ids_to_write(a_map, items)
    blocks = [f"# {escaped(a_map.title)}"] if a_map.title else []
    is_above_rule, nested = True, False
    for item in items:
        if item.depth == 0 and not item.is_thesis and is_above_rule:
            blocks.append("\n***" if blocks else "***")
            is_above_rule = False
        # A list may follow a thesis only after an empty line, and a thesis a list.
        is_list = item.depth > 0
        gap = "\n" if blocks and not (is_list and nested) else ""
        blocks.append(f"{gap}{_line(item, written_ids)}")
        nested = is_list
    return Writing("\n".join(blocks) + "\n", losses.diagnostics())


def _line(item: Told, written_ids: frozenset[str]) -> str:
    name = item.claim.id
    bullet = "" if item.stance is None else f"{'  ' * (item.depth - 1)}{BULLETS[item.stance]}"
    if not item.whole:
        return f"{bullet}{{#{name}}}"
    mark = f" {{#{name}}}" if name in written_ids else ""
    return f"{bullet}{escaped(item.claim.text)}{mark}"


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    lines = LineReader(file, log, losses)
    items = lines.read(text)
    return map_of(items, file=file, log=log, keeps_keys=True, title=lines.title)
