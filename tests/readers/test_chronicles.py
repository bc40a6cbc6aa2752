"""What data files stated one after the other follows from their versions alone, and no change is silent."""

from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from portal.model.chronicle import Chronicle
from portal.readers.chronicles import Published, chronicle_of
from portal.readers.plain_tables import plain_table
from vietnamese.dates import HANOI

FIRST = datetime(2026, 5, 13, 9, tzinfo=HANOI)
HEADER = "period,value,cap,status,note\n"


def published(*tables: str | None, change: str = "") -> list[Published]:
    """Versions of a data file, a day after each other; None for one that was erased."""
    return [
        Published(place, FIRST + timedelta(place - 1), f"{place}", text and HEADER + text, change)
        for place, text in enumerate(tables, 1)
    ]


def told(*tables: str | None, now: str | None = None) -> Chronicle:
    """What versions stated; the last of them stands there unless `now` does."""
    last = next(text for text in reversed(tables) if text)
    return chronicle_of(published(*tables), HEADER + (last if now is None else now))


def said(chronicle: Chronicle) -> list[tuple[str, str, str, int, str]]:
    """Period, what stood and stands there, the number of the value, and the reason of each statement."""
    return [
        (one.period.text, str(one.before and one.before.value), str(one.value), one.number, one.reason)
        for one in chronicle.statements
    ]


def test_a_portal_that_never_published_has_nothing_to_tell() -> None:
    assert chronicle_of([], "period,value\n2023,1\n") == Chronicle()


def test_an_indicator_begins_with_its_newest_figure_alone() -> None:
    assert said(told("2022,56,,,\n2023,81,,,\n2023,70,Tỉnh,,\n2024,,,missing,\n")) == [
        ("2023", "None", "81", 1, "")
    ]


def test_a_new_period_is_news_and_no_revision() -> None:
    chronicle = told("2022,56,,,\n", "2022,56,,,\n2023,81,,,\n")
    assert said(chronicle)[1:] == [("2023", "None", "81", 1, "")]
    assert chronicle.revisions == () and len(chronicle.news) == 2


def test_a_revised_cell_keeps_both_figures_the_hour_and_the_note_that_came_with_it() -> None:
    chronicle = told("2022,56,,,\n", "2022,57,,,Cộng thiếu hai huyện\n")
    (one,) = chronicle.revisions
    assert said(chronicle)[1:] == [("2022", "56", "57", 2, "Cộng thiếu hai huyện")]
    assert one.at == FIRST + timedelta(1) and one.part == ()


def test_a_note_that_stood_there_before_is_no_reason_for_what_comes_later() -> None:
    chronicle = told("2022,56,,,Báo cáo năm\n", "2022,57,,,Báo cáo năm\n")
    assert said(chronicle)[1:] == [("2022", "56", "57", 2, "")]


def test_a_reason_may_come_later_and_is_that_of_the_last_revision() -> None:
    chronicle = told("2022,56,,,\n", "2022,57,,,\n", "2022,57,,,Nhập nhầm\n")
    assert said(chronicle)[1:] == [("2022", "56", "57", 2, "Nhập nhầm")]


def test_parts_are_cells_of_their_own_whatever_the_order_of_their_columns() -> None:
    one = "period,value,cap,vung\n2022,5,Tỉnh,Bắc\n"
    other = "period,value,vung,cap\n2022,6,Bắc,Tỉnh\n"
    held = [Published(1, FIRST, "1", one), Published(2, FIRST + timedelta(1), "2", other)]
    (revision,) = chronicle_of(held, other).revisions
    assert revision.part == (("cap", "Tỉnh"), ("vung", "Bắc")) and revision.value == Decimal(6)


def test_a_final_figure_needs_no_reason_to_replace_an_early_one() -> None:
    chronicle = told("2022,56,,provisional,\n", "2022,57,,,\n")
    (one,) = chronicle.revisions
    assert one.was_early


def test_what_was_taken_back_is_a_revision_too() -> None:
    gone = told("2022,56,,,\n2023,1,,,\n", "2023,1,,,\n")
    hidden = told("2022,56,,,\n", "2022,,,suppressed,Chỉ có hai người\n")
    assert said(gone)[1:] == [("2022", "56", "None", 2, "")]
    assert said(hidden)[1:] == [("2022", "56", "None", 2, "Chỉ có hai người")]


def test_a_figure_that_comes_where_none_was_is_new() -> None:
    chronicle = told("2021,1,,,\n2022,,,missing,\n", "2021,1,,,\n2022,7,,,\n")
    assert said(chronicle)[1:] == [("2022", "None", "7", 1, "")] and not chronicle.revisions


def test_the_same_value_written_otherwise_is_no_revision() -> None:
    assert not told("2022,56.0,,,\n", "2022,56,,,\n").revisions
    assert not told("2022,56.0,,provisional,\n", "2022,56,,,\n").revisions


def test_what_waits_to_be_published_has_no_hour_and_is_no_news() -> None:
    chronicle = told("2022,56,,,\n", now="2022,57,,,Nhập nhầm\n2023,60,,,\n")
    assert [(one.period.text, one.at) for one in chronicle.statements[1:]] == [("2022", None), ("2023", None)]
    assert len(chronicle.news) == 1
    assert [(one.number, one.until) for one in chronicle.formers] == [(1, None)]


def test_every_replaced_file_is_known_by_its_hour_the_hour_it_was_replaced_and_why() -> None:
    chronicle = told("2022,56,,,\n", "2022,57,,,Nhập nhầm\n", "2022,57,,,Nhập nhầm\n2023,1,,,\n")
    first, second = chronicle.formers
    assert (first.number, first.at, first.until) == (1, FIRST, FIRST + timedelta(1))
    assert first.reason == "Nhập nhầm" and second.reason == ""


def test_a_version_that_was_erased_is_named_and_passed_over() -> None:
    chronicle = told("2022,56,,,\n", None, "2022,58,,,Tính lại\n")
    assert said(chronicle)[1:] == [("2022", "56", "58", 2, "Tính lại")]
    assert [one.kept for one in chronicle.formers] == [True, False]


def test_old_spellings_are_read_as_they_were_meant() -> None:
    table = plain_table('Kỳ,Giá trị,Tình trạng\nQuý I/2023,"81,5",sơ bộ\nkhông,1,\n')
    ((members, seen),) = table.rows
    assert (members, seen.period.text, seen.value, seen.status.value) == (
        (), "2023-Q1", Decimal("81.5"), "provisional",
    )  # fmt: skip


CELLS = st.dictionaries(st.integers(2000, 2005), st.integers(0, 3) | st.none(), min_size=1, max_size=5)


def table(cells: dict[int, int | None]) -> str:
    """A data file of some years; those without a figure say so."""
    rows = (
        f"{year},{'' if value is None else value},,{'missing' if value is None else ''},\n"
        for year, value in sorted(cells.items())
    )
    return "".join(rows)


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_replaying_what_was_told_gives_what_stands_there(versions: list[dict[int, int | None]]) -> None:
    chronicle = told(*map(table, versions))
    state = {f"{year}": value for year, value in versions[0].items()}
    for one in chronicle.statements:
        if one.at and one.at > FIRST:
            before = one.before.value if one.before else None
            assert state.get(one.period.text) == before
            state[one.period.text] = None if one.value is None else int(one.value)
    now = {f"{year}": value for year, value in versions[-1].items()}
    assert {period: value for period, value in state.items() if value is not None} == {
        period: value for period, value in now.items() if value is not None
    }


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_what_was_told_once_is_told_the_same_ever_after(versions: list[dict[int, int | None]]) -> None:
    texts = list(map(table, versions))
    before, after = told(*texts[:-1]) if texts[1:] else Chronicle(), told(*texts)
    assert after.statements[: len(before.statements)] == before.statements
    ids = [(one.period.text, one.part, one.number) for one in after.statements]
    assert len(set(ids)) == len(ids)


def test_a_zero_that_was_published_with_a_wrong_status_is_a_figure() -> None:
    ((_, seen),) = plain_table("period,value,status\n2023,0,missing\n").rows
    assert (seen.value, seen.status.value) == (Decimal(0), "")


@given(st.lists(CELLS, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_states_nothing(
    versions: list[dict[int, int | None]], chance: Random
) -> None:
    texts = [table(one) for one in versions]
    mixed = ["".join(chance.sample(text.splitlines(True), text.count("\n"))) for text in texts]
    assert told(*mixed).statements == told(*texts).statements
