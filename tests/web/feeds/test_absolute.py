"""Texts read away from their page."""

import pytest

from portal.web.absolute import absolute_address, absolute_markup

PAGE = "https://tin.example/tin-tuc/2026/bai/"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/lien-he/", "https://tin.example/lien-he/"),
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
