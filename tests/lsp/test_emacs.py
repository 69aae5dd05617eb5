"""Emacs with Eglot, without a screen, with the settings of the manual."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parents[2] / "docs/editors/emacs.md"
# What is installed beside Python comes first.
PATHS = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
EMACS = shutil.which("emacs", path=PATHS)
# Packages of Debian, which a user without a file of settings does not load.
PACKAGES = """
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa-src/*"))
  (add-to-list 'load-path folder))
"""
MAP = (
    "argmap: 1\nthesis:\n  id: dogs\n  text: Собак 🐕 пускают.\n"
    "  rebuttals:   [B., {ref: nobody}]\n"
)
SOUND = MAP.replace(", {ref: nobody}", "")
SCRIPT = """
(require 'eglot)
(require 'yaml-mode)
(require 'json)
(setq told nil)
(defun tell (what value) (push (cons what value) told))
(defun wait-for (what done)
  (let ((end (+ (float-time) 60)))
    (while (and (not (funcall done)) (< (float-time) end))
      (accept-process-output nil 0.1)))
  (tell what (and (funcall done) t)))
(defun found () (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))
;; Without a screen nothing happens by itself when a command has ended, or nobody has typed.
(defun send-changes () (eglot--signal-textDocument/didChange))
(find-file "a.yaml")
(run-hooks 'post-command-hook)
(wait-for 'attached (lambda () (eglot-managed-p)))
(wait-for 'checked #'found)
(tell 'found (vconcat (found)))
(search-forward ", {ref: nobody}")
(replace-match "")
(send-changes)
(eglot-format-buffer)
(send-changes)
(tell 'formatted (buffer-string))
(goto-char (point-min))
(search-forward "id: do")
(eglot-rename "pets")
(tell 'renamed (buffer-string))
(send-changes)
(goto-char (point-min))
(search-forward "Собак")
(let ((answer (jsonrpc-request (eglot-current-server) :textDocument/hover
                               (eglot--TextDocumentPositionParams))))
  (tell 'hover (plist-get (plist-get answer :contents) :value)))
(with-temp-file "told.json" (insert (json-encode told)))
"""


def settings() -> str:
    (found,) = re.findall(r"```lisp\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return str(found)


def has_eglot() -> bool:
    if EMACS is None:
        return False
    asked = f"(progn {PACKAGES} (require 'eglot) (require 'yaml-mode))"
    command = [EMACS, "--batch", "-q", "--no-site-file", "--eval", asked]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def told_by_emacs(folder: Path) -> dict[str, Any]:
    files = {"packages.el": PACKAGES, "init.el": settings(), "script.el": SCRIPT, "a.yaml": MAP}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "pyproject.toml").write_text("", encoding="utf-8")
    loaded = [f"--load={name}" for name in files if name.endswith(".el")]
    environment = {**os.environ, "HOME": str(folder), "PATH": PATHS, "LC_ALL": "C.UTF-8"}
    subprocess.run(
        [str(EMACS), "--batch", "-q", "--no-site-file", *loaded],
        cwd=folder,
        env=environment,
        capture_output=True,
        timeout=180,
        check=True,
    )
    return dict(json.loads((folder / "told.json").read_text(encoding="utf-8")))


@pytest.mark.slow
def test_emacs_finds_formats_renames_and_tells_why_with_the_settings_of_the_manual(
    tmp_path: Path,
) -> None:
    if not has_eglot():
        pytest.skip("needs Emacs with Eglot and a mode for YAML")
    told = told_by_emacs(tmp_path)
    assert (told["attached"], told["checked"]) == (True, True)
    (found,) = told["found"]
    assert "no claim “nobody”" in found
    formatted = SOUND.replace(":   [", ": [")
    assert told["formatted"] == formatted
    assert told["renamed"] == formatted.replace("id: dogs", "id: pets")
    assert "falls: what speaks against it stands" in told["hover"]
