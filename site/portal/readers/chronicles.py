"""What the published versions of a data file stated one after the other, found by comparing them.

Nothing is stored for it: the record has the versions, and a correction cannot be told otherwise than it was.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest

from portal.model.chronicle import Cell, Chronicle, FormerTable, Statement
from portal.readers.plain_tables import Key, LineReader, lines_of
from portal.record.record import Record
from vietnamese.dates import HANOI


@dataclass(frozen=True, slots=True)
class Published:
    """A version of a data file that was public: its number, when it was published, and its text.

    The text is None where it was erased. `change` is what was said of it when it was published.
    """

    number: int
    at: datetime
    sha256: str
    text: str | None
    change: str = ""


def published_in(record: Record) -> "Versions":
    """The versions that a record has of a data file. Raises what reading a record raises."""

    def versions(file: str) -> Sequence[Published]:
        return [
            Published(one.number, one.published.astimezone(HANOI), one.sha256, record.text(one), one.change)
            for one in record.versions_of(file)
            if not one.withdrawn
        ]

    return versions


Versions = Callable[[str], Sequence[Published]]
"""Gives the versions of a file of the portal that were published, oldest first."""


def chronicle_of(published: Sequence[Published], text: str) -> Chronicle:
    """What the versions stated, oldest first, and what `text`, which stands there now, states beyond them."""
    known = [one for one in published if one.text is not None]
    if not known:
        return Chronicle()
    telling = _Telling()
    for one in known:
        telling.hear(one.text or "", one.at)
    waits = telling.hear(text, None)
    return Chronicle(tuple(telling.told), tuple(_formers(published, telling.told, waits=waits)))


@dataclass(slots=True)
class _Telling:
    """Hears one version after another, and tells what each changed: only lines that differ are looked at."""

    reader: LineReader | None = None
    lines: set[str] = field(default_factory=set)
    now: dict[Key, Cell] = field(default_factory=dict)
    told: list[Statement] = field(default_factory=list)
    counts: dict[Key, int] = field(default_factory=dict)
    owed: dict[Key, int] = field(default_factory=dict)
    """The places among what was told of revisions whose reason was not."""

    def hear(self, text: str, at: datetime | None) -> bool:
        """One version; whether any cell of it says anything else, be it but a note."""
        begins, (gone, came) = self.reader is None, self._difference(text)
        ordered = sorted({*gone, *came}, key=lambda key: (key[0].order, key[0].text, key[1]))
        changed = [key for key in ordered if gone.get(key) != came.get(key)]
        for key in changed:
            old, new = gone.get(key), came.get(key)
            if new and old and new.note != old.note and new.value == old.value:
                self._explain(key, new.note)
            if _differ(old, new):
                self.counts[key] = self.counts.get(key, 0) + 1
                if not begins:
                    self._tell(key, new, old, at)
        if begins:
            self._begin(came, at)
        return bool(changed)

    def _difference(self, text: str) -> tuple[Mapping[Key, Cell], Mapping[Key, Cell]]:
        """The cells that the lines stated which are there no more, and those that new lines state."""
        header, lines = lines_of(text)
        held = set(lines)
        if self.reader is None or self.reader.header != header:
            self.reader, self.lines = LineReader(header), held
            gone, came = self.now, _stated(self.reader, lines)
            self.now = dict(came)
            return gone, came
        gone = _stated(self.reader, self.lines - held)
        came = _stated(self.reader, [line for line in lines if line not in self.lines])
        self.lines = held
        for key in gone.keys() - came.keys():
            self.now.pop(key, None)
        self.now.update(came)
        return gone, came

    def _begin(self, cells: Mapping[Key, Cell], at: datetime | None) -> None:
        """Of what an indicator begins with, the newest figure alone is news."""
        whole = [(key, cell) for key, cell in cells.items() if not key[1] and cell.value is not None]
        if whole:
            key, cell = max(whole, key=lambda one: one[0][0].order)
            self.told.append(Statement(*key, 1, cell, None, at))

    def _tell(self, key: Key, new: Cell | None, old: Cell | None, at: datetime | None) -> None:
        reason = new.note if new and old and new.note != old.note else ""
        made = Statement(*key, self.counts[key], new, old, at, reason)
        self.owed.pop(key, None)
        if made.is_revision and not reason:
            self.owed[key] = len(self.told)
        self.told.append(made)

    def _explain(self, key: Key, reason: str) -> None:
        """A reason that comes late is that of the last revision, if this had none."""
        place = self.owed.pop(key, None) if reason else None
        if place is not None:
            one = self.told[place]
            self.told[place] = Statement(
                one.period, one.part, one.number, one.seen, one.before, one.at, reason
            )


def _stated(reader: LineReader, lines: Iterable[str]) -> dict[Key, Cell]:
    made: dict[Key, Cell] = {}
    for one in filter(None, map(reader.cell, lines)):
        made.setdefault(*one)
    return made


def _differ(old: Cell | None, new: Cell | None) -> bool:
    """Whether a cell states another figure; what states none is nothing new."""
    return (old.value if old else None) != (new.value if new else None)


def _formers(
    published: Sequence[Published], told: Sequence[Statement], *, waits: bool
) -> Iterator[FormerTable]:
    reasons: dict[datetime | None, list[str]] = {}
    for said in told:
        if said.is_revision and said.reason:
            reasons.setdefault(said.at, []).append(said.reason)
    replaced = published if waits else published[:-1]
    for one, later in zip_longest(replaced, published[1 : len(replaced) + 1]):
        until = later.at if later else None
        why = "; ".join(dict.fromkeys(reasons.get(until, []))) or (later.change if later else "")
        yield FormerTable(one.number, one.at, one.sha256, until, why, one.text is not None)
