"""What each page of a release was made of: beside it, so that the next one makes only what differs."""

import marshal
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from hashlib import blake2b
from pathlib import Path

from portal.web.ingredients import Around, Ingredients
from portal.web.section import Slot, may_show

_SHAPE = b"ledger 3"
_SIZE = 16


class Reason(Enum):
    """Why a page is made again."""

    NEW = "new"
    CONTENT = "content"
    TEMPLATE = "template"
    FRAME = "frame"
    ENGINE = "engine"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The engine, what pages of a kind share, and for each address its kind and its content's digest.

    `ground` stands for all of the portal but the words of its articles, `words` for each of those by address,
    `log` for the state of the public log.
    """

    engine: str
    ground: bytes
    words: Mapping[str, bytes]
    kinds: Mapping[str, Around] = field(default_factory=dict)
    pages: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    log: str = ""


def ledger_of(
    engine: str, slots: Mapping[str, Slot], ingredients: Ingredients, old: Ledger | None = None
) -> Ledger:
    """Take the digests of all that a release will be made of.

    Where it differs from an old one in the words of articles alone, only of what may show these.
    """
    ground, words = ingredients.ground(), ingredients.words()
    known: Mapping[str, tuple[str, str]] = {}
    due = list(slots.values())
    if old and (old.engine, old.ground) == (engine, ground) and old.pages.keys() == slots.keys():
        reworded = ingredients.reworded(old.words, words)
        known, due = old.pages, [slot for slot in due if may_show(slot, reworded)]
    pages = {**known, **{slot.address: (slot.kind, ingredients.content(slot)) for slot in due}}
    kinds: dict[str, Around] = {}
    for slot in slots.values():
        if slot.kind not in kinds:
            kinds[slot.kind] = ingredients.around(slot)
    return Ledger(engine, ground, words, kinds, pages)


def due(old: Ledger, new: Ledger) -> dict[str, Reason]:
    """Say which addresses of a release differ from those of an older one, and in what first."""
    changed = {address for address, _ in new.pages.items() - old.pages.items()}
    kinds = {kind: reason for kind in new.kinds if (reason := _reason_of_kind(old, new, kind))}
    return {
        address: (Reason.CONTENT if address in old.pages else Reason.NEW)
        if address in changed
        else kinds[kind]
        for address, (kind, _) in new.pages.items()
        if address in changed or kind in kinds
    }


def _reason_of_kind(old: Ledger, new: Ledger, kind: str) -> Reason | None:
    """Why all pages of a kind are made again, if they are."""
    if old.engine != new.engine:
        return Reason.ENGINE
    was, is_now = old.kinds.get(kind), new.kinds[kind]
    if was == is_now:
        return None
    return Reason.FRAME if was and was.template == is_now.template else Reason.TEMPLATE


def write(ledger: Ledger) -> bytes:
    """Give the bytes of a ledger: a digest of the rest, then plain values as `marshal` writes them."""
    kinds = {kind: (around.template, around.frame) for kind, around in ledger.kinds.items()}
    held = (ledger.engine, ledger.ground, dict(ledger.words), kinds, dict(ledger.pages), ledger.log)
    data = marshal.dumps(held, 2)
    return _seal(data) + data


def read(file: Path) -> Ledger | None:
    """Read what `write` gave; None where it is missing or anything else."""
    try:
        held = file.read_bytes()
    except OSError:
        return None
    seal, data = held[:_SIZE], held[_SIZE:]
    if seal != _seal(data):
        return None
    engine, ground, words, kinds, pages, log = marshal.loads(data)
    arounds = {kind: Around(*around) for kind, around in kinds.items()}
    return Ledger(engine, ground, words, arounds, pages, log)


def _seal(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SIZE, person=_SHAPE).digest()
