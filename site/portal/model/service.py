"""Links to services, as cards in groups."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class ServiceLink:
    """One card: `link_text` says where it goes (WCAG 2.4.4)."""

    title: str
    text: str
    url: str
    link_text: str
    icon: str = "link"

    @property
    def outside(self) -> bool:
        """Whether it leads to another site."""
        return bool(urlsplit(self.url).netloc)

    @property
    def host(self) -> str:
        """The host it leads to; empty inside the portal."""
        return urlsplit(self.url).netloc


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    """A group of service links for one audience: `cong-dan`, `doanh-nghiep` or `chung`."""

    id: str
    title: str
    audience: str
    links: tuple[ServiceLink, ...]
    order: int = 0
    language: str = "vi"
