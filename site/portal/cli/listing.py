"""The verb `list`."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from portal.cli.arguments import DONE, PROBLEMS
from portal.cli.place import now, workspace_of
from portal.freeze.unchanged import awaited
from portal.model.article import Article
from portal.model.life import Life, State
from portal.model.tombstone import Lived
from portal.readers.notice import FILE
from portal.readers.portal import Reading, read_portal
from portal.source.folder import Folder
from portal.workspace import Workspace
from vietnamese.dates import HANOI

_GROUPS = {
    "draft": "Bản nháp",
    "scheduled": "Hẹn giờ hiện",
    "expiring": "Sẽ hết hạn",
    "withdrawing": "Sẽ rút",
    "expired": "Đã hết hạn",
    "withdrawn": "Đã rút",
    "notice": "Thông báo khẩn",
}
_NOTICE = {
    State.SCHEDULED: "chưa hiện", State.PUBLIC: "đang hiện", State.EXPIRED: "đã hết hạn, nên xóa tệp",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A content that is not public for ever: what it is, and when it becomes or became so (ISO 8601).

    `overdue` is a draft that has lain longer than was asked for.
    """

    state: str
    file: str
    address: str
    title: str
    moment: str | None = None
    note: str = ""
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Everything that changes by itself or waits for somebody; `late_since` says that a freeze was due."""

    items: tuple[Item, ...]
    late_since: datetime | None
    next: datetime | None

    @property
    def due(self) -> datetime | None:
        """When a freeze is due, which may be in the past."""
        return self.late_since or self.next


def list(asked: argparse.Namespace) -> int:
    """Say what is draft, scheduled, expiring, overdue or withdrawn, and when the next freeze is due."""
    workspace, moment = workspace_of(asked), now(asked)
    folder = Folder(workspace.portal, workspace.portal.name, workspace.moment())
    reading = read_portal(folder, workspace.cache, moment)
    # What cannot be read cannot be listed.
    if reading.problems:
        told = f"{len(reading.problems)} điều cần sửa hoặc xem lại: python3 freeze.py check"
        print(told, file=sys.stderr)
    found = calendar_of(reading, workspace, moment, timedelta(days=asked.stale))
    if asked.due:
        print(found.due.isoformat() if found.due else "", end="\n" if found.due else "")
    elif asked.format == "json":
        print(_as_json(found, moment))
    else:
        print("\n".join(_as_text(found)))
    return DONE if reading.portal else PROBLEMS


def calendar_of(reading: Reading, workspace: Workspace, moment: datetime, stale: timedelta) -> Calendar:
    """What of a reading waits at a moment; drafts older than `stale` are overdue."""
    items = [_item(workspace.portal.name, lived, moment, stale) for lived in reading.lives]
    if announcement := reading.announcement:
        items.append(
            _notice(workspace.portal.name, announcement.notices["vi"].text, announcement.life, moment)
        )
    order = tuple(_GROUPS)
    items.sort(key=lambda item: (order.index(item.state), item.moment or "", item.file))
    held = awaited(workspace)
    late = held if held and held <= moment else None
    coming = (one for one in reading.moments if one > moment)
    return Calendar(tuple(items), late, next(coming, None))


def _item(portal: str, lived: Lived, moment: datetime, stale: timedelta) -> Item:
    text, life = lived
    state, at, note = _standing(life, moment)
    overdue = state == "draft" and isinstance(text, Article) and text.date < moment - stale
    told = at.astimezone(HANOI).isoformat() if at else None
    return Item(state, f"{portal}/{text.file}", text.address, text.title, told, note, overdue)


def _standing(life: Life, moment: datetime) -> tuple[str, datetime | None, str]:
    """The group of a text, the moment that counts there, and a note."""
    state = life.at(moment)
    taken = life.withdrawn
    if state is State.DRAFT:
        return "draft", None, ""
    if state is State.SCHEDULED:
        return "scheduled", life.publish, ""
    if state is State.WITHDRAWN:
        return "withdrawn", taken.date if taken else None, taken.reason if taken else ""
    if state is State.EXPIRED:
        return "expired", life.expires, ""
    coming = next((one for one in life.moments if one > moment), None)
    leaving = taken is not None and coming == taken.date
    return ("withdrawing" if leaving else "expiring"), coming, taken.reason if leaving and taken else ""


def _notice(portal: str, text: str, life: Life, moment: datetime) -> Item:
    state = life.at(moment)
    at = life.publish if state is State.SCHEDULED else life.expires
    told = at.astimezone(HANOI).isoformat() if at else None
    return Item("notice", f"{portal}/{FILE}", "", text, told, _NOTICE[state])


def _as_json(found: Calendar, moment: datetime) -> str:
    said = {
        "as_of": moment.isoformat(),
        "late_since": found.late_since.isoformat() if found.late_since else None,
        "next": found.next.isoformat() if found.next else None,
        "items": [asdict(item) for item in found.items],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _as_text(found: Calendar) -> Iterator[str]:
    for state, name in _GROUPS.items():
        held = [item for item in found.items if item.state == state]
        if held:
            yield f"{name} ({len(held)})"
            for item in held:
                yield from _lines(item)
            yield ""
    if found.late_since:
        yield f"Đã đến giờ dựng lại từ {_written(found.late_since)}. Gõ: python3 freeze.py"
    if found.next:
        yield f"Lần dựng tới: {_written(found.next)}."
    elif not found.late_since:
        yield "Không có gì hẹn giờ."


def _lines(item: Item) -> Iterator[str]:
    at = f"{_written(datetime.fromisoformat(item.moment))}  " if item.moment else ""
    late = "  QUÁ LÂU" if item.overdue else ""
    yield f"  {at}{item.title}{late}"
    yield f"    {item.file}{f': {item.note}' if item.note else ''}"


def _written(moment: datetime) -> str:
    return f"{moment.astimezone(HANOI):%d/%m/%Y %H:%M}"
