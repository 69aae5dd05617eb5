"""What becomes of the safety cases in a folder, beside a plain reading of their YAML.

    python -m tests.bench.gsn_files FOLDER

FOLDER holds files in YAML, such as examples and tests of github.com/jonasthewolf/gsn2x. A case is
equal where the map has every text of its elements, and of its relations every support, by whatever
strategy, and every challenge. What is no case by the rules of gsn2x, such as one that names what is
nowhere, is not read.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from argmap.model import ArgumentMap, Polarity
from argmap.values import one_line
from tests.bench.foreign import tell

Pairs = set[tuple[str, str]]


Elements = dict[str, dict[str, Any]]


def elements_of(path: Path) -> Elements:
    """Return the elements of a module and of those that it uses, each file once."""
    found: Elements = {}
    known, waiting = {path.resolve()}, [path]
    modules: list[dict[str, Any]] = []
    for one in waiting:
        elements: Elements = yaml.safe_load(one.read_text(encoding="utf-8"))
        modules.append(elements.pop("module", {}))
        found.update(elements)
        for name in listed(modules[-1].get("uses")):
            if (one.parent / name).resolve() not in known:
                known.add((one.parent / name).resolve())
                waiting.append(one.parent / name)
    names = [module.get("name") for module in modules]
    for extended in (one for module in modules for one in module.get("extends") or ()):
        if extended["module"] in names:
            for name, support in extended["develops"].items():
                found[name]["supportedBy"] = support
    return found


def listed(value: Any) -> list[str]:
    """Return a list of names, or a lone name as a list."""
    return [] if value is None else value if isinstance(value, list) else [value]


def is_strategy(elements: Elements, name: str) -> bool:
    """Return whether an element joins others and is no claim itself."""
    kind = elements[name].get("nodeType", "Strategy")
    begins = name.startswith("S") and not name.startswith("Sn") and kind == "Strategy"
    used = any(name in listed(one.get("supportedBy")) for one in elements.values())
    return begins and used and bool(elements[name].get("supportedBy"))


def supports(elements: Elements) -> Iterator[tuple[str, str]]:
    """Yield what supports what, with strategies passed over."""
    for name in elements:
        if is_strategy(elements, name):
            continue
        waiting, seen = listed(elements[name].get("supportedBy")), set()
        while waiting:
            below = waiting[0]
            waiting = waiting[1:]
            if not is_strategy(elements, below):
                yield below, name
            elif below not in seen:
                seen.add(below)
                waiting += listed(elements[below].get("supportedBy"))


def told(a_map: ArgumentMap) -> str:
    """Return all texts of a map, as one line."""
    texts = [f"{claim.text} {claim.note or ''}" for claim in a_map.claims]
    texts += [f"{argument.label or ''} {argument.note or ''}" for argument in a_map.arguments]
    return one_line(" ".join(texts))


def differences(path: Path, a_map: ArgumentMap) -> Iterator[str]:
    """Yield what of a file the map does not say, or says otherwise."""
    elements = elements_of(path)
    texts = told(a_map)
    for name, element in elements.items():
        if one_line(element.get("text") or name) not in texts:
            yield f"the text of {name}"
    elsewhere = {"A", "J"}
    of_map = {
        (premise, argument.target)
        for argument in a_map.arguments
        if argument.polarity is Polarity.SUPPORT and argument.target in a_map.claims_by_id
        for premise in argument.premises
        if premise[0] not in elsewhere
    }
    # Ids of a map are in one form of Unicode; those that cannot be ids are made anew.
    if set(elements) >= set(a_map.claims_by_id):
        yield from (f"support {pair}" for pair in of_map ^ set(supports(elements)))
    challenges = [(n, c) for n, e in elements.items() for c in listed(e.get("challenges"))]
    attacks = [a for a in a_map.arguments if a.polarity is Polarity.ATTACK]
    for name, target in challenges:
        ends = [a.target for a in attacks if a.premises == (name,)]
        undercuts = "->" in target or is_strategy(elements, target)
        if not ends or any((end in a_map.claims_by_id) is undercuts for end in ends):
            yield f"{name} challenges {target}"


def main() -> None:
    """Print what is read and what differs."""
    tell(__doc__, lambda folder: folder.rglob("*.y*ml"), differences, notation="gsn")


if __name__ == "__main__":
    main()
