"""The bytes of a bibliography → a library, or why they are none."""

from argmap.bibliographies.csl import NoJsonError, csl_library
from argmap.bibliographies.library import Library, Place

BIBTEX, CSL = (".bib", ".bibtex"), (".json",)
LARGEST = 16 * 1024 * 1024


class UnusableError(Exception):
    """A file is no bibliography; `place` in it is where, if anywhere, `help` what to do."""

    def __init__(self, message: str, *, place: Place | None = None, help: str | None = None):
        """Keep what is wrong, where, and what to do."""
        super().__init__(message)
        self.place, self.help = place, help


def library_of(name: str, text: str) -> Library:
    """Return the library in a text, by the suffix of its name; raises UnusableError.

    The library of the same text is made once.
    """
    if name.lower().endswith(CSL):
        try:
            found: Library = csl_library(text)
        except NoJsonError as error:
            raise UnusableError(str(error), place=error.place) from error
    else:
        found = _bibtex(text)
    if not found.places and text.strip():
        place = found.defects[0].place if found.defects else Place(1)
        told = found.defects[0].message if found.defects else "there is no entry in this file"
        advice = "an entry is “@article{key, title = {…}, year = 2020}”"
        raise UnusableError(told, place=place, help=None if name.endswith(CSL) else advice)
    return found


def _bibtex(text: str) -> Library:
    try:
        # Only then: most maps have no bibliography, and most of these people no such library.
        from argmap.bibliographies.bibtex import bib_library
    except ImportError as error:
        advice = 'install it with: pip install "argmap[bib]"; a file in CSL-JSON needs nothing'
        message = "BibTeX is read by bibtexparser, which is missing"
        raise UnusableError(message, help=advice) from error
    return bib_library(text)
