"""Published figures: on a page with period and source, and as a table that machines can read."""

import csv
import io
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from portal.model.chronicle import Cell, Chronicle, FormerTable, Statement
from portal.model.indicator import Indicator
from portal.model.observation import Observation, Status
from portal.model.period import year
from portal.web.app import PortalApp
from tests.web.portals import DOSSIERS, NOW, SHARE, THEN, links, made, main, site, words
from vietnamese.dates import HANOI

PLACE = "/chi-tieu/ho-so/"
FILE = "/chi-tieu/ho-so.csv"


def of(indicator: Indicator) -> PortalApp:
    """A portal with this indicator alone."""
    return site(indicators=(indicator,))


def rows(app: PortalApp, address: str = FILE) -> list[list[str]]:
    """What a spreadsheet reads in a file."""
    return list(csv.reader(io.StringIO(made(app, address).decode(), newline="")))


def test_the_page_begins_with_the_newest_figure_and_how_it_changed() -> None:
    start = words(main(site(), PLACE).xpath(".//header")[0])
    assert "Quý I/2026: 1.946,5 hồ sơ." in start
    assert "Tăng 576,5 hồ sơ so với năm 2025." in start


def test_a_share_changes_by_points() -> None:
    before = Observation(year(2025), Decimal(76))
    app = of(replace(SHARE, observations=(before, *SHARE.observations)))
    start = words(main(app, SHARE.address).xpath(".//header")[0])
    assert "Năm 2026: 100%." in start
    assert "Tăng 24 điểm phần trăm so với năm 2025." in start


def test_a_single_figure_is_compared_with_nothing() -> None:
    assert "so với" not in words(main(of(SHARE), SHARE.address))


def test_the_table_has_a_row_for_every_observation_the_newest_first() -> None:
    table = main(site(), PLACE).xpath(".//tbody/tr")
    assert [[words(cell) for cell in row] for row in table] == [
        ["Quý I/2026", "1.946,5", "Theo hệ thống, sơ bộ"],
        ["Năm 2025", "1.370,0", "=Số ước tính"],
    ]


def test_the_head_of_the_table_says_what_is_counted() -> None:
    titles = main(site(), PLACE).xpath(".//thead//th[@scope='col']")
    assert [words(title) for title in titles] == ["Kỳ", "Giá trị (hồ sơ)", "Ghi chú"]


def test_the_page_leads_to_the_table_the_source_and_who_answers_for_it() -> None:
    found = links(main(site(), PLACE))
    assert found["Tải bảng số liệu (CSV)"] == FILE
    assert found["Báo cáo năm"] == "https://bao-cao.example/"
    assert found["Sở Nội vụ"] == "/co-quan/so-noi-vu/"


def test_a_figure_of_nobody_names_nobody() -> None:
    assert "Cơ quan chịu trách nhiệm" not in words(main(of(replace(DOSSIERS, owner="")), PLACE))


def test_the_file_holds_the_very_figures_of_the_data() -> None:
    header, *held = rows(site())
    assert header == ["period", "value", "status", "note", "source"]
    assert [(text, Decimal(value)) for text, value, *_ in held] == [
        (seen.period.text, seen.value) for seen in (THEN, NOW)
    ]


def test_the_file_is_utf_8_with_the_line_ends_of_rfc_4180() -> None:
    assert (
        made(site(), FILE)
        == (
            "period,value,status,note,source\r\n2025,1370,,'=Số ước tính,\r\n"
            '2026-Q1,1946.5,,"Theo hệ thống, sơ bộ",\r\n'
        ).encode()
    )


@pytest.mark.parametrize("note", ["=1+1", "+84", "-5", "@nguoi"])
def test_no_note_becomes_a_formula_in_a_spreadsheet(note: str) -> None:
    app = of(replace(DOSSIERS, observations=(replace(NOW, note=note),)))
    assert rows(app)[1][3] == f"'{note}"


@pytest.mark.parametrize("written", ["0", "0.10", "-3", "12345678901234567890.123"])
def test_no_digit_is_lost_between_data_and_file(written: str) -> None:
    app = of(replace(DOSSIERS, observations=(replace(NOW, value=Decimal(written)),)))
    assert rows(app)[1][1] == written


FIRST = datetime(2026, 5, 13, 9, tzinfo=HANOI)
REVISED = replace(
    DOSSIERS,
    chronicle=Chronicle(
        (
            Statement(year(2025), (), 1, Cell(Decimal(1300)), None, FIRST),
            Statement(
                year(2025), (), 2, Cell(Decimal(1370)), Cell(Decimal(1300)), FIRST + timedelta(1),
                "Nhập <nhầm>",
            ),
            Statement(year(2025), (("cap", "Xã"),), 2, None, Cell(Decimal(5)), FIRST + timedelta(2)),
            Statement(
                year(2026), (), 2, Cell(Decimal(9)), Cell(Decimal(8), Status.PROVISIONAL), None
            ),
        ),
        (
            FormerTable(1, FIRST, "a" * 64, FIRST + timedelta(1), "Nhập <nhầm>"),
            FormerTable(2, FIRST + timedelta(1), "", FIRST + timedelta(2), kept=False),
        ),
    ),
)  # fmt: skip


def test_every_revision_is_told_with_both_figures_its_hour_and_its_reason() -> None:
    said = words(main(of(REVISED), PLACE))
    told = [
        "Lần công bố này. Năm 2026: 8,0 hồ sơ sửa thành 9,0 hồ sơ. Lý do: số chính thức thay số trước đó.",
        "15/05/2026 09:00. Năm 2025, Xã: 5,0 hồ sơ sửa thành không có số. Cơ quan công bố không nêu lý do.",
        "14/05/2026 09:00. Năm 2025: 1.300,0 hồ sơ sửa thành 1.370,0 hồ sơ. Lý do: Nhập <nhầm>.",
    ]
    places = [said.find(text) for text in told]
    assert -1 not in places and places == sorted(places), said


def test_replaced_files_are_listed_with_their_hours_and_reason() -> None:
    first, second = (replace(REVISED, chronicle=Chronicle((), (one,))) for one in REVISED.chronicle.formers)
    page = main(of(first), PLACE)
    assert links(page)["Bản 1 (CSV)"] == "/chi-tieu/ho-so/phien-ban/1.csv"
    told = "Bản 1 (CSV), công bố Thứ tư, 13/05/2026 09:00, được thay Thứ năm, 14/05/2026 09:00."
    assert f"{told} Lý do: Nhập <nhầm>." in words(page)
    assert "Bản 2 (đã gỡ bỏ theo quyết định)" in words(main(of(second), PLACE))


def test_where_nothing_was_revised_no_history_is_shown() -> None:
    assert "Lịch sử số liệu" not in words(main(site(), "/chi-tieu/ho-so/"))
