"""The extension for Visual Studio Code, built from its sources once for all tests."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.npm import leave_out
from tests.shared import fetched_once

SOURCES = Path(__file__).parents[2] / "docs" / "editors" / "vscode"
PACKAGE = json.loads((SOURCES / "package.json").read_text(encoding="utf-8"))
WAIT = 300


def built(factory: pytest.TempPathFactory) -> Path:
    """Return a folder with `argmap.vsix`, and what it is made of."""
    return fetched_once(factory, "vscode", _build)


def _build(folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        leave_out("npm is not installed.")
    kept = [path for path in SOURCES.iterdir() if path.name not in ("node_modules", "dist")]
    for path in kept:
        copy = shutil.copytree if path.is_dir() else shutil.copy
        copy(path, folder / path.name)
    quiet = ["--no-audit", "--no-fund", "--silent", "--ignore-scripts"]
    for call in (["install", *quiet], ["run", "--silent", "package"]):
        done = subprocess.run(
            [npm or "npm", *call], cwd=folder, capture_output=True, timeout=WAIT, check=False
        )
        if done.returncode and call[0] == "install":
            leave_out("npm cannot fetch what builds the extension.")
        assert done.returncode == 0, done.stdout + done.stderr
