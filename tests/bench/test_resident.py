"""What is told of generators that stay at work."""

from bench.peers import OURS
from bench.resident import Stayed, resident_table


def test_each_generator_has_a_row_with_its_median_and_its_bounds() -> None:
    own = Stayed(OURS, 10_000, (0.3, 0.1, 0.2), 72_400_000)
    told = resident_table([own, Stayed("hugo", 10_000, (3.0,), 9**9)])
    assert "| `freeze.py preview` | 10,000 | 0.20 | 0.10 | 0.30 | 72 |" in told
    assert "| `hugo --watch` | 10,000 | 3.00 | 3.00 | 3.00 | 387 |" in told
