"""Indicators: figures are exact, periods typed, and a doubtful figure is never guessed at."""

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from portal.model.observation import Status
from portal.readers.portal import Reading, read_portal
from portal.source.folder import Folder
from tests.readers.folders import PAGE, codes, portal_folder, read
from vietnamese.dates import HANOI

YAML = 'name: "Dịch vụ"\ndefinition: "Số dịch vụ."\nunit: "dịch vụ"\nsource: {name: "Báo cáo"}\n'


def indicator(csv: str) -> dict[str, str]:
    return {"chi-tieu/dich-vu.yaml": YAML, "chi-tieu/dich-vu.csv": csv}


def test_observations_stand_in_the_order_of_time_and_are_exact(tmp_path: Path) -> None:
    reading = read(tmp_path, indicator("period,value,note\n2023-Q1,81.50,\n2022,56,cả năm\n"))
    assert reading.portal is not None
    (made,) = reading.portal.indicators
    assert [(seen.period.text, seen.value, seen.note) for seen in made.observations] == [
        ("2022", Decimal("56"), "cả năm"),
        ("2023-Q1", Decimal("81.50"), ""),
    ]


@pytest.mark.parametrize(
    ("csv", "expected"),
    [
        ("period,value\n2023-04,1.946\n", ("number/ambiguous", 2, 9)),
        ("period,value\n2023-04,nhiều\n", ("number/not-a-number", 2, 9)),
        ("period,value\n2023-13,1\n", ("period/unknown", 2, 1)),
        ("period,value\n2023,1\n2023,2\n", ("period/duplicate", 3, 1)),
        ("period,value\n2023,1,2\n", ("table/columns", 2, 1)),
        ("tháng,số\n2023,1\n", ("table/header", 1, 1)),
        ("period,value\n", ("table/empty", 1, 1)),
    ],
)
def test_each_fault_of_a_table_has_its_row_and_column(
    tmp_path: Path, csv: str, expected: tuple[str, int, int]
) -> None:
    assert codes(read(tmp_path, indicator(csv))) == [expected]


def test_an_indicator_without_data_is_named(tmp_path: Path) -> None:
    assert codes(read(tmp_path, {"chi-tieu/dich-vu.yaml": YAML})) == [("table/missing", 1, 1)]


def codes_of(tmp_path: Path, csv: str, yaml: str = "") -> list[tuple[str, int, int]]:
    files = indicator(csv)
    return codes(read(tmp_path, files | {"chi-tieu/dich-vu.yaml": YAML + yaml}))


@pytest.mark.parametrize(
    ("csv", "yaml", "expected"),
    [
        ("period,value\n2023-04,1\n2023-01..2023-05,2\n", "", ("period/mixed", 3, 1)),
        ("period,value\n2023-01,1\n2023-04,2\n", "", ("period/gap", 3, 1)),
        ("period,value\n2023-02,1\n2023-01,2\n", "", ("table/unordered", 3, 1)),
        ("period,value,status\n2023,,\n", "", ("number/missing", 2, 6)),
        ("period,value,status\n2023,1,missing\n", "", ("status/with-value", 2, 6)),
        ("period,value,status\n2023,1,gần đúng\n", "", ("status/unknown", 2, 8)),
        ("period,value,status\n2023,1,Sơ bộ\n", "", ("field/alias", 2, 8)),
        ("period,value,noet\n2023,1,\n", "", ("table/column", 1, 14)),
        ("period,value\n2023,1\n", "dimensions: [{id: gioi, name: Giới}]\n", ("table/no-column", 1, 1)),
        ("period,value\n2023,-1\n", "range: {least: 0}\n", ("number/out-of-range", 2, 6)),
        ("period,value\n2023,1\n", "targets: [{period: 2025, value: 3}]\n", ("indicator/no-direction", 5, 1)),
        (
            "period,value\n2023-01,10\n2023-02,11\n2023-03,10\n2023-04,12\n2023-05,11\n2023-06,110\n", "",
            ("number/leap", 7, 9),
        ),
        (
            "period,value,gioi\n2023,10,\n2023,4,nam\n2023,5,nữ\n",
            "dimensions: [{id: gioi, name: Giới, adds: true}]\n",
            ("table/sum", 2, 6),
        ),
        (
            "period,value,gioi\n2023,4,nam\n2023,5,nam\n", "dimensions: [{id: gioi, name: Giới}]\n",
            ("period/duplicate", 3, 1),
        ),
        ('period,value,note\n2023,"1.946,5","a, b"\n2024,x,\n', "", ("number/not-a-number", 3, 6)),
    ],
)  # fmt: skip
def test_each_doubt_is_said_at_its_cell(
    tmp_path: Path, csv: str, yaml: str, expected: tuple[str, int, int]
) -> None:
    assert codes_of(tmp_path, csv, yaml) == [expected]


@pytest.mark.parametrize(
    ("csv", "yaml"),
    [
        ("period,value\n2023-01,1\n2023-04,2\n", "frequency: irregular\n"),
        ("period,value,status\n2023-01,1,\n2023-02,,missing\n2023-03,2,\n", ""),
        (
            "period,value,note\n2023-01,10,\n2023-02,11,\n2023-03,10,\n2023-04,12,\n2023-05,11,\n"
            "2023-06,110,Thêm một huyện\n", "",
        ),
        (
            "period,value,gioi\n2023,10,\n2023,4,nam\n2023,6,nữ\n",
            "dimensions: [{id: gioi, name: Giới, adds: true}]\n",
        ),
        ("period,value\n2022,56\n2023-Q1,81\n", ""),
        ("period,value\n2023-01..2023-02,1\n2023-01..2023-06,9\n", ""),
    ],
)  # fmt: skip
def test_what_has_its_reason_is_not_doubted(tmp_path: Path, csv: str, yaml: str) -> None:
    assert codes_of(tmp_path, csv, yaml) == []


def test_zero_and_every_reason_for_no_figure_are_different(tmp_path: Path) -> None:
    rows = ("2020,0,", "2021,,missing", "2022,,not-applicable", "2023,,suppressed", "2024,1,provisional")
    csv = "\n".join(("period,value,status", *rows, ""))
    reading = read(tmp_path, indicator(csv))
    assert reading.portal is not None
    (made,) = reading.portal.indicators
    assert [(seen.value, seen.status) for seen in made.observations] == [
        (Decimal(0), Status.NORMAL), (None, Status.MISSING), (None, Status.NOT_APPLICABLE),
        (None, Status.SUPPRESSED), (Decimal(1), Status.PROVISIONAL),
    ]  # fmt: skip
    assert [figure.period.text for figure in made.figures] == ["2020", "2024"]


def test_parts_stand_beside_the_whole(tmp_path: Path) -> None:
    csv = "period,value,gioi\n2023,10,\n2023,4,nam\n2023,6,nữ\n"
    files = indicator(csv) | {"chi-tieu/dich-vu.yaml": YAML + "dimensions: [{id: gioi, name: Giới}]\n"}
    reading = read(tmp_path, files)
    assert reading.portal is not None
    (made,) = reading.portal.indicators
    assert [seen.value for seen in made.observations] == [Decimal(10)]
    assert [(part.members, part.observations[0].value) for part in made.parts] == [
        (("nam",), Decimal(4)), (("nữ",), Decimal(6)),
    ]  # fmt: skip


def test_an_indicator_is_told_in_english_where_all_of_it_is(tmp_path: Path) -> None:
    english = 'name_en: "Services"\ndefinition_en: "The number of services."\n'
    files = indicator("period,value\n2023,1\n")
    speaks = {"trang/lien-he.en.md": PAGE}
    whole = {"chi-tieu/dich-vu.yaml": f'{YAML}{english}unit_en: "services"\n'}
    both = read(tmp_path / "a", files | speaks | whole)
    alone = read(tmp_path / "c", files | whole)
    assert alone.portal is not None and len(alone.portal.indicators) == 1
    one = read(tmp_path / "b", files | speaks | {"chi-tieu/dich-vu.yaml": YAML + english})
    assert both.portal is not None and one.portal is not None
    assert [made.address for made in both.portal.indicators] == [
        "/en/chi-tieu/dich-vu/",
        "/chi-tieu/dich-vu/",
    ]
    assert [made.address for made in one.portal.indicators] == ["/chi-tieu/dich-vu/"]


def test_a_reading_knows_the_midnights_at_which_a_promise_is_broken_and_grows_older(tmp_path: Path) -> None:
    promised = YAML + "frequency: month\nwithin: 15\n"
    files = {"chi-tieu/a.yaml": promised, "chi-tieu/a.csv": "period,value\n2026-10,5\n"}
    root = portal_folder(tmp_path, files)
    day = datetime(2026, 12, 16, tzinfo=HANOI)

    def at(moment: datetime) -> Reading:
        return read_portal(Folder(root, "content"), tmp_path / "cache", moment)

    assert at(day - timedelta(seconds=1)).moments == (day,)
    late = at(day + timedelta(days=2, hours=9))
    assert late.moments == (day + timedelta(days=2), day + timedelta(days=3))
    assert late.portal is not None and late.portal.dues[0].late == 3
