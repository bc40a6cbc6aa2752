"""What was made of a source, before anyone keeps it."""

from dataclasses import dataclass

from portal.source.pictures.notes import Note


@dataclass(frozen=True, slots=True)
class Encoded:
    """One file that was made, with its measures in pixels."""

    suffix: str
    width: int
    height: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """All files of one picture, narrowest first; whether its source moves; what is written in it."""

    files: tuple[Encoded, ...]
    moves: bool = False
    notes: tuple[Note, ...] = ()
