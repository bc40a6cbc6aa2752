"""Which release is answered from: the one that is public, as soon as all that it needs was read."""

from collections.abc import Callable
from threading import Event, Lock

from search.seal import SEAL_NAME, DamagedIndex
from search.service.frame import NoFrame
from search.service.release import Edition, Public, Release, read_edition
from search.service.searchers import Searchers

LOOK_SECONDS = 0.5
"""How often it is looked whether another release is public."""

Stamp = tuple[Release, int, int]


class Following:
    """Holds the edition that answers come from, and exchanges it for the next one when that is ready.

    `edition` may be read by any thread at any time; who answers takes it once.
    """

    def __init__(self, public: Public, searchers: Searchers, warn: Callable[[str], None]) -> None:
        """Follow what `public` says; `warn` is told, once, why a release cannot be answered from."""
        self.edition: Edition | None = None
        self._public = public
        self._searchers = searchers
        self._warn = warn
        self._warned = ""
        self._stamp: Stamp | None = None
        self._lock = Lock()

    def look(self) -> None:
        """See whether another release is public, and go over to it; what cannot be read changes nothing."""
        with self._lock:
            try:
                release = self._public()
                stamp = _stamp(release) if release else None
                if release is None or stamp == self._stamp:
                    return
                edition = read_edition(release)
                self._searchers.open(edition)
            except (DamagedIndex, NoFrame, OSError) as error:
                self._tell(str(error))
                return
            self.edition, self._stamp, self._warned = edition, stamp, ""

    def keep_looking(self, stop: Event) -> None:
        """Look again and again, until told to stop."""
        while not stop.wait(LOOK_SECONDS):
            self.look()

    def _tell(self, why: str) -> None:
        if why != self._warned:
            self._warn(why)
        self._warned = why


def _stamp(release: Release) -> Stamp:
    """Know an index again by its seal, which is written last and never changed."""
    seal = (release.index / SEAL_NAME).stat()
    return release, seal.st_ino, seal.st_mtime_ns
