"""What the page asks of argmap, and the answers, as values of JSON; runs in the reader's browser.

Whoever asks about a text gives it a name. It names no files: a browser has none.
"""

import importlib
import json
from typing import Any

from argmap.errors import ArgmapError, MapError, MissingExtraError

Answer = dict[str, Any]
# Where each question is answered: what helps to write takes longer to import than what is shown.
QUESTIONS = {
    "view": "views",
    "explanation": "views",
    "written": "views",
    "opened": "views",
    "findings": "writing",
    "fixes": "writing",
    "completions": "writing",
    "layout": "writing",
    "hover": "writing",
    "place": "writing",
}


def answer(question: str, given: str, data: bytes | None = None) -> str:
    """Return the answer to one of QUESTIONS as JSON; `given` is JSON, and `data` a file.

    What argmap has to say instead of an answer stands under “error”.
    """
    asked = json.loads(given)
    if "text" in asked:
        # Half of a character, which an editor may hold, becomes a sign for that.
        text = asked["text"].encode("utf-16-le", "surrogatepass")
        asked["text"] = text.decode("utf-16-le", "replace")
    if data is not None:
        asked["data"] = data
    module = importlib.import_module(f"argmap.playground.{QUESTIONS[question]}")
    try:
        found = getattr(module, question)(**asked)
    except MapError as error:
        from argmap.report.text import render

        found = {"error": render(error.diagnostics, texts=error.texts)}
    except MissingExtraError as error:
        # What is not loaded at first may help.
        found = {"error": str(error), "needs_more": True}
    except ArgmapError as error:
        found = {"error": str(error)}
    return json.dumps(found, ensure_ascii=False)
