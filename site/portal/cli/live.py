"""The log as the public sees it now: in the output, and on the network where the portal is."""

import ssl
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from portal.failure import Failure
from portal.workspace import Workspace

_NAME = "log/checkpoint"
_NONE = "khong"
_RESERVED = (".example", ".test", ".invalid", ".localhost", "localhost", "example.com", "example.org")
_PATIENCE = 20  # seconds
_MOST = 65_536  # bytes


class NotSeen(Failure):
    """The public log cannot be looked at, so nothing may be signed."""


def live_notes(workspace: Workspace, place: str, url: str) -> tuple[bytes, ...]:
    """The checkpoints that the public sees: none where nothing was published yet. Raises NotSeen and OSError.

    `url` is the portal's own, asked where no other `place` is named; names that nobody can have are not.
    """
    own = workspace.public / _NAME
    found = [own.read_bytes()] if own.is_file() else []
    if place and place != _NONE and not place.startswith(("https://", "http://")):
        found.append(Path(place).read_bytes())
    elif place != _NONE and (place or not _is_reserved(url)):
        fetched = _fetch(place or f"{url}/{_NAME}")
        found += [fetched] if fetched is not None else []
    return tuple(found)


def _is_reserved(url: str) -> bool:
    """Whether a name is reserved for examples (RFC 2606), or there is none."""
    host = urlsplit(url).hostname or ""
    return not host or host.endswith(_RESERVED)


def _fetch(url: str) -> bytes | None:
    """What stands at an address; None where the server says that there is nothing."""
    try:
        with urlopen(url, timeout=_PATIENCE, context=ssl.create_default_context()) as answer:
            data: bytes = answer.read(_MOST)
            return data
    except HTTPError as error:
        if error.code in (404, 410):
            return None
        raise NotSeen(f"{url} trả lời {error.code}") from error
    except (URLError, TimeoutError, ValueError) as error:
        raise NotSeen(
            f"không xem được {url} để so trước khi ký ({error}); nối mạng rồi gõ lại, hoặc nêu --live"
        ) from error
