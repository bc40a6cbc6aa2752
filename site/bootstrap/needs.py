"""Which packages are needed, and whether this Python has them."""

import hashlib
import operator
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_COMPARISONS = {">=": operator.ge, "<": operator.lt, "==": operator.eq}
_BOUND = re.compile(r"(>=|<|==)([\d.]+)")

Version = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One line of a requirements file: a distribution and the bounds of its version."""

    name: str
    bounds: tuple[tuple[str, Version], ...]

    def allows(self, version: str) -> bool:
        """Whether a version such as `3.1.3` lies within all bounds."""
        have = version_of(version)
        return all(_COMPARISONS[comparison](have, bound) for comparison, bound in self.bounds)


@dataclass(frozen=True, slots=True)
class Needs:
    """What running the portal needs, or with `for_tests` what its tests need, that included."""

    root: Path
    for_tests: bool = False

    @property
    def name(self) -> str:
        """Of the two files, without their endings."""
        return "requirements-dev" if self.for_tests else "requirements"

    @property
    def listed(self) -> Path:
        """The file of bounds, written by hand."""
        return self.root / f"{self.name}.txt"

    @property
    def locked(self) -> Path:
        """The file of exact versions and digests, made from `listed`."""
        return self.root / f"{self.name}.lock"

    def digest(self) -> str:
        """SHA-256 of the lock file: changes whenever what should be installed does."""
        return hashlib.sha256(self.locked.read_bytes()).hexdigest()

    def are_met_here(self) -> bool:
        """Whether every listed package is installed for this Python, within its bounds."""
        folders = _folders_of_metadata(sys.path)
        return all(_is_met(requirement, folders) for requirement in read_requirements(self.listed))


def read_requirements(listed: Path) -> Iterator[Requirement]:
    """The requirements of a file of `name>=1,<2  # why` lines, following `-r other.txt`."""
    for line in listed.read_text(encoding="utf-8").splitlines():
        text = line.partition("#")[0].strip()
        if text.startswith("-r "):
            yield from read_requirements(listed.parent / text[3:].strip())
        elif text:
            yield parse_requirement(text)


def parse_requirement(text: str) -> Requirement:
    """`flask>=3.1,<4` as a Requirement."""
    found = [(comparison, version_of(bound)) for comparison, bound in _BOUND.findall(text)]
    return Requirement(re.split(r"[<>=]", text, maxsplit=1)[0].strip(), tuple(found))


def version_of(text: str) -> Version:
    """The leading numbers of a version: `2.0.0rc1` gives `(2, 0, 0)`; no number gives `()`."""
    numbers = re.match(r"\d+(?:\.\d+)*", text)
    return tuple(int(part) for part in numbers[0].split(".")) if numbers else ()


def _folders_of_metadata(places: Iterable[str]) -> dict[str, Path]:
    """The folders `name-version.dist-info` (PEP 376, PEP 427) by plain names; the first place counts."""
    found: dict[str, Path] = {}
    for place in map(Path, places):
        for folder in sorted(place.glob("*.dist-info")):
            found.setdefault(_plain(folder.name.partition("-")[0]), folder)
    return found


def _plain(name: str) -> str:
    """A distribution's name as the index compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _is_met(requirement: Requirement, folders: Mapping[str, Path]) -> bool:
    # What `importlib.metadata` answers, in a tenth of its time.
    folder = folders.get(_plain(requirement.name))
    # A damaged installation has a folder with nothing in it.
    if folder is None or not (folder / "METADATA").is_file():
        return False
    return requirement.allows(folder.name.removesuffix(".dist-info").partition("-")[2])
