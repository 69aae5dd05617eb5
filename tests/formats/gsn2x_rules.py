"""The rules by which gsn2x 4 checks a safety case, from its manual, on what PyYAML reads.

They share nothing with argmap’s reader. What gsn2x only warns of is no broken rule here.
"""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

import yaml

# In this order, as the longer ones come first.
PREFIXES = {
    "CG": "CounterGoal",
    "G": "Goal",
    "CSn": "CounterSolution",
    "Sn": "Solution",
    "S": "Strategy",
    "C": "Context",
    "A": "Assumption",
    "J": "Justification",
}
IN_CONTEXT = {"Justification", "Assumption", "Context"}
COUNTERS = {"CounterGoal", "CounterSolution"}
SUPPORTING = {"Goal", "Solution", "Strategy", *COUNTERS}
SUPPORTED = {"Goal": SUPPORTING, "Strategy": SUPPORTING, "CounterGoal": COUNTERS}
KEYS = {
    **dict.fromkeys(("text", "nodeType", "challenges", "url", "note"), str),
    **dict.fromkeys(("supportedBy", "inContextOf", "defeatedRelation", "classes"), list),
    **dict.fromkeys(("undeveloped", "defeated"), bool),
}

HEADING = {"name", "brief", "uses"}
Elements = dict[str, dict[str, Any]]


def broken_rules(*texts: str) -> list[str]:
    """Return which rules the modules of a case break, with the element that does."""
    elements: Elements = {}
    found = []
    names = []
    for text in texts:
        module = yaml.safe_load(text) or {}
        heading = module.pop("module", None)
        found += [] if module or len(texts) == 1 else ["empty"]
        if heading is not None:
            names.append(heading["name"])
            is_whole = isinstance(heading["name"], str) and isinstance(heading["brief"], str)
            found += [] if is_whole and heading.keys() <= HEADING else ["module"]
        found += [f"C07 {name}" for name in module if name in elements]
        elements |= module
    found += ["C06"] if len(names) != len(set(names)) else []
    found += [f"keys of {name}" for name, one in elements.items() if not is_shaped(name, one)]
    rules = (_references, _challenges, _tops, _circles)
    return found or [broken for rule in rules for broken in rule(elements)]


def broken_in(path: Path) -> list[str]:
    """Return which rules a module breaks with all that it uses, each of which is used once."""
    texts: dict[Path, str] = {}
    waiting = [path.resolve()]
    while waiting:
        file = waiting.pop(0)
        if file in texts:
            return [f"C06 {file.name}"]
        texts[file] = file.read_text(encoding="utf-8")
        heading = yaml.safe_load(texts[file]).get("module", {})
        waiting += [(file.parent / other).resolve() for other in heading.get("uses", [])]
    return broken_rules(*texts.values())


def is_shaped(name: object, element: dict[str, Any]) -> bool:
    """Return whether an element has known keys, with values of their kinds."""
    lists = [one for one in element.values() if isinstance(one, list)]
    texts = all(isinstance(text, str) for one in lists for text in one)
    kinds = all(isinstance(value, KEYS.get(key, ())) for key, value in element.items())
    return isinstance(name, str) and texts and kinds


def type_of(elements: Elements, name: str) -> str | None:
    told = next((kind for prefix, kind in PREFIXES.items() if name.startswith(prefix)), None)
    return elements[name].get("nodeType", told)


def _references(elements: Elements) -> Iterator[str]:
    for name, one in elements.items():
        kind = type_of(elements, name)
        if kind not in PREFIXES.values():
            yield f"V01 {name}"
        support, context = one.get("supportedBy", []), one.get("inContextOf", [])
        allowed = IN_CONTEXT if kind in ("Goal", "Strategy") else set()
        for others, kinds in ((support, SUPPORTED.get(kind, set())), (context, allowed)):
            yield from (f"C03 {name}" for other in others if other not in elements)
            yield from (
                f"V04 {name}" for o in others if o in elements and type_of(elements, o) not in kinds
            )
            yield from (f"V05 {name}" for _ in range(len(others) - len(set(others))))
            yield from (f"V06 {name}" for other in others if other == name)
        if support and one.get("undeveloped"):
            yield f"V03 {name}"


def _challenges(elements: Elements) -> Iterator[str]:
    challenged = {one.get("challenges") for one in elements.values()}
    for name, one in elements.items():
        target = one.get("challenges")
        if target is not None and type_of(elements, name) not in COUNTERS:
            yield f"V12 {name}"
        if one.get("defeated") and name not in challenged:
            yield f"V10 {name}"
        related = [*one.get("supportedBy", []), *one.get("inContextOf", []), target]
        yield from (f"V13 {name}" for end in one.get("defeatedRelation", []) if end not in related)
        ends = [end.strip() for end in target.split("->", 1)] if target else []
        if any(end not in elements for end in ends):
            yield f"C14 {name}"
        elif len(ends) == 1 and ends[0] == name:
            yield f"C13 {name}"
        elif len(ends) == 2:
            one_end, other = ends
            if one_end == other or not (
                other in _ends(elements[one_end]) or one_end in _ends(elements[other])
            ):
                yield f"C16 {name}"


def _ends(element: dict[str, Any]) -> list[str]:
    challenged = [end.strip() for end in (element.get("challenges") or "").split("->", 1)]
    return [*element.get("supportedBy", []), *element.get("inContextOf", []), *challenged]


def _tops(elements: Elements) -> Iterator[str]:
    """Yield a rule for no top, one that is no goal, and what hangs below none."""
    below = {
        name: [*one.get("supportedBy", []), *one.get("inContextOf", [])]
        for name, one in elements.items()
    }
    lower = {name for found in below.values() for name in found}
    tops = [n for n, one in elements.items() if n not in lower and "challenges" not in one]
    for name, one in elements.items():
        if "challenges" in one:
            below[one["challenges"].split("->")[0].strip()].append(name)
    if not tops and elements:
        yield "C01"
    if len(tops) == 1 and type_of(elements, tops[0]) != "Goal":
        yield f"C02 {tops[0]}"
    reached: set[str] = set()
    waiting = list(tops)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += below[name]
    yield from (f"C08 {name}" for name in elements if name not in reached)


def _circles(elements: Elements) -> Iterator[str]:
    """Yield the rule against support in circles."""
    try:
        TopologicalSorter({n: one.get("supportedBy", []) for n, one in elements.items()}).prepare()
    except CycleError:
        yield "C04"
