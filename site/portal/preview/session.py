"""What a running preview has in mind: the last edition, the last good pages, and who waits for the next."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from threading import Condition, RLock

from portal.failure import Failure
from portal.preview.edition import Edition
from portal.web.page import Page

_KEPT = 200  # pages that were shown lately, as they were when nothing was wrong with them


class Session:
    """Editions one after another. Whatever reads or makes pages does so alone, as the store demands."""

    def __init__(self, make: Callable[[], Edition]) -> None:
        """Make the first edition; raises what making it raises."""
        self._make = make
        self._alone = RLock()
        self._changed = Condition()
        self._good: dict[str, bytes] = {}
        self.number = 1
        self.style_only = False
        self.edition = make()

    def refresh(self, files: Iterable[str] = ()) -> None:
        """Make a new edition, and tell those who wait; where it fails as a whole the old one's pages stay."""
        with self._alone:
            try:
                made = self._make()
            except (Failure, OSError) as failure:
                made = Edition(None, fault=str(failure))
            self.edition = made if made.app else replace(made, app=self.edition.app)
        names = list(files)
        with self._changed:
            self.number += 1
            self.style_only = bool(names) and all(name.endswith(".css") for name in names)
            self._changed.notify_all()

    def wait_for(self, known: int, seconds: float) -> int:
        """Give the number of the edition when it is another than the known one, or when the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self.number != known, seconds)
            return self.number

    def body(self, address: str) -> tuple[bytes, str] | None:
        """The bytes at an address, and what went wrong in making them; None where there is nothing to show.

        Of a page that cannot be made now the last good one is given.
        """
        with self._alone:
            app = self.edition.app
            if app is None or address not in app.slots:
                found = self._good.get(address)
                return (found, "") if found is not None and self._is_broken(address) else None
            try:
                with app.app_context():
                    made = app.body(address)
            except Exception as error:
                # Whatever a template raises is shown, and not died of.
                return self._good.get(address, b""), f"{type(error).__name__}: {error}"
            if len(self._good) >= _KEPT:
                self._good.pop(next(iter(self._good)))
            self._good[address] = made
            return made, ""

    def style_of(self, address: str) -> str:
        """The address of the style sheet of a page; empty where there is none."""
        with self._alone:
            app = self.edition.app
            if app is None or address not in app.slots or not app.slots[address].page:
                return ""
            answer = app.answer(address)
            return app.made_for(answer.template)["style"] if isinstance(answer, Page) else ""

    def _is_broken(self, address: str) -> bool:
        return address in self.edition.files.values()
