"""When a text is public, as its front matter says: the fields of its life, and what they must not say."""

from datetime import datetime
from typing import Protocol

from portal.model.life import ALWAYS, Life, Withdrawal
from portal.readers.desk import Desk
from portal.readers.schema import Line, Moment, Schema, Text
from portal.source.tree import Tree
from vietnamese.dates import HANOI, format_day


class WithdrawnFields(Schema):
    """That a text is taken back: what the page at its address then says."""

    date: Moment
    reason: Text
    by: Line = ""


class Living(Protocol):
    """Fields of a text that is not public for ever."""

    @property
    def draft(self) -> bool:
        """Whether it is not meant to be public yet."""
        ...

    @property
    def publish(self) -> datetime | None:
        """Since when it is public."""
        ...

    @property
    def expires(self) -> datetime | None:
        """From when on it is public no more."""
        ...

    @property
    def withdrawn(self) -> WithdrawnFields | None:
        """Whether it was taken back."""
        ...


def life_of(fields: Living) -> Life:
    """When a text with these fields is public."""
    if not (fields.draft or fields.publish or fields.expires or fields.withdrawn):
        return ALWAYS
    taken = fields.withdrawn
    withdrawal = (
        Withdrawal(taken.date.astimezone(HANOI), " ".join(taken.reason.split()), taken.by) if taken else None
    )
    return Life(fields.draft, _at_home(fields.publish), _at_home(fields.expires), withdrawal)


def check_life(desk: Desk, tree: Tree, fields: Living, date: datetime | None = None) -> None:
    """Say where a text would end before it begins; `date` is the date that it shows."""
    begins = max((moment for moment in (fields.publish, date) if moment), default=None)
    if fields.expires and begins and fields.expires <= begins:
        at = tree.place(("expires",))
        desk.say("life/never-shown", at, expires=_written(fields.expires), begins=_written(begins))
    if fields.withdrawn and date and fields.withdrawn.date < date:
        at = tree.place(("withdrawn", "date"))
        desk.say("life/withdrawn-early", at, value=_written(fields.withdrawn.date), first=_written(date))


def _written(moment: datetime) -> str:
    return f"{format_day(moment)} {moment.astimezone(HANOI):%H:%M}"


def _at_home(moment: datetime | None) -> datetime | None:
    return moment.astimezone(HANOI) if moment else None
