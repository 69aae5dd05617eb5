"""The group of all commands, and the one place where errors become messages and exit codes."""

import contextlib
import importlib
import io
import os
import sys
from pathlib import Path

import click

from argmap.cli import COMMANDS, GROUPS, INTERRUPTED, MAP_SUFFIXES
from argmap.cli.printing import say, speak_through
from argmap.errors import ArgmapError

COULD_NOT = 2


class Application(click.Group):
    """A group whose commands are modules of this package; a bare map is rendered."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands in the order of the manual."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(
            f"argmap.cli.commands.{cmd_name.replace('-', '_')}"
        ).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the lists of commands, without importing any of them."""
        widest = max(map(len, COMMANDS))
        for wish, commands in GROUPS.items():
            with formatter.section(wish):
                # All lists have their words in one column.
                rows = [(name.ljust(widest), words) for name, words in commands.items()]
                formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command to run; the name of a map stands for `render` of it."""
        if args and args[0] not in COMMANDS and _is_map(args[0]):
            return super().resolve_command(ctx, ["render", *args])
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            # Only then: it takes a moment to import.
            from argmap.suggestions import did_you_mean

            hint = did_you_mean(args[0], COMMANDS) or f"; the commands are {', '.join(COMMANDS)}."
            ctx.fail(f"there is no command “{args[0]}”{hint}")
        return super().resolve_command(ctx, args)


def _is_map(argument: str) -> bool:
    return argument == "-" or argument.lower().endswith(MAP_SUFFIXES) or Path(argument).is_file()


def _show_version(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        say(f"argmap {version('argmap')}")
        ctx.exit()


@click.group(
    cls=Application,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="“argmap MAP.yaml” alone draws the map. Begin with “argmap new my-map.yaml”.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
def application() -> None:
    """Write an argument once as a YAML map; check it, see its outline, draw it."""


def run() -> None:
    """Run the command line and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        speak_through(stream)
    try:
        code = application.main(standalone_mode=False)
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        _say("interrupted")
        code = INTERRUPTED
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(file=shown)
        say(shown.getvalue(), err=True, nl=False)
        code = error.exit_code
    except ArgmapError as error:
        # Only then: what it needs takes a while to import.
        from argmap.cli.reading import tell

        code = tell(error)
    except (BrokenPipeError, SystemExit):
        # Whoever read our output has heard enough (click makes a SystemExit of that).
        _close_output()
        code = 0
    except OSError as error:
        # A disk that is full, a name that is too long: what no stage could expect.
        name = f"{error.filename} cannot be used: " if error.filename else ""
        _close_output()
        _say(f"{name}{error.strerror or error}.")
        code = COULD_NOT
    except RuntimeError as error:
        # What pathlib raises up to Python 3.12; then it is an OSError.
        if "Symlink loop" not in str(error):
            raise
        _say("a file named here cannot be used: it is a link that leads to itself.")
        code = COULD_NOT
    sys.exit(code)


def _close_output() -> None:
    """Keep Python from complaining of an output that is gone on its way out."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str) -> None:
    say(f"argmap: {message}", err=True)
