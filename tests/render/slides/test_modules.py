"""The modules of the slides, tried by Node."""

import shutil
import subprocess
from pathlib import Path

from tests.bundles import SLIDES
from tests.npm import leave_out

HERE = Path(__file__).parent


def test_the_pure_parts_do_what_they_say() -> None:
    node = shutil.which("node")
    if node is None:
        leave_out("Node is not installed.")
    command = [str(node), "--test", str(HERE / "slides.test.mjs")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout


def test_modules_are_short() -> None:
    for file in (SLIDES / "modules").rglob("*.js"):
        assert len(file.read_text("utf-8").splitlines()) <= 300, file.name
