"""The page that tells people of the public log, and the program with which anybody verifies it.

There is one once anything was recorded. It tells of versions and keys alone, never of releases: a page is
made before its release is entered, and must be the same after.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from portal.model.article import prefix
from portal.model.portal import Portal
from portal.record.key_history import keys_of
from portal.trust.single_file import verifier_text
from portal.web.page import Made, Page
from portal.web.section import Section, Spot
from portal.web.views.standing import head
from vietnamese.dates import HANOI

section = Section("log")

ADDRESS = "/nhat-ky/"
VERIFIER = "/log/verify.py"


@dataclass(frozen=True, slots=True)
class Tool:
    """A file that the engine alone decides."""

    address: str


def _spots(portal: Portal) -> Iterator[Spot]:
    for language in portal.languages if portal.record else ():
        yield Spot(prefix(language) + ADDRESS, language, portal)


def _tools(portal: Portal) -> Iterator[Tool]:
    if portal.record:
        yield Tool(VERIFIER)


@section.pages(of=_spots)
def log(at: Spot) -> Page:
    """What the log proves, what it does not, its keys, and how to verify it."""
    record = at.portal.record
    threads = record.index.threads
    shows = {
        "versions": Decimal(sum(map(len, threads))),
        "things": Decimal(len(threads)),
        "keys": tuple(
            (
                one.key.vkey,
                one.since.astimezone(HANOI),
                one.until and one.until.astimezone(HANOI),
                one.revoked,
            )
            for one in keys_of(record)
        ),
        "url": at.portal.settings.url,
        "verifier": VERIFIER,
    }
    return Page("pages/log.html", head(at, "log"), shows, at.language)


@section.pages(of=_tools)
def verifier(tool: Tool) -> Made:
    """The verifier as one file of Python."""
    return Made(verifier_text().encode(), "text/x-python")
