"""A portal as a whole: all that its pages are made from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from portal.model.article import Article, Category, Story, Tag, prefix
from portal.model.indicator import Indicator
from portal.model.kin import Kin
from portal.model.listing import Listing, ListPage, cut
from portal.model.media import Asset
from portal.model.notice import Announcement, Notice
from portal.model.page import StandingPage
from portal.model.release_calendar import Due
from portal.model.service import ServiceGroup
from portal.model.settings import Settings
from portal.model.succession import Renaming
from portal.model.tombstone import Tombstone
from portal.model.unit import Unit
from portal.record.record import NO_RECORD, Record
from vietnamese.dates import format_month, format_month_en
from vietnamese.sorting import sort_key

LANGUAGES = ("vi", "en")


@dataclass(frozen=True)
class Portal:
    """Everything read from a portal's folder. Articles are newest first, units and indicators in their order.

    `categories` and `services` are by language; `identity` holds mark and icons by file name; `gone` is
    what is left of texts that were public; `announced` is there while its notice stands on every page;
    `dues` is what is to come of each indicator that promises when, the nearest day first; `record` is what
    was published until now; `renamed` are the former names of offices and places.
    """

    settings: Settings
    categories: Mapping[str, tuple[Category, ...]] = field(default_factory=dict)
    articles: tuple[Article, ...] = ()
    pages: tuple[StandingPage, ...] = ()
    units: tuple[Unit, ...] = ()
    services: Mapping[str, tuple[ServiceGroup, ...]] = field(default_factory=dict)
    indicators: tuple[Indicator, ...] = ()
    assets: tuple[Asset, ...] = ()
    identity: Mapping[str, Asset] = field(default_factory=dict)
    gone: tuple[Tombstone, ...] = ()
    announced: Announcement | None = None
    dues: tuple[Due, ...] = ()
    record: Record = NO_RECORD
    renamed: tuple[Renaming, ...] = ()

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of articles and pages, and of what is left of them; Vietnamese always."""
        spoken = {page.language for page in self.pages} | {stone.language for stone in self.gone}
        return tuple(code for code in LANGUAGES if code == "vi" or code in spoken or self.news(code))

    def notice(self, language: str) -> Notice | None:
        """The notice that stands on every page of a language, if there is one."""
        return self.announced.notices[language] if self.announced else None

    def news(self, language: str) -> tuple[Article, ...]:
        """The articles in a language, newest first."""
        return self._by_language.get(language, ())

    @cached_property
    def _by_language(self) -> Mapping[str, tuple[Article, ...]]:
        return {code: tuple(a for a in self.articles if a.language == code) for code in LANGUAGES}

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """Every article among its neighbours."""
        return tuple(story for code in self.languages for story in self._stories(code))

    def _stories(self, code: str) -> Iterable[Story]:
        news = self.news(code)
        services = self.services.get(code, ())
        kin = self._kin[code]
        units = {unit.id: unit for unit in self.units}
        older, newer = (*news[1:], None), (None, *news)
        for place, article in enumerate(news):
            unit = units.get(article.unit)
            yield Story(article, older[place], newer[place], kin.of, unit, services)

    @cached_property
    def _kin(self) -> Mapping[str, Kin]:
        return {code: Kin(self.news(code)) for code in self.languages}

    def stories_around(self, article: Article) -> Iterator[str]:
        """The addresses of the stories that may show an article, whole or by its teaser."""
        return self._kin[article.language].around(article)

    @cached_property
    def tags(self) -> Mapping[str, tuple[Tag, ...]]:
        """The tags in use, by language, in dictionary order."""
        return {code: _tags(self.news(code)) for code in self.languages}

    @cached_property
    def listings(self) -> tuple[Listing, ...]:
        """Every list of articles: news, categories, tags, years, months and units."""
        return tuple(listing for code in self.languages for listing in self._listings(code))

    @cached_property
    def list_pages(self) -> tuple[ListPage, ...]:
        """Every page of every list."""
        return tuple(page for listing in self.listings for page in cut(listing))

    def listing(self, kind: str, id: str = "", language: str = "vi") -> Listing:
        """One list; raises KeyError if there is none."""
        return self._listing_table[kind, id, language]

    @cached_property
    def _listing_table(self) -> Mapping[tuple[str, str, str], Listing]:
        return {(item.kind, item.id, item.language): item for item in self.listings}

    def _listings(self, code: str) -> Iterable[Listing]:
        news, wording = self.news(code), self.settings.of(code)
        title = {"vi": "Tin tức", "en": "News"}[code]
        yield Listing("news", "", title, f"{prefix(code)}/tin-tuc/", code, news, wording.description, True)
        filed, kept = _grouped(news, lambda a: a.category.id), _grouped(news, lambda a: a.unit)
        for category in self.categories.get(code, ()):
            held = tuple(filed.get(category.id, ()))
            if held or code == "vi":
                yield Listing(
                    "category", category.id, category.name, category.address, code, held,
                    category.description, True,
                )  # fmt: skip
        yield from _grouped_by_tag(news, self.tags[code])
        yield from _grouped_by_time(news, code)
        if code == "vi":
            for unit in self.units:
                held = tuple(kept.get(unit.id, ()))
                yield Listing(
                    "unit", unit.id, unit.name, unit.address, code, held, unit.description, True, unit
                )

    def unit(self, id: str) -> Unit | None:
        """The unit of an id, if there is one."""
        return next((unit for unit in self.units if unit.id == id), None)

    def indicators_in(self, language: str) -> tuple[Indicator, ...]:
        """The indicators that are told in a language."""
        return tuple(item for item in self.indicators if item.language == language)

    @cached_property
    def indicator_languages(self) -> tuple[str, ...]:
        """The languages in which indicators are told; Vietnamese always."""
        told = {one.language for one in self.indicators}
        return tuple(code for code in self.languages if code == "vi" or code in told)

    def due(self, id: str) -> Due | None:
        """What is to come of an indicator, if it promises when."""
        return self._dues.get(id)

    @cached_property
    def _dues(self) -> Mapping[str, Due]:
        return {one.indicator: one for one in self.dues}

    def featured(self, language: str) -> tuple[Indicator, ...]:
        """The indicators that the front page of a language shows."""
        return tuple(item for item in self.indicators_in(language) if item.featured)


def _grouped(news: tuple[Article, ...], by: Callable[[Article], str]) -> Mapping[str, list[Article]]:
    groups: dict[str, list[Article]] = {}
    for article in news:
        groups.setdefault(by(article), []).append(article)
    return groups


def _tags(news: tuple[Article, ...]) -> tuple[Tag, ...]:
    found = {tag.id: tag for article in reversed(news) for tag in article.tags}
    return tuple(sorted(found.values(), key=lambda tag: (sort_key(tag.name), tag.id)))


def _grouped_by_tag(news: tuple[Article, ...], tags: tuple[Tag, ...]) -> Iterable[Listing]:
    held: dict[str, list[Article]] = {tag.id: [] for tag in tags}
    for article in news:
        for tag in article.tags:
            held[tag.id].append(article)
    for tag in tags:
        yield Listing("tag", tag.id, tag.name, tag.address, tag.language, tuple(held[tag.id]))


def _grouped_by_time(news: tuple[Article, ...], code: str) -> Iterable[Listing]:
    years: dict[str, list[Article]] = {}
    months: dict[tuple[str, str], list[Article]] = {}
    for article in news:
        month = f"{article.date.month:02}"
        years.setdefault(article.year, []).append(article)
        months.setdefault((article.year, month), []).append(article)
    home = f"{prefix(code)}/tin-tuc/"
    name = {"vi": "Năm {}", "en": "{}"}[code]
    for year, held in years.items():
        yield Listing("year", year, name.format(year), f"{home}{year}/", code, tuple(held))
    named = format_month if code == "vi" else format_month_en
    for (year, month), held in months.items():
        title = named(int(year), int(month))
        yield Listing("month", f"{year}-{month}", title, f"{home}{year}/{month}/", code, tuple(held))
