"""Why a book has no text that can be read."""


class UnreadableBookError(Exception):
    """A book has no text that can be read; the message says why, after the name of the file."""
