"""The engine installed on the computer: `dot` as a process of its own."""

import re
import shutil
import subprocess
import sys
from contextlib import suppress

from argmap.errors import EngineError
from argmap.layout.engine import Limits, refused, too_large, too_slow

NAME = "system"
_OUT_OF_MEMORY = re.compile(
    r"out of memory|cannot allocate memory|failed to map|bad_alloc", re.IGNORECASE
)


def missing() -> str | None:
    """Return that Graphviz's program `dot` cannot be run, or None if it can."""
    if sys.platform == "emscripten":
        return "a browser runs no programs, so no “dot” either; choose the engine “embedded”"
    if shutil.which("dot") is None:
        return (
            "no program “dot” was found; install Graphviz (https://graphviz.org/download) "
            "and see that “dot” is on the PATH"
        )
    return None


def run(dot: str, *, output: str = "json", limits: Limits) -> str:
    """Return what the installed Graphviz makes of a DOT source; see `Engine.run`.

    The limit of memory holds on Linux only.
    """
    try:
        process = subprocess.Popen(
            _command(output),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # Ctrl-C in the terminal reaches argmap alone, which then ends Graphviz in silence.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise EngineError(f"the installed Graphviz cannot be started: {error.strerror}") from error
    with process:
        try:
            _limit_memory(process, limits.memory)
            written, messages = process.communicate(dot.encode("utf-8"), timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise too_slow(limits) from error
        finally:
            process.kill()
    # Graphviz ends well on an empty source, and writes nothing.
    if process.returncode != 0 or not written:
        raise _explained(process.returncode, messages.decode("utf-8", errors="replace"), limits)
    return written.decode("utf-8", errors="replace")


def _command(output: str) -> list[str]:
    from graphviz.backend import dot_command  # type: ignore[import-untyped]

    program, *options = dot_command.command("dot", output)
    found = shutil.which(program)
    if found is None:
        raise EngineError(missing())
    return [found, *options]


def _limit_memory(process: subprocess.Popen[bytes], memory: int) -> None:
    # Set from outside: code run in the child before `dot` starts is not safe beside threads.
    # It is in time, because `dot` waits for its input before it uses memory of note.
    if sys.platform == "linux":
        import resource

        # It may have ended already, and some systems do not permit this.
        with suppress(OSError, ValueError):
            resource.prlimit(process.pid, resource.RLIMIT_AS, (memory, memory))


def _explained(status: int, messages: str, limits: Limits) -> EngineError:
    if _OUT_OF_MEMORY.search(messages):
        return too_large(limits)
    if status < 0:
        return EngineError(
            f"the installed Graphviz broke down (signal {-status}); split the map into several"
        )
    errors = [line for line in messages.splitlines() if line.startswith("Error:")]
    return refused(errors[0] if errors else messages)
