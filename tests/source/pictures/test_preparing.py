"""Pictures made ready: what is kept is checked before it is used; a full disk is no fault of theirs."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest
from PIL import Image

from portal.source.pictures import MOST_BYTES, MOST_DRAWING, Refused, prepare
from portal.source.whole import write_whole
from tests.source.pictures.samples import corners, saved, with_notes

ROOT = Path(__file__).resolve().parents[3]
DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "flipped": lambda file: file.write_bytes(bytes([file.read_bytes()[0] ^ 1]) + file.read_bytes()[1:]),
    "gone": lambda file: file.unlink(),
}
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>'


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "anh.png"
    Image.new("RGB", (600, 400), "#a9452a").save(file)
    return file


def kept(cache: Path) -> dict[str, bytes]:
    """All that the cache holds."""
    return {str(file.relative_to(cache)): file.read_bytes() for file in cache.rglob("*") if file.is_file()}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("suffix", ["webp", "jpg", "avif", "json"])
def test_a_damaged_copy_is_made_again(picture: Path, damage: str, suffix: str) -> None:
    cache = picture.parent / "cache"
    made = prepare(picture, cache, lead=True)
    before = kept(cache)
    for file in cache.glob(f"*.{suffix}"):
        DAMAGES[damage](file)
    assert prepare(picture, cache, lead=True) == made
    assert kept(cache) == before


def test_what_was_made_before_is_taken_from_the_cache(picture: Path) -> None:
    cache = picture.parent / "cache"
    made = prepare(picture, cache, lead=True)
    stamps = {file: file.stat().st_mtime_ns for file in cache.rglob("*")}
    assert prepare(picture, cache, lead=True) == made
    assert {file: file.stat().st_mtime_ns for file in cache.rglob("*")} == stamps


def test_a_lead_picture_has_avif_and_the_files_of_any_other(picture: Path) -> None:
    cache = picture.parent / "cache"
    lead, other = prepare(picture, cache, lead=True), prepare(picture, cache)
    assert [one.width for one in lead.avif] == [one.width for one in lead.variants] == [480, 600]
    assert other.avif == ()
    assert (other.variants, other.fallback) == (lead.variants, lead.fallback)


def test_an_address_changes_with_the_bytes_and_can_stand_in_a_list(tmp_path: Path) -> None:
    names = []
    for number, colour in enumerate(("red", "blue")):
        file = tmp_path / f"{number}" / "Ảnh chụp, lần 1 (sửa).PNG"
        file.parent.mkdir()
        Image.new("RGB", (40, 30), colour).save(file)
        names += [one.name for one in prepare(file, tmp_path / "cache").files]
    assert len(set(names)) == 4
    assert all(name.startswith("anh-chup-lan-1-sua-40-") for name in names)


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
    def fail(file: Path) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(OSError, match="Input/output error") as caught:
        prepare(picture, picture.parent)
    assert caught.value.filename == str(picture)


def _prepare_often(folder: Path, gate: str) -> None:
    while not Path(gate).exists():
        pass
    prepare(folder / "anh.png", folder / "cache", lead=True)


def test_processes_that_make_one_picture_at_once_leave_it_whole(picture: Path) -> None:
    folder, gate = picture.parent, picture.parent / "gate"
    crowd = [get_context("fork").Process(target=_prepare_often, args=(folder, str(gate))) for _ in range(4)]
    for one in crowd:
        one.start()
    gate.touch()
    for one in crowd:
        one.join()
    assert [one.exitcode for one in crowd] == [0] * 4
    before = kept(folder / "cache")
    assert before == kept(folder / "cache") and not [name for name in before if name.startswith("half")]
    alone = prepare(picture, folder / "alone", lead=True)
    assert kept(folder / "alone") == before
    assert [one.digest for one in prepare(picture, folder / "cache", lead=True).files] == [
        one.digest for one in alone.files
    ]


def test_what_a_killed_process_left_half_written_is_swept_when_it_is_old(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"a")
    old, young = tmp_path / "half" / "b.1.2", tmp_path / "half" / "c.1.2"
    old.write_bytes(b"b")
    young.write_bytes(b"c")
    dead = (tmp_path / "a").stat().st_mtime - 7200
    os.utime(old, (dead, dead))
    write_whole(tmp_path / "a", b"aa")
    assert kept(tmp_path) == {"a": b"aa", "half/c.1.2": b"c"}


def test_the_same_bytes_come_of_another_process_with_other_surroundings(picture: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from portal.source.pictures import prepare;"
        "print([one.name for one in prepare(Path(sys.argv[1]), Path(sys.argv[2]), lead=True).files])"
    )
    made = [one.name for one in prepare(picture, picture.parent / "one", lead=True).files]
    surroundings = {
        "PYTHONPATH": str(ROOT / "site"),
        "PYTHONHASHSEED": "7",
        "TZ": "America/Lima",
        "LC_ALL": "C",
    }
    command = [sys.executable, "-c", program, str(picture), str(picture.parent / "two")]
    said = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == repr(made)


def test_pillow_is_loaded_only_where_a_picture_must_be_made(picture: Path) -> None:
    program = (
        "import sys; from pathlib import Path; import portal.readers.memory, portal.readers.articles;"
        "from portal.source.pictures import prepare; before = 'PIL' in sys.modules;"
        "prepare(Path(sys.argv[1]), Path(sys.argv[2]), lead=True); print(before, 'PIL' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(picture), str(picture.parent / "cache")]
    surroundings = {"PYTHONPATH": f"{ROOT / 'site'}:{ROOT}"}
    said = [
        subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    ]
    assert said == [["False", "True"], ["False", "False"]]


def test_what_was_written_into_a_picture_is_remembered_with_it(tmp_path: Path) -> None:
    file = tmp_path / "anh.jpg"
    file.write_bytes(with_notes())
    notes = prepare(file, tmp_path / "cache").notes
    assert "Nguyen Van An" in [note.text for note in notes]
    assert prepare(file, tmp_path / "cache").notes == notes


REFUSED = {
    "cut.png": (saved(corners(), "PNG")[:-40], "picture/unreadable", {}),
    "cut.jpg": (saved(corners(), "JPEG")[:900], "picture/unreadable", {}),
    "cut.webp": (saved(corners(), "WEBP")[:-40], "picture/unreadable", {}),
    "empty.jpg": (b"", "picture/unreadable", {}),
    "text.jpg": (b"khong phai anh", "picture/unreadable", {}),
    "page.jpg": (b"\xef\xbb\xbf\n<!DOCTYPE html><svg>", "picture/other-kind", {"kind": "HTML"}),
    "drawing.jpg": (DRAWING, "picture/other-kind", {"kind": "SVG"}),
    "drawing.png": (b'<?xml version="1.0"?>' + DRAWING, "picture/other-kind", {"kind": "SVG"}),
    "archive.jpg": (b"PK\3\4....", "picture/other-kind", {"kind": "ZIP"}),
    "old.gif": (b"GIF89a....", "picture/other-kind", {"kind": "GIF"}),
    "phone.jpg": (b"\0\0\0\x18ftypheic....", "picture/other-kind", {"kind": "HEIC"}),
    "paper.png": (b"%PDF-1.7", "picture/other-kind", {"kind": "PDF"}),
    "page.svg": (b"<html><script/></html>", "picture/other-kind", {"kind": "HTML"}),
    "packed.svg": (b"\x1f\x8b\x08", "picture/other-kind", {"kind": "GZIP"}),
    "heavy.jpg": (
        b"\xff\xd8\xff" + bytes(MOST_BYTES),
        "picture/too-heavy",
        {"size": "21 MB", "most": "20 MB"},
    ),
    "heavy.svg": (DRAWING + b" " * MOST_DRAWING, "picture/too-heavy", {"size": "513 KB", "most": "512 KB"}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_published_is_refused_with_its_kind_and_bound(tmp_path: Path, name: str) -> None:
    data, code, facts = REFUSED[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refused) as caught:
        prepare(tmp_path / name, tmp_path / "cache")
    assert (caught.value.code, caught.value.facts) == (code, facts)


@pytest.mark.parametrize(
    ("name", "form"), [("a.png", "JPEG"), ("a.jpg", "WEBP"), ("a.svg", "PNG"), ("a", "PNG")]
)
def test_what_is_inside_decides_not_the_end_of_a_name(tmp_path: Path, name: str, form: str) -> None:
    (tmp_path / name).write_bytes(saved(corners(), form))
    assert prepare(tmp_path / name, tmp_path / "cache").fallback.media == "image/jpeg"


def test_a_drawing_is_one_file_written_anew(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(DRAWING.replace(b"<path", b"<!-- An --><path"))
    made = prepare(tmp_path / "a.svg", tmp_path / "cache", lead=True)
    assert made.variants == (made.fallback,) == made.files[:1]
    assert (made.fallback.media, made.fallback.width, made.fallback.height) == ("image/svg+xml", 9, 9)
    assert b"An" not in made.fallback.file.read_bytes()
