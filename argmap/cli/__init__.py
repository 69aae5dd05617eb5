"""The command line: one command a file, named in COMMANDS and imported when it is called."""

import os
import sys

COMMANDS = ("new", "check", "render", "show", "evaluate", "explain", "convert", "embed", "schema")
INTERRUPTED = 130


def main() -> None:
    """Run argmap with the arguments of the process and end the process."""
    try:
        from argmap.cli.application import run
    except KeyboardInterrupt:
        print("argmap: interrupted", file=sys.stderr)
        sys.exit(INTERRUPTED)
    try:
        run()
    except SystemExit as end:
        _leave(end)


def _leave(end: SystemExit) -> None:
    """End the process at once: to take its values apart, one by one, takes a while."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        raise end from None
    os._exit(end.code if isinstance(end.code, int) else 0)
