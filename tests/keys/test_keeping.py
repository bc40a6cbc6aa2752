"""A key is kept under its passphrase, for its owner alone, away from what others see."""

from pathlib import Path

import pytest

from portal.keys.keeping import BadKey, check_place, keep, new_private, public_of, shown, unlock
from portal.keys.paper import from_paper, on_paper
from portal.trust.ed25519 import is_signed

NAME, PHRASE = "tin.example/log", "mot cum mat khau"


def kept(folder: Path) -> Path:
    file, private = folder / "nhat-ky.key", new_private()
    keep(file, private, public_of(private, NAME), "khoi-phuc", PHRASE)
    return file


def test_a_kept_key_signs_after_its_passphrase_alone(tmp_path: Path) -> None:
    signer = unlock(kept(tmp_path), PHRASE)
    assert is_signed(signer.key.public, b"tin", signer.sign(b"tin"))
    with pytest.raises(BadKey, match="không mở được"):
        unlock(tmp_path / "nhat-ky.key", "mot cum mat khac")


def test_a_key_file_is_its_owners_alone(tmp_path: Path) -> None:
    file = kept(tmp_path)
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o644)
    with pytest.raises(BadKey, match="chmod 600"):
        unlock(file, PHRASE)


def test_the_public_part_needs_no_passphrase(tmp_path: Path) -> None:
    file = kept(tmp_path)
    assert shown(file) == (unlock(file, PHRASE).key, "khoi-phuc")


def test_a_key_is_never_written_over_another(tmp_path: Path) -> None:
    before = kept(tmp_path).read_bytes()
    with pytest.raises(FileExistsError):
        kept(tmp_path)
    assert (tmp_path / "nhat-ky.key").read_bytes() == before


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    private = new_private()
    with pytest.raises(BadKey, match="ngắn"):
        keep(tmp_path / "k", private, public_of(private, NAME), "", "ngan")
    assert not (tmp_path / "k").exists()


@pytest.mark.parametrize("place", ["content/k", "content/sau/k", "build/k", "kho/k", "kho/sau/k"])
def test_a_key_may_not_lie_where_others_see_it(tmp_path: Path, place: str) -> None:
    (tmp_path / "kho" / ".git").mkdir(parents=True)
    with pytest.raises(BadKey, match="chọn nơi khác"):
        check_place(tmp_path / place, (tmp_path / "content", tmp_path / "build"))
    check_place(tmp_path / "khac" / "k", (tmp_path / "content", tmp_path / "build"))


@pytest.mark.parametrize("text", ["", "la\n", "la\nla\nla\n"])
def test_another_file_is_no_key(tmp_path: Path, text: str) -> None:
    file = tmp_path / "k"
    file.write_text(text, "utf-8")
    file.chmod(0o600)
    with pytest.raises(BadKey, match="không phải"):
        unlock(file, PHRASE)


def test_a_key_on_paper_is_typed_again_in_any_case() -> None:
    private = new_private()
    paper = on_paper(private)
    assert from_paper(paper.lower().replace(" ", "  ")).private_bytes_raw() == private.private_bytes_raw()
    assert all(len(group) == 4 for group in paper.split())


def test_a_slip_of_the_pen_is_told() -> None:
    paper = on_paper(new_private())
    for place in range(0, len(paper), 5):
        slip = paper[:place] + ("A" if paper[place] != "A" else "B") + paper[place + 1 :]
        with pytest.raises(BadKey, match="khóa khôi phục"):
            from_paper(slip)
    with pytest.raises(BadKey, match="khóa khôi phục"):
        from_paper(paper[:-2])
