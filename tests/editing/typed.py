"""Maps as other hands would type them, with comments wherever they may be."""

import random
from collections.abc import Callable
from typing import Any

import yaml

from argmap.document.handwriting import handwriting_of
from argmap.document.parsing import parse
from argmap.pipeline import dumps, read_text

# In pure Python it stumbles over question marks within brackets.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def comments_of(text: str) -> list[str]:
    document = parse(text, file="a.yaml")
    return [one.text for one in handwriting_of(document.root, document.text).comments]


def typed_anyhow(a_map: Any, chance: random.Random) -> str:
    """Return what a map says as another hand would type it, with comments wherever they may be."""
    text = dumps(a_map)
    data = says(text)
    typed = yaml.dump(
        data,
        Dumper=yaml.SafeDumper,
        allow_unicode=chance.random() < 0.8,
        default_flow_style=chance.choice([None, False, False, True]),
        default_style=chance.choice([None, None, None, '"', "'", "|", ">"]),
        indent=chance.choice([2, 3, 4, 7]),
        sort_keys=False,
        width=chance.choice([20, 60, 80, 300]),
    )
    if data is None or says(typed) != data or read_text(typed, file="a.yaml").map != a_map:
        # Signs that PyYAML writes as only it can read them.
        typed = text
    for number in range(chance.randint(0, 5)):
        commented = with_comment(typed, f"# {number}: it’s {{", chance)
        if says(commented) == data and len(comments_of(commented)) > len(comments_of(typed)):
            typed = commented
    return typed


def says(text: str) -> object:
    """Return what another reader of YAML takes a text for, or None."""
    if parse(text, file="a.yaml").diagnostics:
        return None
    try:
        return yaml.load(text, Loader=LOADER)
    except yaml.YAMLError:
        return None


def with_comment(text: str, comment: str, chance: random.Random) -> str:
    """Return a text with a comment on a line of its own or at the end of one, or a blank line."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    what: Callable[[], None] = chance.choice(
        [
            lambda: lines.insert(at, " " * chance.randint(0, 9) + comment),
            lambda: lines.__setitem__(at, f"{lines[at]} {comment}"),
            lambda: lines.__setitem__(slice(at, at), ["", comment, ""]),
        ]
    )
    what()
    return "\n".join(lines)
