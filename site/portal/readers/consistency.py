"""What no file can know alone: names that many machines take for one, translations without an original."""

from collections.abc import Iterator

from portal.problems.problem import Location, Problem
from portal.source.folder import Folder
from vietnamese.spelling import fold

OF_NAMES = frozenset(["file/alike", "file/no-original"])
"""The codes of these problems: they are of which files there are, and not of what these say."""


def inconsistent(folder: Folder) -> Iterator[Problem]:
    """Give what is wrong with the names of a portal's files among each other."""
    yield from _alike(folder)
    yield from _without_original(folder)


def _alike(folder: Folder) -> Iterator[Problem]:
    # Names that are folded already differ as they are: in most portals all are, or all but a few.
    whole = "\n".join(folder.files)
    if whole == fold(whole):
        return
    first: dict[str, str] = {}
    for file in folder.files:
        other = first.setdefault(fold(file), file)
        if other != file:
            yield Problem("file/alike", Location(folder.shown(file)), {"other": folder.shown(other)})


def _without_original(folder: Folder) -> Iterator[Problem]:
    for below in ("tin-tuc", "trang"):
        for file in folder.below(below, ".en.md"):
            original = file.removesuffix(".en.md") + ".md"
            if original not in folder.names:
                facts = {"original": original.rpartition("/")[2]}
                yield Problem("file/no-original", Location(folder.shown(file)), facts)
