"""Taking a version away for good, as the law may ask: its readable record and its text, and nothing else.

The entry stays, and with it every proof; it commits to a salted line that nobody has any more. First it is
entered why, then it is erased: after a crash the same is asked again, and goes on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from portal.durable import flush_folder, write_whole
from portal.record.appending import Appender
from portal.record.layout import BUNDLE, VERSIONED, Layout
from portal.record.record import Record


@dataclass(frozen=True, slots=True)
class Decision:
    """Why something is taken away: the number of the decision, and its legal basis."""

    number: str
    basis: str
    time: datetime


def erasable(record: Record, wanted: Iterable[int]) -> list[int]:
    """Those of some versions that still have a record, and every other version that says the same.

    Raises IndexError for an entry that there is not, ValueError for one that is no version.
    """
    found = set()
    texts = set()
    for number in wanted:
        if record.entry(number).kind not in VERSIONED:
            raise ValueError(number)
        if said := record.said(number):
            found.add(number)
            texts.add(said.get("sha256"))
    texts.discard("")
    for thread in record.index.threads if texts else ():
        found.update(number for number in thread if record.said(number).get("sha256") in texts)
    return sorted(found)


def erase(record: Record, appender: Appender, numbers: Sequence[int], why: Decision) -> None:
    """Enter why, then erase the records and texts of some versions; raises Unreadable and OSError."""
    for number in numbers:
        if number not in record.index.redacted:
            said = {"entry": number, "decision": why.number, "basis": why.basis}
            size = appender.said("redaction", said, why.time, number)
            appender = Appender(appender.layout, size, appender.salt)
    layout = record.layout
    texts = {str(text) for number in numbers if (text := record.said(number).get("sha256"))}
    # A record is what leads to its text: it goes last.
    for text in sorted(texts):
        file = layout.text(text)
        file.unlink(missing_ok=True)
        if file.parent.is_dir():
            flush_folder(file.parent)
            if not any(file.parent.iterdir()):
                file.parent.rmdir()
    for bundle in sorted({number // BUNDLE for number in numbers}):
        _blank(layout, bundle, {number % BUNDLE for number in numbers if number // BUNDLE == bundle})


def _blank(layout: Layout, bundle: int, places: set[int]) -> None:
    file = layout.records(bundle)
    lines = [b"" if place in places else line for place, line in enumerate(layout.lines(file))]
    write_whole(file, b"".join(line + b"\n" for line in lines))
    flush_folder(file.parent)
