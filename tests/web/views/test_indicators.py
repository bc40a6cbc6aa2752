"""Published figures: on a page with period and source, and as a table that machines can read."""

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest

from portal.model.indicator import Indicator, Observation
from portal.model.period import year
from portal.web.app import PortalApp
from tests.web.portals import DOSSIERS, NOW, SHARE, THEN, links, made, main, site, words

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
