"""Corrections of a portal as feeds tell them: an entry for each, which never changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from html import escape

from portal.model.article import Article, prefix
from portal.model.correction import Correction
from portal.model.page import StandingPage
from portal.model.portal import Portal
from portal.model.settings import Settings
from portal.web.feeds.document import Entry, Feed, beginning, legible
from portal.web.section import Reworded
from portal.web.translator import translator

KINDS = (
    ("RSS", "rss.xml", "application/rss+xml"),
    ("Atom", "atom.xml", "application/atom+xml"),
    ("JSON Feed", "feed.json", "application/feed+json"),
)
_NEWEST = 30


@dataclass(frozen=True, slots=True)
class ToldCorrection:
    """A correction of a text that a portal tells of."""

    text: Article | StandingPage
    said: Correction
    settings: Settings

    @property
    def order(self) -> tuple[datetime, str, str, str]:
        """What a register is ordered by, oldest first."""
        return (self.said.at, self.text.address, self.said.old, self.said.new)

    @property
    def made_of(self) -> tuple[object, ...]:
        """What its entry follows from."""
        return (self.text.address, self.text.title, self.said, self.settings.url, self._author)

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page."""
        return (self.text.address, self.text.title, self.said)

    @property
    def _author(self) -> str:
        words = self.settings.of(self.text.language)
        return words.publisher or words.name

    @property
    def entry(self) -> Entry:
        """What is told of it."""
        t, said, text = translator(self.text.language), self.said, self.text
        address = self.settings.url + text.address
        told = f"{t('corrections.old')}: {said.old}. {t('corrections.new')}: {said.new}."
        own = sha256(repr((said.at.isoformat(), said.old, said.new)).encode()).hexdigest()[:12]
        authority, since = self.settings.authority, self.settings.since.isoformat()
        return Entry(
            id=f"tag:{authority},{since}:{text.address.strip('/')}/dinh-chinh/{own}",
            address=address,
            title=legible(t("corrections.entry", title=text.title)),
            summary=legible(told),
            html=f"<p>{escape(legible(told))}</p>"
            f'<p><a href="{escape(address)}">{escape(legible(text.title))}</a></p>',
            author=legible(self._author),
            published=said.at,
            changed=said.at,
            subjects=(),
            enclosure=None,
        )


@dataclass(frozen=True, slots=True)
class Register:
    """All corrections in one language, newest first."""

    language: str
    told: tuple[ToldCorrection, ...]
    settings: Settings
    alternates: Mapping[str, str] = field(default_factory=dict)

    @property
    def home(self) -> str:
        """The front page in the language."""
        return f"{prefix(self.language)}/"

    @property
    def address(self) -> str:
        """`/dinh-chinh/`, below `/en` for English."""
        return f"{self.home}dinh-chinh/"

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page."""
        return (self.language, self.told, self.settings, self.alternates)

    def may_show(self, reworded: Reworded) -> bool:
        """Whether any of some articles was ever corrected."""
        corrected = {one.text.address for one in self.told}
        return any(article.address in corrected for article in reworded.articles)


@dataclass(frozen=True, slots=True)
class CorrectionFeed:
    """A feed of a register: one of its three files."""

    of: Register
    file: str

    @property
    def language(self) -> str:
        """The language of the register."""
        return self.of.language

    @property
    def settings(self) -> Settings:
        """The settings of the portal."""
        return self.of.settings

    @property
    def address(self) -> str:
        """Beside the register."""
        return self.of.address + self.file

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change its bytes."""
        return (*self.of.marked, self.file)

    def may_show(self, reworded: Reworded) -> bool:
        """Whether any of some articles was ever corrected."""
        return self.of.may_show(reworded)


def registers(portal: Portal) -> Iterator[Register]:
    """The register of each language of a portal."""
    texts: tuple[Article | StandingPage, ...] = (*portal.articles, *portal.pages)
    told = [ToldCorrection(text, said, portal.settings) for text in texts for said in text.notes.corrections]
    told.sort(key=lambda one: one.order, reverse=True)
    alternates = {code: f"{prefix(code)}/dinh-chinh/" for code in portal.languages}
    for code in portal.languages:
        held = tuple(one for one in told if one.text.language == code)
        yield Register(code, held, portal.settings, alternates)


def correction_feed(spot: CorrectionFeed) -> Feed:
    """What a feed of a register says: its newest corrections."""
    held, settings, t = spot.of, spot.settings, translator(spot.language)
    words, home = settings.of(spot.language), settings.url + held.address
    newest = held.told[:_NEWEST]
    return Feed(
        id=f"tag:{settings.authority},{settings.since.isoformat()}:{held.address.strip('/')}",
        title=legible(f"{t('corrections.title')} – {words.name}"),
        description=legible(t("corrections.about")),
        language=spot.language,
        home=home,
        own=settings.url + spot.address,
        publisher=legible(words.publisher or words.name),
        updated=max((one.said.at for one in newest), default=beginning(settings)),
        told=newest,
    )
