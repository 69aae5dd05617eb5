"""Kate, without a screen, with the settings of the manual."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs/editors/kate.md"
MAP = "argmap: 1\nthesis:\n  id: dogs\n  text: Dogs are let in.\n  rebuttals: [{ref: dogz}]\n"
DOCUMENT = "# Dogs\n\n<!-- argmap: nobody.yaml -->\n<!-- /argmap -->\n"
# Kate starts what it finds under this name; what both say to each other is kept.
BETWEEN = """#!/bin/sh
tee asked.txt | "{python}" -m argmap "$@" | tee answered.txt
"""
LONGEST_WAIT = 60


def settings() -> str:
    (found,) = re.findall(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return str(found)


def said_in_kate(folder: Path, name: str, words: str) -> tuple[str, str]:
    """Return what Kate asks when it has a file open, and the answers, once they have some words."""
    command = folder / "bin/argmap"
    allowed = f"[lspclient]\nAllowedServerCommandLines={command} lsp\n"
    files = {
        "bin/argmap": BETWEEN.format(python=sys.executable),
        ".config/kate/lspclient/settings.json": settings(),
        # What a person has said yes to.
        ".config/katerc": allowed,
        "a.yaml": MAP,
        "a.md": DOCUMENT,
        "pyproject.toml": "",
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    command.chmod(0o755)
    own = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    paths = os.pathsep.join((str(command.parent), os.environ["PATH"]))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    with subprocess.Popen(
        ["dbus-run-session", "kate", "--startanon", "--block", name],
        cwd=folder,
        env={**kept, **own, "PATH": paths, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as kate:
        asked, answered = folder / "asked.txt", folder / "answered.txt"
        end = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < end:
            if answered.exists() and words in answered.read_text(encoding="utf-8"):
                break
            time.sleep(0.1)
        # D-Bus, Kate and all that it has started.
        os.killpg(kate.pid, signal.SIGTERM)
    texts = [one.read_text(encoding="utf-8") if one.exists() else "" for one in (asked, answered)]
    return texts[0], texts[1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "language", "words"),
    [
        ("a.yaml", "yaml", r"did you mean \u201cdogs\u201d?"),
        ("a.md", "markdown", "There is no file"),
    ],
)
def test_kate_is_told_findings_with_the_settings_of_the_manual(
    tmp_path: Path, name: str, language: str, words: str
) -> None:
    if shutil.which("kate") is None or shutil.which("dbus-run-session") is None:
        pytest.skip("needs Kate, and D-Bus")
    asked, answered = said_in_kate(tmp_path, name, words)
    assert f'"languageId": "{language}"' in asked
    assert words in answered
    assert '"error"' not in answered
