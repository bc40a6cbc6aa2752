"""Not yet kept: to be moved to the tests they belong to when mended."""

from pathlib import Path

import pytest

from portal.cli import main as typed
from portal.model.article import Tag
from tests.readers.folders import portal_folder
from tests.web.feeds.portals import article
from tests.web.portals import HOUSE, main, site, words


def test_a_tone_leaves_a_letter_of_the_alphabet_what_it_is() -> None:
    names = ("An", "Ắc quy", "Ấn phẩm", "Ổn định", "Ớt", "Uy tín", "Ứng dụng")
    app = site(articles=(article(1, tags=tuple(Tag(f"t{n}", name) for n, name in enumerate(names))),))
    shelves = [words(title) for title in main(app, "/chu-de/").iter("h2")]
    assert shelves == ["A", "Ă", "Â", "Ô", "Ơ", "U", "Ư"]


def test_the_link_to_a_units_own_site_says_that_it_leaves_the_portal() -> None:
    link = main(site(), "/co-quan/so-noi-vu/").xpath(".//a[@href=$site]", site=HOUSE.website)[0]
    assert link.get("rel") == "external"


@pytest.mark.parametrize("verb", ["check", "build", "preview"])
def test_a_template_that_cannot_be_read_ends_with_3(verb: str, tmp_path: Path) -> None:
    content = portal_folder(tmp_path)
    (content / "templates" / "pages").mkdir(parents=True)
    (content / "templates" / "pages" / "404.html").write_text("{% if %}", "utf-8")
    assert typed([verb, "--portal", str(content)]) == 3


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_a_port_that_there_is_not_is_wrong_usage(port: str, tmp_path: Path) -> None:
    assert typed(["preview", "--portal", str(portal_folder(tmp_path)), "--port", port]) == 2
