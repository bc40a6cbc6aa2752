"""What was written lately, for those who want the same again soon."""

from collections.abc import Callable, Hashable


class Kept:
    """Bytes by what they are made of: of the latest, at least `most` and never more than twice as many."""

    def __init__(self, most: int) -> None:
        """Begin with nothing."""
        self._most = most
        self._latest: dict[Hashable, bytes] = {}
        self._before: dict[Hashable, bytes] = {}

    def of(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """Give what is made of this; it is made where it is not kept."""
        found = self._latest.get(key)
        if found is None:
            found = self._before.get(key)
            if found is None:
                found = make()
            if len(self._latest) >= self._most:
                self._before, self._latest = self._latest, {}
            self._latest[key] = found
        return found
