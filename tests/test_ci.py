"""What contributors are told to run is what is run for them."""

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1]
SCRIPT = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
CONTRIBUTING = (PROJECT / "docs" / "contributing.md").read_text(encoding="utf-8")
SETTINGS = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def command(name: str) -> str:
    """Return a command that the script names in capitals."""
    (found,) = re.findall(rf"^{name}='(.+)'$", SCRIPT, flags=re.MULTILINE)
    return found


def lines_shown(text: str) -> list[str]:
    """Return the lines of all blocks of a page."""
    blocks = re.findall(r"^```\w*\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]


def test_the_readme_names_the_test_command_that_is_run() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    wanted = command("TEST_COMMAND")
    for page in (readme, CONTRIBUTING):
        assert wanted in lines_shown(page), f"README.md and docs/contributing.md show: {wanted}"


def test_slow_tests_are_run_last_and_the_last_line_is_theirs() -> None:
    assert command("SLOW_TESTS") in lines_shown(CONTRIBUTING)
    (main,) = re.findall(r"^main\(\) \{\n(.*?)^\}$", SCRIPT, flags=re.MULTILINE | re.DOTALL)
    runs = [line.strip() for line in main.splitlines() if line.strip().startswith("eval ")]
    assert runs == ['eval "$TEST_COMMAND"', 'eval "$SLOW_TESTS"']
    assert main.rstrip().endswith(runs[-1])


def test_all_tests_are_typed_and_share_the_checks_of_types() -> None:
    assert SETTINGS["tool"]["mypy"]["strict"] is True
    assert SETTINGS["tool"]["mypy"]["packages"] == ["argmap", "tests"]


def test_who_is_sent_ctrl_c_hears_it_in_the_background_too() -> None:
    """A shell lets what runs in its background, and all that this starts, ignore Ctrl-C."""
    signalling = {
        path
        for path in (PROJECT / "tests").rglob("test_*.py")
        if "send_signal(" in path.read_text(encoding="utf-8") and path != Path(__file__)
    }
    assert len(signalling) > 3
    deaf = [path for path in signalling if "preexec_fn" not in path.read_text(encoding="utf-8")]
    assert deaf == []
    assert all("hear_ctrl_c" in path.read_text(encoding="utf-8") for path in signalling)
