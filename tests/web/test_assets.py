"""A style sheet holds what its page can wear, and squeezing changes none of its meaning."""

from pathlib import Path

import pytest
from jinja2.meta import find_referenced_templates

from portal.web.assets import bundle, closure, sheets, squeeze
from portal.web.templates import environment

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "layout/base.html": '{% from "components/menu.html" import menu %}',
        "layout/10-base.css": "body { margin: 0 }",
        "components/menu.html": "{% macro menu() %}{% endmacro %}",
        "components/menu.css": ".menu { color: red }",
        "components/card.html": '{% from "components/icon.html" import icon %}',
        "components/card.css": ".card { color: green }",
        "components/icon.html": "{% macro icon() %}{% endmacro %}",
        "components/icon.css": ".icon { color: blue }",
        "pages/front.html": '{% extends "layout/base.html" %}{% from "components/card.html" import card %}',
        "pages/front.css": ".fold { color: black }",
        "pages/list.html": '{% extends "layout/base.html" %}',
        "pages/tags.html": '{% extends "layout/base.html" %}',
    }
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path


def worn(folder: Path, name: str, *others: Path) -> str:
    folders = [*others, folder]
    return sheets(environment(folders), folders, "")[f"pages/{name}.html"].body.decode()


def test_a_page_loads_the_rules_of_the_components_that_it_imports_and_no_others(folder: Path) -> None:
    assert worn(folder, "front") == (
        "body{margin:0}.card{color:green}.icon{color:blue}.menu{color:red}.fold{color:black}"
    )
    assert worn(folder, "list") == "body{margin:0}.menu{color:red}"


def test_pages_that_wear_the_same_share_one_file(folder: Path) -> None:
    made = sheets(environment([folder]), [folder], "")
    assert made["pages/list.html"].address == made["pages/tags.html"].address
    assert made["pages/list.html"].address != made["pages/front.html"].address


def test_a_portals_own_rules_come_after_the_engines(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "components").mkdir(parents=True)
    (own / "components" / "menu.css").write_text(".menu { color: gold }", "utf-8")
    assert worn(folder, "list", own) == "body{margin:0}.menu{color:red}.menu{color:gold}"


def test_a_template_names_all_that_it_can_show(folder: Path) -> None:
    assert closure(environment([folder]), "pages/front.html") == {
        "pages/front.html", "layout/base.html",
        "components/menu.html", "components/card.html", "components/icon.html",
    }  # fmt: skip


def test_what_templates_name_is_what_jinja_reads_in_them() -> None:
    pages = environment([TEMPLATES])
    assert pages.loader is not None
    for name in pages.list_templates(["html"]):
        tree = pages.parse(pages.loader.get_source(pages, name)[0])
        named = {other for found in find_referenced_templates(tree) for other in closure(pages, str(found))}
        assert closure(pages, name) == {name, *named}


def test_an_address_changes_with_every_byte(tmp_path: Path) -> None:
    file = tmp_path / "a.js"
    file.write_text("let a = 1", "utf-8")
    first = bundle([file], "site", "js", "text/javascript")
    file.write_text("let a = 2", "utf-8")
    assert bundle([file], "site", "js", "text/javascript").address != first.address


@pytest.mark.parametrize(
    ("written", "squeezed"),
    [
        ("/* why */ a { color : red ; }", "a{color :red}"),
        (".prose :is(code, pre) { font: 1em/1.6 serif; }", ".prose :is(code,pre){font:1em/1.6 serif}"),
        ('[rel="next"] .icon::after { content: " (" attr(href) "; )"; }',
         '[rel="next"] .icon::after{content:" (" attr(href) "; )"}'),
        ("@media (min-width: 48rem) {\n  a { width: calc(1rem + 2vw); }\n}\n",
         "@media (min-width:48rem){a{width:calc(1rem + 2vw)}}"),
        ("li + li::before { mask: url('/a b.svg') 0 }", "li + li::before{mask:url('/a b.svg') 0}"),
    ],
)  # fmt: skip
def test_squeezing_keeps_blanks_that_carry_meaning(written: str, squeezed: str) -> None:
    assert squeeze(written) == squeezed
