"""What was published of a text: its history, the differences of its versions, and each version as it was."""

from collections.abc import Iterator
from email.utils import format_datetime

from portal.model.article import prefix
from portal.model.portal import Portal
from portal.model.text import Html
from portal.readers.writings import old_text, writing_of
from portal.revision.difference import difference
from portal.revision.weight import weigh
from portal.web.histories import History, OldVersion, Pair, TimeMap, histories, old_versions, pairs, pairs_of
from portal.web.media import media_of
from portal.web.page import Crumb, Head, Made, Page
from portal.web.section import Section
from portal.web.translator import translator

section = Section("history")


def _time_maps(portal: Portal) -> Iterator[TimeMap]:
    return (TimeMap(one) for one in histories(portal))


@section.pages(of=histories)
def history(held: History) -> Page:
    """All versions of a text, newest first, with the weight of each change."""
    t = translator(held.language)
    further = tuple(pair for pair in pairs_of(held) if pair.until_now or pair.new - pair.old > 1)
    shows = {"history": held, "further": further, "time_map": TimeMap(held).address}
    return Page("pages/history.html", _head(held, t("history.of", title=held.title)), shows, held.language)


@section.pages(of=pairs)
def compared(pair: Pair) -> Page:
    """What two versions of a text do not have in common."""
    held, t = pair.history, translator(pair.language)
    old, new = held.said(pair.old), held.said(pair.new)
    found, change = None, None
    if old is not None and new is not None:
        found = difference(writing_of(held.file, old), writing_of(held.file, new))
        change = weigh(found)
    title = t("history.pair", old=pair.old, new=pair.new, title=held.title)
    shows = {"pair": pair, "history": held, "passages": found, "change": change}
    return Page("pages/difference.html", _head(held, title, below=True), shows, pair.language)


@section.pages(of=old_versions)
def version(old: OldVersion) -> Page:
    """A version as it was published, below a banner that says what it is."""
    held, t = old.history, translator(old.language)
    text = held.said(old.number)
    was = old_text(held.file, text, old.language) if text is not None else None
    named = was.title if was and was.title else held.title
    title = t("history.version", number=old.number, title=named)
    shows = {
        "old": old,
        "history": held,
        "version": held.versions[old.number - 1],
        "was": was,
        "html": Html(was.html) if was else None,
    }
    return Page("pages/version.html", _head(held, title, below=True), shows, old.language)


@section.pages(of=_time_maps)
def time_map(held: TimeMap) -> Made:
    """All versions with their moments, as `application/link-format`."""
    return Made(written(held).encode(), media_of(held.address))


def written(held: TimeMap) -> str:
    """A TimeMap (RFC 7089, section 5): the text itself, this list, each version that can be read."""
    own, base = held.history, held.history.base
    there = [one for one in own.versions if own.record.text(one) is not None]
    said = [f'<{base}{own.text.address}>; rel="original"']
    span = ""
    if there:
        moments = [format_datetime(one.published, usegmt=True) for one in (there[0], there[-1])]
        span = f'; from="{moments[0]}"; until="{moments[1]}"'
    said.append(f'<{base}{held.address}>; rel="self"; type="application/link-format"{span}')
    for one in there:
        places = [name for name, end in (("first", there[0]), ("last", there[-1])) if one is end]
        relation = " ".join([*places, "memento"])
        moment = format_datetime(one.published, usegmt=True)
        said.append(f'<{base}{own.version_address(one.number)}>; rel="{relation}"; datetime="{moment}"')
    return ",\n".join(said) + "\n"


def _head(held: History, title: str, *, below: bool = False) -> Head:
    t = translator(held.language)
    own = (Crumb(t("history.title"), held.address),) if below else ()
    crumbs = (
        Crumb(t("layout.home"), f"{prefix(held.language)}/"),
        Crumb(held.title, held.text.address),
        *own,
    )
    return Head(title, t("history.about", title=held.title), crumbs, index=False)
