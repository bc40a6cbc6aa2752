"""Work shared among processes."""

import os
from collections.abc import Iterator, Sequence

import pytest

from portal.parallel import WorkerDied, aside, spread


def squares(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((number, os.getpid()) for number in numbers)


@pytest.mark.parametrize("jobs", [1, 2, 3, 50])
def test_every_item_is_done_once_whatever_the_number_of_workers(jobs: int) -> None:
    assert sorted(number for number, _ in spread(squares, range(100), jobs)) == list(range(100))


def test_no_process_is_started_for_little_work() -> None:
    assert {process for _, process in spread(squares, range(9), 8)} == {os.getpid()}
    assert os.getpid() not in {process for _, process in spread(squares, range(100), 2)}


def test_nothing_to_do_gives_nothing() -> None:
    assert list(spread(squares, [], 4)) == []


def test_a_result_is_made_in_another_process_meanwhile() -> None:
    with aside(os.getpid, 2) as made:
        assert made() != os.getpid()


def test_with_one_job_it_is_made_here_when_it_is_asked_for() -> None:
    asked: list[int] = []
    with aside(lambda: asked.append(1), 1) as made:
        assert asked == []
        made()
    assert asked == [1]


def test_what_goes_wrong_aside_is_raised_where_it_is_waited_for() -> None:
    def wrong() -> None:
        raise OSError(28, "No space left on device", "tệp")

    with aside(wrong, 2) as made, pytest.raises(OSError, match="No space"):
        made()


def test_a_process_that_dies_aside_is_told() -> None:
    with aside(lambda: os._exit(9), 2) as made, pytest.raises(WorkerDied, match="9"):
        made()


def test_nobody_who_is_not_waited_for_goes_on() -> None:
    reading, writing = os.pipe()
    with aside(lambda: os.read(reading, 1), 2):
        pass
    # The other process held this end too: were it alive, there would be no end of the file.
    os.close(reading)
    with pytest.raises(BrokenPipeError):
        os.write(writing, b"x")
    os.close(writing)
