"""What commands print: words for people, and data for programs."""

import codecs
import io
from typing import TextIO

import click

from argmap.report.log import for_log

_UNSHOWN = "argmap.unshown"
_SIGN = "\N{REPLACEMENT CHARACTER}".encode()


def speak_through(stream: TextIO) -> None:
    """Let a stream show a sign for what it cannot, such as a part of a name that is no UTF-8.

    A terminal without that sign shows a question mark.
    """
    codecs.register_error(_UNSHOWN, _sign)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors=_UNSHOWN)


def _sign(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    sign = _SIGN if error.encoding == "utf-8" else b"?"
    return sign * (error.end - error.start), error.end


def say(words: str, *, err: bool = False, nl: bool = True, color: bool | None = None) -> None:
    """Print words for people, none of which is a command in the log of a build."""
    click.echo(for_log(words), err=err, nl=nl, color=color)


def give(data: str | bytes, *, nl: bool = True) -> None:
    """Print data for a program, which is as it is wherever it goes."""
    click.echo(data, nl=nl)
