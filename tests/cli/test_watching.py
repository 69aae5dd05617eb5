"""What is done again when files change."""

from pathlib import Path

import pytest

from argmap.cli import watching


def test_ctrl_c_ends_watching_also_while_something_is_done_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[list[str]] = []

    def again(names: list[str]) -> None:
        done.append(names)
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "changed", lambda files_behind: iter([["a.yaml"], ["b.yaml"]]))
    watching.do_again(lambda: {"a.yaml": (Path("a.yaml"),)}, again)
    assert done == [["a.yaml"]]


def test_other_trouble_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def again(names: list[str]) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(watching, "changed", lambda files_behind: iter([["a.yaml"]]))
    with pytest.raises(ZeroDivisionError):
        watching.do_again(dict, again)
