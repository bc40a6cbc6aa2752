"""Each fault of a page is found, by one rule, and a clean site has none."""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from portal.freeze.audit import Expected, Finding, audit
from portal.freeze.audit.budget import FIRST_ROUND, FRONT
from tests.freeze.sites import page

URL = "https://tin.example"
PICTURE = (
    '<img src="/anh.webp" alt="Buổi họp" width="480" height="270" srcset="/anh.webp 480w, /anh.webp 960w">'
)
CLEAN: Mapping[str, str] = {
    "index.html": page(
        '<h2 id="moi">Mới</h2><p><a href="/tin/#ket-qua">Tin</a> <a href="#moi">Mới</a> '
        '<a href="#top">Lên</a>'
        f'<a href="https://nguon.example/x">Nguồn</a> <a href="mailto:tin@tin.example">Thư</a> '
        f'<a href="{URL}/tin/">Tuyệt đối</a> <a href="tin/?q=a">Tương đối</a></p>{PICTURE}'
        '<svg><use href="/icons.svg#link"></use></svg><form action="/tin/"></form>',
        '<link rel="stylesheet" href="/site.css"><link rel="icon" href="/mark.svg">'
        f'<link rel="canonical" href="{URL}/"><script src="/site.js" defer></script>'
        '<script type="application/ld+json">{"@type": "WebPage"}</script>',
    ),
    "tin/index.html": page('<h2 id="ket-qua">Kết quả</h2><h3>Số liệu</h3><p><a href="../">Trang đầu</a></p>'),
    "404.html": page(),
    "site.css": '/* url(cu.png) */ main{background:url("/mark.svg")} a{mask:url(data:image/png;base64,AA)}',
    "site.js": "",
    "mark.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "icons.svg": "<svg xmlns='http://www.w3.org/2000/svg'><symbol id='link'/></svg>",
    "anh.webp": "",
}
EXPECTED = Expected(URL, frozenset({"/tin/"}), frozenset({"/"}))


def findings(folder: Path, changes: Mapping[str, str]) -> tuple[Finding, ...]:
    """Audit the clean site with some files changed."""
    for name, text in {**CLEAN, **changes}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return audit(folder, EXPECTED)


def test_a_clean_site_has_no_findings(staging: Path) -> None:
    assert findings(staging, {}) == ()


def noise(size: int) -> str:
    """Text that does not compress, the same each time."""
    return random.Random(1).randbytes(size).hex()


# What is put into the page /tin/, and the one rule that it breaks.
FAULTS = {
    "link/dead": '<a href="/khong-co/">x</a>',
    "link/dead in own host": f'<a href="{URL}/khong-co/">x</a>',
    "link/dead without the slash": '<a href="/tin">x</a>',
    "link/dead relative": '<a href="khong-co/">x</a>',
    "link/no-anchor": '<a href="/#khong-co">x</a>',
    "link/no-anchor on the page itself": '<a href="#khong-co">x</a>',
    "link/no-anchor of an icon": '<svg><use href="/icons.svg#khong-co"/></svg>',
    "fetch/missing": '<script src="/khong-co.js"></script>',
    "fetch/missing picture": '<img src="/khong-co.png" alt="" width="1" height="1">',
    "fetch/missing in srcset": '<img src="/anh.webp" srcset="/khong-co.webp 2x" alt="" width="1" height="1">',
    "fetch/third-party": '<script src="https://cdn.example/a.js"></script>',
    "fetch/third-party without scheme": '<img src="//cdn.example/a.png" alt="" width="1" height="1">',
    "fetch/third-party with a backslash": '<img src="/\\cdn.example/a.png" alt="" width="1" height="1">',
    "fetch/third-party with a tab": '<img src="/\t/cdn.example/a.png" alt="" width="1" height="1">',
    "fetch/third-party frame": '<iframe src="https://video.example/1"></iframe>',
    "fetch/third-party form": '<form action="https://thu.example/"></form>',
    "id/twice": '<p id="a"></p><p id="a"></p>',
    "inline/style": '<p style="color:red">x</p>',
    "inline/style element": "<style>p{color:red}</style>",
    "inline/script": "<script>alert(1)</script>",
    "inline/script in a link": '<a href="javascript:alert(1)">x</a>',
    "inline/handler": '<p onclick="x()">x</p>',
    "page/not-one-main": "</main><main>",
    "page/not-one-heading": "<h1>Hai</h1>",
    "heading/skips": "<h3>Số liệu</h3>",
    "heading/empty": "<h2> </h2>",
    "picture/no-alt": '<img src="/anh.webp" width="1" height="1">',
    "picture/no-size": '<img src="/anh.webp" alt="">',
    "picture/no-size in per cent": '<img src="/anh.webp" alt="" width="100%" height="1">',
    "budget/article": f"<p>{noise(FIRST_ROUND)}</p>",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_and_named(fault: str, staging: Path) -> None:
    found = findings(staging, {"tin/index.html": page(FAULTS[fault] + '<h2 id="ket-qua">Kết quả</h2>')})
    assert [(finding.address, finding.rule) for finding in found] == [("/tin/", fault.split()[0])]
    assert found[0].detail


HEADS = {
    "page/no-language": page(html="<html>"),
    "page/no-title": page(title=" "),
    "page/no-description": page().replace("Tin của tỉnh", ""),
    "page/not-one-heading": page().replace("h1", "p"),
    "page/empty": "",
    "fetch/missing": page(head='<link rel="stylesheet" href="/cu.css">'),
    "fetch/third-party": page(head='<link rel="preconnect" href="https://cdn.example">'),
    "link/dead": page(head=f'<link rel="alternate" hreflang="en" href="{URL}/en/">'),
    "link/dead by refresh": page(head='<meta http-equiv="refresh" content="0; url=/cu/">'),
}


@pytest.mark.parametrize("fault", HEADS)
def test_each_fault_of_a_head_is_found_and_named(fault: str, staging: Path) -> None:
    found = findings(staging, {"404.html": HEADS[fault]})
    assert [(finding.address, finding.rule) for finding in found] == [("/404.html", fault.split()[0])]


@pytest.mark.parametrize(
    ("style", "rule"),
    [
        ("p{background:url(khong-co.png)}", "fetch/missing"),
        ("p{background:url('https://cdn.example/a.png')}", "fetch/third-party"),
        ('@import "//cdn.example/a.css";', "fetch/third-party"),
    ],
)
def test_what_a_style_sheet_fetches_is_checked(style: str, rule: str, staging: Path) -> None:
    assert [(f.address, f.rule) for f in findings(staging, {"site.css": style})] == [("/site.css", rule)]


@pytest.mark.parametrize("file", ["site.css", "site.js", "mark.svg", "icons.svg"])
def test_all_that_the_front_page_loads_counts(file: str, staging: Path) -> None:
    heavy = noise(FRONT)
    text = CLEAN[file] + (f"<!--{heavy}-->" if file.endswith(".svg") else f"/*{heavy}*/")
    assert [(f.address, f.rule) for f in findings(staging, {file: text})] == [("/", "budget/front")]


def test_the_style_counts_with_the_article(staging: Path) -> None:
    sheet = {"tin.css": f"/*{noise(FIRST_ROUND)}*/"}
    article = page('<h2 id="ket-qua">Kết quả</h2>', '<link rel="stylesheet" href="/tin.css">')
    found = findings(staging, {**sheet, "tin/index.html": article})
    assert [(f.address, f.rule) for f in found] == [("/tin/", "budget/article")]


def test_pictures_have_no_part_in_the_front_pages_budget(staging: Path) -> None:
    assert findings(staging, {"anh.webp": noise(FRONT)}) == ()


def test_long_articles_and_other_pages_have_no_budget(staging: Path) -> None:
    assert findings(staging, {"404.html": page(f"<p>{noise(FIRST_ROUND)}</p>")}) == ()
