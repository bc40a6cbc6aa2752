"""One page taken apart: its elements by name and its attributes by name, in one pass."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

Element = etree._Element

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What a browser fetches by itself for a page; other links only lead somewhere.
_FETCHED = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "mask-icon", "preload", "modulepreload", "prefetch",
     "manifest", "preconnect", "dns-prefetch"}
)  # fmt: skip
_SOURCES = ("src", "poster", "data", "background")


@dataclass(frozen=True)
class Parsed:
    """A page's elements by tag, its attributes by name, and its headings, all in the order of the page."""

    address: str
    tags: defaultdict[str, list[Element]]
    attributes: defaultdict[str, list[tuple[Element, str]]]
    headings: tuple[tuple[int, str], ...]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a fragment can lead to."""
        named = [value for element, value in self.attributes["name"] if element.tag == "a"]
        return frozenset([*(value for _, value in self.attributes["id"]), *named])

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Where the page leads without fetching it, as written, each once."""
        found = [value for element, value in self.attributes["href"] if not _is_fetched(element)]
        found += [value for _, value in self.attributes["cite"]]
        found += [_refreshed(meta) for meta in self.tags["meta"] if _refreshed(meta)]
        return tuple(dict.fromkeys(found))

    @cached_property
    def fetched(self) -> tuple[str, ...]:
        """What a browser fetches for the page, as written, each once; where its forms go, too."""
        found = [value for element, value in self.attributes["href"] if _is_fetched(element)]
        found += [value for name in (*_SOURCES, "xlink:href") for _, value in self.attributes[name]]
        found += [one for _, value in self.attributes["srcset"] for one in _from_set(value)]
        found += [value for name in ("action", "formaction") for _, value in self.attributes[name]]
        return tuple(dict.fromkeys(found))

    def sheets(self, *kinds: str) -> list[str]:
        """Give what the `link` elements of these relations name, as written."""
        named = (link for link in self.tags["link"] if _relations(link).intersection(kinds))
        return [link.get("href", "") for link in named]


def parse(address: str, source: bytes) -> Parsed:
    """Take a page apart. Raises ValueError for bytes in which there is no page."""
    root = etree.HTML(source, etree.HTMLParser(encoding="utf-8", huge_tree=True)) if source.strip() else None
    if root is None:
        raise ValueError("no page")
    tags: defaultdict[str, list[Element]] = defaultdict(list)
    attributes: defaultdict[str, list[tuple[Element, str]]] = defaultdict(list)
    headings = []
    for element in root.iter("*"):
        tag = str(element.tag)
        tags[tag].append(element)
        for name, value in element.items():
            attributes[str(name)].append((element, str(value)))
        if tag in _HEADINGS:
            headings.append((int(tag[1]), " ".join("".join(map(str, element.itertext())).split())))
    return Parsed(address, tags, attributes, tuple(headings))


def _relations(element: Element) -> frozenset[str]:
    return frozenset(element.get("rel", "").lower().split())


def _is_fetched(element: Element) -> bool:
    if element.tag == "link":
        return not _relations(element).isdisjoint(_FETCHED)
    return element.tag in ("use", "image", "feimage")


def _from_set(value: str) -> list[str]:
    return [part.split()[0] for part in value.split(",") if part.split()]


def _refreshed(meta: Element) -> str:
    """Where a page sends its reader by itself."""
    if meta.get("http-equiv", "").lower() != "refresh":
        return ""
    return meta.get("content", "").partition("=")[2].strip(" '\"")
