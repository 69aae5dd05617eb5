"""A whole server, at standard input and output."""

import os
import sys

from argmap.lsp.requests import answer_all
from argmap.lsp.server import server


def serve() -> int:
    """Serve the editor at standard input and output until it says goodbye; return the exit code."""
    made = server()
    answer_all(made)
    # The library closes what it writes to, and whatever else is printed is no answer.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        made.start_io(stdout=answers)
    finally:
        made.pictures.close()
    return made.exit_code
