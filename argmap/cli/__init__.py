"""The command line: one command a file, named in COMMANDS and imported when it is called."""

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
    run()
