"""Drawings come out with what is to be seen alone; what could act is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from portal.source.pictures import Refused
from portal.source.pictures.drawing import clean

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
FOREIGN = (
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:h="http://www.w3.org/1999/xhtml"'
)


def drawing(inside: str, head: str = 'viewBox="0 0 40 20"', before: str = "") -> bytes:
    return f"{before}<svg {NS} {FOREIGN} {head}>{inside}</svg>".encode()


def cleaned(inside: str) -> str:
    return clean(drawing(inside)).body.decode()


ACTIVE = {
    "script": "<script>alert(1)</script>",
    "script of HTML": "<h:script>alert(1)</h:script>",
    "handler": '<rect onclick="alert(1)"/>',
    "handler in capitals": '<rect ONLOAD="alert(1)"/>',
    "foreign object": "<foreignObject><h:p>a</h:p></foreignObject>",
    "picture from elsewhere": '<image href="https://a.example/a.png"/>',
    "picture in the file": '<image xlink:href="data:image/png;base64,AAAA"/>',
    "picture of a filter": '<filter><feImage href="#a"/></filter>',
    "parts from elsewhere": '<use href="https://a.example/a.svg#b"/>',
    "parts by xlink": '<use xlink:href=" //a.example/a.svg#b"/>',
    "link that runs in a gradient": '<linearGradient href="javascript:alert(1)"/>',
    "colour from elsewhere": '<rect fill="url(https://a.example/a.svg#b)"/>',
    "colour from elsewhere, quoted": "<rect style=\"fill:url( 'https://a.example/#b')\"/>",
    "hidden function": '<rect style="fill:u\\72l(https://a.example/)"/>',
    "hidden function in an attribute": '<rect fill="u\\72l(https://a.example/)"/>',
    "style from elsewhere": "<style>@import 'https://a.example/a.css';</style>",
    "font from elsewhere": "<style>@font-face{src:url(https://a.example/a)}</style>",
    "function parted by a comment": "<style>a{fill:ur/**/l(https://a.example/)}</style>",
    "function parted by a section": "<style>a{fill:ur<![CDATA[l(https://a.example/)]]>}</style>",
    "function parted by a note": "<style>a{fill:ur<!-- -->l(https://a.example/)}</style>",
    "pictures by type": "<style>svg{background:image-set('https://a.example/a' 1x)}</style>",
    "animation": '<rect><animate attributeName="x" to="9"/></rect>',
    "value set later": '<rect><set attributeName="href" to="javascript:alert(1)"/></rect>',
    "motion by style": "<style>@keyframes a{to{x:9}}</style>",
    "use of use": '<g id="a"><use href="#b"/></g><use href="#a"/>',
    "too deep": "<g>" * 120 + "</g>" * 120,
}


@pytest.mark.parametrize("name", ACTIVE)
def test_what_could_act_is_refused_with_its_line(name: str) -> None:
    with pytest.raises(Refused) as caught:
        clean(drawing("\n" + ACTIVE[name]))
    assert caught.value.code == "picture/active-drawing"
    assert caught.value.facts["line"] == "2" and caught.value.facts["found"]


def test_entities_of_its_own_are_refused() -> None:
    with pytest.raises(Refused) as caught:
        clean(drawing("&a;", before='<!DOCTYPE svg [<!ENTITY a "b">]>'))
    assert caught.value.code == "picture/active-drawing"


def test_a_declaration_that_programs_write_is_left_out() -> None:
    public = (
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    )
    assert clean(drawing("<g/>", before=public)).body.startswith(b"<svg ")


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ("<metadata><creator>Nguyễn Văn An</creator></metadata>", ""),
        ("<!-- Nguyễn Văn An --><?pi a?>", ""),
        ('<inkscape:grid id="a"><g/></inkscape:grid>', ""),
        ('<g inkscape:label="Lớp 1" id="a"/>', '<g id="a"></g>'),
        ('<a xlink:href="https://a.example/" onclick="b()"><rect/></a>', "<rect></rect>"),
        ('<use xlink:href="#a"/>', '<use href="#a"></use>'),
        ("<text>a &lt; b &amp; c</text>", "<text>a &lt; b &amp; c</text>"),
        ('<rect fill="url(#a)"/>', '<rect fill="url(#a)"></rect>'),
        ("<rect style=\"fill: url( '#a' )\"/>", "<rect style=\"fill: url( '#a' )\"></rect>"),
        (
            "<style>/* a */rect{fill:url(#b)} @media (prefers-color-scheme: dark){rect{fill:red}}</style>",
            "<style>rect{fill:url(#b)} @media (prefers-color-scheme: dark){rect{fill:red}}</style>",
        ),
        ("<title>Hải Dương</title>", "<title>Hải Dương</title>"),
    ],
)
def test_what_is_drawn_stays_and_what_programs_need_goes(inside: str, left: str) -> None:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">'
    assert cleaned(inside) == f"{head}{left}</svg>"


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('viewBox="0 0 40.4 20"', (40, 20)),
        ('viewBox="-5,-5,40,20"', (40, 20)),
        ('width="96" height="48px"', (96, 48)),
        ('width="210mm" height="1in" viewBox="0 0 1 1"', (794, 96)),
        ('width="100%" height="100%" viewBox="0 0 300 200"', (300, 200)),
    ],
)
def test_its_measures_are_pixels(head: str, size: tuple[int, int]) -> None:
    made = clean(drawing("", head))
    root = etree.fromstring(made.body)
    assert (made.width, made.height) == size == (int(root.get("width", "")), int(root.get("height", "")))
    assert root.get("viewBox")


@pytest.mark.parametrize(
    "head", ["", 'viewBox="0 0 0 9"', 'viewBox="0 0 9"', 'width="1e9" height="2"', 'width="99999" height="9"']
)
def test_one_without_measures_is_refused(head: str) -> None:
    with pytest.raises(Refused) as caught:
        clean(drawing("", head))
    assert caught.value.code == "picture/drawing-without-size"


@pytest.mark.parametrize(
    "data", [b"<svg>", b"<svg/>", b"<html/>", drawing("<g>"), drawing("&a;"), drawing("") + b"<p/>"]
)
def test_what_is_no_drawing_is_unreadable(data: bytes) -> None:
    with pytest.raises(Refused) as caught:
        clean(data)
    assert caught.value.code == "picture/unreadable"


@given(
    st.lists(
        st.sampled_from(
            ["<g>", "</g>", "<rect/>", "<style>", "</style>", "a{}", "url(#a)", "&amp;", "<a>", "</a>"]
        )
    )
)
def test_what_comes_out_is_cleaned_to_itself(pieces: list[str]) -> None:
    try:
        once = clean(drawing("".join(pieces)))
    except Refused:
        return
    assert clean(once.body) == once
