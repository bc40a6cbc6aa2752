"""The generators that are timed: what each reads, how it is called, where it writes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.corpus.layout import ELEVENTY, HUGO, NIKOLA, PELICAN, Layout
from bench.corpus.portal import NEWEST, PORTAL
from bench.environments import ROOT

OURS = "cong-tin"
"""The name of this engine among the peers."""

Words = Callable[[Path], Sequence[str]]
"""Gives the command of a peer whose environment is in a folder."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template that every article page is made with, and the words in it that the change replaces."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator. Paths are relative to the folder of its site.

    `public` is where its site comes to stand; `made` is all that a cold build must not find; `pictures` is
    where the shared pictures go, `static` the style sheet too. `site` is its folder in `sites/`, where that
    is not its name.
    """

    name: str
    environment: str
    layout: Layout
    command: Words
    template: Template
    public: str
    made: tuple[str, ...]
    static: str
    pictures: str = ""
    site: str = ""
    environ: Mapping[str, str] = field(default_factory=dict)
    unequal: str = ""


def _hugo(environment: Path) -> Sequence[str]:
    # The package's own `hugo` is a Python program that starts this one.
    return [str(next(environment.glob("lib/python*/site-packages/hugo/binaries/hugo"))), "--quiet"]


def _hugo_pagefind(environment: Path) -> Sequence[str]:
    pagefind = next(environment.glob("lib/python*/site-packages/pagefind_bin/pagefind"))
    # Articles alone, as in our index; without this it takes in lists and everything else.
    both = '"$0" --quiet && exec "$1" --quiet --site public --glob "bai-viet/*/index.html"'
    return ["sh", "-c", both, _hugo(environment)[0], str(pagefind)]


def _pelican(environment: Path) -> Sequence[str]:
    return [str(environment / "bin" / "pelican"), "content", "-s", "pelicanconf.py", "-q"]


def _nikola(environment: Path) -> Sequence[str]:
    return [str(environment / "bin" / "nikola"), "build", "-q"]


def _eleventy(environment: Path) -> Sequence[str]:
    return ["node", "node_modules/@11ty/eleventy/cmd.cjs"]


_HUGO = Peer(
    "hugo", "hugo", HUGO, _hugo, Template("layouts/page.html", '<article class="post">'),
    "public", ("public", "resources", ".hugo_build.lock"), "static/static",
    unequal="header and footer once for each section (its idiom `partialCached`); all cores",
)  # fmt: skip

PEERS = {
    "hugo": _HUGO,
    "hugo-pagefind": replace(
        _HUGO, name="hugo-pagefind", environment="hugo-pagefind", command=_hugo_pagefind, site="hugo",
        unequal="as Hugo, and a search index of the articles: of the peers the nearest to what we build",
    ),
    "pelican": Peer(
        "pelican", "pelican", PELICAN, _pelican,
        Template("theme/templates/article.html", '<article class="post">'),
        "output", ("output", "cache", "__pycache__", "plugins/__pycache__"), "content/static",
        unequal="no pages 2 and on in its site map; feeds by feedgenerator",
    ),
    "nikola": Peer(
        "nikola", "nikola", NIKOLA, _nikola,
        Template("themes/bench/templates/post.tmpl", '<article class="post">'),
        "output",
        ("output", "cache", "__pycache__", ".doit.db", ".doit.db.db", ".doit.db.dat", ".doit.db.dir",
         ".doit.db.bak"),
        "files/static",
        unequal=(
            "years list their months, with a paginated index instead; a feed for each tag too; "
            "every page goes through lxml"
        ),
    ),
    "eleventy": Peer(
        "eleventy", "eleventy", ELEVENTY, _eleventy,
        Template("_includes/article.njk", '<article class="post">'), "_site", ("_site", ".cache"), "static",
        unequal="Markdown is not run as a template first, which favours it",
    ),
}  # fmt: skip


def ours(jobs: int, flags: Sequence[str] = ()) -> Peer:
    """This engine, with so many processes and whatever further flags."""

    def command(environment: Path) -> Sequence[str]:
        python, program = str(environment / "bin" / "python"), str(ROOT / "freeze.py")
        verb = [python, program, "build", "--portal", "portal", "--output", "build"]
        return [*verb, "--jobs", str(jobs), "--as-of", NEWEST, *flags]

    return Peer(
        OURS, "engine", PORTAL, command, Template("portal/templates/pages/article.html", "<article>"),
        "build/public", ("build",), "", "portal/tin-tuc/anh",
        unequal=(
            "its own richer pages; also a search index, a manifest, an audit of all pages and links, strict "
            "schemas, Atom and JSON beside RSS with whole articles and archives; synced to disk, and the "
            "old release kept"
        ),
    )  # fmt: skip
