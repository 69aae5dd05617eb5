"""What contributors are told to run is what is run for them."""

import re
from pathlib import Path

PROJECT = Path(__file__).parents[1]


def test_the_readme_names_the_test_command_that_is_run() -> None:
    script = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
    (command,) = re.findall(r"^TEST_COMMAND='(.+)'$", script, flags=re.MULTILINE)
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```$", readme, flags=re.MULTILINE | re.DOTALL)
    lines = [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]
    assert command in lines, f"README.md should show: {command}"
