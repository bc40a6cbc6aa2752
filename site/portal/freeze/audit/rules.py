"""The rules that a page meets by itself."""

from collections import Counter
from collections.abc import Callable, Iterator

from portal.freeze.audit.finding import Finding
from portal.freeze.audit.page import Element, Parsed

# Blocks of data that no browser runs, so that a Content-Security-Policy lets them stand.
_DATA = frozenset({"application/ld+json", "application/json"})
_SHOWN = 60  # characters of a value in a finding

Rule = Callable[[Parsed], Iterator[tuple[str, str]]]


def check(page: Parsed) -> list[Finding]:
    """Give every fault that a page has by itself."""
    return [Finding(page.address, rule, detail) for held in RULES for rule, detail in held(page)]


def one_of_each(page: Parsed) -> Iterator[tuple[str, str]]:
    """Language, title, description, one main and one first heading (WCAG 3.1.1, 2.4.2, 1.3.1)."""
    if not any(root.get("lang", "").strip() for root in page.tags["html"]):
        yield "page/no-language", "thẻ html không có lang"
    if len(page.tags["title"]) == 0 or not _words(page.tags["title"][0]):
        yield "page/no-title", "không có tiêu đề trang (title)"
    if not any(_is_description(meta) for meta in page.tags["meta"]):
        yield "page/no-description", "không có mô tả trang (meta description)"
    for tag, rule in (("main", "page/not-one-main"), ("h1", "page/not-one-heading")):
        count = len(page.tags[tag])
        if count != 1:
            yield rule, f"có {count} thẻ {tag}, cần đúng một"


def headings_in_steps(page: Parsed) -> Iterator[tuple[str, str]]:
    """No heading goes down by more than one level, and none is empty (WCAG 1.3.1, 2.4.6)."""
    before = 0
    for level, words in page.headings:
        if before and level > before + 1:
            yield "heading/skips", f"h{before} rồi đến h{level} «{words[:_SHOWN]}»"
        if not words:
            yield "heading/empty", f"h{level} không có chữ"
        before = level


def identities_once(page: Parsed) -> Iterator[tuple[str, str]]:
    """An id names one element."""
    counts = Counter(value for _, value in page.attributes["id"])
    for value, count in counts.items():
        if count > 1:
            yield "id/twice", f"id «{value[:_SHOWN]}» có {count} lần"


def nothing_inline(page: Parsed) -> Iterator[tuple[str, str]]:
    """Nothing that a Content-Security-Policy without `unsafe-inline` would block."""
    for element, value in page.attributes["style"]:
        yield "inline/style", f'<{element.tag} style="{value[:_SHOWN]}">'
    for name, found in page.attributes.items():
        if name.startswith("on"):
            yield from (("inline/handler", f"<{element.tag} {name}>") for element, _ in found)
    if page.tags["style"]:
        yield "inline/style", "thẻ style trong trang"
    for script in page.tags["script"]:
        if script.get("src") is None and script.get("type", "").lower() not in _DATA:
            yield "inline/script", (script.text or "").strip()[:_SHOWN]
    for name in ("href", "src", "action", "formaction"):
        for _, value in page.attributes[name]:
            if value.lstrip().lower().startswith("javascript:"):
                yield "inline/script", value[:_SHOWN]


def pictures_described(page: Parsed) -> Iterator[tuple[str, str]]:
    """Pictures say what is to be seen (WCAG 1.1.1) and how large they are, so that no text jumps."""
    for picture in page.tags["img"]:
        source = picture.get("src", "")[:_SHOWN]
        if picture.get("alt") is None:
            yield "picture/no-alt", f"ảnh «{source}» không có alt"
        if not (_is_size(picture.get("width")) and _is_size(picture.get("height"))):
            yield "picture/no-size", f"ảnh «{source}» không có width và height"


RULES: tuple[Rule, ...] = (
    one_of_each,
    headings_in_steps,
    identities_once,
    nothing_inline,
    pictures_described,
)


def _words(element: Element) -> str:
    return (element.text or "").strip()


def _is_description(meta: Element) -> bool:
    return meta.get("name", "").lower() == "description" and bool(meta.get("content", "").strip())


def _is_size(value: str | None) -> bool:
    return value is not None and value.isdecimal() and int(value) > 0
