"""What the public will see changed: the pages that differ from the last release, in words."""

from pathlib import Path

import pytest

from portal.cli import main
from portal.preview import changes as module
from portal.preview.changes import Changes, Fate, changes_of, page_change
from tests.preview.previews import BROKEN, STORY, Preview
from tests.readers.folders import ARTICLE, ARTICLE_FILE, PORTAL

CHANGED = "/__preview/thay-doi"
OTHER = ARTICLE.replace("Họp báo quý hai", "Một bài khác").replace("2026-05-13", "2026-05-14")
OTHER_FILE = "tin-tuc/2026/khac.md"


@pytest.fixture
def preview(content: Path) -> Preview:
    """A preview of a portal that is public as it stands."""
    assert main(["build", "--portal", str(content), "--jobs", "1", "--skip", "index"]) == 0
    return Preview(content)


def found(preview: Preview) -> Changes:
    with preview.session.alone():
        app = preview.session.public()
        assert app is not None
        changes = changes_of(app, preview.workspace)
    assert changes is not None
    return changes


def test_before_the_first_release_there_is_nothing_to_compare_with(content: Path) -> None:
    assert "chưa có bản nào công khai" in Preview(content).get(CHANGED).text


def test_right_after_a_release_nothing_differs(preview: Preview) -> None:
    assert found(preview).is_none
    assert "Không có gì đổi" in preview.get(CHANGED).text


def test_an_edited_article_is_shown_with_its_words(preview: Preview) -> None:
    preview.save(ARTICLE.replace("Nội dung buổi họp.", "Nội dung cuộc họp."))
    (one,) = found(preview).texts
    assert (one.address, one.fate) == (STORY, Fate.CHANGED)
    page = preview.get(CHANGED).text
    assert "Nội dung <del>buổi</del><ins>cuộc</ins> họp." in page
    assert "<script" not in page


def test_pages_that_show_an_article_follow_it(preview: Preview) -> None:
    preview.save(ARTICLE.replace("Họp báo quý hai", "Họp báo quý ba"))
    changes = found(preview)
    assert [one.address for one in changes.texts] == [STORY]
    assert {"/", "/tin-tuc/"} <= {one.address for one in changes.others}
    assert changes.files


def test_a_new_article_and_one_that_is_gone_are_named(preview: Preview) -> None:
    preview.save(OTHER, OTHER_FILE)
    assert [(one.address, one.fate) for one in found(preview).texts] == [("/tin-tuc/2026/khac/", Fate.NEW)]
    preview.remove()
    fates = {one.address: (one.fate, one.title) for one in found(preview).texts}
    assert fates[STORY][0] is Fate.GONE
    assert fates[STORY][1].startswith("Họp báo quý hai")


def test_drafts_and_scheduled_articles_are_not_what_the_public_sees(preview: Preview) -> None:
    preview.save(OTHER.replace("---\nNội", "draft: true\n---\nNội"), OTHER_FILE)
    assert preview.get("/tin-tuc/2026/khac/").status_code == 200
    assert found(preview).is_none


def test_an_article_that_becomes_a_draft_is_gone(preview: Preview) -> None:
    preview.save(ARTICLE.replace("---\nNội", "draft: true\n---\nNội"))
    assert [(one.address, one.fate) for one in found(preview).texts] == [(STORY, Fate.GONE)]


def test_other_colours_change_no_page_in_its_words(preview: Preview) -> None:
    preview.save(PORTAL.replace("#1e4088", "#1e4087"), "portal.yaml")
    changes = found(preview)
    assert not changes.texts
    assert changes.around
    assert "chỉ đổi khung" in preview.get(CHANGED).text


def test_one_page_can_be_asked_for(preview: Preview) -> None:
    preview.save(ARTICLE.replace("Nội dung buổi họp.", "Nội dung cuộc họp."))
    assert "<ins>cuộc</ins>" in preview.get(CHANGED, trang=STORY).text
    with preview.session.alone():
        app = preview.session.public()
        assert app is not None
        assert page_change(app, preview.workspace, "/khong-co/") is None
        assert page_change(app, preview.workspace, "/../../etc/passwd") is None


def test_of_very_many_pages_the_rest_is_compared_one_by_one(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_COMPARED", 1)
    for number in range(3):
        preview.save(OTHER, f"tin-tuc/2026/khac-{number}.md")
    assert [one.passages is None for one in found(preview).texts] == [False, True, True]
    assert preview.get(CHANGED).text.count(f"{CHANGED}?trang=/tin-tuc/2026/khac-") == 2


def test_errors_are_said_to_hold_up_the_release(preview: Preview) -> None:
    preview.save(BROKEN, ARTICLE_FILE)
    assert "Còn 1 lỗi nên chưa xuất bản được" in preview.get(CHANGED).text


def test_an_article_that_is_broken_is_not_called_gone(content: Path, preview: Preview) -> None:
    (content / ARTICLE_FILE).write_text(BROKEN, "utf-8")
    assert found(Preview(content)).is_none


def test_a_template_that_fails_is_told_and_not_died_of(preview: Preview) -> None:
    preview.save("{% if %}", "templates/pages/404.html")
    page = preview.get(CHANGED).text
    assert "Chưa so được" in page and "sai cú pháp" in page


def test_the_public_release_is_only_looked_at(preview: Preview) -> None:
    build = preview.content.parent / "build"

    def files() -> dict[Path, int]:
        return {one: one.stat().st_mtime_ns for one in (build / "releases").rglob("*")}

    before = files()
    preview.save(ARTICLE.replace("Nội dung", "Nội dung khác"))
    preview.get(CHANGED)
    assert files() == before
