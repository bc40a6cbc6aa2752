"""Compiled templates are kept whole or not at all."""

from pathlib import Path

import pytest

from portal.web.templates import environment


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "tin.html").write_text("Tin {{ 1 + 1 }}", "utf-8")
    return tmp_path


def rendered(folder: Path) -> str:
    return environment([folder / "templates"], folder / "cache").get_template("tin.html").render()


def test_a_compiled_template_is_kept_and_used(folder: Path) -> None:
    assert rendered(folder) == "Tin 2"
    kept = list((folder / "cache").iterdir())
    assert len(kept) == 1
    before = kept[0].stat().st_mtime_ns
    assert rendered(folder) == "Tin 2"
    assert kept[0].stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", [b"", b"hong", b"\x00" * 400])
def test_a_damaged_one_is_compiled_again(folder: Path, damage: bytes) -> None:
    rendered(folder)
    kept = next((folder / "cache").iterdir())
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert rendered(folder) == "Tin 2"
    assert kept.read_bytes() == whole


def test_one_flipped_bit_anywhere_changes_no_page(folder: Path) -> None:
    rendered(folder)
    kept = next((folder / "cache").iterdir())
    whole = bytearray(kept.read_bytes())
    for at in range(0, len(whole), 37):
        whole[at] ^= 1
        kept.write_bytes(bytes(whole))
        assert rendered(folder) == "Tin 2"
        whole[at] ^= 1


def test_a_changed_template_is_not_taken_for_the_old_one(folder: Path) -> None:
    rendered(folder)
    (folder / "templates" / "tin.html").write_text("Tin {{ 1 + 2 }}", "utf-8")
    assert rendered(folder) == "Tin 3"
