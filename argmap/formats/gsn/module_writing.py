"""A map that was joined of files → a module of a safety case for each, which uses the others.

An element is written in the module of the file that says it. gsn2x reads each module once and wants
to find something in it, so what several files include is used by the first of them, and a file that
says nothing is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.diagnostics import Diagnostic
from argmap.evaluation.grounded.labelling import evaluate
from argmap.formats.gsn import loads
from argmap.formats.gsn.parts import Part, free
from argmap.formats.gsn.writing import NOTATION, case_of, text_of_case
from argmap.formats.losses import Losses
from argmap.formats.losses.verdicts import changed_verdicts
from argmap.model import ArgumentMap, Claim
from argmap.reader import MapModule
from argmap.source import at_start

SUFFIX = ".gsn.yaml"
_OTHER_NAME = "modules have names in gsn2x, each another: “{}” is called “{}”"


@dataclass(frozen=True, slots=True)
class WrittenModule:
    """The YAML of a module, and the file that it comes from."""

    file: str
    text: str


def module_texts(
    a_map: ArgumentMap,
    files: Sequence[MapModule],
    *,
    goals: Mapping[str, str],
    sealing: ArgumentMap,
) -> tuple[tuple[WrittenModule, ...], tuple[Diagnostic, ...]]:
    """Return the module of each file that says something, the one to open first, and what is lost.

    `goals` are the names of the files to be, without their suffix, by those of the files; all lie
    in one folder. `sealing` is the map with the verdicts that there were, where some of its claims
    were sealed; those that are others now are told.
    """
    losses = Losses(NOTATION)
    parts = case_of(_ungrouped(a_map, files), losses)
    whole = text_of_case(parts.values(), name=a_map.title, brief=a_map.description)
    told = {**evaluate(a_map).claims, **evaluate(sealing).claims}
    changed = changed_verdicts(a_map, loads(whole).map, notation=NOTATION, told=told)
    found: dict[str, list[Part]] = {}
    own = {one.file for one in files}
    for part in parts.values():
        found.setdefault(part.file if part.file in own else files[0].file, []).append(part)
    written = [one for one in files if one.file in found]
    uses = _uses(files, [one.file for one in written])
    names = _names(written, goals, uses, losses)
    modules = []
    for one in written:
        others = [f"{goals[other]}{SUFFIX}" for other in uses[one.file]]
        name, brief = names.get(one.file), one.description
        text = text_of_case(found[one.file], name=name, brief=brief, uses=others)
        modules.append(WrittenModule(one.file, text))
    return tuple(modules), (*losses.diagnostics(), *changed)


def _ungrouped(a_map: ArgumentMap, files: Sequence[MapModule]) -> ArgumentMap:
    """Return a map without the groups of claims that modules are read as."""
    titles = {one.file: one.title for one in files[1:]}

    def is_told(claim: Claim) -> bool:
        file = claim.span.file if claim.span else None
        return claim.group is not None and titles.get(file or "") == claim.group

    claims = (replace(one, group=None) if is_told(one) else one for one in a_map.claims)
    return replace(a_map, claims=tuple(claims))


def _uses(files: Sequence[MapModule], written: Sequence[str]) -> dict[str, list[str]]:
    """Return which of the files that are written each of them uses: every one but the first once.

    A file is used by the first that includes it, or by what that is used by where that is left out.
    """
    above = {one.file: one.user for one in files if one.user is not None}
    for one in files:
        for other in one.includes or ():
            above.setdefault(other, one.file)
    uses: dict[str, list[str]] = {file: [] for file in written}
    for file in written[1:]:
        # What includes a file comes before it.
        user = above.get(file, written[0])
        while user not in uses:
            user = above.get(user, written[0])
        uses[user].append(file)
    return uses


def _names(
    files: Sequence[MapModule],
    goals: Mapping[str, str],
    uses: Mapping[str, Sequence[str]],
    losses: Losses,
) -> dict[str, str]:
    """Return the names of the modules that need one, each another."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for number, one in enumerate(files):
        if one.title is None and not (one.description or uses[one.file]):
            continue
        wanted = one.title or ("" if number == 0 else goals[one.file])
        names[one.file] = free(wanted, taken)
        taken.add(names[one.file])
        if number and names[one.file] != one.title:
            message = _OTHER_NAME.format(one.title or one.path, names[one.file])
            losses.say(message, at_start(one.file))
    return names
