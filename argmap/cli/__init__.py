"""The command line: one command a file, named in COMMANDS and imported when it is called."""

import os
import sys

# What the list of commands says of each, by what one wants: all of them take a while to import.
GROUPS = {
    "Write a map": {
        "new": "Write a small commented map to begin with.",
        "check": "Check maps, and say where something is wrong or missing.",
        "fmt": "Give maps the one layout that all maps have.",
        "rename": "Give a claim or a source another id, wherever it is named.",
        "bundle": "Write a map of several files as one.",
        "extract": "Move a claim to “claims”, and leave a reference in its place.",
    },
    "Look at it": {
        "render": "Draw maps, as SVG, PNG, PDF, HTML and more.",
        "show": "Show a map as an outline.",
        "serve": "Show maps and documents as pages that follow their files.",
    },
    "Judge it": {
        "evaluate": "Say what stands in a map, and what falls.",
        "explain": "Explain why a claim or an argument stands or falls.",
        "stats": "Count what is in maps: sides, sources, answers, cruxes.",
        "evidence": "List what a map cites, by source, with the claims.",
    },
    "Compare maps": {
        "diff": "Say what differs between two maps, and which verdicts flip.",
        "merge": "Merge two changed versions of a map as arguments.",
        "git-setup": "Let Git merge maps claim by claim, and show them as outlines.",
        "log": "Say what each commit changed in a map, or of one claim.",
        "compare": "Say what of a model is in the maps of students.",
    },
    "Many maps": {
        "build": "Check and draw many maps, with an index page.",
        "index": "Put maps into a database that can be asked.",
        "search": "Find claims in a database of maps.",
        "duplicates": "Find claims that several maps make in nearly the same words.",
    },
    "Take it elsewhere": {
        "convert": "Read a map, and write it in another notation.",
        "embed": "Refresh the maps inside documents.",
    },
    "Editors and assistants": {
        "playground": "Write a page on which maps are written, without installing argmap.",
        "lsp": "Serve an editor while a map is written.",
        "mcp": "Serve tools for an assistant that drafts maps.",
        "skill": "Print what an assistant has to know to make good maps.",
        "schema": "Print the JSON Schema of maps, or of drawings as JSON.",
    },
}
COMMANDS = {name: words for group in GROUPS.values() for name, words in group.items()}
INTERRUPTED = 130
MAP_SUFFIXES = (".yaml", ".yml")


def main() -> None:
    """Run argmap with the arguments of the process and end the process."""
    try:
        _hear_signals()
        from argmap.garbage import collect_never

        collect_never()
        _open_streams()
        from argmap.cli.application import run

        run()
    except KeyboardInterrupt:
        print("argmap: interrupted", file=sys.stderr)
        _leave(SystemExit(INTERRUPTED))
    except Ended as end:
        _leave(SystemExit(128 + end.args[0]))
    except SystemExit as end:
        _leave(end)


class Ended(BaseException):
    """Another program told this one to end, by the signal of this number."""


def _hear_signals() -> None:
    """End, when told to or when the terminal closes, as Ctrl-C does: with nothing left running."""
    import signal

    def end(number: int, _frame: object) -> None:
        raise Ended(number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # What started argmap may have it go on, as `nohup` does.
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, end)


def _open_streams() -> None:
    """Give a process that was started without standard streams such as lead nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(nowhere, mode, encoding="utf-8"))


def _leave(end: SystemExit) -> None:
    """End the process at once: to take its values apart, one by one, takes a while."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        raise end from None
    os._exit(end.code if isinstance(end.code, int) else 0)
