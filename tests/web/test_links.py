"""Dead links are found before a page is made, each where it is written."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from portal.cli import main
from portal.model.portal import Portal
from portal.model.text import Body, Heading, Html, Link
from portal.problems.problem import Location, Problem
from portal.web.links import dead_links
from tests.readers.folders import ARTICLE, portal_folder
from tests.web.feeds.portals import article
from tests.web.portals import portal, standing

ADDRESSES = ("/", "/lien-he/", "/tin-tuc/2026/bai-001/", "/tai-lieu/mau.pdf")
TARGET = Heading(2, "gui-thu", "Gửi thư")
OWN = "/tin-tuc/2026/bai-001/"


def link(target: str, line: int = 7, column: int = 3) -> Link:
    """A link in a text."""
    return Link(target, "tin-tuc/2026/bai-001.md", line, column, 12, "Xem [trang](x).")


def with_links(*links: Link) -> Portal:
    """An article with these links, and a page with one part."""
    text = Body(Html("<p>Chữ.</p>"), "Chữ.", (Heading(2, "muc", "Mục"),), frozenset({"muc"}), links)
    contact = standing()
    body = replace(contact.body, headings=(TARGET,), anchors=frozenset({"gui-thu"}))
    return portal(articles=(article(1, body=text),), pages=(replace(contact, body=body),))


def found(*links: Link, broken: tuple[str, ...] = ()) -> list[Problem]:
    """The problems of an article with these links."""
    return dead_links(with_links(*links), ADDRESSES, broken)


def test_links_to_what_is_there_are_no_problem() -> None:
    good = (
        "/",
        "/lien-he/",
        "/lien-he/#gui-thu",
        "#muc",
        "/lien-he/?tu=bai",
        "/tai-lieu/mau.pdf",
        f"{OWN}#muc",
    )
    assert found(*map(link, good)) == []


def test_a_dead_link_is_told_at_its_place_with_the_nearest_address() -> None:
    (problem,) = found(link("/lien-hee/"))
    assert problem.code == "link/dead"
    assert problem.at == Location("tin-tuc/2026/bai-001.md", 7, 3, 12, "Xem [trang](x).")
    assert problem.facts == {"target": "/lien-hee/", "hint": " («/lien-he/»?)"}


def test_nothing_is_proposed_where_nothing_is_near() -> None:
    (problem,) = found(link("/so-lieu/nam-2020/dan-cu/"))
    assert problem.facts["hint"] == ""


def test_a_missing_anchor_is_told_with_those_that_there_are() -> None:
    (problem,) = found(link("/lien-he/#goi-dien"))
    assert problem.code == "link/no-anchor"
    assert problem.facts == {"target": "/lien-he/", "anchor": "goi-dien", "known": "#gui-thu"}


def test_an_anchor_of_the_same_text_is_looked_for_in_it() -> None:
    (problem,) = found(link("#khong-co"))
    assert (problem.code, problem.facts["target"]) == ("link/no-anchor", OWN)


def test_anchors_of_pages_that_the_engine_makes_are_not_judged() -> None:
    assert found(link("/#tin-moi")) == []


def test_a_link_to_a_page_whose_own_file_is_broken_is_no_second_fault() -> None:
    assert found(link("/tin-tuc/2026/hong/"), broken=("/tin-tuc/2026/hong/",)) == []


def test_every_dead_link_is_told_in_the_order_of_the_text() -> None:
    problems = found(link("/c/", 9), link("/a/", 2, 8), link("/b/", 2, 1))
    assert [(problem.at.line, problem.at.column) for problem in problems] == [(2, 1), (2, 8), (9, 3)]


def test_links_of_standing_pages_are_checked_too() -> None:
    contact = standing()
    held = replace(contact, body=replace(contact.body, links=(link("/mat/"),)))
    assert [problem.code for problem in dead_links(portal(pages=(held,)), ADDRESSES, ())] == ["link/dead"]


def text(line: str, target: str) -> str:
    """An article with a line of front matter, that leads to a file."""
    return ARTICLE.replace("category:", f"{line}\ncategory:").replace("../../trang/lien-he.md", target)


SCHEDULED, LATER = "publish: 2026-12-01 08:00", "publish: 2026-12-02"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("author: A", "draft: true", ["link/to-draft"]),
        ("author: A", SCHEDULED, ["link/to-scheduled"]),
        ("author: A", "expires: 2026-10-01", []),
        (SCHEDULED, SCHEDULED, []),
        (LATER, SCHEDULED, []),
        (SCHEDULED, LATER, ["link/to-scheduled"]),
        (SCHEDULED, "draft: true", ["link/to-draft"]),
        ("draft: true", "draft: true", []),
    ],
)
def test_a_text_leads_to_none_that_will_not_be_there_when_it_comes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], one: str, other: str, expected: list[str]
) -> None:
    files = {"mot": text(one, "hai.md"), "hai": text(other, "hop-bao.md")}
    root = portal_folder(tmp_path, {f"tin-tuc/2026/{name}.md": held for name, held in files.items()})
    asked = ["--portal", str(root), "--output", str(tmp_path / "b"), "--as-of", "2026-11-01"]
    main(["check", "--format", "json", *asked])
    told = json.loads(capsys.readouterr().out)
    assert [problem["code"] for problem in told] == expected
