"""A revised figure is never silent: its reason is asked for, and texts that took it say so and are named."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from portal.model.article import Article
from portal.problems.catalogue import stops
from portal.readers.portal import Reading, read_portal
from portal.source.folder import Folder
from tests.readers.folders import ARTICLE, ARTICLE_FILE, codes, portal_folder
from tests.readers.test_quoted import DATA
from tests.record.portals import DAY, THEN, Writer
from vietnamese.dates import HANOI

TABLE = "chi-tieu/ty-le.csv"
FIRST = (
    DATA[TABLE].replace(",status\n", ",status,note\n").replace(",\n", ",,\n").replace("missing", "missing,")
)
TEXT = "Có [[chi-tieu:ty-le@2022]], nay là [[chi-tieu:ty-le@2022..2023-Q1|tu-den]]."
EARLY = ARTICLE.replace("2026-05-13 14:44", "2026-05-12 08:00").replace("Nội dung buổi họp.", TEXT)
AS_OF = datetime(2026, 11, 1, tzinfo=HANOI)


def portal(
    folder: Path, table: str, article: str = EARLY, *, published: tuple[str, ...] = (FIRST,)
) -> Reading:
    """A portal that published some versions of its data file, and where another stands now."""
    root = portal_folder(folder, {**DATA, TABLE: table, ARTICLE_FILE: article})
    writer = Writer(folder)
    done = len(writer.read().versions_of(TABLE))
    for text in published[done:]:
        writer.publish(TABLE, text)
    return read_portal(Folder(root, "content"), folder / "cache", AS_OF)


def the_article(reading: Reading) -> Article:
    assert reading.portal is not None
    return reading.portal.articles[0]


def changed(value: str, note: str = "", table: str = FIRST) -> str:
    return table.replace("2022,56,,", f"2022,{value},,{note}")


def test_what_stands_as_it_was_published_is_not_doubted(tmp_path: Path) -> None:
    reading = portal(tmp_path, FIRST)
    assert codes(reading) == [] and the_article(reading).revised == ()


def test_a_changed_cell_asks_for_its_reason_and_names_each_text_by_its_line(tmp_path: Path) -> None:
    reading = portal(tmp_path, changed("57"))
    said = [(one.code, one.at.file, one.at.line, one.at.column) for one in reading.problems]
    file = f"content/{ARTICLE_FILE}"
    assert said == [
        ("number/revised", f"content/{TABLE}", 3, 6),
        ("figure/revised", file, 7, 4),
        ("figure/revised", file, 7, 36),
    ]
    assert not stops(reading.problems)


def test_the_note_of_the_row_is_the_reason(tmp_path: Path) -> None:
    reading = portal(tmp_path, changed("57", "Cộng thiếu hai huyện"))
    assert {code for code, _, _ in codes(reading)} == {"figure/revised"}
    (one,) = the_article(reading).revised
    assert (one.old, one.new, one.at, one.reason) == ("56%", "57%", None, "Cộng thiếu hai huyện")


def test_what_is_published_has_its_day_and_the_article_changed_then(tmp_path: Path) -> None:
    later = changed("57", "Nhập nhầm")
    reading = portal(tmp_path, later, published=(FIRST, later))
    article = the_article(reading)
    (one,) = article.revised
    assert one.at == THEN + DAY and article.changed == THEN + DAY
    assert article.marked != the_article(portal(tmp_path / "b", later, published=())).marked


def test_an_article_that_came_after_the_revision_says_nothing(tmp_path: Path) -> None:
    later = changed("57", "Nhập nhầm")
    after = EARLY.replace("2026-05-12", "2026-05-20")
    reading = portal(tmp_path, later, after, published=(FIRST, later))
    assert codes(reading) == [] and the_article(reading).revised == ()


@pytest.mark.parametrize("value", ["57", "57.0", '"57"'])
def test_what_an_editor_acknowledged_is_no_more_warned_of_but_readers_still_see_it(
    value: str, tmp_path: Path
) -> None:
    seen = EARLY.replace("category:", f"acknowledged:\n  ty-le@2022: {value}\ncategory:")
    reading = portal(tmp_path, changed("57", "Nhập nhầm"), seen)
    assert codes(reading) == [] and len(the_article(reading).revised) == 1


def test_an_acknowledgement_is_of_one_figure_and_not_of_the_next(tmp_path: Path) -> None:
    seen = EARLY.replace("category:", "acknowledged: {ty-le@2022: 57}\ncategory:")
    reading = portal(tmp_path, changed("58", "Nhập nhầm"), seen)
    assert {code for code, _, _ in codes(reading)} == {"figure/revised"}


def test_what_cannot_be_a_figure_is_no_acknowledgement(tmp_path: Path) -> None:
    seen = EARLY.replace("category:", "acknowledged: {ty-le@2022: nhiều}\ncategory:")
    assert [code for code, _, _ in codes(portal(tmp_path, FIRST, seen))] == ["number/not-a-number"]


@pytest.mark.parametrize(
    ("row", "seen"),
    [("2022,,suppressed,Chỉ có hai người\n", "suppressed"), ("2022,,missing,Nguồn đã rút\n", "missing")],
)
def test_a_figure_that_is_taken_back_holds_no_text_up(row: str, seen: str, tmp_path: Path) -> None:
    table = FIRST.replace("2022,56,,\n", row)
    reading = portal(tmp_path, table)
    assert {code for code, _, _ in codes(reading)} == {"figure/revised"}
    article = the_article(reading)
    assert "(số liệu đã rút)" in article.body.plain and article.revised[0].new == "không có số"
    known = EARLY.replace("category:", f"acknowledged: {{ty-le@2022: {seen}}}\ncategory:")
    assert codes(portal(tmp_path, table, known)) == []


def test_a_row_that_is_gone_is_asked_back(tmp_path: Path) -> None:
    reading = portal(tmp_path, FIRST.replace("2022,56,,\n", ""))
    assert [code for code, _, _ in codes(reading)][:1] == ["table/row-gone"]


def test_a_final_figure_in_the_place_of_an_early_one_needs_no_reason(tmp_path: Path) -> None:
    early = FIRST.replace("2022,56,,", "2022,56,provisional,")
    reading = portal(tmp_path, changed("57"), published=(early,))
    assert {code for code, _, _ in codes(reading)} == {"figure/revised"}


def test_a_text_that_waits_is_measured_from_the_hour_it_is_published(tmp_path: Path) -> None:
    later = changed("57", "Nhập nhầm")
    hour = (THEN + DAY + timedelta(hours=1)).astimezone(HANOI)
    waits = EARLY.replace("category:", f"publish: {hour:%Y-%m-%d %H:%M}\ncategory:")
    assert codes(portal(tmp_path, later, waits, published=(FIRST, later))) == []


def test_publishing_dates_what_waited_though_no_file_changed(tmp_path: Path) -> None:
    later = changed("57", "Nhập nhầm")
    waiting = portal(tmp_path, later)
    dated = portal(tmp_path, later, published=(FIRST, later))
    (before,), (after,) = the_article(waiting).revised, the_article(dated).revised
    assert before.at is None and after.at is not None and replace(before, at=after.at) == after
