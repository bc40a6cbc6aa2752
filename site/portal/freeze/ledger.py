"""What each page of a release was made of: beside it, so that the next one makes only what differs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from hashlib import blake2b
from pathlib import Path

from portal.web.ingredients import Around, Ingredients
from portal.web.section import Slot

_SHAPE = "1"


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
    """The engine, what pages of a kind share, and for each address its kind and its content's digest."""

    engine: str
    kinds: Mapping[str, Around] = field(default_factory=dict)
    pages: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def ledger_of(engine: str, slots: Mapping[str, Slot], ingredients: Ingredients) -> Ledger:
    """Take the digests of all that a release will be made of."""
    pages = {address: (slot.kind, ingredients.content(slot)) for address, slot in slots.items()}
    kinds: dict[str, Around] = {}
    for slot in slots.values():
        if slot.kind not in kinds:
            kinds[slot.kind] = ingredients.around(slot)
    return Ledger(engine, kinds, pages)


def due(old: Ledger, new: Ledger) -> dict[str, Reason]:
    """Say which addresses of a release differ from those of an older one, and in what first."""
    found = {address: _reason(old, new, address) for address in new.pages}
    return {address: reason for address, reason in found.items() if reason}


def _reason(old: Ledger, new: Ledger, address: str) -> Reason | None:
    before, now = old.pages.get(address), new.pages[address]
    if before is None:
        return Reason.NEW
    if before != now:
        return Reason.CONTENT
    if old.engine != new.engine:
        return Reason.ENGINE
    was, is_now = old.kinds.get(now[0]), new.kinds[now[0]]
    if was == is_now:
        return None
    return Reason.FRAME if was and was.template == is_now.template else Reason.TEMPLATE


def write(ledger: Ledger) -> str:
    """Give the text of a ledger: a line with its own digest, then JSON."""
    held = {
        "engine": ledger.engine,
        "kinds": {kind: [around.template, around.frame] for kind, around in ledger.kinds.items()},
        "pages": ledger.pages,
    }
    text = json.dumps(held, separators=(",", ":"))
    return f"{_seal(text)}\n{text}\n"


def read(file: Path) -> Ledger | None:
    """Read what `write` gave; None where it is missing or anything else."""
    try:
        seal, _, text = file.read_text("utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    text = text.removesuffix("\n")
    if seal != _seal(text):
        return None
    held = json.loads(text)
    kinds = {kind: Around(*around) for kind, around in held["kinds"].items()}
    pages = {address: (kind, content) for address, (kind, content) in held["pages"].items()}
    return Ledger(held["engine"], kinds, pages)


def _seal(text: str) -> str:
    return blake2b(f"{_SHAPE}\n{text}".encode(), digest_size=16).hexdigest()
