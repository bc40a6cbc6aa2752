"""What must be known before a file can be written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

Answers = Mapping[str, str]


class Choice(Enum):
    """Where an answer is chosen from, instead of being free."""

    CATEGORY = "category"
    UNIT = "unit"
    AUDIENCE = "audience"


@dataclass(frozen=True, slots=True)
class Question:
    """One field: its name, what is asked, an example of an answer, whether one is needed.

    `most` is the number of characters that the answer may have; 0 for any.
    """

    key: str
    words: str
    example: str = ""
    needed: bool = True
    choice: Choice | None = None
    most: int = 0


@dataclass(frozen=True, slots=True)
class NewFile:
    """One file to be written, by its path in the portal's folder."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of content: its names on the command line, what its title is, its questions, its files.

    `files` takes all answers, with the title as `title`, the day as `date` and the file's name as `slug`.
    """

    names: tuple[str, ...]
    title: str
    questions: tuple[Question, ...]
    files: Callable[[Answers], tuple[NewFile, ...]]
    own: Callable[[Answers], str]
    """The path of the first of its files."""
