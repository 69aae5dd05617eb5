"""Scripts of other programs from the registry of npm, for tests that open our files with them."""

import contextlib
import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from tests.devtools import Page, browser_page
from tests.shared import fetched_once

# The one place where the versions of packages for argmap's own scripts stand.
PINNED = Path(__file__).with_name("javascript")
WAIT = 120


@contextlib.contextmanager
def page_with(factory: pytest.TempPathFactory, release: str, script: str) -> Iterator[Page]:
    """Open a page in a browser that has the script of a release, such as `mermaid@11.17.2`.

    Without npm or its registry the test is left out.
    """
    name = release.strip("@").replace("/", "-")
    own = fetched_once(factory, name, lambda folder: _fetch(folder, release, script)) / "script.js"
    folder = factory.mktemp(name)
    shutil.copy(own, folder)
    page = folder / "page.html"
    page.write_text(
        '<!doctype html><meta charset="utf-8"><div></div><script src="script.js"></script>'
    )
    with browser_page() as browser:
        browser.open(page)
        yield browser


def scripting_tools(factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the packages of `tests/javascript`, as its lock has them.

    They are what argmap's own scripts are checked with, bundled with and made of.
    """
    return fetched_once(factory, "javascript", install_tools)


def install_tools(folder: Path) -> None:
    """Install the packages of `tests/javascript` in a folder."""
    npm = shutil.which("npm")
    if npm is None:
        leave_out("npm is not installed.")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(PINNED / name, folder / name)
    command = [npm or "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=WAIT, check=False)
    if done.returncode:
        leave_out("npm cannot fetch what checks and bundles scripts.")


def fetched_package(folder: Path, release: str) -> Path:
    """Return the archive of a release, fetched into a folder.

    Without npm or its registry the test is left out.
    """
    npm = shutil.which("npm")
    if npm is None:
        leave_out("npm is not installed.")
    command = [npm or "npm", "pack", "--silent", release]
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=WAIT, check=False)
    archives = list(folder.glob("*.tgz"))
    if done.returncode or not archives:
        leave_out(f"npm cannot fetch {release}.")
    return archives[0]


def _fetch(folder: Path, release: str, script: str) -> None:
    with tarfile.open(fetched_package(folder, release)) as archive:
        member = archive.extractfile(f"package/{script}")
        assert member is not None
        (folder / "script.js").write_bytes(member.read())


def install(folder: Path, *releases: str) -> None:
    """Install releases into a folder, or what its `package.json` names; no scripts of theirs run.

    Without npm or its registry the test is left out.
    """
    npm = shutil.which("npm")
    if npm is None:
        leave_out("npm is not installed.")
    quiet = ["--no-audit", "--no-fund", "--silent", "--ignore-scripts", "--omit=dev"]
    command = [npm or "npm", "install", *quiet, *releases]
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=WAIT, check=False)
    if done.returncode:
        leave_out(f"npm cannot install {', '.join(releases) or folder.name}.")


def leave_out(reason: str) -> NoReturn:
    """Skip the test, or fail it where ARGMAP_ALL_TESTS is set."""
    if os.environ.get("ARGMAP_ALL_TESTS"):
        pytest.fail(f"{reason} ARGMAP_ALL_TESTS lets no test be left out.")
    pytest.skip(reason)
