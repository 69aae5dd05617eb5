"""The name of a theme, or the path of a file with one."""

from argmap.faults import quoted
from argmap.kinds.kind import Complaint, Schema, shown_words
from argmap.kinds.single import Single
from argmap.suggestions import did_you_mean, only_near
from argmap.themes import THEME_NAMES, is_theme_name


class ThemeName(Single):
    """The name of a theme, or the path of a YAML file with one."""

    __slots__ = ()

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with the name of a theme and what to write, or None."""
        if is_theme_name(value):
            return None
        hint = did_you_mean(value, THEME_NAMES)
        advice = "a theme of your own is a YAML file; write its path, which ends in .yaml"
        return f"{quoted(value)} is not one of {', '.join(THEME_NAMES)}{hint}", advice

    def meant(self, value: str) -> str | None:
        """Return the name of the theme that is meant, or None."""
        return only_near(value, THEME_NAMES)

    def schema(self) -> Schema:
        """Return the schema of the names, and of files in YAML."""
        file: Schema = {"type": "string", "pattern": r"\.[Yy][Aa]?[Mm][Ll]$"}
        return {"anyOf": [{"enum": list(THEME_NAMES)}, file]}

    def manual(self) -> str:
        """Return the names as the manual shows them, with the page on themes of one's own."""
        names = ", ".join(shown_words(THEME_NAMES))
        return f"{names}, or the path of a [theme](how-to/themes.md) from the folder of the map"
