"""Days and moments: the forms in which editors write them and those in which the portal shows them."""

import re
from datetime import date, datetime, time, timedelta, timezone
from typing import Literal, TypeAlias

HANOI = timezone(timedelta(hours=7))
"""Vietnam's time, +07:00 all year round: fixed, so that no machine's time zone tables take part."""

Reason: TypeAlias = Literal["form", "calendar", "time"]
"""Why a text is no date: form not recognised, day not in the calendar, hour or offset not on the clock."""

_DAY = (
    r"(?:(?P<y1>[0-9]{4})-(?P<m1>[0-9]{1,2})-(?P<d1>[0-9]{1,2})"
    r"|(?P<d2>[0-9]{1,2})(?P<sep>[/-])(?P<m2>[0-9]{1,2})(?P=sep)(?P<y2>[0-9]{4}))"
)
_CLOCK = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]{1,6}))?)?"
_OFFSET = r"(?P<offset>Z|(?P<sign>[+-])(?P<oh>[0-9]{2}):?(?P<om>[0-9]{2}))"
_DAY_FIRST = re.compile(rf"\s*{_DAY}(?:(?:T| +){_CLOCK}(?: *{_OFFSET})?)?\s*")
_CLOCK_FIRST = re.compile(rf"\s*{_CLOCK} +{_DAY}\s*")
# Three-digit years are slips of the hand, and the first years cannot be carried into other time zones.
_FIRST_YEAR = 1000

_WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class NotADate(ValueError):
    """The text is no day or moment; `reason` says why and `text` is what was read."""

    def __init__(self, text: str, reason: Reason) -> None:
        """Keep the text and the reason."""
        super().__init__(text, reason)
        self.text = text
        self.reason: Reason = reason

    def __str__(self) -> str:
        """Say which text it was and why, for a developer's eyes."""
        return f"{self.text!r} is not a date: {self.reason}"


def parse_moment(text: str) -> datetime:
    """Read a day or a moment, aware: in HANOI unless the text gives an offset; a bare day is its midnight.

    Forms: `2023-05-13`, `2023-05-13 14:44`, `2023-05-13T14:44:30+07:00` or `…Z` (RFC 3339), `13/05/2023`,
    `13/5/2023 14:44`, `13-05-2023`, `14:44 13/05/2023`; years from 1000. Raises NotADate.
    """
    found = _match(text)
    moment = datetime.combine(_day(found), _clock(found), _zone(found))
    try:
        moment.astimezone(HANOI)
    except OverflowError:
        raise NotADate(text, "calendar") from None
    return moment


def has_time(text: str) -> bool:
    """Say whether `text` has the form of a moment with its time of day; False also for what is no date."""
    try:
        return _match(text)["hour"] is not None
    except NotADate:
        return False


def parse_day(text: str) -> date:
    """Read a day in one of the forms of `parse_moment` that have no time.

    Raises NotADate; a time of day beside the day is refused with the reason `form`.
    """
    found = _match(text)
    if found["hour"] is not None:
        raise NotADate(text, "form")
    return _day(found)


def format_day(day: date) -> str:
    """Write a day as `13/05/2023`; of a moment, its day in Hà Nội.

    Raises ValueError for a moment without an offset.
    """
    there = _in_hanoi(day) if isinstance(day, datetime) else day
    return f"{there.day:02}/{there.month:02}/{there.year:04}"


def format_day_en(day: date) -> str:
    """Write a day as `13 May 2023`, in all else like `format_day`."""
    there = _in_hanoi(day) if isinstance(day, datetime) else day
    return f"{there.day} {_MONTHS_EN[there.month - 1]} {there.year}"


def format_moment(moment: datetime) -> str:
    """Write a moment as `Thứ bảy, 13/05/2023 14:44`, in Hà Nội's time.

    Raises ValueError for a moment without an offset.
    """
    there = _in_hanoi(moment)
    return f"{_WEEKDAYS[there.weekday()]}, {format_day(there)} {there:%H:%M}"


def format_moment_en(moment: datetime) -> str:
    """Write a moment as `Saturday, 13 May 2023, 14:44`, in all else like `format_moment`."""
    there = _in_hanoi(moment)
    return f"{_WEEKDAYS_EN[there.weekday()]}, {format_day_en(there)}, {there:%H:%M}"


def format_month(year: int, month: int) -> str:
    """Write a month as `Tháng 5/2023`. Raises ValueError if there is none of that number."""
    first = date(year, month, 1)
    return f"Tháng {first.month}/{first.year}"


def format_month_en(year: int, month: int) -> str:
    """Write a month as `May 2023`. Raises ValueError if there is none of that number."""
    first = date(year, month, 1)
    return f"{_MONTHS_EN[first.month - 1]} {first.year}"


def _match(text: str) -> re.Match[str]:
    found = _DAY_FIRST.fullmatch(text) or _CLOCK_FIRST.fullmatch(text)
    if found is None:
        raise NotADate(text, "form")
    return found


def _day(found: re.Match[str]) -> date:
    year, month, day = (int(found[f"{part}1"] or found[f"{part}2"]) for part in "ymd")
    try:
        if year >= _FIRST_YEAR:
            return date(year, month, day)
    except ValueError:
        pass
    raise NotADate(found.string, "calendar")


def _clock(found: re.Match[str]) -> time:
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    try:
        return time(hour, minute, second, int((found["fraction"] or "").ljust(6, "0")))
    except ValueError:
        raise NotADate(found.string, "time") from None


def _zone(found: re.Match[str]) -> timezone:
    groups = found.groupdict()
    if groups.get("offset") is None:
        return HANOI
    hours, minutes = int(groups["oh"] or 0), int(groups["om"] or 0)
    if hours > 23 or minutes > 59:
        raise NotADate(found.string, "time")
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if groups["sign"] == "-" else offset)


def _in_hanoi(moment: datetime) -> datetime:
    # Without an offset astimezone() would ask the machine where it stands.
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} has no offset")
    return moment.astimezone(HANOI)
