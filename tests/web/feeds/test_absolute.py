"""Texts read away from their page."""

from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from portal.source.markdown import TextPicture, TooComplex, render
from portal.web.absolute import absolute_address, absolute_markup

PAGE = "https://tin.example/tin-tuc/2026/bai/"
CONTENT = Path(__file__).resolve().parents[3] / "content"

signs = st.sampled_from(
    ["/", ".", "..", "a", "Đ", "-", "_", "?", "#", ":", "&", "%20", " ", "\\", "'", "~", "[x]"]
)
targets = st.sampled_from(
    ["/lien-he/", "../khac.md", "#muc", "//b.example", "https://a.example/?a=1&b=2", "tel:113", "http://[x"]
) | st.lists(signs, max_size=6).map("".join)
words = st.text("aĐ &<>\"'()\xa0;#|`*\\", max_size=12)
pieces = st.one_of(
    words,
    st.builds("[{} x]({})".format, words, targets),
    st.builds("<a href=\"{}\" title='{}'>{}</a>".format, targets, words, words),
    st.builds("\n\n![{}x]({})\n\n".format, words, targets),
    st.builds("`{}`".format, words),
    st.sampled_from(
        ["\n\n## Mục\n\n", "\n\n- ", "\n\n> ", "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n", "&nbsp;", "<br>"]
    ),
)


def rendered(text: str) -> str:
    """The markup of a text whose pictures are there in several sizes."""
    place = TextPicture("/anh/a b-1200.jpg", 1200, 800, "/anh/a-480.webp 480w, /anh/a-960.webp 960w")
    return render(text, "vi", lambda target: target, lambda source: place).html


def through_a_parser(markup: str) -> str:
    """What is promised, told slowly: parsed, changed element by element and written again."""
    root = html.fragment_fromstring(markup, create_parent="div")
    for element in list(root.iter("source", "picture")):
        element.drop_tag()
    for element in root.iter(etree.Element):
        for name in {"href", "src"} & {str(name) for name in element.attrib}:
            try:
                element.set(name, absolute_address(element.attrib[name], PAGE))
            except ValueError:
                del element.attrib[name]
    return written_again(root)


def written_again(root: html.HtmlElement) -> str:
    """An element as its parser writes it: the same for all ways of writing the same."""
    return str(html.tostring(root, encoding="unicode"))


def parsed(markup: str) -> html.HtmlElement:
    """Markup as a parser takes it in."""
    return html.fragment_fromstring(markup, create_parent="div")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/lien-he/", "https://tin.example/lien-he/"),
        ("/", "https://tin.example/"),
        ("/a/../b", "https://tin.example/b"),
        ("/a/.", "https://tin.example/a/"),
        ("../khac/", "https://tin.example/tin-tuc/2026/khac/"),
        ("#muc", f"{PAGE}#muc"),
        ("", PAGE),
        ("?q=1", f"{PAGE}?q=1"),
        ("//b.example/x", "https://b.example/x"),
        ("https://a.example/?a=1&b=2", "https://a.example/?a=1&b=2"),
        ("mailto:a@tin.example", "mailto:a@tin.example"),
        ("tel:+84220123456", "tel:+84220123456"),
        ("/anh/họp báo.jpg", "https://tin.example/anh/h%E1%BB%8Dp%20b%C3%A1o.jpg"),
        ("/anh/h%E1%BB%8Dp.jpg", "https://tin.example/anh/h%E1%BB%8Dp.jpg"),
    ],
)
def test_an_address_means_what_it_means_on_its_page(written: str, meant: str) -> None:
    assert absolute_address(written, PAGE) == meant


@given(st.lists(signs, max_size=8).map("".join), st.sampled_from(["", "/tin-tuc/bai/", "?a=/b", "/a#/b"]))
def test_an_address_from_the_root_needs_no_resolving(written: str, place: str) -> None:
    page = f"https://tin.example{place}"
    try:
        meant = quote(urljoin(page, f"/{written}"), safe=":/?#[]@!$&'()*+,;=%~")
    except ValueError:
        return
    assert absolute_address(f"/{written}", page) == meant


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces, max_size=8).map("".join))
def test_a_rendered_text_is_changed_as_a_parser_would_change_it(text: str) -> None:
    try:
        markup = rendered(text)
    except TooComplex:
        return
    assert written_again(parsed(absolute_markup(markup, PAGE))) == through_a_parser(markup)


def test_articles_are_changed_byte_for_byte_as_a_parser_would_change_them() -> None:
    texts = [file.read_text("utf-8").split("\n---\n", 1)[1] for file in sorted(CONTENT.rglob("*.md"))]
    made = [rendered(text) for text in texts]
    assert len(made) > 10
    assert [f"<div>{absolute_markup(markup, PAGE)}</div>" for markup in made] == [
        through_a_parser(markup) for markup in made
    ]


def test_the_sanitiser_writes_signs_of_tags_for_tags_only() -> None:
    """What the quick way through a text relies on."""
    made = rendered('<P TITLE=\'<a href="/x">\'>1 &lt; 2 &gt; 1</P>\n\n`<a href="/y">`')
    assert made.startswith('<p title="&lt;a href=&quot;/x&quot;&gt;">1 &lt; 2 &gt; 1</p>')
    assert '<code>&lt;a href="/y"&gt;</code>' in made
    assert absolute_markup(made, PAGE) == made


def test_words_that_look_like_an_address_are_words() -> None:
    written = '<p>href="/x"</p><a title="x href=" class="b" href="/y/">src="/z"</a>'
    assert absolute_markup(written, PAGE) == written.replace("/y/", "https://tin.example/y/")


def test_what_is_no_address_is_no_link_any_more() -> None:
    assert absolute_markup('<p><a href="http://[x">chữ</a></p>', PAGE) == "<p><a>chữ</a></p>"


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "chữ trần &lt;b&gt; &amp; “đ”",
        "<p>Một<br>hai</p>\n<ul>\n<li>ba</li>\n</ul>",
        "<pre><code>a &lt; b\n  c</code></pre>",
        "<details><summary>Hỏi</summary><p>Đáp <mark>rõ</mark></p></details>",
        '<div class="table" role="region" tabindex="0">'
        "<table><tbody><tr><td>1.946</td></tr></tbody></table></div>",
        "đầu<p>giữa</p>cuối",
    ],
)
def test_markup_without_addresses_stays_as_it_is(markup: str) -> None:
    assert absolute_markup(markup, PAGE) == markup


def test_of_a_picture_in_several_sizes_the_one_for_everybody_is_kept() -> None:
    several = (
        '<figure><picture><source type="image/webp" srcset="/a-480.webp 480w">'
        '<img src="/a.jpg" alt="Ảnh"></picture>'
        "<figcaption>Lời</figcaption></figure><p>sau</p>"
    )
    kept = (
        '<figure><img src="https://tin.example/a.jpg" alt="Ảnh">'
        "<figcaption>Lời</figcaption></figure><p>sau</p>"
    )
    assert absolute_markup(several, PAGE) == kept


def test_a_picture_names_no_other_sizes_of_its_own() -> None:
    several = '<img src="/a.jpg" srcset="/a-480.webp 480w" sizes="100vw" alt="Ảnh">'
    assert absolute_markup(several, PAGE) == '<img src="https://tin.example/a.jpg" alt="Ảnh">'
