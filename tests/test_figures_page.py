"""The page about figures says what the engine does."""

import re
from pathlib import Path

from portal.model.indicator import Duty
from portal.model.progress import Grade
from portal.readers.names import meant_status
from portal.readers.periods import meant_period, parse_period
from portal.readers.vocabulary import COLUMNS, STATUSES
from portal.web.translator import translator
from tests.readers.folders import ARTICLE, ARTICLE_FILE, codes, read

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "so-lieu.md").read_text("utf-8")
YAML = """\
name: "Hồ sơ trả đúng hẹn"
definition: "Phần hồ sơ trả đúng hẹn."
unit: "%"
frequency: month
source: {name: "Báo cáo"}
dimensions: [{id: cap, name: "Cấp"}]
"""


def _block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1]


def _rows(title: str) -> list[list[str]]:
    table = PAGE.replace("`", "")[PAGE.replace("`", "").index(f"| {title} |") :].split("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.split("\n")[2:]]


def test_the_data_file_and_the_target_that_it_shows_are_right(tmp_path: Path) -> None:
    files = {"chi-tieu/dung-hen.csv": _block("csv"), "chi-tieu/dung-hen.yaml": YAML + _block("yaml")}
    reading = read(tmp_path, files)
    assert codes(reading) == []
    assert reading.portal is not None and len(reading.portal.indicators[0].parts) == 2


def test_every_way_to_write_a_period_is_understood() -> None:
    for _, written, also in _rows("Kỳ"):
        periods = [parse_period(text) for text in written.split(", ")]
        assert all(periods)
        if also:
            assert [meant_period(also)] == [period.text for period in periods if period]


def test_every_column_and_status_is_told() -> None:
    assert {row[0] for row in _rows("Cột")} == {*COLUMNS, "cột khác"}
    meant = {row[0]: meant_status(row[2]) for row in _rows("status | Nghĩa")}
    assert meant == {name: name for name in STATUSES}


def test_grades_are_named_as_on_the_pages() -> None:
    t = translator("vi")
    told = {row[1] for row in _rows("Đường chia cho thời gian")}
    assert told == {t(f"indicators.grade.{grade.value}") for grade in Grade}


def test_a_text_shows_what_the_page_says_of_each_way_to_take_a_figure(tmp_path: Path) -> None:
    rows = re.findall(r"^\| `(\[\[.*?\]\])` \| (.*?) \|$", PAGE, re.MULTILINE)
    assert len(rows) >= 7
    text = "\n\n".join(spec for spec, _ in rows)
    yaml = YAML.replace("frequency: month", "frequency: month\ndecimals: 1")
    files = {"chi-tieu/dung-hen.csv": _block("csv"), "chi-tieu/dung-hen.yaml": yaml}
    reading = read(tmp_path, files | {ARTICLE_FILE: ARTICLE.replace("Nội dung buổi họp.", text)})
    assert codes(reading) == []
    assert reading.portal is not None
    assert " ".join(shown for _, shown in rows) in reading.portal.articles[0].body.plain


def test_the_six_kinds_of_the_law_are_named_as_on_their_page() -> None:
    told = {row[0]: row[1] for row in _rows("duty")}
    assert told == {duty.value: translator("vi")(f"duties.{duty.value}") for duty in Duty}
