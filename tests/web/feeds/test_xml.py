"""RSS and Atom as feed readers meet them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from portal.model.article import Article, Category
from portal.model.text import Body, Html
from portal.web.feeds.document import Feed, FeedSpot, feed_at
from portal.web.feeds.xml import ATOM_MEDIA, GENERATOR, RSS_MEDIA, atom, feed_entry, generator, rss
from tests.web.feeds.portals import SETTINGS, URL, archive, article, articles, feed, listing, picture, tagged
from tests.web.feeds.rules import (
    ARCHIVE,
    ATOM,
    CONTENT,
    DC,
    addresses,
    faults_of_atom,
    faults_of_rss,
    ids,
    links,
    parse,
)
from vietnamese.dates import HANOI

STYLE = "/tai-nguyen/feed-vi.0123456789ab.css"
Write = Callable[[Feed, str], bytes]
both = pytest.mark.parametrize("write", [rss, atom])

FULL = article(
    title="A & B < “C” 'd' \"e\" ]]> đ", author="Nguyễn Văn A",
        picture=picture(), tags=tagged("so-lieu", "mot-cua"),
    updated=datetime(2026, 6, 1, 9, tzinfo=HANOI),
)  # fmt: skip


def roots(made: Feed) -> tuple[etree._Element, etree._Element]:
    return parse(rss(made, STYLE)), parse(atom(made, STYLE))


@pytest.mark.parametrize("news", [(), (FULL,), (FULL, article(2)), articles(40)])
def test_a_feed_keeps_the_rules_of_its_format(news: tuple[Article, ...]) -> None:
    made = feed(*news)
    assert faults_of_rss(parse(rss(made, STYLE))) == []
    assert faults_of_atom(parse(atom(made, STYLE))) == []


def test_an_archive_keeps_the_rules_of_atom() -> None:
    assert faults_of_atom(parse(atom(archive(articles(70), 2), STYLE))) == []


@both
def test_the_same_feed_gives_the_same_bytes(write: Write) -> None:
    assert write(feed(FULL, article(2)), STYLE) == write(feed(FULL, article(2)), STYLE)


def as_feedgen_has_it(made: Feed, write: Write) -> bytes:
    """A feed that feedgen writes whole, without a line before it."""
    whole = generator(made, RSS_MEDIA if write is rss else ATOM_MEDIA)
    for entry in made.entries:
        whole.add_entry(feed_entry(entry), order="append")
    written = whole.rss_str if write is rss else whole.atom_str
    return bytes(written(pretty=True, xml_declaration=False))


plain = st.text("aĐ😀 1<>&'\"]{}%\r\n\t\xa0", max_size=20) | st.sampled_from(
    ["{title}", "{0}", "{{id}}", "10020030004"]
)
markup = st.lists(
    st.sampled_from(
        ["<p>", "</p>\n", "Đ ", "&lt;", "</feed>", "  </channel>", "    <item>", "\n  <entry>", "]]>"]
    )
).map("".join)
news_of_any_words = st.lists(
    st.builds(
        lambda number, title, words, pictured, tags: article(
            number, title=f"T{title}", summary=title, body=Body(Html(words), ""),
            picture=picture() if pictured else None, tags=tagged(*tags),
        ),
        st.integers(min_value=1, max_value=99), plain, markup, st.booleans(),
        st.lists(plain, max_size=3),
    ),
    max_size=4,
)  # fmt: skip


@both
@settings(max_examples=60, deadline=None)
@given(news=news_of_any_words)
def test_a_feed_is_written_as_feedgen_would_write_it_whole(write: Write, news: list[Article]) -> None:
    made = feed(*news)
    whole = as_feedgen_has_it(made, write)
    assert write(made, STYLE).split(b"\n", 2)[2] == whole
    assert write(made, STYLE).split(b"\n", 2)[2] == whole


@both
@pytest.mark.parametrize("number", [1, 2])
def test_an_archive_is_written_as_feedgen_would_write_it_whole(write: Write, number: int) -> None:
    made = archive(articles(70), number)
    assert write(made, STYLE).split(b"\n", 2)[2] == as_feedgen_has_it(made, write)


@both
@pytest.mark.parametrize(
    "change",
    [
        {"title": "Khác"},
        {"summary": "Khác."},
        {"author": "Nguyễn Văn B"},
        {"body": Body(Html("<p>Khác.</p>"), "")},
        {"category": Category("thoi-su", "Khác")},
        {"tags": tagged("khac")},
        {"picture": picture(77)},
        {"date": datetime(2026, 5, 5, 9, tzinfo=HANOI)},
        {"updated": datetime(2026, 6, 2, 9, tzinfo=HANOI)},
        {"slug": "khac"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_was_written_before_is_not_what_an_edited_article_says(
    write: Write, change: dict[str, object]
) -> None:
    before = write(feed(FULL), STYLE)
    edited = feed(replace(FULL, **change))  # type: ignore[arg-type]
    after = write(edited, STYLE)
    assert after.split(b"\n", 2)[2] == as_feedgen_has_it(edited, write)
    assert after != before


@both
def test_an_article_in_another_portal_is_written_anew(write: Write) -> None:
    here = FeedSpot(listing([article()]), SETTINGS, "atom.xml")
    words = {**SETTINGS.wording, "vi": replace(SETTINGS.wording["vi"], publisher="Toà soạn")}
    for other in (replace(SETTINGS, url="https://noi-khac.example"), replace(SETTINGS, wording=words)):
        for one in (feed_at(here), feed_at(replace(here, settings=other))):
            assert write(one, STYLE).split(b"\n", 2)[2] == as_feedgen_has_it(one, write)


@both
@pytest.mark.parametrize("news", [(), (article(date=datetime(1999, 5, 1, 9, tzinfo=HANOI)),)])
def test_no_clock_is_read(write: Write, news: tuple[Article, ...]) -> None:
    """feedgen writes the present moment wherever it is not told a date."""
    made = replace(feed(*news), updated=datetime(1999, 5, 1, 9, tzinfo=HANOI))
    assert {held[:4] for held in _dates(parse(write(made, STYLE)))} == {"1999"}


def _dates(root: etree._Element) -> list[str]:
    names = (f"{ATOM}updated", f"{ATOM}published", "pubDate", "lastBuildDate")
    held = [element.text or "" for element in root.iter(*names)]
    return [text if text[4] == "-" else text.split()[3] for text in held]


@both
def test_entries_stand_newest_first(write: Write) -> None:
    assert [held[-3:] for held in ids(parse(write(feed(*articles(3)), STYLE)))] == ["003", "002", "001"]


def test_both_formats_know_an_article_by_the_same_id() -> None:
    in_rss, in_atom = roots(feed(FULL))
    assert ids(in_rss) == ids(in_atom) == [FULL.id]


@both
def test_an_id_survives_another_name_title_and_address(write: Write) -> None:
    renamed = replace(FULL, slug="ten-moi", title="Tên mới", file="tin-tuc/2026/ten-moi.md")
    before, after = (parse(write(feed(held), STYLE)) for held in (FULL, renamed))
    assert ids(before) == ids(after)
    assert etree.tostring(before) != etree.tostring(after)


@both
def test_every_address_is_absolute(write: Write) -> None:
    found = list(addresses(parse(write(feed(FULL, article(2)), STYLE))))
    assert f"{URL}/lien-he/" in found
    assert [held for held in found if not held.startswith(("https://", "http://", "mailto:"))] == []


def test_the_whole_text_is_there_beside_the_summary() -> None:
    in_rss, in_atom = roots(feed(FULL))
    assert in_rss.findtext("channel/item/description") == FULL.summary
    assert in_atom.findtext(f"{ATOM}entry/{ATOM}summary") == FULL.summary
    full = in_rss.findtext(f"channel/item/{CONTENT}")
    assert full is not None and "Chú thích" in full
    assert full == in_atom.findtext(f"{ATOM}entry/{ATOM}content")


def test_the_lead_picture_is_enclosed_with_its_true_length() -> None:
    in_rss, in_atom = roots(feed(replace(FULL, picture=picture(4321))))
    address = f"{URL}/anh/h%E1%BB%8Dp%20b%C3%A1o-1200.jpg"
    enclosure = in_rss.find("channel/item/enclosure")
    assert enclosure is not None
    facts = {str(k): str(v) for k, v in enclosure.attrib.items()}
    assert facts == {"url": address, "length": "4321", "type": "image/jpeg"}
    link = in_atom.find(f"{ATOM}entry/{ATOM}link[@rel='enclosure']")
    assert link is not None
    assert (link.get("href"), link.get("length"), link.get("type")) == (address, "4321", "image/jpeg")


def test_an_article_without_a_picture_encloses_nothing() -> None:
    in_rss, in_atom = roots(feed(article()))
    assert in_rss.find("channel/item/enclosure") is None
    assert in_atom.find(f"{ATOM}entry/{ATOM}link[@rel='enclosure']") is None


@pytest.mark.parametrize(("author", "named"), [("Nguyễn Văn A", "Nguyễn Văn A"), ("", "Ban biên tập")])
def test_the_author_or_else_the_publisher_is_named(author: str, named: str) -> None:
    in_rss, in_atom = roots(feed(replace(FULL, author=author)))
    assert in_rss.findtext(f"channel/item/{DC}") == named
    assert in_atom.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == named


def test_category_and_tags_are_told() -> None:
    in_rss, in_atom = roots(feed(FULL))
    assert [held.text for held in in_rss.iterfind("channel/item/category")] == [
        "Thời sự",
        "so-lieu",
        "mot-cua",
    ]
    first = in_atom.find(f"{ATOM}entry/{ATOM}category")
    assert first is not None
    assert {str(k): str(v) for k, v in first.attrib.items()} == {
        "term": "thoi-su", "label": "Thời sự", "scheme": f"{URL}/chuyen-muc/thoi-su/",
    }  # fmt: skip


def test_a_feed_says_where_it_stands_and_which_page_it_is_of() -> None:
    in_rss, in_atom = roots(feed(FULL))
    assert links(in_atom) == {"self": f"{URL}/tin-tuc/atom.xml", "alternate": f"{URL}/tin-tuc/"}
    assert links(in_rss)["self"] == f"{URL}/tin-tuc/atom.xml"
    assert in_rss.findtext("channel/link") == f"{URL}/tin-tuc/"


def test_a_feed_says_its_language_and_what_made_it_without_a_version() -> None:
    in_rss, in_atom = roots(feed(FULL))
    assert in_rss.findtext("channel/language") == "vi"
    assert in_atom.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"
    generator = in_atom.find(f"{ATOM}generator")
    assert generator is not None and not generator.attrib
    assert in_rss.findtext("channel/generator") == generator.text == GENERATOR


def test_a_feed_changed_when_the_newest_of_its_entries_did() -> None:
    in_rss, in_atom = roots(feed(article(2), FULL))
    assert in_rss.findtext("channel/lastBuildDate") == "Mon, 01 Jun 2026 09:00:00 +0700"
    assert in_atom.findtext(f"{ATOM}updated") == "2026-06-01T09:00:00+07:00"


def test_a_feed_without_entries_is_as_old_as_the_portal() -> None:
    in_rss, in_atom = roots(feed())
    assert in_rss.findtext("channel/lastBuildDate") == "Thu, 01 Jan 2026 00:00:00 +0700"
    assert in_atom.findtext(f"{ATOM}updated") == "2026-01-01T00:00:00+07:00"
    assert ids(in_rss) == ids(in_atom) == []


@both
@pytest.mark.parametrize("control", ["\x00", "\x0b", "\x1f", "\x7f", "\x85", "\ufffe", "\ud800"])
def test_a_control_character_cannot_stop_a_feed(write: Write, control: str) -> None:
    dirty = replace(
        article(),
        title=f"Tiêu{control} đề",
        summary=f"Tóm{control} tắt",
        author=f"Tác{control} giả",
        body=Body(
            Html(f'<p title="a{control}b">Nội{control} dung &#11; <a href="/a{control}b/">x</a></p>'), ""
        ),
    )
    root = parse(write(feed(dirty), STYLE))
    words = "".join(map(str, root.itertext()))
    assert control not in words and "\x0b" not in words
    assert "Tiêu đề" in words and "Nội dung" in words


@both
def test_a_browser_is_told_the_style_sheet_before_anything_else(write: Write) -> None:
    first, second, _ = write(feed(), STYLE).split(b"\n", 2)
    assert first == b'<?xml version="1.0" encoding="UTF-8"?>'
    assert second == f'<?xml-stylesheet type="text/css" href="{STYLE}"?>'.encode()


def test_the_newest_lead_to_the_archive_before_them() -> None:
    in_rss, in_atom = roots(feed(*articles(61)))
    assert links(in_rss)["prev-archive"] == links(in_atom)["prev-archive"] == f"{URL}/tin-tuc/atom-2.xml"
    assert in_atom.find(ARCHIVE) is None


def test_an_archive_says_that_it_is_one_and_where_the_newest_are() -> None:
    root = parse(atom(archive(articles(61), 2), STYLE))
    assert root.find(ARCHIVE) is not None
    assert links(root) == {
        "self": f"{URL}/tin-tuc/atom-2.xml",
        "alternate": f"{URL}/tin-tuc/",
        "current": f"{URL}/tin-tuc/atom.xml",
        "prev-archive": f"{URL}/tin-tuc/atom-1.xml",
    }


def test_the_first_archive_leads_no_further() -> None:
    assert "prev-archive" not in links(parse(atom(archive(articles(61), 1), STYLE)))


def test_moments_keep_their_offset() -> None:
    utc = replace(article(), date=article().date + timedelta(seconds=1))
    in_rss, in_atom = roots(feed(utc))
    assert in_rss.findtext("channel/item/pubDate") == "Thu, 01 Jan 2026 09:00:01 +0700"
    assert in_atom.findtext(f"{ATOM}entry/{ATOM}published") == "2026-01-01T09:00:01+07:00"
