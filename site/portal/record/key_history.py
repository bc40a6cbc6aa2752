"""Which keys sign a log at a moment, as its own entries say."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from portal.record.layout import moment, written
from portal.record.record import Record
from portal.trust.checkpoint import Key, NotAKey, read_vkey
from portal.trust.signatures import Sign


@dataclass(frozen=True, slots=True)
class Standing:
    """One key of a log: since when it signs, until when, and which key can revoke it."""

    key: Key
    since: datetime
    until: datetime | None = None
    recovery: str = ""
    revoked: bool = False

    def at(self, time: datetime) -> bool:
        """Whether it signs at a moment."""
        return not self.revoked and (self.until is None or time < self.until)


def keys_of(record: Record) -> tuple[Standing, ...]:
    """All keys that a log ever had, in the order in which they came; raises Unreadable."""
    found: dict[str, Standing] = {}
    for number in record.index.keys:
        said, time = record.said(number), record.entry(number).time
        _take(found, said, time)
    return tuple(found.values())


def _take(found: dict[str, Standing], said: Mapping[str, object], time: datetime) -> None:
    vkey, other = str(said.get("key", "")), str(said.get("by", ""))
    try:
        key = read_vkey(vkey)
    except NotAKey:
        return
    if said.get("action") == "revoke":
        if vkey in found:
            found[vkey] = Standing(key, found[vkey].since, time, found[vkey].recovery, True)
        return
    found[vkey] = Standing(key, time, None, str(said.get("recovery", "")))
    if said.get("action") == "rotate" and other in found:
        old = found[other]
        until = moment(str(said["until"]))
        found[other] = Standing(old.key, old.since, until, old.recovery, old.revoked)


def first(key: Key, recovery: str) -> dict[str, object]:
    """What the record of a log's first key says, or of one after all were revoked."""
    return {"action": "new", "key": key.vkey, "recovery": recovery}


def rotation(old: Key, sign: Sign, key: Key, recovery: str, until: datetime) -> dict[str, object]:
    """What the record says of a key that follows another, which signs that and goes on until then."""
    said: dict[str, object] = {"action": "rotate", "key": key.vkey, "recovery": recovery}
    said |= {"by": old.vkey, "until": written(until)}
    return said | {"signature": b64encode(sign(statement(said))).decode()}


def revocation(key: Key, recovery: Key, sign: Sign) -> dict[str, object]:
    """What the record says of a key that is valid no more, as the recovery key signs."""
    said: dict[str, object] = {"action": "revoke", "key": key.vkey, "by": recovery.vkey}
    return said | {"signature": b64encode(sign(statement(said))).decode()}


def statement(said: Mapping[str, object]) -> bytes:
    """What is signed of a record of a key: a line for each thing that it says, in this order."""
    order = ("action", "key", "recovery", "by", "until")
    return "".join(f"{name}: {said[name]}\n" for name in order if name in said).encode()
