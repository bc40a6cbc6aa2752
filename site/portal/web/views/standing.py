"""Standing pages, and the head that single pages of the engine have."""

from collections.abc import Sequence

from portal.model.article import prefix
from portal.model.page import StandingPage
from portal.web.page import Crumb, Head, Page
from portal.web.section import Section, Spot
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


@section.pages(of=lambda portal: portal.pages)
def standing(page: StandingPage) -> Page:
    """One standing page; a long one begins with its contents."""
    t = translator(page.language)
    made = Head(
        page.title,
        page.summary,
        (Crumb(t("layout.home"), f"{prefix(page.language)}/"),),
        {code: f"{prefix(code)}/{page.slug}/" for code in page.languages},
        modified=page.updated,
    )
    parts = tuple(heading for heading in page.body.headings if heading.level == 2)
    contents = parts if len(parts) >= _CONTENTS_FROM else ()
    return Page("pages/standing.html", made, {"page": page, "contents": contents}, page.language)
