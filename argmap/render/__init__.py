"""A placed drawing → files that people look at: one format a module, named by its suffix."""

FORMATS = ("svg", "dot")
# Other suffixes, with the formats they stand for.
SUFFIXES = {"gv": "dot"}


def suffix_of(format: str) -> str:
    """Return the suffix, without a dot, that files of one of FORMATS have."""
    return format
