"""The layout engine that an explorer can bring along: the Graphviz of `argmap.layout.embedded`."""

import base64
import gzip
from collections.abc import Iterator

from argmap.errors import EngineError
from argmap.layout.embedded import INSTALL
from argmap.layout.guest import program
from argmap.layout.memory_limit import bounded
from argmap.layout.placing import LARGEST_FOR_ENGINE
from argmap.layout.spacing import GAP_BESIDE_PILLS, GAP_BETWEEN_RANKS, GAP_WITHIN_RANK

# A reader's browser has less to give than the machine of an author.
MEMORY = 512 * 1024**2
# What a page has to be allowed, and nothing more.
SCRIPTS_MAY = ("'wasm-unsafe-eval'",)
POLICY = "worker-src blob:"


def layout_data() -> dict[str, object]:
    """Return how far apart things stand, and of how many nodes the engine makes a picture."""
    return {
        "within_rank": GAP_WITHIN_RANK,
        "between_ranks": GAP_BETWEEN_RANKS,
        "beside_pills": GAP_BESIDE_PILLS,
        "most": LARGEST_FOR_ENGINE,
    }


def layout_scripts(worker: str) -> Iterator[str]:
    """Yield elements with the script of the worker and the program, which no browser runs itself.

    Raises EngineError where Graphviz is not installed.
    """
    file = program()
    if file is None:
        raise EngineError(f"the embedded Graphviz is not installed; run {INSTALL}")
    code = bounded(file.read_bytes(), MEMORY)
    packed = base64.b64encode(gzip.compress(code or b"", compresslevel=9, mtime=0)).decode()
    yield f'<script type="text/plain" id="argmap-layout-worker">{worker}</script>'
    yield f'<script type="application/wasm" id="argmap-layout-program">{packed}</script>'
