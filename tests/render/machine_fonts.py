"""What tests need of the fonts on this machine."""

import os

import pytest

from argmap.render.lettered.faces import faces_of
from argmap.render.lettered.font_files import font_files


def require_characters(*characters: str) -> None:
    """Skip the test where no font has the characters, or fail it where ARGMAP_ALL_TESTS is set."""
    faces = list(faces_of(font_files(), format="png"))
    lacking = [one for one in characters if not any(face.has(one) for face in faces)]
    if lacking and os.environ.get("ARGMAP_ALL_TESTS"):
        pytest.fail(f"No font here has {', '.join(lacking)}; ARGMAP_ALL_TESTS wants all tests run.")
    if lacking:
        pytest.skip(f"no font here has {', '.join(lacking)}")
