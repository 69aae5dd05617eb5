"""The world let us down: a missing file, no engine, no time left. Never the author's mistake."""

from collections.abc import Mapping
from functools import partial

from argmap.diagnostics import Diagnostic


class ArgmapError(Exception):
    """An error with one sentence for the user; the command line ends with exit code 2."""

    @property
    def brief(self) -> str:
        """Return what is wrong, without where it is if that is known."""
        return str(self)


class FileError(ArgmapError):
    """A file or folder cannot be read or written."""


class EngineError(ArgmapError):
    """The layout engine is missing or broke down."""


class LayoutLimitError(EngineError):
    """The layout took more time or memory than it may."""


class EvaluationLimitError(ArgmapError):
    """The search for standpoints took more time than it may."""


class MissingExtraError(ArgmapError):
    """An optional library is not installed; the message names the extra."""


class FontError(ArgmapError):
    """No font of this machine can show some text of a picture; the message names the script."""


class PictureError(ArgmapError):
    """A picture cannot be made: the bitmap would be too large, or a library broke down."""


class ConfigurationError(ArgmapError):
    """A setting in pyproject.toml or an option cannot be used."""


class UnfitOptionError(ConfigurationError):
    """An option names what the map does not have, or contradicts another."""


class MapError(ArgmapError):
    """A map or a theme cannot be read whole; the command line ends with exit code 1.

    `diagnostics` holds what was found, `texts` what was read, by the names of files.
    """

    def __init__(
        self, diagnostics: tuple[Diagnostic, ...], *, texts: Mapping[str, str] | None = None
    ) -> None:
        """Keep the diagnostics and tell the first of them."""
        self.diagnostics = diagnostics
        self.texts = texts or {}
        first = diagnostics[0]
        place = f"{first.span.file}:{first.span.start.line}:{first.span.start.column}"
        more = f" (and {len(diagnostics) - 1} more)" if len(diagnostics) > 1 else ""
        super().__init__(f"{place}: {first.severity}[{first.code}] {first.message}{more}")

    def __reduce__(self) -> tuple[object, ...]:
        """Return how it is made again, in another process."""
        return partial(type(self), texts=self.texts), (self.diagnostics,)

    @property
    def brief(self) -> str:
        """Return the message of the first finding."""
        return self.diagnostics[0].message


def named(error: ArgmapError, name: str) -> ArgmapError:
    """Return an error that says what file it is about; some do so already."""
    return error if isinstance(error, FileError | MapError) else ArgmapError(f"{name}: {error}")
