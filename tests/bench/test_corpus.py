"""The corpus is one for all peers, and sound for ours."""

from datetime import datetime
from pathlib import Path

import pytest

from bench.corpus.article import CATEGORIES, Corpus, name_article, write_article
from bench.corpus.layout import ELEVENTY, HUGO, NIKOLA, PELICAN, Layout, peers_address
from bench.corpus.portal import NEWEST, PORTAL
from bench.prepared import edited
from portal.readers.portal import Reading, read_portal
from portal.source.folder import Folder
from vietnamese.dates import parse_moment

CORPUS = Corpus(12)
LAYOUTS = {"hugo": HUGO, "pelican": PELICAN, "nikola": NIKOLA, "eleventy": ELEVENTY, "portal": PORTAL}


def of_portal(folder: Path) -> Reading:
    """The corpus as our engine reads it."""
    for file in PORTAL.files(CORPUS):
        path = folder / "content" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
    pictures = folder / "content" / "tin-tuc" / "anh"
    pictures.mkdir()
    for number in range(8):
        (pictures / f"anh-{number:02}.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"></svg>', encoding="utf-8"
        )
    return read_portal(Folder(folder / "content", "content"), folder / "cache", parse_moment(NEWEST))


def test_our_engine_finds_no_fault_in_it(tmp_path: Path) -> None:
    reading = of_portal(tmp_path)
    assert reading.problems == ()
    assert reading.portal
    assert len(reading.portal.articles) == CORPUS.count
    assert len(reading.portal.indicators) == 30


def test_the_newest_moment_is_after_every_article() -> None:
    newest: datetime = name_article(CORPUS, CORPUS.count).date
    assert newest < parse_moment(NEWEST)


def test_an_article_says_the_same_in_a_corpus_of_any_size() -> None:
    few, many = (write_article(Corpus(count), 3, peers_address) for count in (10, 1000))
    assert (few.named.title, few.category, few.tags, few.summary) == (
        many.named.title, many.category, many.tags, many.summary,
    )  # fmt: skip


def test_another_seed_gives_another_article() -> None:
    assert write_article(Corpus(9, 1), 3, peers_address) != write_article(Corpus(9, 2), 3, peers_address)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_every_layout_says_the_same_of_an_article(layout: Layout) -> None:
    article = write_article(CORPUS, 6, layout.address)
    text = layout.article(article).text
    said = (article.named.title, article.summary, article.author, article.source, *article.tags, article.body)
    assert [part for part in said if part not in text] == []
    assert article.category in text or CATEGORIES[article.category][0] in text


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_the_edit_changes_title_and_text_in_every_layout(layout: Layout) -> None:
    file = layout.write(CORPUS, 6)
    title = name_article(CORPUS, 6).title
    after = edited(file.text, 7)
    assert f"{title} (cập nhật 7)" in after
    assert after.endswith("đối chiếu** với báo cáo chính thức.\n")
    assert after.replace(" (cập nhật 7)", "").startswith(file.text)


def test_the_texts_differ_between_articles() -> None:
    bodies = {write_article(CORPUS, number, peers_address).body for number in range(CORPUS.count)}
    assert len(bodies) == CORPUS.count
