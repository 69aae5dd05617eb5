"""What a whole process takes: wall time, time of the processor and peak of memory."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# Programs keep their compiled modules, as they do for users.
_SURROUNDINGS = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program: seconds, bytes at its peak, and why it failed, if it did.

    `cpu` are the seconds of all processors that it took, which a busy machine changes less.

    The peak is never below that of the process that started it, so that one must stay small.
    """

    seconds: float
    peak: int
    failure: str | None
    said: str
    cpu: float = 0.0


def run(
    command: Sequence[str | Path], *, folder: Path, product: Path | None, limit: float = 600.0
) -> Run:
    """Return what a run took that should write an SVG, if any; killed after `limit` seconds."""
    if product is not None:
        product.unlink(missing_ok=True)
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=_SURROUNDINGS, stdout=output, stderr=subprocess.STDOUT
        )
        killer = threading.Timer(limit, process.kill)
        killer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        killer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode(errors="replace")
    cpu = usage.ru_utime + usage.ru_stime
    failure = None
    if seconds >= limit:
        failure = f"over {limit:g} s"
    elif process.returncode or (product is not None and not product.is_file()):
        failure = "failed"
    elif product is not None and not _end_of(product).endswith("</svg>"):
        failure = "no whole SVG"
    return Run(seconds, usage.ru_maxrss * BYTES_PER_UNIT, failure, said, cpu)


def _end_of(product: Path) -> str:
    """Return how a file ends; all of it would make this process larger than those it measures."""
    with product.open("rb") as stream:
        stream.seek(max(0, product.stat().st_size - 64))
        return stream.read().decode(errors="replace").rstrip()
