"""Style sheets and the script: joined from their parts, squeezed, named by the digest of their bytes."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment

_HEX = 12
_NAMED = re.compile(r"""\{%[-+]?\s*(?:extends|from|import|include)\s+["']([^"']+)["']""")


@dataclass(frozen=True, slots=True)
class Bundle:
    """Joined bytes and the address that they give themselves."""

    address: str
    body: bytes
    media: str


def bundle(files: Iterable[Path], name: str, suffix: str, media: str, lead: str = "") -> Bundle:
    """Join text files in the order given, after `lead`; the address changes whenever a byte does."""
    return _named(lead + "\n".join(_text(file) for file in files) + "\n", name, suffix, media)


def _named(text: str, name: str, suffix: str, media: str) -> Bundle:
    body = text.encode()
    digest = sha256(body).hexdigest()[:_HEX]
    return Bundle(f"/tai-nguyen/{name}.{digest}.{suffix}", body, media)


def _text(file: Path) -> str:
    return file.read_text("utf-8").strip()


def _sheet(rules: Iterable[str], lead: str) -> Bundle:
    # Whole rules: nothing that is squeezed reaches from one into another.
    return _named(squeeze(lead) + "".join(rules), "site", "css", "text/css")


def squeeze(css: str) -> str:
    """A style sheet without comments and needless blanks: what is left means the same.

    Blanks before a colon, and around `+` and `-`, carry meaning and stay; so does all in quotes.
    """
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    parts = re.split(r"(\"[^\"]*\"|'[^']*')", bare)
    parts[::2] = [_bare(part) for part in parts[::2]]
    return "".join(parts).strip()


def _bare(rules: str) -> str:
    spaced = re.sub(r"\s+", " ", rules)
    tight = re.sub(r" ?([{};,]) ?|(:) ", lambda found: found[1] or found[2], spaced)
    return tight.replace(";}", "}")


def sheets(pages: Environment, folders: Sequence[Path], lead: str) -> Mapping[str, Bundle]:
    """Give the style sheet of each page template, by the template's name.

    A sheet holds `lead`, the layout's rules, and those that stand beside the template and beside every
    component it can show: what a page cannot wear, its reader does not load. Equal sheets have one address.
    """
    rules, named = cache(partial(_rules, folders)), cache(partial(_referenced, pages))
    squeezed = cache(lambda file: squeeze(_text(file)))
    layout = rules("layout/*.css")
    return {
        name: _sheet(map(squeezed, (*layout, *_worn(_closure(named, name), rules))), lead)
        for name in pages.list_templates(filter_func=lambda name: name.startswith("pages/"))
        if name.endswith(".html")
    }


def closure(pages: Environment, name: str) -> frozenset[str]:
    """Give the names of a template and of all that it extends, imports or includes."""
    return _closure(partial(_referenced, pages), name)


def _closure(named: Callable[[str], Iterable[str]], name: str) -> frozenset[str]:
    found: set[str] = set()
    due = [name]
    while due:
        one = due.pop()
        if one not in found:
            found.add(one)
            due += named(one)
    return frozenset(found)


def _referenced(pages: Environment, name: str) -> Iterable[str]:
    """The templates that one names: in plain quotes, never computed, so that nothing need be parsed."""
    assert pages.loader is not None
    source, _, _ = pages.loader.get_source(pages, name)
    return _NAMED.findall(source)


def _worn(parts: Iterable[str], rules: Callable[[str], Iterable[Path]]) -> list[Path]:
    shown = (part for part in sorted(parts) if not part.startswith("layout/"))
    return [file for part in shown for file in rules(part.removesuffix(".html") + ".css")]


def _rules(folders: Sequence[Path], pattern: str) -> list[Path]:
    """The engine's rules before those of a portal that changes them."""
    return [file for folder in reversed(folders) for file in sorted(folder.glob(pattern))]
