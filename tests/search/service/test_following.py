"""The service follows what is public; what it cannot read changes nothing and is said once."""

from pathlib import Path

from search.service.frame import PLACE
from tests.search.service.releases import Shelf, release, serving


def test_another_release_is_answered_from_once_it_is_public(tmp_path: Path) -> None:
    shelf = Shelf(release(tmp_path, "one"))
    with serving(shelf) as service:
        shelf.public = release(tmp_path, "two")
        service.following.look()
        assert service.following.edition and service.following.edition.release.id == "two"


def test_nothing_is_read_again_while_nothing_changes(tmp_path: Path) -> None:
    with serving(Shelf(release(tmp_path, "one"))) as service:
        before = service.following.edition
        service.following.look()
        assert service.following.edition is before


def test_an_index_made_anew_for_the_same_release_is_another_edition(tmp_path: Path) -> None:
    shelf = Shelf(release(tmp_path / "a", "one"))
    with serving(shelf) as service:
        before = service.following.edition
        shelf.public = release(tmp_path / "b", "one", [])
        service.following.look()
        after = service.following.edition
        assert before and after and before.tag != after.tag


def test_a_damaged_index_leaves_the_release_before_and_is_named_once(tmp_path: Path) -> None:
    shelf = Shelf(release(tmp_path, "one"))
    with serving(shelf) as service:
        shelf.public = release(tmp_path, "two")
        damaged = sorted(shelf.public.index.iterdir())[0]
        damaged.write_bytes(b"planted")
        service.following.look()
        service.following.look()
        assert service.following.edition and service.following.edition.release.id == "one"
        assert len(shelf.warnings) == 1 and damaged.name in shelf.warnings[0]


def test_a_release_without_a_page_for_answers_is_named(tmp_path: Path) -> None:
    old = release(tmp_path, "one")
    file = old.site / "tim-kiem" / "index.html"
    file.write_text(file.read_text("utf-8").replace(PLACE, ""), "utf-8")
    shelf = Shelf(old)
    with serving(shelf) as service:
        assert service.following.edition is None
    assert str(file) in shelf.warnings[0] and PLACE in shelf.warnings[0]


def test_a_release_that_is_mended_is_taken(tmp_path: Path) -> None:
    shelf = Shelf(release(tmp_path, "one"))
    assert shelf.public
    damaged = sorted(shelf.public.index.iterdir())[0]
    whole = damaged.read_bytes()
    damaged.write_bytes(b"")
    with serving(shelf) as service:
        assert service.following.edition is None
        damaged.write_bytes(whole)
        service.following.look()
        assert service.following.edition


def test_without_anything_public_there_is_nothing_to_answer_from() -> None:
    shelf = Shelf()
    with serving(shelf) as service:
        assert service.following.edition is None and shelf.warnings == []
