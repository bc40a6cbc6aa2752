"""Answers given lately are kept, within bounds."""

from search.service.memory import Memory


def test_what_was_kept_is_given_again() -> None:
    memory = Memory(100)
    memory.keep("a", b"1")
    assert (memory.get("a"), memory.get("b")) == (b"1", None)


def test_the_least_lately_used_goes_first() -> None:
    memory = Memory(2)
    memory.keep("a", b"1")
    memory.keep("b", b"2")
    memory.get("a")
    memory.keep("c", b"3")
    assert [memory.get(key) for key in "abc"] == [b"1", None, b"3"]


def test_no_more_bytes_are_kept_than_were_allowed() -> None:
    memory = Memory(10)
    for number in range(100):
        memory.keep(number % 7, bytes(number % 5))
        assert sum(len(memory.get(key) or b"") for key in range(7)) <= 10


def test_a_body_too_large_to_be_kept_is_not() -> None:
    memory = Memory(3)
    memory.keep("a", b"1234")
    assert memory.get("a") is None and len(memory) == 0
