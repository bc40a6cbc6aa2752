"""Templates see what they may, and are kept compiled: whole or not at all."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from portal.web.templates import environment


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "tin.html").write_text("Tin {{ 1 + 1 }}", "utf-8")
    return tmp_path


def rendered(folder: Path) -> str:
    return environment([folder / "templates"], folder / "cache").get_template("tin.html").render()


def kept(folder: Path) -> Path:
    """The one file of the cache."""
    [file] = (file for file in (folder / "cache").iterdir() if file.is_file())
    return file


def test_a_compiled_template_is_kept_and_used(folder: Path) -> None:
    assert rendered(folder) == "Tin 2"
    before = kept(folder).stat().st_mtime_ns
    assert rendered(folder) == "Tin 2"
    assert kept(folder).stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", [b"", b"hong", b"\x00" * 400])
def test_a_damaged_one_is_compiled_again(folder: Path, damage: bytes) -> None:
    rendered(folder)
    file = kept(folder)
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert rendered(folder) == "Tin 2"
    assert file.read_bytes() == whole


def test_one_flipped_bit_anywhere_changes_no_page(folder: Path) -> None:
    rendered(folder)
    file = kept(folder)
    whole = bytearray(file.read_bytes())
    for at in range(0, len(whole), 37):
        whole[at] ^= 1
        file.write_bytes(bytes(whole))
        assert rendered(folder) == "Tin 2"
        whole[at] ^= 1


def test_a_changed_template_is_not_taken_for_the_old_one(folder: Path) -> None:
    rendered(folder)
    (folder / "templates" / "tin.html").write_text("Tin {{ 1 + 2 }}", "utf-8")
    assert rendered(folder) == "Tin 3"


@pytest.mark.parametrize(
    "written", ["{{ x.__class__ }}", "{{ '{0.__class__}'.format(x) }}", "{{ [].append(1) }}"]
)
def test_what_a_template_may_not_reach_it_may_not_the_second_time(written: str) -> None:
    page = environment([]).from_string(written)
    for _ in range(3):
        with pytest.raises(SecurityError):
            page.render(x=SimpleNamespace())


def test_an_attribute_that_one_value_has_another_of_its_kind_may_lack() -> None:
    page = environment([]).from_string("{{ x.name }}")
    assert page.render(x=SimpleNamespace(name="Tin")) == page.render(x=SimpleNamespace(name="Tin")) == "Tin"
    with pytest.raises(UndefinedError):
        page.render(x=SimpleNamespace())
    assert page.render(x={"name": "Tin"}) == page.render(x={"name": "Tin"}) == "Tin"


def test_json_in_a_page_has_its_letters_as_they_are_and_closes_no_script() -> None:
    made = environment([]).from_string("{{ x | tojson }}").render(x={"b": "Hải Dương", "a": "</script>&'"})
    assert made == '{"a":"\\u003c/script\\u003e\\u0026\\u0027","b":"Hải Dương"}'
