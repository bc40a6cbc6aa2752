"""Drawings of the parts of a total: true to the figures, and none where nothing can be compared."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.indicator import Dimension, Indicator, Series
from portal.model.observation import Observation, Status
from portal.model.period import year
from portal.web.part_charts import part_chart_of
from tests.web.portals import DOSSIERS, main, site, words


def split(*values: str | None, adds: bool = True, unit: str = "hồ sơ", in_year: int = 2025) -> Indicator:
    """An indicator whose total is split into parts of these values."""
    parts = tuple(
        Series((f"Phần {place}",), (_seen(in_year, value),)) for place, value in enumerate(values, 1)
    )
    return replace(DOSSIERS, unit=unit, dimensions=(Dimension("cap", "Cấp", adds),), parts=parts)


def _seen(in_year: int, value: str | None) -> Observation:
    status = Status.NORMAL if value is not None else Status.SUPPRESSED
    return Observation(year(in_year), None if value is None else Decimal(value), status)


def test_the_largest_part_has_the_full_width_and_shares_make_the_whole() -> None:
    drawing = part_chart_of(split("300", "100"), 0)
    assert drawing is not None
    assert [(row.width, row.share) for row in drawing.rows] == [("100", Decimal(75)), ("33.3", Decimal(25))]


def test_of_percentages_the_full_width_is_a_hundred_and_none_has_a_share() -> None:
    drawing = part_chart_of(split("50", "25", unit="%"), 0)
    assert drawing is not None
    assert [(row.width, row.share) for row in drawing.rows] == [("50", None), ("25", None)]


@pytest.mark.parametrize("values", [(), ("5",), ("5", None), ("0", "0"), ("-1", "5")])
def test_nothing_is_drawn_where_nothing_can_be_compared(values: tuple[str | None, ...]) -> None:
    assert part_chart_of(split(*values), 0) is None


def test_an_older_period_is_drawn_where_the_newest_has_one_part_only() -> None:
    one = split("5", "6")
    late = Observation(year(2026), Decimal(9))
    first = replace(one.parts[0], observations=(*one.parts[0].observations, late))
    drawing = part_chart_of(replace(one, parts=(first, one.parts[1])), 0)
    assert drawing is not None and drawing.period == year(2025)


def test_no_more_than_twelve_parts_are_drawn_and_it_is_known_how_many_are_left_out() -> None:
    drawing = part_chart_of(split(*map(str, range(1, 20))), 0)
    assert drawing is not None
    assert (len(drawing.rows), drawing.left_out) == (12, 7)


@given(st.lists(st.decimals(0, 10**9, places=2), min_size=2, max_size=12))
def test_widths_follow_the_order_of_the_figures_and_stay_within_the_drawing(values: list[Decimal]) -> None:
    drawing = part_chart_of(split(*map(str, values)), 0)
    if not any(values):
        assert drawing is None
        return
    assert drawing is not None
    rows = sorted(drawing.rows, key=lambda row: row.value)
    widths = [float(row.width) for row in rows]
    assert widths == sorted(widths) and widths[-1] == 100 and widths[0] >= 0
    assert abs(sum((row.share or Decimal(0) for row in rows), Decimal(-100))) < Decimal("0.001")


def test_the_page_draws_the_parts_beside_their_table_in_less_than_four_kilobytes() -> None:
    app = site(indicators=(split(*map(str, range(1000, 1020))),))
    shown = main(app, "/chi-tieu/ho-so/")
    (drawn,) = shown.xpath(".//svg[@class='part-chart']")
    assert "Phần 12: 1.011,0 hồ sơ." in words(drawn)
    assert len(shown.xpath(".//table")) == 2
