"""Workbooks: numbers as numbers, words as words, the same bytes each time."""

import io
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.web.open_data import as_csv
from portal.web.spreadsheet import all_as_workbook, as_workbook
from tests.web.feeds.portals import SETTINGS
from tests.web.portals import DOSSIERS, NOW, SHARE
from tests.web.views.test_data import SPLIT


def cells(body: bytes, sheet: int = 0) -> list[list[object]]:
    held = openpyxl.load_workbook(io.BytesIO(body)).worksheets[sheet]
    return [[cell.value for cell in row] for row in held.iter_rows()]


def test_the_sheet_has_the_rows_of_the_table_with_numbers_as_numbers() -> None:
    first, *rows = cells(as_workbook(SPLIT, SETTINGS))
    assert first == ["period", "value", "cap", "status", "note", "source"]
    assert rows == [
        ["2025", 1370, None, None, "=Số ước tính", None],
        ["2026-Q1", 1946.5, None, None, "Theo hệ thống, sơ bộ", None],
        ["2027", None, None, "missing", None, "Báo cáo nhanh"],
        ["2025", 370.5, "Xã", "provisional", None, None],
    ]


def test_no_note_becomes_a_formula() -> None:
    body = as_workbook(replace(DOSSIERS, observations=(replace(NOW, note="=1+1"),)), SETTINGS)
    sheet = openpyxl.load_workbook(io.BytesIO(body)).worksheets[0]
    assert [cell.data_type for cell in sheet[2]][3] == "s"


@settings(max_examples=40)
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**14), max_value=10**14, places=3))
def test_a_number_is_read_back_to_the_last_digit(value: Decimal) -> None:
    body = as_workbook(replace(DOSSIERS, observations=(replace(NOW, value=value),)), SETTINGS)
    assert Decimal(str(cells(body)[1][1])) == value


def test_a_number_of_more_digits_than_a_spreadsheet_holds_stands_as_text() -> None:
    value = Decimal("12345678901234567890.123")
    body = as_workbook(replace(DOSSIERS, observations=(replace(NOW, value=value),)), SETTINGS)
    assert cells(body)[1][1] == "12345678901234567890.123"


def test_a_second_sheet_says_what_the_figures_mean() -> None:
    told = {str(row[0]): row[1] for row in cells(as_workbook(DOSSIERS, SETTINGS), 1)}
    assert told["Chỉ tiêu"] == "Hồ sơ trực tuyến"
    assert told["Nguồn"] == "Báo cáo năm https://bao-cao.example/"


def test_all_indicators_stand_in_one_workbook_with_a_list_of_them() -> None:
    body = all_as_workbook((SPLIT, SHARE), SETTINGS)
    rows, listed = cells(body), cells(body, 1)
    assert [row[0] for row in rows[1:]] == ["ho-so"] * 4 + ["ty-le"]
    assert rows[4][3:7] == ["Năm 2025", "2025", 370.5, "cap=Xã"]
    assert [row[5] for row in listed[1:]] == [
        "https://tin.example/chi-tieu/ho-so/", "https://tin.example/chi-tieu/ty-le/",
    ]  # fmt: skip


def test_the_same_figures_give_the_same_bytes() -> None:
    assert as_workbook(SPLIT, SETTINGS) == as_workbook(SPLIT, SETTINGS)


@pytest.mark.libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_libreoffice_reads_the_same_values_and_letters(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"vao.{ending}").write_bytes(
        as_workbook(SPLIT, SETTINGS) if ending == "xlsx" else as_csv(SPLIT)
    )
    program = shutil.which("soffice")
    assert program
    subprocess.run(
        [program, f"-env:UserInstallation=file://{tmp_path}/ho-so", "--headless",
         "--infilter=CSV:44,34,76,1" if ending == "csv" else "--norestore",
         "--convert-to", "ods", "--outdir", str(tmp_path), str(tmp_path / f"vao.{ending}")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    (tmp_path / "ra").mkdir()
    subprocess.run(
        [program, f"-env:UserInstallation=file://{tmp_path}/ho-so", "--headless", "--convert-to", "xlsx",
         "--outdir", str(tmp_path / "ra"), str(tmp_path / "vao.ods")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    rows = cells((tmp_path / "ra" / "vao.xlsx").read_bytes())[1:]
    assert [(str(row[0]), row[1], row[3]) for row in rows] == [
        ("2025", 1370, None), ("2026-Q1", 1946.5, None), ("2027", None, "missing"),
        ("2025", 370.5, "provisional"),
    ]  # fmt: skip
    assert rows[1][4] == "Theo hệ thống, sơ bộ"
