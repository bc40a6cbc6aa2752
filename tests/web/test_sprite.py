"""All icons in one file, each under the name of its own."""

import re
from pathlib import Path

from lxml import etree

from portal.web.app import STATIC
from portal.web.sprite import sprite

SVG = "{http://www.w3.org/2000/svg}"
ICONS = sorted((STATIC / "icons").glob("*.svg"))


def symbols(text: str) -> dict[str, etree._Element]:
    """The symbols of a file by their names."""
    return {str(held.get("id")): held for held in etree.fromstring(text.encode()).iter(f"{SVG}symbol")}


def test_every_icon_is_a_symbol_named_by_its_file() -> None:
    made = symbols(sprite(ICONS))
    assert list(made) == [file.stem for file in ICONS]
    assert [name for name, held in made.items() if len(held) == 0] == []


def test_an_icon_keeps_its_lines_and_loses_what_stands_around_them(tmp_path: Path) -> None:
    file = tmp_path / "nha.svg"
    lines = '<path d="M0 0"/>\n  <path d="M1 1"/>'
    file.write_text(f'<!-- a licence -->\n<svg width="24"\n class="x">\n  {lines}\n</svg>\n', "utf-8")
    made = sprite([file])
    assert '><path d="M0 0"/><path d="M1 1"/></symbol>' in made
    assert "licence" not in made and 'class="x"' not in made


def test_icons_take_the_colour_of_the_text_around_them() -> None:
    made = symbols(sprite(ICONS))
    assert {held.get("stroke") for held in made.values()} == {"currentColor"}
    assert {held.get("viewBox") for held in made.values()} == {"0 0 24 24"}


def test_no_icons_are_still_a_picture() -> None:
    assert symbols(sprite([])) == {}


def test_every_icon_that_a_template_names_is_there() -> None:
    templates = Path(STATIC).parents[1] / "templates"
    text = "".join(file.read_text("utf-8") for file in templates.glob("*/*.html"))
    named = set(re.findall(r"icons\.svg'\] \}\}#([a-z-]+)", text))
    assert named and named <= set(symbols(sprite(ICONS)))
