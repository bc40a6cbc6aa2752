"""What surrounds every page: the portal's name, menus, addresses of style and script, and the head."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.model.article import prefix
from portal.model.portal import Portal
from portal.model.settings import Wording
from portal.web.page import Head


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything around a page's own content, for one page.

    `canonical` is absolute, and that of the new page where one has moved. `identity` gives the addresses of
    mark and icons by their file names. `home` and `search` are addresses in the page's language.
    """

    language: str
    address: str
    base: str
    canonical: str
    head: Head
    wording: Wording
    style: str
    script: str
    identity: Mapping[str, str]
    languages: tuple[str, ...]
    theme: tuple[tuple[str, str], ...]

    @property
    def home(self) -> str:
        """The front page in this language."""
        return f"{prefix(self.language)}/"

    @property
    def search(self) -> str:
        """The search page in this language."""
        return f"{prefix(self.language)}/tim-kiem/"

    def absolute(self, address: str) -> str:
        """An address of the portal with its host."""
        return self.base + address


def frame(portal: Portal, head: Head, language: str, address: str, made: Mapping[str, str]) -> Frame:
    """Put together what surrounds a page; `made` holds the addresses of `style` and `script`."""
    settings = portal.settings
    identity = {name: asset.address for name, asset in portal.identity.items()} | dict(made)
    paper = settings.colours.get("paper", ("#ffffff", "#000000"))
    return Frame(
        language=language,
        address=address,
        base=settings.url,
        canonical=settings.url + (head.moved or address),
        head=head,
        wording=settings.of(language),
        style=made["style"],
        script=made["script"],
        identity=identity,
        languages=portal.languages,
        theme=(("light", paper[0]), ("dark", paper[1])),
    )
