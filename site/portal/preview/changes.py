"""What the public will see changed by the next release: pages, and in them words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from portal.engine import engine_digest
from portal.freeze.build import Basis, basis_of
from portal.freeze.ledger import Reason, due, ledger_of
from portal.freeze.targets import target
from portal.preview.difference import Passage, difference, text_of
from portal.web.app import PortalApp
from portal.web.ingredients import Ingredients
from portal.web.page import Page
from portal.workspace import Workspace

_COMPARED = 40  # pages that are compared word by word on one page


class Fate(Enum):
    """What becomes of a page."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class PageChange:
    """One page that differs; `passages` is None where its words were not compared."""

    address: str
    title: str
    fate: Fate
    passages: tuple[Passage, ...] | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from a release.

    `texts` are pages of which somebody changed the words, `others` all that show these or lead to them,
    `files` how many addresses differ that no person reads. `around` is how many pages are made again only
    because what stands around their content changed, as menus and templates; `engine` says that all are.
    """

    release: str
    texts: tuple[PageChange, ...]
    others: tuple[PageChange, ...]
    files: int
    around: int
    engine: bool

    @property
    def is_none(self) -> bool:
        """Whether readers will see what they see."""
        return not (self.texts or self.others or self.files or self.around)


def changes_of(app: PortalApp, workspace: Workspace) -> Changes | None:
    """Compare a portal, as the public would see it, with the public release; None where there is none."""
    basis = basis_of(workspace)
    if basis is None:
        return None
    # Another engine makes every page anew, and most of them the same: what counts is what they show.
    ledger = ledger_of(basis.ledger.engine, app.slots, Ingredients(app), basis.ledger)
    reasons = due(basis.ledger, ledger)
    gone = sorted(basis.ledger.pages.keys() - ledger.pages.keys())
    shown = [one for one in reasons if reasons[one] in (Reason.NEW, Reason.CONTENT)]
    changes = [*_changed(app, basis, shown), *_gone(basis, gone)]
    own = {address for address, _ in basis.ledger.words.items() ^ ledger.words.items()}
    pages = {**basis.ledger.pages, **ledger.pages}
    own |= {address for address, (kind, _) in pages.items() if _is_text(kind)}
    texts = [one for one in changes if one.address in own]
    others = [one for one in changes if one.address not in own]
    return Changes(
        release=basis.id,
        texts=tuple(_compared(app, basis, texts)),
        others=tuple(_compared(app, basis, others)),
        files=sum(not _is_page(one) for one in (*shown, *gone)),
        around=sum(_is_page(one) for one in reasons.keys() - set(shown)),
        engine=not basis.ledger.engine.startswith(engine_digest()),
    )


def page_change(app: PortalApp, workspace: Workspace, address: str) -> PageChange | None:
    """Compare one page with the public release; None where neither has it, or nothing is public."""
    basis = basis_of(workspace)
    if basis is None or not _is_page(address):
        return None
    if address in app.slots:
        (found,) = _changed(app, basis, [address])
    elif address in basis.ledger.pages:
        (found,) = _gone(basis, [address])
    else:
        return None
    return _with_words(app, basis, found)


def _is_page(address: str) -> bool:
    return address.endswith(("/", ".html"))


def _changed(app: PortalApp, basis: Basis, addresses: Iterable[str]) -> Iterator[PageChange]:
    for address in addresses:
        if _is_page(address):
            fate = Fate.CHANGED if address in basis.ledger.pages else Fate.NEW
            yield PageChange(address, _title(app, address), fate)


def _gone(basis: Basis, addresses: Iterable[str]) -> Iterator[PageChange]:
    for address in addresses:
        if _is_page(address):
            words = text_of(_public(basis, address))
            yield PageChange(address, words[0] if words else address, Fate.GONE)


def _title(app: PortalApp, address: str) -> str:
    with app.app_context():
        answer = app.answer(address)
    return answer.head.title if isinstance(answer, Page) else address


def _is_text(kind: str) -> bool:
    """Whether pages of a kind show words of a file of their own; of articles the ledger knows more."""
    return kind.startswith(("standing.standing.", "gone.tombstone.", "indicators.indicator."))


def _compared(app: PortalApp, basis: Basis, changes: Iterable[PageChange]) -> Iterator[PageChange]:
    for number, one in enumerate(changes):
        yield _with_words(app, basis, one) if number < _COMPARED else one


def _with_words(app: PortalApp, basis: Basis, change: PageChange) -> PageChange:
    old = () if change.fate is Fate.NEW else text_of(_public(basis, change.address))
    new: tuple[str, ...] = ()
    if change.fate is not Fate.GONE:
        with app.app_context():
            new = text_of(app.body(change.address))
    return replace(change, passages=difference(old, new))


def _public(basis: Basis, address: str) -> bytes:
    try:
        return (basis.folder / target(address)).read_bytes()
    except OSError:
        # A page that was lost from the release shows nothing to anybody.
        return b""
