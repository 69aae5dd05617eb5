"""What several tests need and is dear to get: fetched once, however many workers run the tests."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def fetched_once(factory: pytest.TempPathFactory, name: str, fetch: Callable[[Path], None]) -> Path:
    """Return a folder that `fetch` has filled for this run of the tests, now or before.

    Where it fails, here or in another worker, nothing is kept, and the next test tries it again.
    """
    base = factory.getbasetemp()
    # The folder of a worker stands in one that belongs to the run.
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, whole = run / f"fetched-{name}", run / f"fetched-{name}.whole"
    with FileLock(run / f"fetched-{name}.lock"):
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            fetch(folder)
            whole.touch()
    return folder
