"""The verb `list`: what waits, what is over, and when a freeze is due."""

import json
from pathlib import Path

import pytest

from portal.cli import main
from tests.readers.folders import ARTICLE, portal_folder

LIVES = {
    "nhap": "draft: true",
    "hen": "publish: 2026-12-01 08:00",
    "sap-het": "expires: 2026-11-20",
    "sap-rut": 'withdrawn: {date: 2026-11-10, reason: "Hết đợt."}',
    "da-het": "expires: 2026-10-01",
    "da-rut": 'withdrawn: {date: 2026-10-02, reason: "Sai số tiền."}',
}
NOTICE = 'text: "Bão số 9."\nexpires: 2026-11-03 08:00\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        f"tin-tuc/2026/{name}.md": ARTICLE.replace("category:", f"{line}\ncategory:")
        for name, line in LIVES.items()
    }
    return portal_folder(tmp_path, {**files, "thong-bao-khan.yaml": NOTICE})


def told(root: Path, capsys: pytest.CaptureFixture[str], *more: str, as_of: str = "2026-11-01") -> str:
    capsys.readouterr()
    assert main(["list", "--portal", str(root), "--as-of", as_of, *more]) == 0
    return capsys.readouterr().out


def test_each_content_that_is_not_public_for_ever_is_listed_once(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(told(root, capsys, "--format", "json"))
    seen = {(item["state"], item["file"].rpartition("/")[2].partition(".")[0]) for item in found["items"]}
    assert seen == {
        ("draft", "nhap"), ("scheduled", "hen"), ("expiring", "sap-het"), ("withdrawing", "sap-rut"),
        ("expired", "da-het"), ("withdrawn", "da-rut"), ("notice", "thong-bao-khan"),
    }  # fmt: skip
    assert found["next"] == "2026-11-03T08:00:00+07:00"


def test_people_read_titles_places_and_reasons(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = told(root, capsys)
    assert "Đã rút (1)\n  02/10/2026 00:00  Họp báo quý hai\n" in text
    assert "content/tin-tuc/2026/da-rut.md: Sai số tiền.\n" in text
    assert text.endswith("Lần dựng tới: 03/11/2026 08:00.\n")


@pytest.mark.parametrize(("days", "late"), [("30", True), ("365", False)])
def test_a_draft_is_overdue_after_so_many_days(
    root: Path, capsys: pytest.CaptureFixture[str], days: str, late: bool
) -> None:
    items = json.loads(told(root, capsys, "--format", "json", "--stale", days))["items"]
    assert [item["overdue"] for item in items if item["state"] == "draft"] == [late]


@pytest.mark.parametrize(
    ("as_of", "due"),
    [
        ("2026-11-01", "2026-11-03T08:00:00+07:00"),
        ("2026-11-03 08:00", "2026-11-10T00:00:00+07:00"),
        ("2026-12-01 07:59", "2026-12-01T08:00:00+07:00"),
        ("2026-12-01 08:00", ""),
    ],
)
def test_timers_are_told_the_next_moment_alone(
    root: Path, capsys: pytest.CaptureFixture[str], as_of: str, due: str
) -> None:
    assert told(root, capsys, "--due", as_of=as_of).strip() == due


def test_a_freeze_that_is_late_is_due_since_its_moment(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Looked at long after it was written, so that its stamps are trusted.
    monkeypatch.setattr("portal.freeze.unchanged._TICK", -(2**62))
    assert main(["build", "--portal", str(root), "--as-of", "2026-11-01", "--skip", "index,pack"]) == 0
    assert told(root, capsys, "--due", as_of="2026-11-05").strip() == "2026-11-03T08:00:00+07:00"
    assert "Đã đến giờ dựng lại từ 03/11/2026 08:00." in told(root, capsys, as_of="2026-11-05")


def test_what_cannot_be_read_is_said_and_the_rest_listed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "tin-tuc/2026/hong.md").write_text("---\n", "utf-8")
    assert main(["list", "--portal", str(root), "--as-of", "2026-11-01"]) == 0
    printed = capsys.readouterr()
    assert "1 điều cần sửa hoặc xem lại" in printed.err
    assert "Bản nháp (1)" in printed.out


def test_a_portal_without_moments_has_nothing_due(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = portal_folder(tmp_path)
    assert told(root, capsys) == "Không có gì hẹn giờ.\n"
    assert told(root, capsys, "--due") == ""


@pytest.mark.parametrize("days", ["-1", "x", "99999999999"])
def test_a_wrong_number_of_days_is_wrong_usage(days: str) -> None:
    assert main(["list", "--stale", days]) == 2
