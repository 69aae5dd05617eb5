"""Maps to start from: one a file, each in the shape of its genre; TEMPLATES lists them."""

from pathlib import Path

TEMPLATES = ("starter", "policy", "essay", "debate", "safety", "review", "blank")


def template(name: str) -> str:
    """Return the map of one of TEMPLATES as text, with its comments."""
    return Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8")
