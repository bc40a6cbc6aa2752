"""A policy says which witnesses are enough; one that is wrong names the line."""

import pytest

from portal.trust.policy import NotAPolicy, read_policy
from tests.trust.logs import Signer

LOG = Signer("office").key.vkey
A, B, C = (Signer(word, f"{word}.example/witness").witness.vkey for word in "abc")
POLICY = f"""
# Ba cổng láng giềng, hai là đủ.
log {LOG} https://cong-tin.example/
witness A {A} https://a.example/
witness B\t{B}
  witness C {C}
group lang-giềng 2 A B C
quorum lang-giềng
"""


def test_two_of_three_are_enough() -> None:
    policy = read_policy(POLICY)
    assert policy.logs[0].where == "https://cong-tin.example/"
    assert policy.witnesses["A"].where == "https://a.example/"
    assert [policy.is_met(seen) for seen in ("", "A", "AB", "BC", "ABC")] == [False, False, True, True, True]


def test_groups_may_have_groups() -> None:
    text = f"witness A {A}\nwitness B {B}\nwitness C {C}\ngroup x any A B\ngroup y all x C\nquorum y\n"
    assert [read_policy(text).is_met(seen) for seen in ("AB", "C", "AC", "BC")] == [False, False, True, True]


def test_a_quorum_may_be_one_witness_or_nobody() -> None:
    assert read_policy(f"witness A {A}\nquorum A\n").is_met(["A"])
    assert read_policy("quorum none\n").is_met([])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("quorum none\nquorum none\n", 2),
        ("quorum A\n", 1),
        ("lóg\n", 1),
        (f"witness A {LOG}\nquorum A\n", 1),
        (f"log {A}\nquorum none\n", 1),
        (f"log {LOG}\nlog {LOG}\n", 2),
        (f"witness A {A}\nwitness B {A}\n", 2),
        (f"witness A {A}\nwitness A {B}\n", 2),
        (f"witness none {A}\n", 1),
        (f"witness A {A}\ngroup g 2 A\n", 2),
        (f"witness A {A}\ngroup g 0 A\n", 2),
        (f"witness A {A}\ngroup g any A A\n", 2),
        (f"witness A {A}\ngroup g any\n", 2),
        (f"witness A {A}\ngroup g any B\n", 2),
        (f"witness A {A}\ngroup g any A\ngroup h any A\n", 3),
        ("witness A\n", 1),
        ("quorum none\x07\n", 1),
    ],
)
def test_the_first_wrong_line_is_named(text: str, line: int) -> None:
    with pytest.raises(NotAPolicy, match=f"line {line}:"):
        read_policy(text)
