"""Addresses at which something was published, and where nothing would stand any more."""

from collections.abc import Collection, Iterator

from portal.problems.problem import Location, Problem
from portal.readers.addresses import address_of
from portal.readers.portal import Reading
from portal.record.record import Record
from portal.source.folder import Folder
from portal.source.text import SourceText, read_source

_ALIKE = 0.5  # the share of its lines that a renamed text has kept at least


def lost_addresses(reading: Reading, addresses: Collection[str], folder: Folder) -> Iterator[Problem]:
    """Give a problem for each text that the record knows at an address that the portal has no more.

    One that was renamed leaves an alias, one that was taken back a tombstone: links of ten years go on
    leading somewhere. An address of a file that is broken is no second fault.
    """
    record = reading.portal.record if reading.portal else None
    known = record.index.named if record else {}
    if record is None or not known:
        return
    hidden = {text.file for text, _ in reading.waiting}
    for path in sorted((known.keys() - folder.names) | (known.keys() & hidden)):
        address = address_of(path) if path.endswith(".md") else None
        if address is None or address in addresses or address in reading.broken:
            continue
        at = Location(folder.shown(path))
        if path in hidden:
            yield Problem("address/hidden", at, {"address": address})
        else:
            likely = _likely(path, record, folder)
            hint = f" («{folder.shown(likely)}»?)" if likely else ""
            yield Problem("address/lost", at, {"address": address, "hint": hint})


def _likely(path: str, record: Record, folder: Folder) -> str | None:
    """A file that was not published before, and says most of what this one said."""
    versions = record.versions_of(path)
    lines = set((record.text(versions[-1]) or "").split("\n")) if versions else set()
    alike = [
        (-share, file)
        for file in folder.below(path.partition("/")[0], ".md")
        if lines and file not in record.index.named
        if (share := len(lines & _lines(folder, file)) / len(lines)) > _ALIKE
    ]
    return min(alike)[1] if alike else None


def _lines(folder: Folder, file: str) -> set[str]:
    source = read_source(folder.path(file), file)
    return set(source.text.split("\n")) if isinstance(source, SourceText) else set()
