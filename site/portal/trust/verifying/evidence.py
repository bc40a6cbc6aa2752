"""Evidence that a file or a text was published, which anybody can check years later, without the portal.

The proof of the log (C2SP tlog-proof) carries in its `extra` what leads from the entry to the thing: of a
text its record, of a file of a release the manifest. Nothing of that is believed unchecked.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from portal.trust.checkpoint import Key
from portal.trust.entries import LogEntry, NotAnEntry, read_log_entry
from portal.trust.manifest import read
from portal.trust.merkle import root_of
from portal.trust.proofs import NotProved, inclusion_proof
from portal.trust.shards import INDEX, part_for, read_part
from portal.trust.signatures import verify_signed
from portal.trust.tiles import WIDTH, number_path
from portal.trust.tlog_proof import LogProof, read_log_proof
from portal.trust.verifying.log_check import LogRead, check_log
from portal.trust.verifying.sources import Absent, CannotRead, Source, file_at


@dataclass(frozen=True, slots=True)
class Proved:
    """What a proof shows: a path had bytes of this SHA-256 in what was entered in the log at a time.

    `is_text` tells a text of the content from a file of a release; `key` signed, None if that was not asked.
    """

    path: str
    sha256: str
    time: datetime
    is_text: bool
    origin: str
    key: Key | None = None


def prove(source: Source, path: str, now: datetime) -> bytes:
    """Give the proof for a text of the content or a file of the release; raises NotProved and CannotRead."""
    log = check_log(source, (), (), now)
    if log.checkpoint is None or not log.leaves:
        raise CannotRead("; ".join(f"{one.where}: {one.code}" for one in log.findings) or "log/checkpoint")
    number, extra = _text(source, log, path) or _file_of_release(source, log, path)
    hashes = inclusion_proof(number, log.checkpoint.size, lambda level, place: _node(log, level, place))
    said = json.dumps(extra, ensure_ascii=False, separators=(",", ":")).encode()
    return LogProof(number, hashes, log.checkpoint, said).text


def check_proof(text: bytes, keys: Sequence[Key], data: bytes | None = None) -> Proved:
    """Say what a proof shows, of `data` if given. Raises NotProved, and NotSigned where keys are given."""
    proof = read_log_proof(text)
    try:
        said = json.loads(proof.extra)
        line = str(said["entry"]).encode()
        proof.verify(line)
        entry = read_log_entry(line)
        path, digest = _shown(said, entry)
    except (ValueError, KeyError, TypeError, AttributeError, NotAnEntry) as error:
        raise NotProved(str(error)) from error
    if data is not None and sha256(data).hexdigest() != digest:
        raise NotProved(f"{path}: other bytes")
    key = verify_signed(proof.checkpoint, keys) if keys else None
    return Proved(path, digest, entry.time, "record" in said, proof.checkpoint.origin, key)


def _shown(said: Mapping[str, str], entry: LogEntry) -> tuple[str, str]:
    """The path and the digest that an entry commits to, by way of what was added to the proof."""
    if "record" in said:
        line = said["record"].encode()
        if not entry.commits_to(line):
            raise NotProved("the record is not that of the entry")
        record = json.loads(line)
        return str(record["path"]), str(record["sha256"])
    index, path = said["index"].encode(), str(said["path"])
    if entry.kind != "release" or sha256(index).hexdigest() != entry.manifest:
        raise NotProved("the manifest is not that of the release")
    parts = read(index.decode())
    name = part_for(parts, path)
    files = read_part(parts, name, said["part"].encode()) if name else {}
    if path not in files:
        raise NotProved(f"{path}: not in the release")
    return path, files[path]


def _node(log: LogRead, level: int, number: int) -> bytes:
    return root_of(log.leaves[number << level : (number + 1) << level])


def _text(source: Source, log: LogRead, path: str) -> tuple[int, dict[str, str]] | None:
    """The newest version of a text of the content, with its record."""
    for number in range((len(log.leaves) - 1) // WIDTH, -1, -1):
        try:
            lines = file_at(source, f"log/records/{number_path(number)}").split(b"\n")
        except Absent:
            continue
        for place in reversed(range(len(lines))):
            entry = log.entries.get(number * WIDTH + place)
            if entry and entry.commits_to(lines[place]) and json.loads(lines[place]).get("path") == path:
                said = {"entry": entry.line.decode(), "record": lines[place].decode()}
                return number * WIDTH + place, said
    return None


def _file_of_release(source: Source, log: LogRead, path: str) -> tuple[int, dict[str, str]]:
    """The last release, with the part of its manifest that lists a file, or the page at an address."""
    path = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
    releases = [number for number, entry in log.entries.items() if entry.kind == "release"]
    if not releases:
        raise NotProved("no release")
    try:
        index = file_at(source, f"log/manifest/{INDEX}").decode()
        name = part_for(read(index), path)
        part = file_at(source, f"log/manifest/{name}").decode() if name else ""
    except (Absent, ValueError) as error:
        raise NotProved(f"log/manifest: {error}") from error
    said = {"entry": log.entries[max(releases)].line.decode(), "path": path, "index": index, "part": part}
    _shown(said, log.entries[max(releases)])
    return max(releases), said
