"""Drawings of parts through time: as high as their figures, and none where they cannot be told apart."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.indicator import Dimension, Indicator, Series
from portal.model.observation import Observation, Status
from portal.model.period import month, year
from portal.web.charts import HEIGHT, WIDTH
from portal.web.part_bars import PartBar, part_bars_of
from tests.web.portals import DOSSIERS, main, site

Values = list[list[int | None]]


def split(values: Values, *, adds: bool = True, unit: str = "hồ sơ") -> Indicator:
    """An indicator with the values of each part, from 2020 on."""
    parts = tuple(
        Series((f"Phần {number}",), tuple(_seen(2020 + place, one) for place, one in enumerate(held)))
        for number, held in enumerate(values, 1)
    )
    return replace(DOSSIERS, unit=unit, dimensions=(Dimension("cap", "Cấp", adds),), parts=parts)


def _seen(of: int, value: int | None) -> Observation:
    status = Status.MISSING if value is None else Status.NORMAL
    return Observation(year(of), None if value is None else Decimal(value), status)


def _foot(bar: PartBar) -> float:
    return float(bar.top) + float(bar.height)


def test_parts_that_add_up_stand_on_each_other() -> None:
    drawing = part_bars_of(split([[30, 40], [10, 60]]), 0)
    assert drawing is not None and drawing.stacked
    first, second = drawing.bars[:2]
    assert float(first.height) == pytest.approx(3 * float(second.height), abs=0.5)
    assert first.left == second.left and float(first.top) == pytest.approx(_foot(second), abs=0.1)


@pytest.mark.parametrize(("adds", "unit"), [(False, "hồ sơ"), (True, "%")])
def test_others_stand_side_by_side_on_one_ground(adds: bool, unit: str) -> None:
    drawing = part_bars_of(split([[30, 40], [10, 60]], adds=adds, unit=unit), 0)
    assert drawing is not None and not drawing.stacked
    first, second = drawing.bars[:2]
    assert float(second.left) == pytest.approx(float(first.left) + float(first.width), abs=0.2)
    assert _foot(first) == pytest.approx(_foot(second), abs=0.1)


@pytest.mark.parametrize(
    "values",
    [[], [[1, 2]], [[1], [2]], [[1, None], [2, 3]], [[0, 0], [0, 0]], [[-1, 1], [1, 1]], [[1, 2]] * 5],
)
def test_nothing_is_drawn_where_nothing_can_be_compared_or_told_apart(values: Values) -> None:
    assert part_bars_of(split(values), 0) is None


def test_the_newest_six_periods_that_are_as_long_are_drawn() -> None:
    one = split([list(range(1, 10)), list(range(2, 11))])
    short = Observation(month(2019, 1), Decimal(5))
    mixed = tuple(replace(part, observations=(short, *part.observations)) for part in one.parts)
    drawing = part_bars_of(replace(one, parts=mixed), 0)
    assert drawing is not None
    assert [period.text for _, period in drawing.periods] == [f"{number}" for number in range(2023, 2029)]


@given(
    st.integers(2, 4).flatmap(
        lambda parts: st.lists(
            st.lists(st.integers(0, 10**7), min_size=parts, max_size=parts), min_size=2, max_size=6
        )
    ),
    st.booleans(),
)
def test_everything_stands_within_the_drawing_and_heights_follow_the_figures(
    rows: Values, adds: bool
) -> None:
    values = [list(part) for part in zip(*rows, strict=True)]
    drawing = part_bars_of(split(values, adds=adds), 0)
    if drawing is None:
        assert not any(value for row in rows for value in row)
        return
    assert len(drawing.bars) == sum(len(row) for row in rows)
    assert all(
        float(bar.left) >= 0 and float(bar.left) + float(bar.width) <= WIDTH + 0.1 for bar in drawing.bars
    )
    assert all(float(bar.top) >= -0.1 and _foot(bar) <= HEIGHT + 0.2 for bar in drawing.bars)
    flat = [value or 0 for row in rows for value in row]
    ordered = sorted(zip(flat, drawing.bars, strict=True), key=lambda pair: pair[0])
    heights = [float(bar.height) for _, bar in ordered]
    assert all(later >= earlier - 0.2 for earlier, later in zip(heights, heights[1:], strict=False))


def test_the_page_draws_them_in_less_than_four_kilobytes_with_a_title() -> None:
    app = site(indicators=(split([[1000 + n for n in range(6)]] * 4),))
    page = app.body("/chi-tieu/ho-so/").decode()
    (found,) = re.findall(
        r'<svg class="part-bars" height.*?</svg>\s*<ul class="shades">.*?</ul>', page, re.DOTALL
    )
    assert len(found.encode()) < 4096
    (drawn,) = main(app, "/chi-tieu/ho-so/").xpath(".//svg[@class='part-bars'][@role='img']")
    assert drawn.findtext("title") == "Hồ sơ trực tuyến, chia theo: cấp (hồ sơ)"
    assert "từ dưới lên: Phần 1, Phần 2, Phần 3, Phần 4." in (drawn.findtext("desc") or "")
