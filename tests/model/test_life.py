"""When a text is public."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.life import ALWAYS, Life, State, Withdrawal
from vietnamese.dates import HANOI

DAY = datetime(2026, 6, 1, tzinfo=HANOI)
INSTANT = timedelta(microseconds=1)
moments = st.integers(-5, 5).map(lambda days: DAY + timedelta(days=days))
lives = st.builds(
    Life,
    st.booleans(),
    st.none() | moments,
    st.none() | moments,
    st.none() | st.builds(Withdrawal, moments, st.just("Sai.")),
)


def test_a_text_that_says_nothing_is_always_public() -> None:
    assert ALWAYS.at(DAY) is State.PUBLIC
    assert ALWAYS.moments == ()


@pytest.mark.parametrize(
    ("life", "before", "after"),
    [
        (Life(publish=DAY), State.SCHEDULED, State.PUBLIC),
        (Life(expires=DAY), State.PUBLIC, State.EXPIRED),
        (Life(withdrawn=Withdrawal(DAY, "Sai.")), State.PUBLIC, State.WITHDRAWN),
        (Life(draft=True, publish=DAY), State.DRAFT, State.DRAFT),
    ],
)
def test_a_change_has_come_at_the_very_moment_that_is_named(life: Life, before: State, after: State) -> None:
    assert (life.at(DAY - INSTANT), life.at(DAY)) == (before, after)


def test_what_was_taken_back_does_not_expire_later() -> None:
    life = Life(expires=DAY + timedelta(days=1), withdrawn=Withdrawal(DAY, "Sai."))
    assert life.moments == (DAY,)


@given(lives, moments)
def test_nothing_changes_but_at_the_moments_that_a_life_names(life: Life, moment: datetime) -> None:
    assert (life.at(moment) is not life.at(moment - INSTANT)) == (moment in life.moments)
