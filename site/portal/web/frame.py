"""What surrounds every page: the portal's name, menus, addresses of style and script, and the head."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.model.article import prefix
from portal.model.notice import Notice
from portal.model.portal import Portal
from portal.model.settings import MenuItem, Wording
from portal.web.page import Head
from portal.web.translator import translator


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages of one template and language have around them.

    `base` is the host; `home` and `search` are addresses in the language. `identity` gives the addresses of
    mark, icons and script by their file names; `notice` stands above every page while it is there.
    """

    language: str
    base: str
    home: str
    search: str
    wording: Wording
    style: str
    script: str
    identity: Mapping[str, str]
    languages: tuple[str, ...]
    theme: tuple[tuple[str, str], ...]
    notice: Notice | None = None

    @property
    def others(self) -> tuple[str, ...]:
        """The languages of the portal but this."""
        return tuple(code for code in self.languages if code != self.language)

    def absolute(self, address: str) -> str:
        """An address of the portal with its host."""
        return self.base + address


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a menu as a page sees it.

    `current` is a value of `aria-current`: `page` where it leads to the page itself, `true` where the page
    lies below it, else empty.
    """

    title: str
    address: str
    current: str


class Menu:
    """A menu; pages that see the same of it are given one value."""

    def __init__(self, items: tuple[MenuItem, ...]) -> None:
        """Take its entries."""
        self._items = items
        self._seen: dict[tuple[str, ...], tuple[Entry, ...]] = {}

    def at(self, address: str) -> tuple[Entry, ...]:
        """Its entries as the page at an address sees them."""
        marks = tuple([_current(item.address, address) for item in self._items])
        if marks not in self._seen:
            both = zip(self._items, marks, strict=True)
            self._seen[marks] = tuple(Entry(item.title, item.address, mark) for item, mark in both)
        return self._seen[marks]


def _current(entry: str, address: str) -> str:
    if not address.startswith(entry):
        return ""
    return "page" if address == entry else "true"


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything around a page's own content, for one page.

    `canonical` is absolute, and that of the new page where one has moved.
    """

    site: Site
    address: str
    head: Head
    canonical: str
    menu: tuple[Entry, ...]
    footer: tuple[Entry, ...]

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.site.language

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the portal."""
        return self.site.languages

    @property
    def wording(self) -> Wording:
        """How the portal calls itself in this language."""
        return self.site.wording

    @property
    def identity(self) -> Mapping[str, str]:
        """The addresses of mark, icons and script by their file names."""
        return self.site.identity

    @property
    def home(self) -> str:
        """The front page in this language."""
        return self.site.home

    @property
    def search(self) -> str:
        """The search page in this language."""
        return self.site.search


class Frames:
    """The frames of all pages of one template and language."""

    def __init__(self, portal: Portal, language: str, made: Mapping[str, str]) -> None:
        """Make what they share; `made` holds the addresses of `style` and `script`."""
        self._site = _site(portal, language, made)
        wording = self._site.wording
        self._menu, self._footer = Menu(wording.menu), Menu((*wording.footer, *_log(portal, language)))

    def at(self, address: str, head: Head) -> Frame:
        """The frame of the page at an address."""
        canonical = self._site.base + (head.moved or address)
        return Frame(self._site, address, head, canonical, self._menu.at(address), self._footer.at(address))


def frame(portal: Portal, head: Head, language: str, address: str, made: Mapping[str, str]) -> Frame:
    """Put together what surrounds a page; `made` holds the addresses of `style` and `script`."""
    return Frames(portal, language, made).at(address, head)


def _log(portal: Portal, language: str) -> tuple[MenuItem, ...]:
    """The way to the page about the public log, once anything is recorded."""
    address = f"{prefix(language)}/nhat-ky/"
    return (MenuItem(translator(language)("log.menu"), address),) if portal.record else ()


def _site(portal: Portal, language: str, made: Mapping[str, str]) -> Site:
    settings = portal.settings
    paper = settings.colours.get("paper", ("#ffffff", "#000000"))
    return Site(
        language=language,
        base=settings.url,
        home=f"{prefix(language)}/",
        search=f"{prefix(language)}/tim-kiem/",
        wording=settings.of(language),
        style=made["style"],
        script=made["script"],
        identity={name: asset.address for name, asset in portal.identity.items()} | dict(made),
        languages=portal.languages,
        theme=(("light", paper[0]), ("dark", paper[1])),
        notice=portal.notice(language),
    )
