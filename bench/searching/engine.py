"""What is asked of an engine that is compared, and what it answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bench.searching.queries import Question
from search.document import Document


class Engine(Protocol):
    """An engine: it builds an index in a folder, opens it, and is asked."""

    def build(self, folder: Path, documents: Iterable[Document]) -> None:
        """Make the index of all documents."""

    def open(self, folder: Path) -> None:
        """Make ready to be asked."""

    def ask(self, question: Question) -> Sequence[str]:
        """Give the addresses of the first ten answers."""

    def bytes_asked(self) -> Sequence[int]:
        """Give what each question brought to a reader that had nothing yet; empty where a server answers."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a worker found: costs of the index, and for each question the answers and the seconds.

    `first` are those of the first time that each was asked, one after the other, `again` of a second round.
    """

    build_cpu: float
    build_wall: float
    size: int
    files: int
    answers: Sequence[Sequence[str]]
    first: Sequence[float]
    again: Sequence[float]
    bytes: Sequence[int]
