"""Hugo's shortcodes: those that every Hugo has are turned into HTML, of others the words within are kept."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape

from portal.importing.sites.item import ENTRY

_TAG = re.compile(
    r"\{\{[<%]\s*(?P<end>/)?\s*(?P<name>[\w./-]+)"
    r"(?P<rest>(?:\s(?:[^\"`>%]|\"(?:[^\"\\]|\\.){0,2000}\"|`[^`]{0,2000}`|[>%](?!\}\})){0,1000})?)[>%]\}\}",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\{\{([<%])/\*(.{0,2000}?)\*/([>%])\}\}", re.DOTALL)
_WORD = re.compile(
    r"(?:([\w-]+)\s*=\s*)?(?:\"((?:[^\"\\]|\\.)*)\"|`([^`]*)`|([^\s\"`=/][^\s\"`=]*|/[^\s\"`=]+))"
)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?)(?:[?#].*)?$", re.IGNORECASE)
# Where shortcodes of sites hold words for readers.
_WORDS_IN = ("text", "label", "title", "content", "caption", "cite")
_KEPT = "\x1aSHORTCODE\x1a"


@dataclass(frozen=True, slots=True)
class Tag:
    """A shortcode with its parameters, by name and by place."""

    name: str
    named: dict[str, str]
    placed: tuple[str, ...]

    def first(self, *names: str) -> str:
        """The value of one of some parameters, else the first without a name."""
        return next((self.named[one] for one in names if self.named.get(one)), (*self.placed, "")[0])


@dataclass(slots=True)
class Shortcodes:
    """Takes the shortcodes out of a text; `unknown` names those that were left out, each once."""

    unknown: list[str] = field(default_factory=list)

    def without(self, text: str) -> str:
        """Give the text with HTML or Markdown in the place of its shortcodes."""
        kept = [f"{{{{{a}{inner}{b}}}}}" for a, inner, b in _ESCAPED.findall(text)]
        bare = _TAG.sub(self._one, _ESCAPED.sub(_KEPT, text))
        for one in kept:
            bare = bare.replace(_KEPT, one, 1)
        return bare

    def _one(self, found: re.Match[str]) -> str:
        name = found["name"].removesuffix(".html").lower()
        if found["end"]:
            return _CLOSING.get(name, "")
        tag = _tag(name, found["rest"] or "")
        made = self._made(tag)
        if made is None:
            self.unknown += [] if found["name"] in self.unknown else [found["name"]]
            return escape(" ".join(tag.named[key] for key in _WORDS_IN if tag.named.get(key)))
        return made

    def _made(self, tag: Tag) -> str | None:
        if tag.name in _KNOWN:
            return _KNOWN[tag.name](tag)
        # A site's own shortcode that names a picture shows it, whatever else it does.
        source = tag.named.get("src", "")
        if not _PICTURE.search(source) or "://" in source:
            return _figure(tag) if source.startswith("http") and _PICTURE.search(source) else None
        # Where such a shortcode looks for its pictures nobody knows: they are not sought on the web.
        return _figure(Tag(tag.name, {**tag.named, "src": f"{ENTRY}{source}"}, ()))


def _tag(name: str, rest: str) -> Tag:
    named: dict[str, str] = {}
    placed: list[str] = []
    for key, quoted, raw, bare in _WORD.findall(rest):
        value = re.sub(r"\\(.)", r"\1", quoted) if quoted else raw or bare
        if key:
            named[key.lower()] = value
        else:
            placed.append(value)
    return Tag(name, named, tuple(placed))


def _reference(tag: Tag) -> str:
    path, _, _ = tag.first("path").partition("#")
    return f"{ENTRY}{path}"


def _figure(tag: Tag) -> str:
    get = tag.named.get
    caption = " ".join(filter(None, (get("title", ""), get("caption", ""), get("attr", ""))))
    image = f'<img src="{escape(tag.first("src"))}" alt="{escape(get("alt", ""))}">'
    below = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return f"<figure>{image}{below}</figure>"


def _link(address: str) -> str:
    return f'<a href="{escape(address)}">{escape(address)}</a>'


def _tweet(tag: Tag) -> str:
    user, number = tag.named.get("user", ""), tag.first("id")
    return _link(f"https://twitter.com/{user or 'i/web'}/status/{number}")


def _addressed(pattern: str) -> Callable[[Tag], str]:
    return lambda tag: _link(pattern.format(*(*tag.placed, "", ""), id=tag.first("id")))


def _highlight(tag: Tag) -> str:
    return f"\n```{tag.first('lang', 'type')}\n"


def _details(tag: Tag) -> str:
    return f"\n\n**{tag.first('summary') or 'Chi tiết'}**\n\n"


_KNOWN: dict[str, Callable[[Tag], str]] = {
    "ref": _reference,
    "relref": _reference,
    "figure": _figure,
    "youtube": _addressed("https://www.youtube.com/watch?v={id}"),
    "vimeo": _addressed("https://vimeo.com/{id}"),
    "vimeo_simple": _addressed("https://vimeo.com/{id}"),
    "gist": _addressed("https://gist.github.com/{0}/{1}"),
    "instagram": _addressed("https://www.instagram.com/p/{id}/"),
    "tweet": _tweet,
    "twitter": _tweet,
    "x": _tweet,
    "highlight": _highlight,
    "details": _details,
}
_CLOSING = {"highlight": "\n```\n", "details": "\n\n"}


def names_of(unknown: Iterable[str]) -> list[str]:
    """Give the tags as an editor finds them in the text."""
    return [f"{{{{< {name} >}}}}" for name in unknown]
