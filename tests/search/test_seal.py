"""What `search.seal` promises."""

from hashlib import sha256
from pathlib import Path

import pytest

from search.seal import SEAL_NAME, DamagedIndex, check_seal, seal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with two files, sealed as version 1."""
    (tmp_path / "one").write_bytes(b"1")
    (tmp_path / "two").write_bytes(b"2")
    seal(tmp_path, "version 1")
    return tmp_path


def refusal(folder: Path, version: str = "version 1", digest: str | None = None) -> str:
    with pytest.raises(DamagedIndex) as refused:
        check_seal(folder, version, digest)
    return str(refused.value)


def test_what_was_sealed_is_accepted(folder: Path) -> None:
    check_seal(folder, "version 1")


def test_the_digest_names_one_seal(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    digest = seal(other, "version 1")
    check_seal(other, "version 1", digest)
    assert SEAL_NAME in refusal(folder, digest=digest)


def test_a_changed_file_is_named(folder: Path) -> None:
    (folder / "two").write_bytes(b"3")
    assert "two" in refusal(folder)


def test_an_added_file_is_named(folder: Path) -> None:
    (folder / "planted").write_bytes(b"")
    assert "planted" in refusal(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "one").unlink()
    assert "one" in refusal(folder)


def test_a_link_to_the_same_bytes_is_no_file(folder: Path) -> None:
    (folder / "one").unlink()
    (folder / "one").symlink_to(folder / "two")
    (folder / "two").write_bytes(b"1")
    assert "one" in refusal(folder)


def test_a_folder_in_it_is_refused(folder: Path) -> None:
    (folder / "one").unlink()
    (folder / "one").mkdir()
    assert "one" in refusal(folder)


def test_another_version_is_refused(folder: Path) -> None:
    assert "version 2" in refusal(folder, "version 2")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\n", b"version 1\nnonsense\n"])
def test_a_seal_that_is_none_is_refused(folder: Path, content: bytes) -> None:
    (folder / SEAL_NAME).write_bytes(content)
    refusal(folder)


def test_a_folder_without_a_seal_is_refused(tmp_path: Path) -> None:
    assert SEAL_NAME in refusal(tmp_path)
    assert SEAL_NAME in refusal(tmp_path / "none")


def test_the_digests_of_sound_files_are_given(folder: Path) -> None:
    assert check_seal(folder, "version 1") == {
        "one": sha256(b"1").hexdigest(),
        "two": sha256(b"2").hexdigest(),
    }


def test_a_file_with_a_known_digest_is_not_read_again(folder: Path) -> None:
    known = check_seal(folder, "version 1")
    before = (folder / SEAL_NAME).read_bytes()
    (folder / "one").unlink()
    (folder / "one").mkdir()
    seal(folder, "version 1", {"one": known["one"]})
    assert (folder / SEAL_NAME).read_bytes() == before
