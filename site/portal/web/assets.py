"""Style sheets and the script: joined from their parts, squeezed, named by the digest of their bytes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    text = lead + "\n".join(file.read_text("utf-8").strip() for file in files) + "\n"
    body = (squeeze(text) if suffix == "css" else text).encode()
    digest = sha256(body).hexdigest()[:_HEX]
    return Bundle(f"/tai-nguyen/{name}.{digest}.{suffix}", body, media)


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
    layout = _rules(folders, "layout/*.css")
    return {
        name: bundle([*layout, *_worn(pages, folders, name)], "site", "css", "text/css", lead)
        for name in pages.list_templates(filter_func=lambda name: name.startswith("pages/"))
        if name.endswith(".html")
    }


def closure(pages: Environment, name: str) -> frozenset[str]:
    """Give the names of a template and of all that it extends, imports or includes."""
    found: set[str] = set()
    due = [name]
    while due:
        one = due.pop()
        if one not in found:
            found.add(one)
            due += _referenced(pages, one)
    return frozenset(found)


def _referenced(pages: Environment, name: str) -> Iterable[str]:
    """The templates that one names: in plain quotes, never computed, so that nothing need be parsed."""
    assert pages.loader is not None
    source, _, _ = pages.loader.get_source(pages, name)
    return _NAMED.findall(source)


def _worn(pages: Environment, folders: Sequence[Path], name: str) -> list[Path]:
    parts = sorted(closure(pages, name))
    return [
        file
        for part in parts
        if not part.startswith("layout/")
        for file in _rules(folders, part.removesuffix(".html") + ".css")
    ]


def _rules(folders: Sequence[Path], pattern: str) -> list[Path]:
    """The engine's rules before those of a portal that changes them."""
    return [file for folder in reversed(folders) for file in sorted(folder.glob(pattern))]
