"""The command line: one command a file, named in COMMANDS and imported when it is called."""

COMMANDS = ("new", "check", "render", "show", "evaluate", "explain", "convert", "embed", "schema")


def main() -> None:
    """Run argmap with the arguments of the process and end the process."""
    from argmap.cli.application import run

    run()
