"""Files of argmap's own that go into a page: bundled scripts and their style sheets."""

from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=16)
def own_file(package: str, name: str) -> str:
    """Return the text of a file in one of argmap's packages, such as a bundled script."""
    return resources.files(package).joinpath(name).read_text(encoding="utf-8").strip()
