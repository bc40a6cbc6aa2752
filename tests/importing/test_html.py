"""Pasted HTML becomes the same tree as the page shows, whatever program wrote it."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.importing.addresses import safe_link
from portal.importing.article import Imported
from portal.importing.assembling import import_file
from portal.importing.html import read_html
from portal.importing.writer import write_markdown
from tests.importing.words import picture


def markdown(markup: str) -> str:
    return write_markdown(read_html(markup).document)


def imported(markup: str) -> Imported:
    made = import_file(markup.encode())
    assert isinstance(made, Imported)
    return made


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Một<br>hai</p><p>ba", "Một  \nhai\n\nba\n"),
        ("trần<div>trong <b>khối</b></div>sau", "trần\n\ntrong **khối**\n\nsau\n"),
        ("<b>đậm <span style='font-weight:normal'>nhạt</span></b>", "**đậm** nhạt\n"),
        ("<h2>A</h2><h4>B</h4>", "## A\n\n#### B\n"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n    - c\n"),
        ("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n    - b\n- c\n"),
        ("<ol start=4><li><p>a</p></li></ol>", "4. a\n"),
        ("<p>x<script>y()</script><style>z</style><span style='display:none'>ẩn</span></p>", "x\n"),
        ("<blockquote><p>a<p>b</blockquote>", "> a\n>\n> b\n"),
        ("<pre>a\n  b</pre>", "    a\n      b\n"),
        ("<p>m<sup>2</sup>, CO<sub>2</sub>, <del>cũ</del></p>", "m<sup>2</sup>, CO<sub>2</sub>, <s>cũ</s>\n"),
        ("<a href='javascript:alert(1)'>bấm</a> <a href='#x'>mục</a>", "bấm mục\n"),
        ("<table><tr><th>A<th>B<tr><td>1<td align=right>2</table>", "| A | B |\n|---|---:|\n| 1 | 2 |\n"),
        ("<dl><dt>Từ</dt><dd>nghĩa</dd></dl>", "**Từ**\n\nnghĩa\n"),
        ("<figure><img src=a.png alt=x><figcaption>Lời</figcaption></figure>", '![x](a.png "Lời")\n'),
        ("<p><font face='.VnTime'>Céng hßa</font> <span style=\"font-family:'VNI-Times'\">xaõ</span></p>",
         "Cộng hòa xã\n"),
        ("<img src='https://vi.du/1.gif' width=1 height=1>", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_html_becomes_markdown(markup: str, text: str) -> None:
    assert markdown(markup) == text


def test_lists_of_words_html_are_lists() -> None:
    item = "<p style='mso-list:l0 level{} lfo1'><span style='mso-list:Ignore'>{}</span>{}</p>"
    made = item.format(1, "1.", "Một") + item.format(2, "·", "Nhỏ") + item.format(1, "2.", "Hai")
    assert markdown(made) == "1. Một\n    - Nhỏ\n2. Hai\n"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>a<a href='#_ftn1' name='_ftnref1'>[1]</a></p><hr>"
        "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Chú thích.</p></div>",
        "<p>a<sup id=r1><a href='#n1'>1</a></sup></p>"
        "<ol><li id=n1><p>Chú thích. <a href='#r1'>↩</a></p></li></ol>",
    ],
    ids=["Word", "others"],
)
def test_notes_are_found_by_their_links_back(markup: str) -> None:
    assert markdown(markup) == "a[^1]\n\n[^1]: Chú thích.\n"


def test_the_title_is_the_first_heading_else_that_of_the_page() -> None:
    assert imported("<title>Trang</title><h1>Bài</h1><p>Câu.</p>").title == "Bài"
    assert imported("<title>Trang</title><p>Câu.</p>").title == "Trang"
    assert imported("<html><p>Câu.</p></html>").body == "Câu.\n"


def test_pictures_within_the_page_are_files_and_others_are_fetched() -> None:
    body = picture().read()
    inside = base64.b64encode(body).decode()
    markup = f"<p>x</p><img src='data:image/png;base64,{inside}'><img src='anh/b.png'><img src='c.png'>"
    made = import_file(markup.encode(), lambda name: body if name == "anh/b.png" else None)
    assert isinstance(made, Imported)
    assert [one.body for one in made.pictures] == [body, body]
    assert len({one.name for one in made.pictures}) == 2
    assert [remark.facts["name"] for remark in made.remarks if remark.kind == "picture/missing"] == ["c.png"]


def test_a_page_in_another_encoding_is_read() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        made = import_file("<h1>Hải Dương</h1><p>Đủ dấu.</p>".encode(encoding))
        assert isinstance(made, Imported) and made.title == "Hải Dương"


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("https://vi.du/", "https://vi.du/"),
        (" mailto:a@vi.du ", "mailto:a@vi.du"),
        ("www.vi.du/a", "https://www.vi.du/a"),
        ("/trang/", "/trang/"),
        ("bai.md", "bai.md"),
        ("javascript:x", ""),
        ("file:///C:/a", ""),
        ("//vi.du", ""),
        ("#a", ""),
        ("java\nscript:x", ""),
        ("\\\\may\\tep", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_links_lead_where_a_portal_lets_them(written: str, target: str) -> None:
    assert safe_link(written) == target


def test_elements_however_deep_are_no_fault() -> None:
    assert markdown("<div>" * 3000 + "sâu" + "</div>" * 3000) in ("sâu\n", "")
    assert "sâu" in markdown("<ul><li>" * 50 + "sâu")


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("<>/ =\"'abiulotrpd&;#\0\n1"), max_size=60) | st.text(max_size=40))
def test_any_text_is_html_without_a_fault(markup: str) -> None:
    markdown(markup)
