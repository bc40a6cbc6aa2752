"""Articles, and the pages of every list of articles."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from portal.model.article import Article, Category, Story, prefix
from portal.model.correction import Correction
from portal.model.listing import Listing, ListPage, holds
from portal.model.portal import Portal
from portal.model.service import ServiceLink
from portal.model.settings import Settings
from portal.record.record import NO_RECORD, Record
from portal.web.addresses import owned_address
from portal.web.histories import History, TimeMap
from portal.web.page import Crumb, FeedLink, Head, Page
from portal.web.section import Reworded, Section
from portal.web.translator import translator

section = Section("news")

_KNOWN = 1024
_FEEDS = (
    ("RSS", "rss.xml", "application/rss+xml"),
    ("Atom", "atom.xml", "application/atom+xml"),
    ("JSON Feed", "feed.json", "application/feed+json"),
)


class Told(NamedTuple):
    """A story with the settings of the portal that tells it."""

    story: Story
    settings: Settings
    record: Record = NO_RECORD

    @property
    def language(self) -> str:
        """The language of the article."""
        return self.story.language

    @property
    def address(self) -> str:
        """The address of the article."""
        return self.story.address

    @property
    def changed(self) -> datetime:
        """When the article last changed."""
        return self.story.article.changed

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page."""
        return (*self.story.marked, self.settings, self.record.mark(self.story.article.file))


class Sheet(NamedTuple):
    """A page of a list with the addresses of the same list in other languages."""

    page: ListPage
    alternates: Mapping[str, str]
    figures: str = ""
    """Where the indicators of the unit stand that the list is of."""

    @property
    def language(self) -> str:
        """The language of the list."""
        return self.page.language

    @property
    def address(self) -> str:
        """The address of the page."""
        return self.page.address

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page."""
        return (*self.page.marked, self.alternates, self.figures)

    def may_show(self, reworded: Reworded) -> bool:
        """Whether any of some articles is on the page."""
        return holds(self.page.articles, reworded.articles)


def _told(portal: Portal) -> Iterator[Told]:
    return (Told(story, portal.settings, portal.record) for story in portal.stories)


def _sheets(portal: Portal) -> Iterator[Sheet]:
    homes: dict[tuple[str, str], dict[str, str]] = {}
    for listing in portal.listings:
        homes.setdefault((listing.kind, listing.id), {})[listing.language] = listing.home
    owners = {one.owner for one in portal.indicators}
    # Pages that show the same articles follow one another: what they have alike is then made once.
    for page in sorted(portal.list_pages, key=_newest, reverse=True):
        # Pages of two languages are cut at different articles: only the heads are each other's versions.
        same = {} if page.number else homes[page.listing.kind, page.listing.id]
        unit = page.listing.unit
        yield Sheet(page, same, owned_address(unit.id, "vi") if unit and unit.id in owners else "")


def _newest(page: ListPage) -> tuple[int, str]:
    return page.articles[0].order if page.articles else (0, "")


@section.pages(of=_told, stories=True)
def story(told: Told) -> Page:
    """One article among its neighbours."""
    shown, article = told.story, told.story.article
    history = History(article, told.record, told.settings.url)
    head = Head(
        title=article.title,
        description=article.summary,
        crumbs=_crumbs(article.category, article.language),
        alternates={code: _address_in(code, article) for code in article.languages},
        picture=_shared_picture(article),
        kind="article",
        structured=(_news_article(article, told.settings),),
        published=article.date,
        modified=article.changed,
        time_map=TimeMap(history).address if history.count > 1 else "",
    )
    services = tuple(_first_links(shown))
    shows = {
        "story": shown,
        "services": services,
        "service_home": f"{prefix(article.language)}/dich-vu/",
        "history": history,
    }
    return Page("pages/article.html", head, shows, article.language)


@section.pages(of=_sheets)
def list_page(sheet: Sheet) -> Page:
    """One page of a list of articles."""
    page, listing = sheet.page, sheet.page.listing
    t = translator(listing.language)
    title = t("news.tag", name=listing.title) if listing.kind == "tag" else listing.title
    named = t("news.title.page", title=title, number=page.number) if page.number else title
    # The head of a list stands below what is above it, its other pages below the head.
    own = (listing.title, listing.home) if page.number else ()
    head = Head(
        title=named,
        description=listing.description or t(f"news.about.{listing.kind}", title=listing.title),
        crumbs=_list_crumbs(listing.kind, listing.language, *own),
        alternates=sheet.alternates,
        index=bool(page.articles),
        feeds=_feeds(listing) if page.number == 0 else (),
    )
    return Page("pages/list.html", head, {"page": page, "figures": sheet.figures}, listing.language)


def _first_links(story: Story) -> Iterator[ServiceLink]:
    """The first link of each group: one way for each kind of reader."""
    return (group.links[0] for group in story.services if group.links)


def _address_in(code: str, article: Article) -> str:
    return f"{prefix(code)}/tin-tuc/{article.year}/{article.slug}/"


def _shared_picture(article: Article) -> str:
    """The address of the lead picture, where it is one that other sites can show."""
    picture = article.picture
    if picture and picture.fallback.asset.media != "image/svg+xml":
        return picture.fallback.address
    return ""


# Pages that have the same crumbs are given the same value, so that its markup is made once.
@lru_cache(_KNOWN)
def _crumbs(category: Category, language: str) -> tuple[Crumb, ...]:
    """The way to an article."""
    title = {"vi": "Tin tức", "en": "News"}[language]
    news = Crumb(title, f"{prefix(language)}/tin-tuc/")
    return (_home(language), news, Crumb(category.name, category.address))


@lru_cache(_KNOWN)
def _list_crumbs(kind: str, language: str, *own: str) -> tuple[Crumb, ...]:
    """The way to a list, and on to its other pages where title and address of the list are given."""
    t, start = translator(language), prefix(language)
    above = {
        "news": (),
        "category": (Crumb(t("news.categories"), f"{start}/chuyen-muc/"),),
        "tag": (Crumb(t("news.tags"), f"{start}/chu-de/"),),
        "unit": (Crumb(t("news.units"), f"{start}/co-quan/"),),
        "year": (Crumb(t("news.archive"), f"{start}/luu-tru/"),),
        "month": (Crumb(t("news.archive"), f"{start}/luu-tru/"),),
    }
    return (_home(language), *above[kind], *([Crumb(*own)] if own else ()))


def _home(language: str) -> Crumb:
    return Crumb(translator(language)("layout.home"), f"{prefix(language)}/")


def _feeds(listing: Listing) -> tuple[FeedLink, ...]:
    if not listing.feeds:
        return ()
    return tuple(
        FeedLink(f"{listing.title} ({kind})", listing.home + file, media) for kind, file, media in _FEEDS
    )


def _correction(one: Correction, language: str) -> Mapping[str, object]:
    t = translator(language)
    text = f"{t('corrections.old')}: {one.old}. {t('corrections.new')}: {one.new}."
    return {"@type": "CorrectionComment", "datePublished": one.at.isoformat(), "text": text}


def _news_article(article: Article, settings: Settings) -> Mapping[str, object]:
    words, url = settings.of(article.language), settings.url
    publisher = {
        "@type": "GovernmentOrganization",
        "@id": f"{url}/#organization",
        "name": words.publisher or words.name,
        "url": f"{url}/",
    }
    made: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "inLanguage": article.language,
        "datePublished": article.date.isoformat(),
        "dateModified": article.changed.isoformat(),
        "mainEntityOfPage": url + article.address,
        "articleSection": article.category.name,
        "publisher": publisher,
        "author": {"@type": "Organization", "name": article.author} if article.author else publisher,
    }
    if picture := article.picture:
        made["image"] = url + picture.fallback.address
    if article.tags:
        made["keywords"] = [tag.name for tag in article.tags]
    if article.notes.corrections:
        made["correction"] = [_correction(one, article.language) for one in article.notes.corrections]
    if source := article.source:
        made["isBasedOn"] = source.url or source.name
    return made
