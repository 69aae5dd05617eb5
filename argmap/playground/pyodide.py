"""Python for browsers: the files of Pyodide that the page needs, each as it was published."""

import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

from argmap.errors import FileError
from argmap.output import write_whole

VERSION = "314.0.7"
# The hash of each file, by SHA-256: however they came here, they are those of this version.
FILES = {
    "pyodide.mjs": "6f1d60f7bf529beb300f0f47983c921d3982363640ba20af0e38efdddbc66109",
    "pyodide.asm.mjs": "f7cdc8ece80678ceb712f8e65ebe6d3a83203a180c399865f49612a051693635",
    "pyodide.asm.wasm": "cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6",
    "python_stdlib.zip": "fa1957e5777068fc4f7437f96d860ae2fbe9c19732ba06c84e004ec16dd7dd7a",
    "pyodide-lock.json": "5dc2fc119108bc148c7457dc86e7675b5c87e1cafd420b9c34c1eaef7b36c010",
}
WAIT = 300
HOW_TO_GET_IT = (
    f"where there is npm, “npm pack pyodide@{VERSION}” fetches it; name that file with --pyodide"
)


def pyodide_files(given: Path | None) -> dict[str, bytes]:
    """Return FILES of Pyodide by name, from a folder or an archive that is `given`, else by npm.

    What npm has fetched once is kept, and needs no network again. Raises FileError where a file is
    missing, or is not that of this version.
    """
    if given is not None:
        return _checked(_in_folder(given) if given.is_dir() else _in_archive(given), str(given))
    kept = _kept()
    if kept.is_file():
        try:
            return _checked(_in_archive(kept), str(kept))
        except FileError:
            # Half of a download, or none at all: it is fetched again.
            pass
    with tempfile.TemporaryDirectory(prefix="argmap-pyodide-") as folder:
        archive = _packed(Path(folder))
        found = _checked(_in_archive(archive), "what npm has fetched")
        write_whole(kept, archive.read_bytes(), make_folder=True)
    return found


def _kept() -> Path:
    """Return the file in which an archive is kept, where programs of this user keep such."""
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base, "argmap", f"pyodide-{VERSION}.tgz")


def _packed(folder: Path) -> Path:
    """Return the archive that npm fetches into a folder."""
    npm = shutil.which("npm")
    if npm is None:
        raise FileError(f"the playground needs Pyodide {VERSION}: {HOW_TO_GET_IT}.")
    command = [npm, "pack", "--silent", f"pyodide@{VERSION}"]
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, timeout=WAIT, check=False, text=True
        )
        failure = " ".join(done.stderr.split()) if done.returncode else ""
    except subprocess.TimeoutExpired:
        failure = f"it took more than {WAIT} s"
    archive = next(folder.glob("*.tgz"), None)
    if failure or archive is None:
        said = f" ({failure[-300:]})" if failure else ""
        raise FileError(f"npm could not fetch Pyodide {VERSION}{said}; {HOW_TO_GET_IT}.")
    return archive


def _in_folder(folder: Path) -> dict[str, bytes]:
    # Where npm installs packages they have a folder each.
    inner = folder / "node_modules" / "pyodide"
    home = inner if inner.is_dir() else folder
    try:
        return {name: (home / name).read_bytes() for name in FILES if (home / name).is_file()}
    except OSError as error:
        raise FileError(f"{folder} cannot be read: {error.strerror or error}.") from error


def _in_archive(file: Path) -> dict[str, bytes]:
    found = {}
    try:
        with tarfile.open(file) as archive:
            for member in archive:
                name = member.name.rpartition("/")[2]
                # In the archive of npm they are in “package”, in that of Pyodide in “pyodide”.
                if name in FILES and member.name.count("/") == 1 and member.isfile():
                    stream = archive.extractfile(member)
                    found[name] = stream.read() if stream else b""
    except FileNotFoundError as error:
        raise FileError(f"There is no file {file}.") from error
    except (OSError, tarfile.TarError, EOFError) as error:
        raise FileError(f"{file} is no archive of Pyodide; {HOW_TO_GET_IT}.") from error
    return found


def _checked(found: Mapping[str, bytes], where: str) -> dict[str, bytes]:
    for name, expected in FILES.items():
        if name not in found:
            raise FileError(f"{where} has no {name}, so it is not Pyodide; {HOW_TO_GET_IT}.")
        if hashlib.sha256(found[name]).hexdigest() != expected:
            raise FileError(f"{name} in {where} is not that of Pyodide {VERSION}; {HOW_TO_GET_IT}.")
    return dict(found)
