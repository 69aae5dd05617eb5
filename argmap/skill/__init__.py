"""What an assistant has to know to make a good map: a skill in Markdown."""

import re
from pathlib import Path

_METHOD = re.compile(r"^## (How a good map is made\n.*?)(?=^## )", re.MULTILINE | re.DOTALL)


def skill() -> str:
    """Return the whole skill: the method, the format in short, the commands."""
    return Path(__file__).with_name("SKILL.md").read_text(encoding="utf-8")


def method() -> str:
    """Return how a good map is made, step by step."""
    found = _METHOD.search(skill())
    assert found is not None
    return f"# {found[1].strip()}\n"
