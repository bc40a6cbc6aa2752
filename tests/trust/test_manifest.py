"""A manifest stands for every byte of a folder, and says so in one format."""

from pathlib import Path

import pytest

from portal.trust.manifest import (
    Difference,
    NotAManifest,
    compare,
    digest,
    manifest_of,
    read,
    read_known,
    write,
)

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    release = tmp_path / "release"
    for name in ("index.html", "tin/index.html", "tin-tuc.xml", ".well-known/security.txt"):
        file = release / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
    return release


def test_every_file_is_listed_in_the_order_of_its_path(folder: Path) -> None:
    names = [".well-known/security.txt", "index.html", "tin-tuc.xml", "tin/index.html"]
    assert write(manifest_of(folder)) == "".join(f"{EMPTY}  {name}\n" for name in names)


def test_what_is_written_is_read_again(folder: Path) -> None:
    assert read(write(manifest_of(folder))) == manifest_of(folder)


@pytest.mark.parametrize(
    "text",
    [
        "abc  index.html\n",
        f"{EMPTY} *index.html\n",
        f"{EMPTY.upper()}  index.html\n",
        f"{EMPTY}  b\n{EMPTY}  a\n",
        f"{EMPTY}  a\n{EMPTY}  a\n",
        f"{EMPTY}  a",
        f"{EMPTY}  \n",
        f"{EMPTY}  a\n\n",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(NotAManifest):
        read(text)


def test_one_changed_byte_changes_the_digest(folder: Path) -> None:
    before = digest(manifest_of(folder))
    (folder / "index.html").write_bytes(b" ")
    assert digest(manifest_of(folder)) != before


def test_a_link_is_no_file_of_a_release(folder: Path) -> None:
    (folder / "lien-ket").symlink_to(folder)
    with pytest.raises(NotAManifest, match="lien-ket"):
        manifest_of(folder)


def test_a_name_that_would_break_a_line_is_refused(folder: Path) -> None:
    (folder / "hai\ndong").write_bytes(b"")
    with pytest.raises(NotAManifest):
        manifest_of(folder)


def test_two_manifests_tell_what_changed() -> None:
    difference = compare({"a": "1", "b": "1", "c": "1"}, {"b": "2", "c": "1", "d": "1"})
    assert difference == Difference(added=("d",), removed=("a",), changed=("b",))
    assert difference
    assert not compare({"a": "1"}, {"a": "1"})


def test_a_known_text_is_read_and_any_other_is_refused() -> None:
    held = {"404.html": "0" * 64, "tin/index.html": "1" * 64}
    id = digest(held)[:16]
    assert read_known(write(held), id) == held
    assert read_known(write(held).replace("404", "405"), id) is None
    assert read_known("", id) is None
