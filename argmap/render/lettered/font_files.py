"""Where the font files of this machine are."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


def font_files(folders: Sequence[Path] | None = None) -> tuple[Path, ...]:
    """Return the font files in and beneath some folders, by default those of the system, sorted."""
    found = {
        Path(folder, name)
        for top in (font_folders() if folders is None else folders)
        for folder, _, names in os.walk(top)
        for name in names
        if name.lower().endswith(SUFFIXES)
    }
    return tuple(sorted(found))


def font_folders() -> tuple[Path, ...]:
    """Return the folders in which this system keeps fonts for everybody and for the user."""
    return tuple(_folders(sys.platform, Path.home()))


def _folders(platform: str, home: Path) -> Iterator[Path]:
    if platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")
        yield home / "AppData" / "Local" / "Microsoft" / "Windows" / "Fonts"
        return
    if platform == "darwin":
        yield Path("/System/Library/Fonts")
        yield Path("/Library/Fonts")
        yield home / "Library" / "Fonts"
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = os.environ.get("XDG_DATA_HOME") or home / ".local" / "share"
    for folder in (own, *shared.split(":")):
        yield Path(folder, "fonts")
    yield home / ".fonts"
