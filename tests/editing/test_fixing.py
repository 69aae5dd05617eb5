"""A fix is made whole, and only where reading back finds nothing new wrong and nothing lost."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from argmap.diagnostics import Diagnostic, Severity
from argmap.editing.applying import applied
from argmap.editing.fixing import mended
from argmap.editing.sound_fixes import Examined
from argmap.edits import Edit
from argmap.pipeline import read_text
from argmap.source import Position, Span

TEXT = "argmap: 1\nthesis: The pool stays. # for now\n"


def at(line: int, start: int, end: int) -> Span:
    return Span("m.yaml", Position(line, start), Position(line, end))


def finding(message: str, *edits: Edit) -> Diagnostic:
    return Diagnostic("wording", Severity.WARNING, at(2, 9, 10), message, fix=edits)


def examining(tell: Callable[[str], Sequence[Diagnostic]]) -> Callable[[str], Examined]:
    def examine(text: str) -> Examined:
        reading = read_text(text, file="m.yaml")
        return Examined(reading, (*reading.diagnostics, *tell(text)))

    return examine


def test_a_fix_is_made_and_what_it_mends_is_gone() -> None:
    def tell(text: str) -> list[Diagnostic]:
        fix = Edit(at(2, 18, 23), "closes")
        return [finding("it closes", fix)] if "stays" in text else []

    found = mended(TEXT, examining(tell))
    assert found.text == "argmap: 1\nthesis: The pool closes. # for now\n"
    assert [one.message for one in found.mended] == ["it closes"]
    assert found.left.found == ()


def test_a_fix_that_mends_nothing_is_not_made() -> None:
    def tell(_: str) -> list[Diagnostic]:
        return [finding("for ever", Edit(at(2, 18, 23), "closes"))]

    found = mended(TEXT, examining(tell))
    assert (found.text, found.mended) == (TEXT, ())


def test_a_fix_that_breaks_the_map_is_not_made() -> None:
    def tell(text: str) -> list[Diagnostic]:
        return [finding("x", Edit(at(1, 1, 7), "arg"))] if "argmap" in text else []

    assert mended(TEXT, examining(tell)).text == TEXT


def test_a_fix_that_takes_a_claim_out_of_the_map_is_not_made() -> None:
    lines = TEXT + "claims:\n  - It is warm.\n"

    def tell(text: str) -> list[Diagnostic]:
        return [finding("x", Edit(at(3, 1, 1), "# "))] if "# claims" not in text else []

    assert mended(lines, examining(tell)).text == lines


def test_a_fix_that_makes_a_comment_part_of_a_text_is_not_made() -> None:
    lines = TEXT.replace(". #", ".\n#")

    def tell(text: str) -> list[Diagnostic]:
        return [finding("x", Edit(at(2, 9, 9), ">-\n  "))] if ">" not in text else []

    moved = lines.replace("\n# for now", "\n  # for now")
    assert mended(moved, examining(tell)).text == moved


def test_of_two_fixes_at_one_place_the_first_is_made_and_then_the_other_asked_for() -> None:
    def tell(text: str) -> list[Diagnostic]:
        told = []
        if "pool" in text:
            told.append(finding("a pond", Edit(at(2, 13, 17), "pond")))
        if "The" in text:
            word = "pool" if "pool" in text else "pond"
            told.append(finding("a pool", Edit(at(2, 9, 17), f"A {word}")))
        return told

    found = mended(TEXT, examining(tell))
    assert found.text == "argmap: 1\nthesis: A pond stays. # for now\n"
    assert [one.message for one in found.mended] == ["a pond", "a pool"]


def test_of_many_fixes_those_that_do_harm_are_left_out() -> None:
    lines = TEXT + "".join(f"# {number} one\n" for number in range(9))

    def tell(text: str) -> list[Diagnostic]:
        told = [
            finding(f"{number}", Edit(at(number + 3, 5, 8), "two"))
            for number in range(9)
            if f"# {number} one" in text
        ]
        return [*told, finding("harm", Edit(at(1, 1, 7), "arg"))]

    found = mended(lines, examining(tell))
    assert found.text == lines.replace("one", "two")
    assert len(found.mended) == 9


def test_a_fix_in_the_place_of_one_that_does_harm_is_made() -> None:
    def tell(text: str) -> list[Diagnostic]:
        if "pool" not in text:
            return []
        harm = finding("harm", Edit(at(2, 9, 21), "{"))
        return [harm, finding("help", Edit(at(2, 13, 17), "pond"))]

    assert mended(TEXT, examining(tell)).text == TEXT.replace("pool", "pond")


def test_a_new_error_keeps_a_fix_from_being_made_though_it_mends() -> None:
    lines = TEXT + "claims: [{id: a, text: A., premises: [{ref: b}]}, {id: b, text: B.}]\n"

    def tell(text: str) -> list[Diagnostic]:
        return [finding("x", Edit(at(3, 56, 57), "c"))] if "id: b" in text else []

    assert "{id: c" in applied(lines, [Edit(at(3, 56, 57), "c")])
    assert mended(lines, examining(tell)).text == lines


def test_a_fix_that_takes_a_claim_out_without_a_fault_is_not_made() -> None:
    lines = TEXT + "claims:\n  - It is warm.\n"

    def tell(text: str) -> list[Diagnostic]:
        edits = Edit(at(3, 1, 1), "# "), Edit(at(4, 1, 1), "# ")
        return [finding("x", *edits)] if "# claims" not in text else []

    assert mended(lines, examining(tell)).text == lines


def test_what_a_check_finds_anew_in_a_whole_map_keeps_a_fix_from_being_made() -> None:
    def tell(text: str) -> list[Diagnostic]:
        if "stays" in text:
            return [finding("it closes", Edit(at(2, 18, 23), "closes"))]
        return [Diagnostic("circular-support", Severity.ERROR, at(2, 9, 10), "round")]

    assert mended(TEXT, examining(tell)).text == TEXT


def test_a_reference_that_a_fix_breaks_keeps_it_from_being_made_in_a_faulty_map() -> None:
    lines = (
        TEXT + "titel: T\nclaims:\n  - {text: A., premises: [{ref: b}]}\n  - {id: b, text: B.}\n"
    )

    def examine(text: str) -> Examined:
        reading = read_text(text, file="m.yaml")
        kept = tuple(replace(one, fix=()) for one in reading.diagnostics)
        own = [finding("x", Edit(at(6, 10, 11), "c"))] if "id: b" in text else []
        return Examined(reading, (*kept, *own))

    assert "{id: c" in applied(lines, [Edit(at(6, 10, 11), "c")])
    assert mended(lines, examine).text == lines
