"""Knowing at a look that there is nothing to do: what a release was made from still stands as it stood.

A look reads no file: it takes the stamps of all files of content and templates. What it says is only trusted
where no file changed in the last tick before it, where no article came due or expired since, and where a
freeze that was killed left nothing behind.
"""

import json
import marshal
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from portal.engine import engine_digest
from portal.freeze.moments import untouched
from portal.freeze.releases import current, index_folder, leftovers, manifest_file, read_history
from portal.record.record import look_at_record
from portal.source.folder import Folder
from portal.trust.manifest import Manifest, read_known
from portal.workspace import Workspace

_TICK = 2_000_000_000  # nanoseconds within which a file system may give two changes one time (FAT)


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen: a digest of all stamps, whether none is so new that it may deceive, and the content."""

    digest: str
    sure: bool
    content: Folder


@dataclass(frozen=True, slots=True)
class Standing:
    """A public release that is what a build would make: its id, pages, files and bytes.

    `warnings` is how many things a reading of the content warned of, where that is known.
    """

    id: str
    pages: int
    files: int
    bytes: int
    warnings: int = 0


def look_at(
    workspace: Workspace, templates: Iterable[Path], options: str, content: Folder | None = None
) -> Look:
    """Take the stamps of all that a release with these options is made from, of `content` as it was seen."""
    now = workspace.moment()
    content = content or Folder(workspace.portal, workspace.portal.name, now)
    folders = (content, look_at_record(content), *(Folder(folder, "") for folder in templates))
    seen = [sorted(folder.stamps.items()) for folder in folders]
    known = blake2b(repr((engine_digest(), options, sys.version_info[:3])).encode(), digest_size=16)
    for stamps in seen:
        known.update(marshal.dumps(stamps, 2))
    newest = max((stamp[2] for stamps in seen for _, stamp in stamps), default=0)
    return Look(known.hexdigest(), newest < now - _TICK, content)


def remember(
    workspace: Workspace,
    look: Look,
    id: str,
    as_of: datetime,
    moments: Iterable[datetime],
    warnings: int = 0,
) -> None:
    """Note that a release was made from what was seen; it holds until the next of some moments."""
    known = list(moments)
    since = max((one for one in known if one <= as_of), default=None)
    until = min((one for one in known if one > as_of), default=None)
    held = {
        "look": look.digest,
        "release": id,
        "index": _index(workspace, id),
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
        "warnings": warnings,
    }
    file = _file(workspace)
    if look.sure:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(held), "utf-8")
    else:
        file.unlink(missing_ok=True)


def unchanged(workspace: Workspace, look: Look, as_of: datetime) -> Standing | None:
    """Give the public release, where a build would make the same and every file of it stands."""
    id = current(workspace)
    warnings = _held(workspace, look, id, as_of) if id else None
    if id is None or warnings is None or not _tidy(workspace):
        return None
    try:
        manifest = read_known(manifest_file(workspace, id).read_text("utf-8"), id)
    except (OSError, ValueError):
        return None
    found = standing(workspace, id, manifest) if manifest else None
    return replace(found, warnings=warnings) if found else None


def awaited(workspace: Workspace) -> datetime | None:
    """The moment up to which the public release holds; None where it is not known, or for ever."""
    try:
        until = json.loads(_file(workspace).read_text("utf-8"))["until"]
        return datetime.fromisoformat(until) if until else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def standing(workspace: Workspace, id: str, manifest: Manifest) -> Standing | None:
    """Give what a release has, where every file of its manifest stands as it was made."""
    folder = workspace.releases / id
    sizes = [untouched(f"{folder}/{path}", digest) for path, digest in manifest.items()]
    pages = sum(path.endswith(".html") for path in manifest)
    return None if None in sizes else Standing(id, pages, len(sizes), sum(size or 0 for size in sizes))


def _held(workspace: Workspace, look: Look, id: str, as_of: datetime) -> int | None:
    """How many warnings there were when a look saw what this one sees; None where it holds no more."""
    try:
        held = json.loads(_file(workspace).read_text("utf-8"))
        since, until = held["since"], held["until"]
        begun = since is None or datetime.fromisoformat(since) <= as_of
        over = until is not None and datetime.fromisoformat(until) <= as_of
        known = (held["look"], held["release"], held["index"])
        warnings = int(held["warnings"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    holds = known == (look.digest, id, _index(workspace, id)) and begun and not over
    return warnings if holds else None


def _index(workspace: Workspace, id: str) -> str:
    """What a look at a search index sees: which files there are, how large, and when they were written."""
    stamps = Folder(index_folder(workspace, id), "").stamps
    seen = sorted((name, size, written) for name, (size, written, _, _) in stamps.items())
    return blake2b(repr(seen).encode(), digest_size=16).hexdigest()


def _tidy(workspace: Workspace) -> bool:
    return not workspace.staging.exists() and not leftovers(workspace, read_history(workspace))


def _file(workspace: Workspace) -> Path:
    return workspace.cache / "look.json"
