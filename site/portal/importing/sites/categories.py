"""Which category of the portal an item belongs to, by what its site called it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vietnamese.addresses import slugify
from vietnamese.spelling import nearest


@dataclass(frozen=True, slots=True)
class Choice:
    """A category's id, or empty; what the site called it; whether it was only the nearest known."""

    id: str = ""
    old: str = ""
    near: bool = False


@dataclass(frozen=True, slots=True)
class Categories:
    """The portal's categories by their names and ids, what an operator mapped, and the one for all others."""

    known: Mapping[str, str]
    mapped: Mapping[str, str] = field(default_factory=dict)
    other: str = ""

    def of(self, categories: Sequence[str], tags: Sequence[str]) -> Choice:
        """Choose what was mapped, else a name that is known, a near one, the one for others."""
        mapped = {slugify(old): new for old, new in self.mapped.items()}
        known = {slugify(name): one for name, one in self.known.items()}
        for names in (mapped, known):
            for old in (*categories, *tags):
                if new := names.get(slugify(old)):
                    return Choice(new, old)
        near = self._near(categories)
        return near if near and not self.other else Choice(self.other, next(iter(categories), ""))

    def _near(self, categories: Sequence[str]) -> Choice | None:
        for old in categories:
            found = nearest(old, self.known)
            if found:
                return Choice(self.known[found], old, near=True)
        return None
