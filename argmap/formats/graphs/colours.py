"""What the colour of a line says, where nothing is written beside it."""

import colorsys
import re

_DIGITS = re.compile(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}(?:[0-9A-Fa-f]{2})?)")
_REDS = re.compile(r"(?:dark)?red[1-4]?|crimson|firebrick[1-4]?")


def is_red(colour: object) -> bool:
    """Return whether a colour, by its digits or its name, is a red: the sign of what is against."""
    if not isinstance(colour, str):
        return False
    if not _DIGITS.fullmatch(colour):
        return _REDS.fullmatch(colour.casefold()) is not None
    short = len(colour) == len("#rgb")
    digits = "".join(d + d for d in colour[1:]) if short else colour[1:7]
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    return (hue < 1 / 18 or hue > 17 / 18) and saturation > 0.4 and 0.1 < light < 0.9
