"""Progress towards a target: the share of the way by the share of the time, graded in words."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.indicator import Target
from portal.model.observation import Figure
from portal.model.period import BEFORE, NOW, Period, cumulative, month, quarter, year
from portal.model.progress import Grade, towards

VALUES = st.decimals(-1000, 1000, places=2)
YEARS = st.lists(st.integers(2000, 2050), min_size=3, max_size=3, unique=True).map(sorted)


def figures(*held: tuple[Period, str]) -> list[Figure]:
    return [Figure(period, Decimal(value)) for period, value in held]


def target(period: Period, value: str) -> Target:
    return Target(period, Decimal(value))


@pytest.mark.parametrize(
    ("held", "goal", "rising", "grade"),
    [
        ([(year(2020), "50"), (year(2022), "70")], target(year(2025), "100"), True, Grade.ON_TRACK),
        ([(year(2020), "50"), (year(2022), "65")], target(year(2025), "100"), True, Grade.SLOW),
        ([(year(2020), "50"), (year(2022), "55")], target(year(2025), "100"), True, Grade.VERY_SLOW),
        ([(year(2020), "50"), (year(2022), "50")], target(year(2025), "100"), True, Grade.VERY_SLOW),
        ([(year(2020), "50"), (year(2022), "45")], target(year(2025), "100"), True, Grade.AWAY),
        ([(year(2020), "50"), (year(2022), "100")], target(year(2025), "100"), True, Grade.REACHED),
        ([(year(2020), "50"), (year(2025), "99")], target(year(2025), "100"), True, Grade.MISSED),
        ([(year(2020), "101"), (year(2022), "90")], target(year(2025), "100"), True, Grade.AWAY),
        ([(year(2020), "10"), (year(2022), "6")], target(year(2025), "0"), False, Grade.ON_TRACK),
        ([(year(2020), "0"), (year(2022), "1")], target(year(2025), "0"), False, Grade.AWAY),
        ([(quarter(2022, 1), "1"), (quarter(2022, 3), "4")], target(year(2022), "5.5"), True, Grade.ON_TRACK),
        ([(cumulative(2026, 1, 9), "21900")], target(year(2026), "30000"), True, Grade.ON_TRACK),
        ([(cumulative(2026, 1, 9), "9000")], target(year(2026), "30000"), True, Grade.VERY_SLOW),
        ([(year(2022), "70")], target(year(2025), "100"), True, Grade.UNKNOWN),
        ([(year(2022), "100")], target(year(2025), "100"), True, Grade.REACHED),
        ([(BEFORE, "76"), (NOW, "100")], target(year(2025), "100"), True, Grade.UNKNOWN),
        ([(year(2021), "56"), (month(2022, 3), "81")], target(year(2025), "100"), True, Grade.UNKNOWN),
        ([], target(year(2025), "100"), True, Grade.UNKNOWN),
    ],
)  # fmt: skip
def test_each_grade_has_its_bounds(
    held: list[tuple[Period, str]], goal: Target, rising: bool, grade: Grade
) -> None:
    assert towards(goal, figures(*held), rising).grade is grade


@given(YEARS, VALUES, VALUES, VALUES, st.booleans())
def test_it_is_what_a_slow_reckoning_with_days_and_fractions_gives(
    years: list[int], base: Decimal, now: Decimal, goal: Decimal, rising: bool
) -> None:
    first, latest, end = years
    made = towards(Target(year(end), goal), [Figure(year(first), base), Figure(year(latest), now)], rising)
    sign = 1 if rising else -1
    if sign * now >= sign * goal:
        assert made.grade is Grade.REACHED
        return
    days = [(date(one, 12, 31) - date(first, 12, 31)).days for one in (latest, end)]
    if sign * base >= sign * goal:
        assert made.grade is Grade.AWAY
        return
    actual = Fraction(now) - Fraction(base)
    needed = (Fraction(goal) - Fraction(base)) * days[0] / days[1]
    ratio = actual / needed
    bounds = [
        (Fraction(95, 100), Grade.ON_TRACK),
        (Fraction(1, 2), Grade.SLOW),
        (Fraction(0), Grade.VERY_SLOW),
    ]
    assert made.grade is next((grade for bound, grade in bounds if ratio >= bound), Grade.AWAY)
    assert made.ratio == ratio


@given(YEARS, VALUES, VALUES, VALUES)
def test_falling_to_a_target_is_rising_to_its_negative(
    years: list[int], base: Decimal, now: Decimal, goal: Decimal
) -> None:
    first, latest, end = map(year, years)
    up = towards(Target(end, goal), [Figure(first, base), Figure(latest, now)], True)
    down = towards(Target(end, -goal), [Figure(first, -base), Figure(latest, -now)], False)
    assert (up.grade, up.way, up.time) == (down.grade, down.way, down.time)
