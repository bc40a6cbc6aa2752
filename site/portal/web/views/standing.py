"""Standing pages, and the head that single pages of the engine have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from portal.model.article import prefix
from portal.model.page import StandingPage
from portal.model.portal import Portal
from portal.web.histories import History, TimeMap
from portal.web.page import Crumb, Head, Page
from portal.web.section import Reworded, Section, Spot
from portal.web.translator import translator

section = Section("standing")

_CONTENTS_FROM = 4


def head(at: Spot, key: str, *, index: bool = True, languages: Sequence[str] | None = None) -> Head:
    """The head of a page that there is once in each language, or in some; `key` names its words."""
    t = translator(at.language)
    plain = at.address.removeprefix(prefix(at.language))
    both = {code: prefix(code) + plain for code in languages or at.portal.languages}
    translated = f"{key}.title" in translator("en").wording and f"{key}.title" in t.wording
    return Head(
        t(f"{key}.title"),
        t(f"{key}.about"),
        (Crumb(t("layout.home"), f"{prefix(at.language)}/"),),
        both if translated and (languages is None or len(languages) > 1) else {},
        index=index,
    )


@dataclass(frozen=True)
class Stood:
    """A standing page with what was published of it."""

    page: StandingPage
    history: History

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.page.language

    @property
    def address(self) -> str:
        """The address of the page."""
        return self.page.address

    @property
    def changed(self) -> datetime | None:
        """When it last changed for readers."""
        return self.page.updated

    def may_show(self, reworded: Reworded) -> bool:
        """Whether any of some articles is on the page: none ever is."""
        return False


def _stood(portal: Portal) -> Iterator[Stood]:
    return (Stood(page, History(page, portal.record, portal.settings.url)) for page in portal.pages)


@section.pages(of=_stood)
def standing(stood: Stood) -> Page:
    """One standing page; a long one begins with its contents."""
    page, t = stood.page, translator(stood.language)
    made = Head(
        page.title,
        page.summary,
        (Crumb(t("layout.home"), f"{prefix(page.language)}/"),),
        {code: f"{prefix(code)}/{page.slug}/" for code in page.languages},
        modified=page.updated,
        time_map=TimeMap(stood.history).address if stood.history.count > 1 else "",
    )
    parts = tuple(heading for heading in page.body.headings if heading.level == 2)
    contents = parts if len(parts) >= _CONTENTS_FROM else ()
    return Page(
        "pages/standing.html",
        made,
        {"page": page, "contents": contents, "history": stood.history},
        page.language,
    )
