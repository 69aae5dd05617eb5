from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.report.text import render, summary
from argmap.source import Position, Span

MAP = """argmap: 1
thesis:
  - text: It rains.
    premises: [ref: troops]
"""


def span(start: tuple[int, int], end: tuple[int, int], *, file: str = "m.yaml") -> Span:
    return Span(file, Position(*start), Position(*end))


def shown(line: str, start: int, end: int) -> list[str]:
    """The line and its underlining, for a finding on part of it."""
    found = Diagnostic("a", Severity.ERROR, span((1, start), (1, end)), "b")
    _, *lines = render([found], texts={"m.yaml": line}).split("\n\n")[0].split("\n")
    return [line.removeprefix("  1 | ").removeprefix("    | ") for line in lines]


def test_help_may_have_several_lines() -> None:
    found = Diagnostic("c", Severity.HINT, span((1, 1), (1, 2)), "m", (), "first\nsecond: a\x1bb")
    assert render([found], texts={}).split("\n")[1:3] == ["  help: first", "    second: a�b"]


def test_a_finding_is_shown_with_its_line_related_places_and_help() -> None:
    found = Diagnostic(
        "unknown-reference",
        Severity.ERROR,
        span((4, 21), (4, 27)),
        "no claim “troops”; did you mean “troops-invited”?",
        (Related(span((3, 11), (3, 20)), "it is needed for this"),),
        "write the id of a claim",
    )
    assert render([found], texts={"m.yaml": MAP}) == (
        "m.yaml:4:21: error[unknown-reference] no claim “troops”; did you mean “troops-invited”?\n"
        "  4 |     premises: [ref: troops]\n"
        "    |                     ^^^^^^\n"
        "  m.yaml:3:11: it is needed for this\n"
        "  3 |   - text: It rains.\n"
        "    |           ^^^^^^^^^\n"
        "  help: write the id of a claim\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_a_file_without_text_is_only_named() -> None:
    found = Diagnostic("a", Severity.HINT, span((7, 1), (7, 2)), "b")
    assert render([found], texts={}) == "m.yaml:7:1: hint[a] b\n\n1 hint in 1 file\n"


def test_nothing_found_is_nothing_said() -> None:
    assert render([], texts={}) == ""


def test_the_summary_counts_by_severity_and_file() -> None:
    places = (span((1, 1), (1, 1)), span((1, 1), (1, 1), file="n.yaml"))
    severities = (Severity.WARNING, Severity.ERROR, Severity.ERROR)
    found = [Diagnostic("a", s, place, "b") for s in severities for place in places]
    assert summary(found) == "4 errors, 2 warnings in 2 files"


def test_of_several_lines_the_first_is_underlined() -> None:
    found = Diagnostic("a", Severity.ERROR, span((3, 5), (4, 28)), "b")
    assert "    |     ^^^^^^^^^^^^^^^\n" in render([found], texts={"m.yaml": MAP})


def test_an_empty_place_has_one_caret() -> None:
    assert shown("argmap: 1", 1, 1) == ["argmap: 1", "^"]
    assert shown("argmap:", 8, 8) == ["argmap:", "       ^"]


def test_wide_characters_take_two_columns() -> None:
    assert shown("鳥: 鳥は", 4, 6) == ["鳥: 鳥は", "    ^^^^"]


def test_combining_marks_and_joiners_take_none() -> None:
    assert shown("e\u0301\u200d: e\u0301!", 6, 8) == ["e\u0301\u200d: e\u0301!", "   ^"]


def test_tabs_are_shown_as_blanks() -> None:
    assert shown("a:\tb", 4, 5) == ["a:    b", "      ^"]


def test_what_would_disturb_a_terminal_is_replaced() -> None:
    assert shown("a\x1b[1m\u202eb", 1, 2) == ["a�[1m�b", "^"]


def test_names_and_words_do_not_disturb_a_terminal_either() -> None:
    place = span((1, 1), (1, 2), file="\x1b[31mm.yaml")
    hostile = "a\x1b[2Jb\u202ec\x07"
    found = Diagnostic("a", Severity.ERROR, place, hostile, (Related(place, hostile),), hostile)
    assert render([found], texts={}) == (
        "�[31mm.yaml:1:1: error[a] a�[2Jb�c�\n"
        "  �[31mm.yaml:1:1: a�[2Jb�c�\n"
        "  help: a�[2Jb�c�\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_a_long_line_is_cut_around_the_place() -> None:
    line, carets = shown("a" * 500 + "HERE" + "b" * 500, 501, 505)
    assert line.startswith("…aaa")
    assert line.endswith("bbb…")
    assert len(line) <= 96
    assert line[carets.index("^") : len(carets)] == "HERE"
    assert carets.strip() == "^^^^"


def test_a_long_line_is_cut_at_one_end_where_the_place_is_at_the_other() -> None:
    line, carets = shown("HERE" + "b" * 500, 1, 5)
    assert (line[:4], line[-1], carets) == ("HERE", "…", "^^^^")
    line, carets = shown("a" * 500 + "HERE", 501, 505)
    assert (line[0], line[-4:], carets.strip()) == ("…", "HERE", "^^^^")
    assert line[carets.index("^") :] == "HERE"


def test_a_long_place_is_underlined_as_far_as_it_is_shown() -> None:
    line, carets = shown("a" * 50 + "鳥" * 500, 51, 551)
    assert line.endswith("鳥…")
    assert line.startswith("…a")
    assert carets.count("^") == 2 * line.count("鳥")


def test_a_very_long_line_is_cut_quickly() -> None:
    line, _ = shown("a" * 5_000_000, 2_500_000, 4_000_000)
    assert len(line) <= 96


def test_colours_only_add_escape_codes() -> None:
    found = [Diagnostic("a", Severity.ERROR, span((3, 5), (4, 28)), "b", (), "c")]
    plain = render(found, texts={"m.yaml": MAP})
    coloured = render(found, texts={"m.yaml": MAP}, colour=True)
    assert "\x1b[1;31m" in coloured
    for code in ("\x1b[1;31m", "\x1b[0m", "\x1b[1m", "\x1b[2m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_a_letter_with_very_many_marks_is_cut() -> None:
    line, carets = shown("a" + "\u0301" * 100_000 + "HERE" + "b" * 200, 100_002, 100_006)
    assert len(line) < 1000
    assert carets.strip() == "^^^^"
