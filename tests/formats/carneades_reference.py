"""The labels of Carneades 4, written anew from its definition, for the tests to judge by.

Gordon and Walton (2016), “Formalizing balancing arguments”; the weighing functions and standards
are those that the program has. Files are read by PyYAML; schemes only weigh.
"""

from collections.abc import Callable, Mapping
from typing import Any

import yaml

MARGIN, DOUBT = 0.5, 0.3
_HAIR = 1e-9


def labels(text: str) -> dict[str, str]:
    """Return “in”, “out” or “undecided” for each statement."""
    case = yaml.safe_load(text)
    arguments = list((case.get("arguments") or {}).values())
    issues = list((case.get("issues") or {}).values())
    schemes = {one["id"]: one for one in case.get("argument_schemes") or []}
    found = dict.fromkeys(case["statements"], "undecided")
    for name in case.get("assumptions") or []:
        found[name] = "in"
    for issue in issues:
        if "in" in [found[name] for name in issue["positions"]]:
            for name in issue["positions"]:
                found[name] = "in" if found[name] == "in" else "out"
    while True:
        before = dict(found)
        for name in found:
            if found[name] == "undecided":
                _label(name, found, arguments, issues, _weigher(schemes, arguments, issues, found))
        if found == before:
            return found


def _label(
    name: str,
    found: dict[str, str],
    arguments: list[Any],
    issues: list[Any],
    weigh: Callable[[Any], float],
) -> None:
    own = [one for one in arguments if one["conclusion"] == name]
    issue = next((one for one in issues if name in one["positions"]), None)
    if all(_is_applicable(one, found) and weigh(one) <= 0 for one in own):
        found[name] = "out"
    elif issue is None:
        if any(_is_applicable(one, found) and weigh(one) > 0 for one in own):
            found[name] = "in"
    else:
        rivals = [one for one in arguments if one["conclusion"] in issue["positions"]]
        if all(_is_applicable(one, found) for one in rivals):
            most = {
                position: max([0.0, *(weigh(o) for o in rivals if o["conclusion"] == position)])
                for position in issue["positions"]
            }
            for position in most:
                found[position] = "in" if _wins(position, most, issue) else "out"


def _wins(position: str, most: Mapping[str, float], issue: Any) -> bool:
    standard = (issue.get("standard") or "PE").upper()
    mine = most[position]
    for other, weight in most.items():
        if other == position:
            continue
        if mine <= weight:
            return False
        if standard in ("CCE", "BRD") and mine - weight <= MARGIN + _HAIR:
            return False
        if standard == "BRD" and weight >= DOUBT - _HAIR:
            return False
    return mine > 0


def _is_applicable(argument: Any, found: Mapping[str, str]) -> bool:
    undercutter = argument.get("undercutter")
    state = "out" if undercutter is None else found[undercutter]
    if state != "out":
        return state == "in"
    return all(found[premise] != "undecided" for premise in argument.get("premises") or [])


def _weigher(
    schemes: Mapping[str, Any], arguments: list[Any], issues: list[Any], found: Mapping[str, str]
) -> Callable[[Any], float]:
    def weigh(argument: Any) -> float:
        if found.get(argument.get("undercutter")) == "in":
            return 0.0
        premises = argument.get("premises") or []
        holding = [premise for premise in premises if found[premise] == "in"]
        name = argument.get("scheme")
        if name == "convergent":
            return 1.0 if holding else 0.0
        if name == "cumulative":
            return len(holding) / len(premises) if premises else 0.0
        if len(holding) < len(premises):
            return 0.0
        if name == "factorized":
            about = argument["conclusion"]
            positions = next(i["positions"] for i in issues if about in i["positions"])
            all_premises = {
                premise
                for one in arguments
                if one["conclusion"] in positions
                for premise in one.get("premises") or []
            }
            return len(premises) / len(all_premises)
        weight = schemes.get(name, {}).get("weight")
        return 1.0 if weight is None else weight["constant"]

    return weigh
