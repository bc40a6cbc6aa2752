"""Answers that were given lately, to be given again: the least lately used go first."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock


class Memory:
    """Keeps bodies of answers by what was asked, up to so many bytes in all; for any number of threads."""

    def __init__(self, most: int) -> None:
        """Keep up to `most` bytes."""
        self._most = most
        self._held: OrderedDict[Hashable, bytes] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, key: Hashable) -> bytes | None:
        """Give what is kept under a key."""
        with self._lock:
            body = self._held.get(key)
            if body is not None:
                self._held.move_to_end(key)
            return body

    def keep(self, key: Hashable, body: bytes) -> None:
        """Keep a body under a key."""
        with self._lock:
            self._size += len(body) - len(self._held.pop(key, b""))
            self._held[key] = body
            while self._size > self._most:
                self._size -= len(self._held.popitem(last=False)[1])

    def __len__(self) -> int:
        return len(self._held)
