"""What every reader works with: the folder, the place for prepared pictures, the problems found so far."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from portal.guard.finding import Known
from portal.model.media import Asset, Picture, Variant
from portal.problems.catalogue import is_switchable, stops
from portal.problems.problem import Location, Problem
from portal.readers.addresses import may_be_former
from portal.source.folder import Folder
from portal.source.text import SourceText, read_source
from vietnamese.addresses import RESERVED, is_slug, slugify
from vietnamese.spelling import nearest

if TYPE_CHECKING:
    from portal.model.indicator import Indicator
    from portal.readers.chronicles import Versions
    from portal.source.pictures import Prepared, PreparedFile
    from portal.source.tree import Tree

Where = Callable[[], Location]
"""Gives a place when a problem asks for it: most things are right, and none does."""


@dataclass(slots=True)
class Desk:
    """One reading of a portal.

    `broken` holds addresses of files that could not be read: links to them are no fault. `named` are files of
    which it matters that they are there, `used` those whose bytes matter, beside the file that is read.
    `known` is what guards let pass, `off` are those that are switched off where this desk reads.
    `claims` are addresses that files take, of which nobody judged yet whether they may. `prepared` are
    pictures that were made ready, by file and whether they lead: other texts may show them too.
    `indicators`, by id and language, are those whose figures texts may take. A text is `lacking` where
    what it takes is broken in another file: that is said there. `versions` gives those of a file that were
    published, oldest first.
    """

    folder: Folder
    cache: Path
    problems: list[Problem] = field(default_factory=list)
    assets: dict[str, Asset] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    claims: list[tuple[str, str, Location]] = field(default_factory=list)
    claimed: dict[str, str] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    known: Known = Known()
    off: frozenset[str] = frozenset()
    prepared: dict[tuple[str, bool], "Prepared"] = field(default_factory=dict)
    indicators: Mapping[str, Mapping[str, "Indicator"]] = field(default_factory=dict)
    lacking: bool = False
    versions: "Versions" = lambda file: ()

    def say(self, code: str, at: Location, **facts: str) -> None:
        """Add a problem, unless it is not looked for."""
        if code not in self.off:
            self.problems.append(Problem(code, at, facts))

    def has_errors(self, since: int = 0, *, whatever_is_off: bool = False) -> bool:
        """Whether any problem after the first `since` stops publication, or would with every guard off."""
        counted = self.problems[since:]
        return stops(one for one in counted if not (whatever_is_off and is_switchable(one)))

    def source(self, file: str) -> SourceText | None:
        """The text of a file, or None with the problem said."""
        found = read_source(self.folder.path(file), self.folder.shown(file))
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        if found.warnings:
            self.problems += found.warnings
        return found

    def tree(self, file: str) -> "Tree | None":
        """A YAML file as a tree."""
        # Where nothing is to be read its parser is not needed.
        from portal.source.tree import read_tree

        source = self.source(file)
        return read_tree(source, source.text) if source else None

    def slug(self, file: str, stem: str) -> bool:
        """Whether a file's name may be an address; says what to call it otherwise."""
        at = Location(self.folder.shown(file))
        if not is_slug(stem) or stem.isdigit():
            self.say("file/name", at, name=stem, slug=slugify(stem) or "ten-bai")
            return False
        if stem in RESERVED:
            self.say("address/reserved", at, name=stem)
            return False
        return True

    def claim(self, address: str, file: str, at: Location) -> None:
        """Take an address for a file; two takers are a problem of the second."""
        other = self.claimed.setdefault(address, self.folder.shown(file))
        if other != self.folder.shown(file):
            self.say("address/duplicate", at, address=address, other=other)

    def formers(self, aliases: Sequence[str], tree: "Tree") -> list[tuple[str, Location]]:
        """A file's former addresses, and where it names them; none may be one that the portal needs."""
        found = [(alias, tree.place(("aliases", place))) for place, alias in enumerate(aliases)]
        for alias, at in found:
            if not may_be_former(alias):
                self.say("address/alias-taken", at, address=alias)
        return found

    def picture(self, file: str, target: str, where: Where, *, lead: bool = False) -> "Prepared | None":
        """A picture named in a file, made ready and published; the one that leads its text in more forms."""
        path = self.folder.beside(file, target)
        if path is None:
            self.say("picture/outside", where(), name=target)
            return None
        # Most texts name no picture.
        from portal.source.pictures import Refused, prepare

        self.used.add(path)
        if path not in self.folder.names:
            self.say("picture/missing", where(), name=target, hint=hint(target, self._pictures(path)))
            return None
        made = self.prepared.get((path, lead))
        if made is None:
            try:
                made = prepare(self.folder.path(path), self.cache / "pictures", lead=lead)
            except Refused as error:
                self.say(error.code, where(), name=target, **error.facts)
                return None
            self.prepared[path, lead] = made
        if made.moves:
            self.say("picture/moves", where(), name=target)
        for prepared in made.files:
            self._publish(prepared)
        return made

    def _pictures(self, path: str) -> Iterable[str]:
        here = path.rpartition("/")[0]
        return [
            f.rpartition("/")[2]
            for f in self.folder.files
            if f.rpartition("/")[0] == here and f[-3:] != ".md"
        ]

    def _publish(self, made: "PreparedFile") -> Asset:
        asset = Asset(f"/anh/{made.name}", made.file, made.media, made.size, made.digest)
        return self.assets.setdefault(asset.address, asset)

    def variant(self, made: "PreparedFile") -> Variant:
        """A prepared file as a value of the model."""
        return Variant(self._publish(made), made.width, made.height)

    def picture_value(self, made: "Prepared", alt: str, caption: str, credit: str) -> Picture:
        """A prepared picture with its words."""
        variants, avif = (tuple(self.variant(part) for part in form) for form in (made.variants, made.avif))
        return Picture(variants, self.variant(made.fallback), alt, caption, credit, avif)


def hint(wrong: str, known: Iterable[str]) -> str:
    """The end of a repair: the nearest known name, or nothing."""
    near = nearest(wrong, known)
    return f" («{near}»?)" if near else ""
