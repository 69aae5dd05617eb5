"""Text for people → the same with nothing in it that the log of a build takes for a command.

GitHub, Azure and TeamCity look for commands in what a program prints, and a title, a file or a line
of a map may look like one. A backslash is put between the signs that begin a command, so that one
can see it. This is done everywhere: no variable tells of every such log, and what is seen on a
terminal is then what a log shows.
"""

import re

# `::name::` at the start of a line, blanks left out of account; `##[name]` and `##vso[…]` anywhere.
_COMMAND = re.compile(r"(?P<before>(?:\A|[\n\r])\s*:)(?=:)|(?P<sign>#)(?=#\w{0,16}\[)")


def for_log(text: str) -> str:
    """Return the text without anything that is read as a command."""
    return _COMMAND.sub(r"\g<0>\\", text)
