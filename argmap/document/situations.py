"""What an author did where a YAML parser complains: a table of slips, with what mends them."""

import re
from collections.abc import Callable
from enum import Enum
from typing import Any, NamedTuple

from argmap.document.requoting import closed_quotes, other_quotes, whole_text, with_colon
from argmap.edits import Edit

QUOTE_IT = "put the whole text in quotes, or write it below “>-”, indented"


class Of(Enum):
    """What a fault of syntax is one of.

    A colon most likely belongs to the text before it; a text has no say in what stands around it;
    lines do not go together.
    """

    COLON = "colon"
    TEXT = "text"
    LINES = "lines"


_Fix = Callable[[list[str], int, str], tuple[Edit, ...]]


class Situation(NamedTuple):
    """A slip that can be told from the parser's complaint, and what to say of it.

    `line` is looked for in the line up to the character behind the place of the complaint. `of`
    is what of the text is at fault. `fix` makes the edits that mend a line, None where none can.
    """

    complaint: re.Pattern[str]
    message: str
    advice: str | None
    from_context: bool
    line: re.Pattern[str]
    of: Of
    fix: _Fix | None = None

    def mark(self, error: Any) -> Any:
        """Return the parser's mark that shows an author where the slip is."""
        mark = getattr(error, "context_mark", None) if self.from_context else None
        return mark or getattr(error, "problem_mark", None)

    def fits(self, error: Any, text: str) -> bool:
        """Return whether this is what happened."""
        context, problem = getattr(error, "context", None), getattr(error, "problem", None)
        if not self.complaint.search(f"{context or ''} {problem or ''}".replace("\n", " ")):
            return False
        mark = self.mark(error)
        line = text[text.rfind("\n", 0, mark.index) + 1 : mark.index + 2] if mark else ""
        return self.line.search(line) is not None


def _when(
    complaint: str,
    message: str,
    advice: str | None,
    *,
    from_context: bool = False,
    line: str = "",
    of: Of = Of.TEXT,
    fix: _Fix | None = None,
) -> Situation:
    told = re.compile(complaint), message, advice
    return Situation(*told, from_context, re.compile(line), of, fix)


# Looked through from the top; the complaint is the parser's context and problem in one line.
SITUATIONS = (
    _when(
        "quoted scalar.*unexpected end|quoted scalar.*document separator",
        "the text that begins here has no closing quote",
        "add the same quote at its end; inside single quotes write an apostrophe twice",
        from_context=True,
        fix=closed_quotes,
    ),
    _when(
        "escape|hexadecimal|chr\\(\\)",
        "the backslash here begins no escape that YAML knows",
        "write it twice, or use single quotes around the text",
    ),
    _when(
        "mapping keys are not allowed",
        "an unquoted text cannot begin with “?” and a space",
        QUOTE_IT,
        fix=whole_text,
    ),
    _when(
        "mapping values are not allowed",
        "there can be no key here, because the line continues the text above",
        "align the key with the other keys of its mapping; what is above it may want “text:”",
        line=r"^ *[\w.-]+:\s?$",
        of=Of.LINES,
    ),
    _when(
        "mapping values are not allowed",
        "there is a colon inside an unquoted text: curly quotes are a part of the text",
        'put straight quotes around the whole text: "…"',
        line=r"(?:: |- )[“”„«»‘’][^\n]*:\s?$",
        of=Of.COLON,
        fix=whole_text,
    ),
    _when(
        "mapping values are not allowed",
        "there is a colon inside an unquoted text",
        f"if the colon belongs to the text, {QUOTE_IT}",
        of=Of.COLON,
        fix=with_colon,
    ),
    _when(
        "sequence entries are not allowed",
        "a list begins in the middle of a line",
        f"begin the list on a line of its own; if the dash belongs to the text, {QUOTE_IT}",
        of=Of.LINES,
    ),
    _when(
        "could not find expected ':'",
        "a space is missing after the dash",
        "write “- ” before each item of a list",
        from_context=True,
        line=r"^ *-\S$",
        of=Of.LINES,
    ),
    _when(
        "could not find expected ':'",
        "this line is neither a key with a colon nor part of the text above it",
        "write “: ” after the key, or indent the line further if it continues the text above",
        from_context=True,
        of=Of.LINES,
    ),
    _when(
        r"flow sequence.*(expected ',' or|stream end)",
        "the list that begins with “[” here is not closed, or a comma is missing in it",
        f"add “]”; if the bracket belongs to the text, {QUOTE_IT}",
        from_context=True,
    ),
    _when(
        r"flow mapping.*(expected ',' or|stream end)",
        "the mapping that begins with “{” here is not closed, or a comma is missing in it",
        f"add “}}”; if the brace belongs to the text, {QUOTE_IT}",
        from_context=True,
    ),
    _when(
        "cannot start any token",
        "an unquoted text cannot begin with this character",
        QUOTE_IT,
        fix=whole_text,
    ),
    _when(
        "found '<scalar>'|flow node|node content",
        "the text in quotes ends before this, at its apostrophe",
        "write the apostrophe twice, or put the text in double quotes",
        line=r"(?:: |- |[\[{,] *)'[^']*'\w.?$",
        fix=other_quotes,
    ),
    _when(
        "found '<scalar>'|flow node|node content",
        "the text in quotes ends before this",
        "put the whole text in quotes of the other kind, with the inner ones as they are",
        line=r"""(?:: |- |[\[{,] *)("[^"]*"|'[^']*')[^"'\n]*$""",
        fix=whole_text,
    ),
    _when(
        "found '<scalar>'|flow node|node content|expected <block end>",
        "an unquoted text cannot begin with “[” or “{”",
        QUOTE_IT,
        line=r"(?:: |- )(?:\[[^\]\n]*\]|\{[^}\n]*\})[^\n]+$",
        fix=whole_text,
    ),
    _when(
        "found '<scalar>'|flow node|node content",
        "this does not belong to the text before it",
        f"if it does belong to the text, {QUOTE_IT}",
    ),
    _when(
        "(block mapping|block collection|block sequence).*(expected|did not find)",
        "this line is indented differently from the lines it belongs to",
        "begin keys of one mapping, and dashes of one list, in the same column",
        of=Of.LINES,
    ),
    _when(
        "alias|anchor",
        "an unquoted text cannot begin with “*” or “&”",
        QUOTE_IT,
        from_context=True,
        fix=whole_text,
    ),
    _when(
        "block scalar",
        "after “|” or “>” the text begins on the next line, indented further than its key",
        f"if the sign belongs to the text, {QUOTE_IT}",
        fix=whole_text,
    ),
    _when(
        "tag|directive|handle|document start",
        "an unquoted text cannot begin with “!” or “%”",
        QUOTE_IT,
        fix=whole_text,
    ),
)
