"""Each edition is what a reading of all files would give, however little of it is made anew."""

from pathlib import Path
from random import Random
from unittest.mock import Mock

import pytest

from portal.preview import wording
from portal.preview.session import Session
from tests.preview.previews import BROKEN, STORY, Preview
from tests.readers.folders import ARTICLE, ARTICLE_FILE, PAGE, PORTAL

OTHER_FILE = "tin-tuc/2026/khac.md"
OTHER = ARTICLE.replace("Họp báo quý hai", "Một bài khác").replace("2026-05-13", "2026-05-14")
ENGLISH = ARTICLE.replace("Họp báo quý hai", "Press meeting").replace("../../trang/lien-he.md", "/lien-he/")
PICTURE = "\n![Hai người ký văn bản](anh.png)\n"


def bodies(session: Session) -> dict[str, bytes]:
    """Every page and file of an edition."""
    app = session.edition.app
    assert app is not None
    with app.app_context():
        return {address: app.body(address) for address in app.slots}


def is_as_if_begun_anew(preview: Preview) -> None:
    fresh = Preview(preview.content)
    assert preview.session.edition.problems == fresh.session.edition.problems
    assert preview.session.edition.waiting == fresh.session.edition.waiting
    assert bodies(preview.session) == bodies(fresh.session)


def test_other_words_of_an_article_make_nothing_anew_but_show_everywhere(preview: Preview) -> None:
    before = preview.session.edition.app
    preview.save(ARTICLE.replace("Họp báo quý hai", "Tên khác hẳn"))
    assert preview.session.edition.app is before
    for address in (STORY, "/tin-tuc/", "/", "/tin-tuc/rss.xml"):
        assert "Tên khác hẳn" in preview.get(address).text, address
    is_as_if_begun_anew(preview)


def test_style_sheets_and_templates_need_no_reading(preview: Preview) -> None:
    before = preview.session.edition.app
    assert before is not None
    preview.save("h1 { color: red }", "templates/layout/z.css")
    after = preview.session.edition.app
    assert after is not None and after is not before
    assert after.portal is before.portal
    is_as_if_begun_anew(preview)


CHANGES: dict[str, tuple[str, str]] = {
    "a new article": (OTHER_FILE, OTHER),
    "a translation": ("tin-tuc/2026/hop-bao.en.md", ENGLISH),
    "another day": (ARTICLE_FILE, ARTICLE.replace("05-13", "05-20")),
    "a draft": (ARTICLE_FILE, ARTICLE.replace("---\nNội", "draft: true\n---\nNội")),
    "another tag": (ARTICLE_FILE, ARTICLE.replace("---\nNội", "tags: [đất đai]\n---\nNội")),
    "a picture": (ARTICLE_FILE, ARTICLE + PICTURE),
    "a former address": (ARTICLE_FILE, ARTICLE.replace("---\nNội", "aliases: [/tin-tuc/2026/cu/]\n---\nNội")),
    "settings": ("portal.yaml", PORTAL.replace("Thời sự", "Trong tỉnh")),
    "a page": ("trang/lien-he.md", PAGE.replace("Gửi thư", "Viết thư")),
    "a dead link": (ARTICLE_FILE, ARTICLE.replace("../../trang/lien-he.md", "/khong-co/")),
    "a file that is wrong": (ARTICLE_FILE, ARTICLE.replace("category: thoi-su", "category: khong-co")),
}


@pytest.mark.parametrize("what", [name for name in CHANGES if name != "a file that is wrong"])
def test_a_change_and_its_way_back_give_what_a_reading_gives(what: str, preview: Preview) -> None:
    file, text = CHANGES[what]
    path = preview.content / file
    before = path.read_text("utf-8") if path.exists() else None
    preview.save(text, file)
    is_as_if_begun_anew(preview)
    if before is None:
        preview.remove(file)
    else:
        preview.save(before, file)
    is_as_if_begun_anew(preview)


def test_any_history_of_saves_gives_what_a_reading_gives(preview: Preview) -> None:
    chance = Random(20231113)
    files = {ARTICLE_FILE: ARTICLE, "portal.yaml": PORTAL, "trang/lien-he.md": PAGE}
    for step in range(40):
        file, text = chance.choice([*CHANGES.values(), *files.items(), *_reworded(step)])
        preview.save(text, file)
        if not any(problem.code != "link/dead" for problem in preview.session.edition.problems):
            fresh = Preview(preview.content)
            assert bodies(preview.session) == bodies(fresh.session), (step, file)
    preview.save(ARTICLE)
    is_as_if_begun_anew(preview)


def _reworded(step: int) -> list[tuple[str, str]]:
    return [(ARTICLE_FILE, ARTICLE.replace("Nội dung", f"Lần {step}: nội dung"))] * 6


def test_a_file_that_is_renamed_moves_its_page(preview: Preview) -> None:
    old, new = preview.content / ARTICLE_FILE, preview.content / "tin-tuc/2026/ten-moi.md"
    old.rename(new)
    preview.session.refresh([str(old), str(new)])
    assert preview.get("/tin-tuc/2026/ten-moi/").status_code == 200
    assert preview.get(STORY).status_code == 404
    is_as_if_begun_anew(preview)


def test_files_that_came_and_went_change_nothing(preview: Preview) -> None:
    before = preview.session.edition
    preview.session.refresh([str(preview.content / "tin-tuc/2026/4913")])
    assert preview.session.edition is before


def test_a_thousand_files_at_once_are_one_edition(preview: Preview) -> None:
    files = []
    for number in range(1000):
        file = preview.content / f"tin-tuc/2025/bai-{number}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(ARTICLE.replace("2026-05-13", "2025-05-13"), "utf-8")
        files.append(str(file))
    preview.session.refresh(files)
    assert preview.get("/tin-tuc/2025/bai-999/").status_code == 200


def test_a_broken_article_stays_as_it_was_read_well_and_is_told(preview: Preview) -> None:
    lists = preview.get("/tin-tuc/").data
    preview.save(BROKEN)
    assert "Nội dung buổi họp." in preview.get().text
    assert preview.get("/tin-tuc/").data == lists
    assert preview.notes()["errors"] == 1
    preview.save(ARTICLE)
    assert preview.notes()["total"] == 0
    is_as_if_begun_anew(preview)


def test_an_article_that_stays_broken_is_told_in_every_edition(preview: Preview) -> None:
    preview.save(BROKEN)
    for number in range(3):
        preview.save(PAGE.replace("Gửi thư", f"Gửi {number} thư"), "trang/lien-he.md")
        assert preview.notes()["errors"] == 1


def test_what_was_not_told_is_found_by_a_look(preview: Preview) -> None:
    assert not preview.session.look()
    (preview.content / OTHER_FILE).write_text(OTHER, "utf-8")
    assert preview.session.look()
    assert preview.get("/tin-tuc/2026/khac/").status_code == 200
    assert not preview.session.look()


@pytest.mark.parametrize("text", [ARTICLE.replace("Nội", "Lại"), ARTICLE.replace("05-13", "05-20")])
def test_what_was_told_is_no_news_to_a_look(text: str, preview: Preview) -> None:
    preview.save(text)
    assert not preview.session.look()


def test_a_folder_of_content_that_goes_and_comes_back_is_followed(preview: Preview) -> None:
    away = preview.content.with_name("away")
    preview.content.rename(away)
    preview.session.look()
    assert preview.get().status_code == 200
    away.rename(preview.content)
    assert preview.session.look()
    is_as_if_begun_anew(preview)


def test_a_store_that_is_emptied_meanwhile_is_filled_again(preview: Preview) -> None:
    store = preview.content.parent / "build/cache/sources.db"
    preview.session.refresh()
    import sqlite3

    with sqlite3.connect(store) as connection:
        connection.execute("DELETE FROM texts")
    connection.close()
    assert "Nội dung buổi họp." in preview.get().text
    is_as_if_begun_anew(preview)


def test_a_template_that_cannot_be_read_leaves_the_pages_and_is_named(preview: Preview) -> None:
    preview.save("\n{% if %}", "templates/pages/404.html")
    assert preview.get().status_code == 200
    fault = preview.notes()["fault"]
    assert fault["place"].endswith("templates/pages/404.html:2")
    assert fault["line"] == "{% if %}"
    preview.remove("templates/pages/404.html")
    assert preview.notes()["fault"] is None


def test_a_template_that_fails_is_named_on_its_pages_alone(preview: Preview) -> None:
    preview.get()
    page = '{% extends "layout/base.html" %}\n{% block main %}\n{{ khong_co.gi }}\n{% endblock %}'
    preview.save(page, "templates/pages/article.html")
    fault = preview.notes()["fault"]
    assert fault["place"].endswith("templates/pages/article.html:3")
    assert "khong_co" in fault["what"]
    assert "Nội dung buổi họp." in preview.get().text
    assert preview.notes("/lien-he/")["fault"] is None


def test_a_template_that_is_not_there_is_named(preview: Preview) -> None:
    preview.save('{% extends "layout/khong-co.html" %}', "templates/pages/404.html")
    assert "layout/khong-co.html" in preview.notes()["fault"]["what"]
    assert preview.get().status_code == 200


def test_the_engines_words_are_taken_anew(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    from portal.web.messages import layout

    renewed = Mock(side_effect=wording.renew_wording)
    monkeypatch.setattr("portal.preview.editions.renew_wording", renewed)
    preview.session.refresh([str(Path(str(layout.__file__)).resolve())])
    assert renewed.called
    is_as_if_begun_anew(preview)


def test_an_article_that_breaks_makes_nothing_anew_and_neither_does_its_mending(preview: Preview) -> None:
    before = preview.session.edition.app
    preview.save(BROKEN)
    assert preview.session.edition.app is before
    assert preview.notes()["errors"] == 1
    preview.save(ARTICLE.replace("Nội dung", "Lời"))
    assert preview.session.edition.app is before
    is_as_if_begun_anew(preview)


def test_an_article_that_was_warned_of_is_warned_of_again_after_it_was_broken(preview: Preview) -> None:
    shouting = ARTICLE.replace("Họp báo quý hai", "HỌP BÁO QUÝ HAI VÀ BA CỦA TỈNH")
    preview.save(shouting)
    warned = preview.session.edition.problems
    assert warned
    preview.save(BROKEN)
    preview.session.refresh()
    preview.save(shouting)
    assert preview.session.edition.problems == warned
    preview.session.refresh()
    assert preview.session.edition.problems == warned


def test_a_link_to_a_broken_article_is_no_second_problem(preview: Preview) -> None:
    preview.save(OTHER.replace("../../trang/lien-he.md", "hop-bao.md"), OTHER_FILE)
    preview.save(BROKEN)
    assert [one.code for one in preview.session.edition.problems] == ["date/not-a-date"]


def test_an_article_that_was_broken_before_the_preview_began_is_as_it_was_read_well(content: Path) -> None:
    Preview(content)
    (content / ARTICLE_FILE).write_text(BROKEN, "utf-8")
    preview = Preview(content)
    for _ in range(2):
        assert "Nội dung buổi họp." in preview.get().text
        assert preview.notes()["errors"] == 1
        preview.session.refresh()
    preview.save(ARTICLE)
    is_as_if_begun_anew(preview)
