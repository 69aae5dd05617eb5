"""Writes argmap/drawing/advance_widths.py: how far each character of Arial moves the pen.

The numbers are taken from Liberation Sans 2 (SIL Open Font License 1.1), an open face whose
advance widths equal Arial's. The script needs fonttools and the two font files, for example from
Debian's package fonts-liberation2 or from the release page of the Liberation fonts:

    pip install fonttools
    python tests/generate/advance_widths.py LiberationSans-Regular.ttf LiberationSans-Bold.ttf
"""

import sys
import unicodedata
from itertools import groupby
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

TARGET = Path(__file__).parents[2] / "argmap" / "drawing" / "advance_widths.py"

OPENING = '''"""Advance widths of an Arial-metric face; made by tests/generate/advance_widths.py.

Taken from {font} ({licence}). Each entry is the first of a
run of code points and the widths from there on, in 1/{units} em; marks and format
characters have none.
"""

UNITS_PER_EM = {units}
'''


def advances(font: Any) -> Any:
    """Return the advance width of every code point of a font, in its units."""
    metrics = font["hmtx"]
    return {
        code: 0 if unicodedata.category(chr(code)) in ("Mn", "Me", "Cf") else metrics[glyph][0]
        for code, glyph in sorted(font.getBestCmap().items())
    }


def filled(words: Any, width: Any) -> Any:
    """Return the words as lines of at most a width; every line but the last ends in a space."""
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += f"{word} "
    return [*lines[:-1], lines[-1].rstrip()]


def table(name: Any, widths: Any) -> Any:
    """Return Python source for the widths of one face."""
    lines = [f"{name} = {{"]
    numbered = enumerate(widths)
    for _, run in groupby(numbered, key=lambda pair: pair[1] - pair[0]):
        codes = [code for _, code in run]
        parts = filled([str(widths[code]) for code in codes], 89)
        if len(parts) == 1 and len(parts[0]) <= 85:
            lines.append(f'    0x{codes[0]:04X}: "{parts[0]}",')
            continue
        lines.append(f"    0x{codes[0]:04X}: (")
        lines += [f'        "{part}"' for part in parts]
        lines.append("    ),")
    return "\n".join([*lines, "}", ""])


def main() -> None:
    regular, bold = (TTFont(path) for path in sys.argv[1:3])
    version = regular["name"].getDebugName(5).removeprefix("Version ").split(";")[0]
    opening = OPENING.format(
        font=f"Liberation Sans {version}",
        licence="SIL Open Font License 1.1",
        units=regular["head"].unitsPerEm,
    )
    tables = [table("REGULAR", advances(regular)), table("BOLD", advances(bold))]
    TARGET.write_text("\n".join([opening, *tables]), encoding="utf-8")


if __name__ == "__main__":
    main()
