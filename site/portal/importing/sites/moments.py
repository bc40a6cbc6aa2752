"""Dates as other systems write them."""

import re
from datetime import datetime, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from vietnamese.dates import HANOI, NotADate, parse_moment

_SPACED_OFFSET = re.compile(r"(?<=[0-9])(?:\.[0-9]+)? +(UTC|GMT|Z|[+-][0-9]{2}:?[0-9]{2})(?: +[A-Z]{3,4})?$")
_LONG_FRACTION = re.compile(r"(\.[0-9]{6})[0-9]+")
_HOURS_ONLY = re.compile(r"([0-9]{2}:[0-9]{2}.*[+-][0-9]{2})$")
_FIRST_YEAR, _LAST_YEAR = 1001, 9998
_OFFSET = re.compile(r"(?:Z|[+-][0-9]{2}:?[0-9]{2})$")


def zone_named(name: str) -> tzinfo:
    """Give the zone of a site's settings; Vietnam's where it names none that is known."""
    try:
        return ZoneInfo(name) if name else HANOI
    except (OSError, ValueError, KeyError):
        return HANOI


def moment_of(text: str, zone: tzinfo = HANOI) -> datetime | None:
    """Read a date of YAML, TOML, JSON or Atom, in the site's zone where it names none; None if it is none.

    A bare day is its midnight in Hà Nội, for that is how the portal writes a day without an hour.
    """
    written = _plain(text)
    try:
        read = parse_moment(written)
    except NotADate:
        return None
    named = _OFFSET.search(written) or ":" not in written
    return _in_range(read if named else read.replace(tzinfo=zone))


def mail_moment(text: str) -> datetime | None:
    """Read a date of RSS (RFC 822); one of Atom's form is taken too. None if it is none."""
    try:
        read = parsedate_to_datetime(text.strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return moment_of(text)
    return _in_range(read.replace(tzinfo=HANOI) if read.tzinfo is None else read)


def _in_range(moment: datetime) -> datetime | None:
    """A moment whose day has a year of four digits in any zone."""
    return moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None


def _plain(text: str) -> str:
    """The form that the portal reads: at most six digits of a second, an offset with its minutes."""
    written = _LONG_FRACTION.sub(r"\1", text.strip())
    written = _SPACED_OFFSET.sub(lambda found: "Z" if found[1][0] in "UGZ" else found[1], written)
    return _HOURS_ONLY.sub(r"\1:00", written)
