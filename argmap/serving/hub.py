"""The pages that are open: each made again when a file behind it changes, the newest save last."""

import hashlib
import os
import stat
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from argmap.errors import MissingExtraError
from argmap.picture_files.traces import Trace, is_older, traces_of, whole
from argmap.serving.views import Address, Finding, View

# Is called with the file of a page that was made, and with what is wrong with it.
Tell = Callable[[Path, tuple[Finding, ...]], None]
_Made = tuple[View, dict[Path, Trace]]

# Milliseconds to wait for more after a change, between looks, and at most for a change.
_DEBOUNCE, _STEP, _PATIENCE = 100, 10, 1000
# How often files are looked at where the system tells of no changes, in milliseconds.
_LOOK = 300
# Pages that nobody looks at are kept up to this number.
_MOST_UNSEEN = 16
# How often a page is made again at once because its files changed meanwhile.
_ATTEMPTS = 5


@dataclass(frozen=True)
class Shown:
    """What visitors of an address see: the last good page, and what is wrong with a newer one.

    `version` names the page, the same for the same bytes; `was_good` says that it shows its files
    as they were when it was made, `is_good` that it shows them as they are; `serial` counts what
    was told.
    """

    page: bytes | None
    version: str
    findings: tuple[Finding, ...]
    home: Path
    places: Mapping[str, tuple[int, int]]
    was_good: bool = False
    is_good: bool = False
    serial: int = 0


@dataclass
class _Entry:
    shown: Shown
    files: tuple[Path, ...]
    traces: dict[Path, Trace] = field(default_factory=dict)
    visitors: int = 0


def say_nothing(home: Path, findings: tuple[Finding, ...]) -> None:
    """Tell nobody of a page."""


class Hub:
    """Makes pages, keeps them, and wakes who waits for a newer one.

    Pages are made one at a time. `make` returns the view of an address, None where there is none;
    `tell` is told of each page that is made, and of what is wrong with it.
    """

    def __init__(
        self,
        make: Callable[[Address], View | None],
        tell: Tell = say_nothing,
    ) -> None:
        """Start without any page.

        Raises MissingExtraError where the library that looks for changes is not installed.
        """
        self._make, self._tell, self._changes = make, tell, _watcher()
        self._entries: dict[Address, _Entry] = {}
        self._making = threading.Lock()
        self._news = threading.Condition()
        self._renew = threading.Event()
        self.has_ended = False

    def shown(self, address: Address) -> Shown | None:
        """Return what is seen at an address now; None where there is nothing."""
        with self._making:
            entry = self._entries.get(address)
            if entry is None:
                entry = self._first(address)
            elif traces_of(entry.files) != entry.traces:
                self._make_again(address, entry)
        return entry.shown if entry else None

    def visit(self, address: Address, number: int) -> None:
        """Count a visitor in, or out by -1: what is seen is kept up to date."""
        with self._making:
            if entry := self._entries.get(address):
                entry.visitors += number
        self._renew.set()

    def newer(self, address: Address, serial: int, seconds: float) -> Shown | None:
        """Wait until something newer is seen at an address, and return it; None if nothing is."""
        with self._news:
            self._news.wait_for(lambda: self.has_ended or self._serial(address) != serial, seconds)
            entry = self._entries.get(address)
            return entry.shown if entry and entry.shown.serial != serial else None

    def end(self) -> None:
        """Let nobody wait any longer."""
        self.has_ended = True
        self._renew.set()
        with self._news:
            self._news.notify_all()

    def watch(self) -> None:
        """Make pages again as their files change, until the end."""
        while not self.has_ended:
            self._renew.clear()
            folders = self._folders()
            # What changed while nobody looked.
            self.refresh(())
            if not folders:
                self._renew.wait(_PATIENCE / 1000)
                continue
            try:
                self._follow(folders)
            except OSError:
                # A system lets so many be watched, and a folder may just have gone: look again.
                self._renew.wait(_LOOK / 1000)

    def _follow(self, folders: frozenset[Path]) -> None:
        """Make pages again as is told of folders, until others are to be watched."""
        for batch in self._changes(
            *folders,
            watch_filter=None,
            recursive=False,
            debounce=_DEBOUNCE,
            step=_STEP,
            rust_timeout=_PATIENCE,
            yield_on_timeout=True,
            raise_interrupt=False,
            stop_event=self._renew,
        ):
            self.refresh(Path(path) for _, path in batch)
            if self._folders() != folders:
                break

    def refresh(self, changed: Iterable[Path]) -> None:
        """Make all visited pages again whose files changed, as was told or as can be seen."""
        told = set(changed)
        with self._making:
            visited = [(address, one) for address, one in self._entries.items() if one.visitors > 0]
            for address, entry in visited:
                if told & set(whole(entry.files)) or traces_of(entry.files) != entry.traces:
                    self._make_again(address, entry)

    def _serial(self, address: Address) -> int:
        entry = self._entries.get(address)
        return entry.shown.serial if entry else 0

    def _folders(self) -> frozenset[Path]:
        with self._making:
            files = [one for e in self._entries.values() if e.visitors > 0 for one in e.files]
        behind = {file if os.path.isdir(file) else file.parent for file in whole(files)}
        return frozenset(folder for folder in behind if os.path.isdir(folder))

    def _first(self, address: Address) -> _Entry | None:
        found = self._made(address, ())
        if found is None:
            return None
        unseen = [one for one, entry in self._entries.items() if entry.visitors <= 0]
        for one in unseen[: max(0, len(unseen) - _MOST_UNSEEN + 1)]:
            del self._entries[one]
        view, traces = found
        entry = _Entry(_shown(view, None), view.files, traces)
        self._entries[address] = entry
        self._tell(view.home, view.findings)
        return entry

    def _make_again(self, address: Address, entry: _Entry) -> None:
        found = self._made(address, entry.files)
        if found is None:
            # The file is gone: what it was is shown until it comes back.
            home = entry.shown.home
            missing = Finding(_why_gone(home), file=home)
            found = View(home, None, (missing,), entry.files), traces_of(entry.files)
        view, traces = found
        if view.page is None:
            # What it was made from may be what keeps it from being made.
            traces = traces_of(entry.files) | traces
        entry.files, entry.traces = tuple(traces), traces
        self._tell(view.home, view.findings)
        seen = _shown(view, entry.shown)
        if seen != entry.shown:
            with self._news:
                entry.shown = replace(seen, serial=entry.shown.serial + 1)
                self._news.notify_all()

    def _made(self, address: Address, known: tuple[Path, ...]) -> _Made | None:
        """Return a view of files that did not change while it was made."""
        attempts = _ATTEMPTS
        while True:
            start, before = time.time_ns(), traces_of(known)
            view = self._make(address)
            if view is None:
                return None
            traces, attempts = traces_of(view.files), attempts - 1
            settled = all(_is_settled(traces[one], before, one, start) for one in traces)
            if settled or not attempts:
                return view, traces
            known = view.files


def _why_gone(home: Path) -> str:
    """Return why what was shown is shown no more."""
    try:
        mode = home.lstat().st_mode
    except PermissionError:
        return f"You may not look into the folder of {home.name}."
    except OSError:
        return f"{home.name} is not there any more."
    if stat.S_ISLNK(mode):
        leads_to = "to what is not shown here" if os.path.exists(home) else "which leads nowhere"
        return f"{home.name} is a link now, {leads_to}."
    if stat.S_ISREG(mode):
        return f"{home.name} holds no map any more."
    return f"{home.name} is {'a folder' if stat.S_ISDIR(mode) else 'no regular file'} now."


def _is_settled(trace: Trace, before: Mapping[Path, Trace], file: Path, start: int) -> bool:
    """Return whether a file is as it was when the making began."""
    if file in before:
        return before[file] == trace
    return is_older(trace, start)


def _shown(view: View, last: Shown | None) -> Shown:
    """Return what is seen of a view, after what was seen last."""
    findings, serial = view.findings, last.serial if last else 1
    is_good = not findings or view.stands_alone
    if last and not is_good and last.was_good:
        # The last good page stays.
        return replace(last, findings=findings, is_good=False, serial=serial)
    version = hashlib.sha256(view.page or b"").hexdigest()[:16]
    return Shown(view.page, version, findings, view.home, view.places, is_good, is_good, serial)


def _watcher() -> Any:
    try:
        from watchfiles import watch
    except ImportError as error:
        raise MissingExtraError(
            'argmap serve needs watchfiles, which is not installed: pip install "argmap[serve]"'
        ) from error
    return watch
