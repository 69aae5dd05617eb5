"""Text for people → the same for the log of a build, in which no line is a command.

GitHub, Azure and TeamCity look for commands in what a program prints, and a title, a file or a line
of a map may look like one. There a stroke is put between the signs that begin a command, so that it
can be seen; elsewhere the text stays as it is.
"""

import os
import re
from collections.abc import Mapping

# What says that the output is the log of a build.
_SIGNS_OF_A_BUILD = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
# `::name::` at the start of a line, blanks left out of account; `##[name]` and `##vso[…]` anywhere.
_COMMAND = re.compile(r"(?P<before>(?:\A|[\n\r])\s*:)(?=:)|(?P<sign>#)(?=#\w{0,16}\[)")


def for_log(text: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return the text; in the log of a build without anything that is read as a command."""
    if not any(environment.get(name) for name in _SIGNS_OF_A_BUILD):
        return text
    return _COMMAND.sub(r"\g<0>\\", text)
