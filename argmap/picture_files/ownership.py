"""Whether a file is one that argmap drew, so that nothing made by hand is written over.

Pictures that other programs might begin in the same way, and outlines, end in a mark. The others
are known by how they begin. What was changed in another program and saved, such as a canvas, begins
otherwise, and is a person’s own.
"""

import os
import re
from pathlib import Path

from argmap.document.reading import read_file
from argmap.errors import FileError
from argmap.picture_files.origin import is_marked

# As much as a picture may have.
LARGEST = 512 * 1024 * 1024
_OUTLINES = ("md", "obsidian")
_MARK_OF_OUTLINE = b"\n<!-- drawn by argmap -->\n"
_BEGINNINGS = re.compile(
    rb'<svg xmlns="http://www\.w3\.org/2000/svg" id="argmap-[0-9a-f]{8}'
    rb'|\{\n  "argmap_drawing": '
    rb'|<mxfile host="argmap">\n'
    rb"|% drawn by argmap\n"
    rb'|\{\n "type": "excalidraw",\n "version": 2,\n "source": "argmap",\n'
    rb'|\{\n "nodes": \[(?:\]|\n  \{\n   "id": )'
    rb'|digraph \{\n  graph \[rankdir=(?:TB|BT|LR|RL), ordering=out, bgcolor="'
    rb"|flowchart (?:TB|BT|LR|RL)\n  accTitle: [^\n]*\n  accDescr: "
)
_BEGINNING_OF_PAGE = re.compile(
    rb'<!doctype html>\n<html [^\n]*>\n<head>\n<meta charset="utf-8"/>\n<meta name="viewport" '
    rb'[^\n]*/>\n<title>[^\n]*</title>\n<meta name="description" [^\n]*/>\n'
    rb'(?:<meta http-equiv="Content-Security-Policy" [^\n]*/>\n)?<style>\n'
)
# Slides of a map without claims have no picture; all are in a body with such an id.
_PICTURE_IN_PAGE = re.compile(rb'<(?:svg|body) [^>]*\bid="argmap-[0-9a-f]{8}')


def for_file(content: bytes, format: str) -> bytes:
    """Return what a file of a format is to hold, with a mark where nothing else tells of argmap."""
    return content + _MARK_OF_OUTLINE if format in _OUTLINES else content


def may_be_replaced(file: Path) -> bool:
    """Return whether there is no such file, or nothing is in it, or argmap drew it.

    What cannot be read, or is no regular file, may not be replaced.
    """
    try:
        content = read_file(file.resolve(), largest=LARGEST, only_regular=True)
    except FileError:
        return not os.path.exists(file)
    return not content or is_own(content)


def is_own(content: bytes) -> bool:
    """Return whether argmap drew what a file holds; Git may have given it other line ends."""
    if is_marked(content):
        return True
    text = content.replace(b"\r\n", b"\n")
    if _BEGINNINGS.match(text) or text.endswith(_MARK_OF_OUTLINE):
        return True
    return bool(_BEGINNING_OF_PAGE.match(text) and _PICTURE_IN_PAGE.search(text))
