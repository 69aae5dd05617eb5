"""A whole server, at standard input and output."""

import logging
import os
import sys

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from argmap.lsp.requests import answer_all
from argmap.lsp.server import server


class _Mishaps(logging.Filter):
    """Lets pass what goes wrong in the server: a refusal is what an editor gets as its answer."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether a record is none of a refusal."""
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        refused = types.LSPErrorCodes.RequestFailed
        return not (isinstance(error, JsonRpcException) and error.code == refused)


def serve() -> int:
    """Serve the editor at standard input and output until it says goodbye; return the exit code."""
    made = server()
    answer_all(made)
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_Mishaps())
    # The library closes what it writes to, and whatever else is printed is no answer.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        made.start_io(stdout=answers)
    finally:
        made.pictures.close()
    return made.exit_code
