"""Files of argmap's own that go into a page: bundled scripts and their style sheets."""

import re
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=16)
def own_file(package: str, name: str) -> str:
    """Return the text of a file in one of argmap's packages, such as a bundled script."""
    return resources.files(package).joinpath(name).read_text(encoding="utf-8").strip()


@lru_cache(maxsize=16)
def own_styles(package: str, name: str) -> str:
    """Return a style sheet of argmap's own without what only those who change it read."""
    told = re.sub(r"/\*.*?\*/", "", own_file(package, name), flags=re.DOTALL)
    return re.sub(r"\s*([{};])\s*", r"\1", " ".join(told.split()))
