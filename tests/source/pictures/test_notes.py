"""What stands in a picture is found for those who must look at it."""

import pytest

from portal.source.pictures.notes import Note, texts_of
from tests.source.pictures.samples import bomb, with_notes, with_texts


def test_notes_of_a_telephone_and_its_owner_are_found() -> None:
    found = set(texts_of(with_notes()))
    assert {
        Note("EXIF", "Artist", "Nguyen Van An"),
        Note("EXIF", "ImageDescription", "Ho nha anh Ba"),
        Note("EXIF", "XPComment", "Gọi 0912 345 678"),
        Note("EXIF", "UserComment", "số nhà 12"),
        Note("EXIF", "CameraOwnerName", "Tran Thi Binh"),
        Note("EXIF", "GPS", "20.940000, 106.330000"),
        Note("XMP", "dc:creator", "Le Van C"),
        Note("XMP", "dc:rights", "an@gmail.com"),
        Note("JPEG", "comment", "chụp ở nhà riêng"),
    } <= found


def test_numbers_that_a_camera_gives_are_nobodys() -> None:
    assert not Note("EXIF", "BodySerialNumber", "042023001234").is_written
    assert not Note("XMP", "aux:SerialNumber", "042023001234").is_written
    assert {note.name for note in texts_of(with_notes()) if not note.is_written} == {"GPS"}


def test_texts_of_a_png_are_found() -> None:
    assert {Note("PNG", "Author", "Nguyễn Văn An"), Note("PNG", "Comment", "gọi 0912 345 678")} <= set(
        texts_of(with_texts())
    )


@pytest.mark.parametrize("data", [b"", b"<svg/>", with_notes()[:300], bomb()])
def test_of_what_cannot_be_read_there_are_none(data: bytes) -> None:
    assert texts_of(data) == ()
