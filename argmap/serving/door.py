"""Who may come in: only who knows the address, from this machine, in a page of this server."""

import hashlib
import hmac
import os
import secrets
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
_KEY_BYTES = 32


class Door:
    """Tells addresses with the token from all others; a page knows it and nobody else does."""

    def __init__(self, token: str, port: int) -> None:
        """Have the secret part of all addresses, and the port of the server."""
        self.token = token
        self._hosts = {f"{name}:{port}" for name in _NAMES}
        self.address = f"http://{HOST}:{port}/{token}/"

    def admits(self, host: str | None, origin: str | None) -> bool:
        """Return whether a request is for this host, and comes from a page of its own if any.

        A page of another site may have its name lead to this machine, but not its `Host`; and a
        browser tells of each request that a page makes which page that is.
        """
        if host not in self._hosts:
            return False
        return origin is None or origin in {f"http://{host}" for host in self._hosts}

    def inside(self, target: str) -> tuple[str, ...] | None:
        """Return the names on the way from the root to what a request asks for.

        The last one is empty where that is a folder. None where the token is missing, or a name
        could lead elsewhere.
        """
        try:
            path = urlsplit(target).path
        except ValueError:
            return None
        token, slash, rest = path.removeprefix("/").partition("/")
        if not slash or not hmac.compare_digest(token.encode(), self.token.encode()):
            return None
        try:
            names = tuple(unquote(one, errors="strict") for one in rest.split("/"))
        except UnicodeDecodeError:
            return None
        *before, last = names
        if not all(map(_is_plain, before)) or (last and not _is_plain(last)):
            return None
        return names


def _is_plain(name: str) -> bool:
    """Return whether a name is one step down, to something that is not hidden."""
    return bool(name) and not name.startswith(".") and not set(name) & set('/\\:\0"<>|?*')


def token_for(target: Path, *, folder: Path | None = None) -> str:
    """Return the secret part of the addresses of what is served, the same after a restart.

    It is made from a random key of the user, kept where only the user reads it; where there is no
    place to keep one, it is random each time. `folder` is where to keep it instead.
    """
    key = _key(folder or _state_folder())
    return hmac.new(key, os.fsencode(target.resolve()), hashlib.sha256).hexdigest()[:32]


def port_for(target: Path) -> int:
    """Return the port that a target has if it is free, so that an open page finds it again."""
    digest = hashlib.sha256(os.fsencode(target.resolve())).digest()
    return 49152 + int.from_bytes(digest[:2], "big") % 16000


def _state_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "argmap"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/argmap"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state") / "argmap"


def _key(folder: Path) -> bytes:
    file = folder / "serve.key"
    fresh = secrets.token_bytes(_KEY_BYTES)
    try:
        if not os.path.lexists(file):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _keep_key(fresh, file)
    except (OSError, RuntimeError):
        return fresh
    return _kept_key(file) or fresh


def _keep_key(key: bytes, file: Path) -> None:
    """Put a key where none is, whole at once: another server may begin at the same moment."""
    own = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    # Never through a link, and never over a key that is there.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        with os.fdopen(os.open(own, flags, 0o600), "wb") as stream:
            stream.write(key)
        try:
            os.link(own, file)
        except FileExistsError:
            return
        except (OSError, NotImplementedError):
            # Some disks have no second names.
            own.replace(file)
    finally:
        own.unlink(missing_ok=True)


def _kept_key(file: Path) -> bytes | None:
    """Return the key that is kept, None where another one could have written or read it."""
    try:
        status = file.lstat()
        if os.name == "posix" and (status.st_mode & 0o177077 != 0o100000 or not _is_own(status)):
            return None
        key = file.read_bytes()
    except OSError:
        return None
    return key if len(key) == _KEY_BYTES else None


def _is_own(status: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or status.st_uid == os.getuid()
