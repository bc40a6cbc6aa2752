"""Patterns of addresses, as Hugo and Jekyll have them in their settings."""

import re
from collections.abc import Mapping
from datetime import datetime

_PART = re.compile(r":([a-z_]+)(?:\[[^\]]*\])?")
_SEPARATORS = re.compile(r"[\s/_.,:;!?'\"“”‘’()\[\]{}<>|\\^~`@#$%&*+=…–—-]+")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Put parts of an address for their names; empty where a name is not among them."""
    names = {found[1] for found in _PART.finditer(pattern)}
    if not names <= set(parts):
        return ""
    made = _PART.sub(lambda found: parts[found[1]], pattern)
    return "/" + re.sub("/{2,}", "/", made).lstrip("/")


def of_day(day: datetime) -> dict[str, str]:
    """Give the parts that a date gives, in the time that it is written in."""
    year, week, weekday = day.isocalendar()
    return {
        "year": f"{day:%Y}", "month": f"{day.month:02}", "day": f"{day.day:02}", "i_month": f"{day.month}",
        "i_day": f"{day.day}", "short_year": f"{day:%y}", "hour": f"{day:%H}", "minute": f"{day:%M}",
        "second": f"{day:%S}", "monthname": _MONTHS[day.month - 1], "yearday": f"{day.timetuple().tm_yday}",
        "y_day": f"{day.timetuple().tm_yday:03}", "weekday": f"{weekday % 7}", "w_year": f"{year}",
        "week": f"{week:02}", "w_day": f"{weekday}",
    }  # fmt: skip


def urlized(text: str) -> str:
    """Give a text as both systems write it in an address: small letters of any script, joined by hyphens."""
    return _SEPARATORS.sub("-", text.strip().lower()).strip("-")
