"""The days on which figures are to come out as a calendar to subscribe to (iCalendar, RFC 5545)."""

from collections.abc import Iterable
from datetime import date as Day
from datetime import timedelta

from portal.model.indicator import Indicator
from portal.model.period import Period
from portal.model.settings import Settings
from portal.model.telling import period_within
from portal.web.translator import translator

_OCTETS = 75  # of a line, without its end (RFC 5545, 3.1)


def calendar_file(
    releases: Iterable[tuple[Day, Indicator, Period]], settings: Settings, language: str
) -> bytes:
    """A whole-day event for each release; the same release keeps its id when its day moves.

    DTSTAMP is the end of the period: the day from which the figure can be made, and no clock's.
    """
    t = translator(language)
    title = t("calendar.name", name=settings.of(language).name)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(settings.authority)}//Cong tin//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(title)}",
        f"X-WR-CALNAME:{_text(title)}",
    ]
    for by, one, period in releases:
        told = t("calendar.event", name=one.name, period=period_within(period, language))
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.id}.{period.text}.{one.language}@{settings.authority}",
            f"DTSTAMP:{period.last:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{by:%Y%m%d}",
            f"DTEND;VALUE=DATE:{by + timedelta(1):%Y%m%d}",
            f"SUMMARY:{_text(told)}",
            f"URL:{settings.url}{one.address}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _text(value: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11)."""
    value = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(value.split())


def _folded(line: str) -> bytes:
    """A line in parts of at most 75 octets, never cut within a letter."""
    made, size = [b""], 0
    for letter in line:
        octets = letter.encode()
        if size + len(octets) > _OCTETS:
            made.append(b" ")
            size = 1
        made[-1] += octets
        size += len(octets)
    return b"\r\n".join(made) + b"\r\n"
