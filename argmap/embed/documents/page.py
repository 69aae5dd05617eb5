"""What one document has shown so far."""

from collections import Counter

from argmap.render.renderer import Picture
from argmap.render.svg import fingerprint


class Page:
    """What one document has shown so far, and which maps it was told it cannot show.

    `cleaned` says that programs that show it may take away drawings and styles.
    """

    def __init__(self, *, cleaned: bool = False) -> None:
        """Start with nothing shown."""
        self.cleaned = cleaned
        self.told: set[str] = set()
        self._shown: Counter[str] = Counter()

    def apart(self, picture: Picture) -> str:
        """Return what tells the ids of this picture apart from the same one further up."""
        name = fingerprint(picture.drawing, picture.theme)
        self._shown[name] += 1
        return str(self._shown[name]) if self._shown[name] > 1 else ""
