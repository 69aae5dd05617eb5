"""The labelling in JavaScript, case by case, with Node's own test runner."""

import shutil
import subprocess
from pathlib import Path

from tests.npm import leave_out

CASES = Path(__file__).with_name("labelling.test.mjs")


def test_the_cases_of_the_labelling_hold() -> None:
    node = shutil.which("node")
    if node is None:
        leave_out("Node is not installed.")
    done = subprocess.run([str(node), "--test", str(CASES)], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout
