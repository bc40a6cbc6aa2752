"""A failure of the machine says which file it was at."""

import errno
import shutil
from pathlib import Path

import pytest

from portal.failure import naming


def test_a_failure_that_names_no_file_is_given_one(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="full") as caught, naming(tmp_path):
        raise OSError(errno.ENOSPC, "full")
    assert caught.value.filename == str(tmp_path)


def test_a_failure_that_names_its_file_keeps_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught, naming(tmp_path):
        (tmp_path / "khong-co").read_bytes()
    assert caught.value.filename == str(tmp_path / "khong-co")


def test_a_bare_name_is_no_answer_to_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: object, **named: object) -> None:
        raise PermissionError(errno.EACCES, "denied", "index.html")

    monkeypatch.setattr(shutil, "rmtree", fail)
    with pytest.raises(PermissionError) as caught, naming(tmp_path):
        shutil.rmtree(tmp_path)
    assert caught.value.filename == str(tmp_path)
