"""Which file each line of a text in Argdown comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineOrigins:
    """The file and the line, counted from 1, that each line of a text comes from."""

    file: str
    origins: tuple[tuple[str, int], ...] = ()

    def of(self, number: int) -> tuple[str, int]:
        """Return the origin of a line; lines of the text count from 0."""
        return self.origins[number] if number < len(self.origins) else (self.file, number + 1)
