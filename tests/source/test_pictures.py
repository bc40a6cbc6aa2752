"""Pictures made ready: what is kept is checked before it is used; a full disk is no fault of theirs."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from portal.source.pictures import Unreadable, prepare

DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "flipped": lambda file: file.write_bytes(bytes([file.read_bytes()[0] ^ 1]) + file.read_bytes()[1:]),
    "gone": lambda file: file.unlink(),
}


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "anh.png"
    Image.new("RGB", (600, 400), "#a9452a").save(file)
    return file


def kept(cache: Path) -> dict[str, bytes]:
    """All that the cache holds."""
    return {file.name: file.read_bytes() for file in cache.iterdir()}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("suffix", ["webp", "jpg", "sha256"])
def test_a_damaged_copy_is_made_again(picture: Path, damage: str, suffix: str) -> None:
    cache = picture.parent / "cache"
    made = prepare(picture, cache)
    before = kept(cache)
    for file in cache.glob(f"*.{suffix}"):
        DAMAGES[damage](file)
    assert prepare(picture, cache) == made
    assert kept(cache) == before


def test_a_full_disk_is_the_machines_fault_and_leaves_no_half(
    picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(file: Path, body: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    cache = picture.parent / "cache"
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", fail)
        with pytest.raises(OSError, match="No space left") as caught:
            prepare(picture, cache)
    assert str(caught.value.filename).startswith(str(cache))
    assert kept(cache) == {}


def test_a_picture_that_the_machine_cannot_read_is_named(
    picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object, **named: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Image, "open", fail)
    with pytest.raises(OSError, match="Input/output error") as caught:
        prepare(picture, picture.parent)
    assert caught.value.filename == str(picture)


def test_a_picture_cut_short_is_unreadable(picture: Path) -> None:
    picture.write_bytes(picture.read_bytes()[:-40])
    with pytest.raises(Unreadable):
        prepare(picture, picture.parent / "cache")
