"""What a running preview has in mind: the last edition, the last good pages, and who waits for the next."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import blake2b
from threading import Condition, RLock
from typing import Protocol

from portal.preview.edition import Edition
from portal.preview.faults import Fault, fault_of
from portal.source.store import Damaged
from portal.web.app import PortalApp
from portal.web.page import Page

_STYLE = re.compile(rb'(?<=<link rel="stylesheet" href=")[^"]*(?=")')
_KEPT = 200  # pages that were shown lately, as they were when nothing was wrong with them


class Maker(Protocol):
    """Makes editions."""

    def whole(self) -> Edition:
        """One of all files as they stand."""
        ...

    def after(self, before: Edition, files: Sequence[str]) -> Edition:
        """One after some files changed."""
        ...

    def is_past(self) -> bool:
        """Whether anything changed that was not told."""
        ...

    def public(self) -> PortalApp | None:
        """The portal as everybody would see it."""
        ...

    def forget(self) -> None:
        """Read everything anew the next time."""
        ...


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands at an address: its bytes, empty where there are none, and what went wrong with them."""

    body: bytes
    fault: Fault | None = None

    @property
    def mark(self) -> str:
        """Stands for the bytes but the name of the style sheet, which can change in place; empty for none."""
        same = _STYLE.sub(b"", self.body)
        return blake2b(same, digest_size=8).hexdigest() if self.body else ""


class Session:
    """Editions one after another. Whatever reads or makes pages does so alone, as the store demands."""

    def __init__(self, maker: Maker, run: str = "") -> None:
        """Make the first edition; raises what making it raises. `run` tells this session from others."""
        self._maker, self._run = maker, run
        self._alone = RLock()
        self._changed = Condition()
        self._good: dict[str, bytes] = {}
        self._made: dict[str, Shown] = {}
        self._public: PortalApp | None = None
        self._count = 1
        self.edition = maker.whole()

    @property
    def number(self) -> str:
        """Tells an edition from all others, those of other sessions too."""
        return f"{self._run}{self._count}"

    def refresh(self, files: Sequence[str] = ()) -> None:
        """Make the edition after some files changed, all where none is named, and tell those who wait.

        Where it fails as a whole the old one's pages stay, and what went wrong is told.
        """
        with self._alone:
            before = self.edition
            try:
                made = self._maker.after(before, files) if files else self._maker.whole()
            except Exception as error:
                # A preview outlives whatever is written; the same in a build is a failure, said in words.
                made = Edition(None, before.problems, before.waiting, before.files, fault_of(error))
            self.edition = made if made.app else replace(made, app=before.app)
            self._made.clear()
            self._public = None
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def look(self) -> bool:
        """Make a new edition if anything changed that was not told; gives whether it did."""
        with self._alone:
            try:
                past = self._maker.is_past()
            except OSError:
                # A folder went away while it was looked at: the next look sees what is left.
                return False
            if past:
                self.refresh()
        return past

    def public(self) -> PortalApp | None:
        """The portal as everybody would see it, made when it is first asked for; call it in `alone`."""
        if self._public is None:
            self._public = self._maker.public()
        return self._public

    @contextmanager
    def alone(self) -> Iterator[Edition]:
        """The edition, while nobody makes another."""
        with self._alone:
            yield self.edition

    def wait_for(self, known: str, seconds: float) -> str:
        """Give the number of the edition when it is another than the known one, or when the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self.number != known, seconds)
            return self.number

    def shown(self, address: str) -> Shown | None:
        """What stands at an address; None where there is nothing to show.

        Of a page that cannot be made now the last good one is given.
        """
        with self._alone:
            app = self.edition.app
            if app is None or address not in app.slots:
                good = self._good.get(address)
                return Shown(good) if good is not None and self.is_broken(address) else None
            if address not in self._made:
                self._made[address] = self._make(address)
            return self._made[address]

    def _make(self, address: str, *, again: bool = True) -> Shown:
        app = self.edition.app
        if app is None or address not in app.slots:
            return Shown(b"")
        try:
            with app.app_context():
                made = app.body(address)
        except Damaged as error:
            if not again:
                return Shown(self._good.get(address, b""), fault_of(error))
            # What was kept of the sources is not what was kept, as where somebody empties the output.
            self._maker.forget()
            self.refresh()
            return self._make(address, again=False)
        except Exception as error:
            # Whatever a template raises is shown, and not died of.
            return Shown(self._good.get(address, b""), fault_of(error))
        if len(self._good) >= _KEPT:
            self._good.pop(next(iter(self._good)))
        self._good[address] = made
        return Shown(made)

    def style_of(self, address: str) -> str:
        """The address of the style sheet of a page; empty where there is none."""
        with self._alone:
            app = self.edition.app
            if app is None or address not in app.slots or not app.slots[address].page:
                return ""
            answer = app.answer(address)
            return app.made_for(answer.template)["style"] if isinstance(answer, Page) else ""

    def is_broken(self, address: str) -> bool:
        """Whether something is wrong with the file of a page."""
        return address in self.edition.files.values()
