"""The command line, run inside the test's process as `argmap` would run it."""

import contextlib
import io
import signal
import sys
from dataclasses import dataclass

from argmap.cli.application import run


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str


def hear_ctrl_c() -> None:
    """Let a process hear the signals that it would ignore in the background or below `nohup`."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Terminal(io.TextIOWrapper):
    """A text stream over bytes in memory."""

    def __init__(self, data: bytes = b"") -> None:
        self.bytes = io.BytesIO(data)
        super().__init__(self.bytes, encoding="utf-8", newline="\n")

    def text(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode("utf-8")


def argmap(*arguments: object, stdin: bytes = b"") -> Result:
    """Run the command line; an exception other than the exit is the test's failure."""
    out, err = Terminal(), Terminal()
    before = sys.argv, sys.stdin
    sys.argv, sys.stdin = ["argmap", *map(str, arguments)], Terminal(stdin)
    code = 0
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                run()
            except SystemExit as end:
                code = int(end.code or 0)
    finally:
        sys.argv, sys.stdin = before
    return Result(code, out.text(), err.text())
