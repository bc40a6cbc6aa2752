"""What each address is made of, as digests: its content, its template, and the frame around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING

from portal.model.fingerprint import Marks
from portal.model.portal import Portal
from portal.web.assets import closure
from portal.web.frame import frame
from portal.web.histories import Text, file_of
from portal.web.page import Copied, Head, Made, Page
from portal.web.section import Reworded, Slot, Spot

if TYPE_CHECKING:
    from portal.web.app import PortalApp


@dataclass(frozen=True, slots=True)
class Around:
    """What all pages of a view and language share: digests of template and frame, empty for other files."""

    template: str
    frame: str


@dataclass(slots=True)
class Ingredients:
    """Takes the digests of an application's addresses; no page is set."""

    app: "PortalApp"
    marks: Marks = field(default_factory=Marks)
    known: dict[str, Around] = field(default_factory=dict)

    def ground(self) -> bytes:
        """Stands for all that pages are made from but templates and the words of articles."""
        portal = self.app.portal
        placed = b",".join([article.placed for article in portal.articles])
        moved = [(article.address, article.aliases) for article in portal.articles if article.aliases]
        rest = [getattr(portal, part.name) for part in fields(Portal) if part.name != "articles"]
        return self.marks.once((placed, moved, rest, self._recorded()))

    def _recorded(self) -> list[object]:
        """What was published of all but articles and figures."""
        portal = self.app.portal
        if not portal.record:
            return []
        texts: tuple[Text, ...] = (*portal.pages, *portal.indicators)
        return [portal.record.mark(file_of(text)) for text in texts]

    def words(self) -> dict[str, bytes]:
        """Stands for what each article says and what was published of it, by its address."""
        portal = self.app.portal
        said = {article.address: article.marked for article in portal.articles}
        if portal.record:
            marks = ((article.address, portal.record.mark(article.file)) for article in portal.articles)
            said.update((address, said[address] + repr(mark).encode()) for address, mark in marks if mark)
        return said

    def reworded(self, before: Mapping[str, bytes], now: Mapping[str, bytes]) -> Reworded:
        """The articles that say what they did not say before, where the ground is the same."""
        portal = self.app.portal
        changed = {address for address, _ in now.items() - before.items()}
        articles = tuple([one for one in portal.articles if one.address in changed])
        return Reworded(articles, frozenset(chain.from_iterable(map(portal.stories_around, articles))))

    def content(self, slot: Slot) -> str:
        """Sixteen hexadecimal digits that stand for what an address shows."""
        if not isinstance(slot.value, Spot):
            return self.marks.once(slot.value).hex()[:16]
        # Such a value is the whole portal: what counts is what its view takes of it.
        match slot.answer():
            case Page() as page:
                return _hex(self.marks.of((page.template, page.head, page.shows)))
            case Made() as made:
                return _hex(made.body)
            case Copied() as copied:
                return _hex(self.marks.of(copied.asset))

    def around(self, slot: Slot) -> Around:
        """What an address shares with the others of its kind."""
        if slot.kind not in self.known:
            template = self.app.template_of(slot)
            made = Around(self._template(template), self._frame(template, slot.language))
            self.known[slot.kind] = made if template else Around("", "")
        return self.known[slot.kind]

    def _template(self, name: str) -> str:
        if not name:
            return ""
        pages = self.app.pages
        assert pages.loader is not None
        sources = [(part, pages.loader.get_source(pages, part)[0]) for part in sorted(closure(pages, name))]
        return _hex(repr(sources).encode())

    def _frame(self, template: str, language: str) -> str:
        if not template:
            return ""
        made = self.app.made_for(template)
        return _hex(self.marks.of(frame(self.app.portal, Head("", ""), language, "", made)))


def _hex(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()
