"""The outline of a text from elsewhere: bold lines that are headings, and levels that skip none."""

import re
from collections.abc import Iterator

from portal.importing.document import Block, Blocks, Break, Content, Heading, Mark, Paragraph, Run, words_of
from portal.importing.remarks import Remark

LOWEST = 6
_LONGEST = 120
_SENTENCE_ENDS = (".", ";", ",", "…", "?")
# How administrative texts number their parts, from the widest: Phần, Chương, Mục, I., 1., a).
_KINDS = (
    re.compile(r"(?:phần|chương)\b", re.IGNORECASE),
    re.compile(r"mục\b", re.IGNORECASE),
    re.compile(r"[IVXLC]+[.)]?\s"),
    re.compile(r"(?:[0-9]+[.)]|điều [0-9]+)\s?", re.IGNORECASE),
    re.compile(r"[a-zđ][.)]\s"),
)


def outlined(blocks: Blocks) -> tuple[Blocks, tuple[Remark, ...]]:
    """Give blocks whose short bold lines are headings and whose levels skip none, and say which were bold.

    Bold lines after which only bold lines come, as in a signature, are no headings.
    """
    styled = any(isinstance(block, Heading) for block in blocks)
    end = _end_of_words(blocks)
    offered: list[Remark] = []
    made: list[Block] = []
    for at, block in enumerate(blocks):
        if at < end and isinstance(block, Paragraph) and _may_head(block.content):
            level = LOWEST if styled else _level_of(words_of(block.content))
            made.append(Heading(level, block.content))
            offered.append(Remark("heading/offered", {"text": words_of(block.content)}))
        else:
            made.append(block)
    return tuple(_unskipped(made)), tuple(offered)


def leveled(blocks: Blocks) -> Blocks:
    """Give blocks whose levels begin with 2 and skip none; what is bold stays so."""
    return tuple(_unskipped(list(blocks)))


def _end_of_words(blocks: Blocks) -> int:
    """Where the last block stands that is more than a bold line."""
    plain = [
        at for at, one in enumerate(blocks) if not isinstance(one, Paragraph) or not is_bold(one.content)
    ]
    return max(plain, default=0)


def _may_head(content: Content) -> bool:
    words = words_of(content)
    return 0 < len(words) <= _LONGEST and not words.endswith(_SENTENCE_ENDS) and is_bold(content)


def is_bold(content: Content) -> bool:
    """Whether there are words, all of them bold, and nothing else."""
    held = [one for one in content if not isinstance(one, Break)]
    return bool(held) and all(isinstance(one, Run) and Mark.BOLD in one.marks for one in held)


def _level_of(words: str) -> int:
    return next((2 + at for at, kind in enumerate(_KINDS) if kind.match(words)), 2)


def _unskipped(blocks: list[Block]) -> Iterator[Block]:
    """Levels from 2, each at most one below the one before, without marks that a heading has anyway."""
    open_levels: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            yield Heading(min(len(open_levels) + 1, LOWEST), _unbold(block.content))
        else:
            yield block


def _unbold(content: Content) -> Content:
    return tuple(
        Run(one.text, one.marks & ~Mark.BOLD, one.link) if isinstance(one, Run) else one for one in content
    )
