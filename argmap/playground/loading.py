"""When modules are loaded: that takes a browser long, and is no work on the reader's map."""

from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from types import ModuleType
from zipimport import zipimporter


def watch_loading(tell: Callable[[bool], object]) -> None:
    """Call `tell` with True when a module begins to load from a file, with False when it has.

    What a module loads in turn is part of that. It holds for all of this Python from now on.
    """
    depth = 0

    def watched(load: Callable[..., None]) -> Callable[..., None]:
        def exec_module(loader: object, module: ModuleType) -> None:
            nonlocal depth
            if not depth:
                tell(True)
            depth += 1
            try:
                load(loader, module)
            finally:
                depth -= 1
                if not depth:
                    tell(False)

        return exec_module

    for kind in (SourceFileLoader, zipimporter):
        # Each has it from a class that others have it from, too.
        setattr(kind, "exec_module", watched(kind.exec_module))  # noqa: B010
