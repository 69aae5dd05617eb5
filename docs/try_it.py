"""A hook of MkDocs: puts the playground into the built manual, as “Try it”.

It needs Pyodide, and so npm or a network; it does nothing unless ARGMAP_PLAYGROUND is set, to 1 or
to the file or folder that `argmap playground --pyodide` takes.
"""

import os
from pathlib import Path
from typing import Any

FOLDER = "try"
VARIABLE = "ARGMAP_PLAYGROUND"


def on_config(config: Any) -> Any:
    """Return the settings with the playground in the navigation, behind the first page."""
    if os.environ.get(VARIABLE):
        config.nav.insert(1, {"Try it": f"{FOLDER}/index.html"})
    return config


def on_files(files: Any, *, config: Any) -> Any:
    """Return the files of the site with those of the playground."""
    given = os.environ.get(VARIABLE)
    if not given:
        return files
    from mkdocs.structure.files import File

    from argmap.playground.folder import playground
    from argmap.playground.pyodide import pyodide_files

    pyodide = pyodide_files(None if given == "1" else Path(given))
    for name, content in playground(pyodide).items():
        files.append(File.generated(config, f"{FOLDER}/{name}", content=content))
    return files
