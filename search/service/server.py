"""The server of the service: waitress within our bounds, which finishes what it has begun before it ends."""

import logging
import select
from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Any

from waitress import create_server, wasyncore

from search.service.hurried import Clock
from search.service.limits import (
    CONNECTIONS,
    DRAIN_SECONDS,
    IDLE_SECONDS,
    MAX_BODY_BYTES,
    MAX_HEADER_BYTES,
    THREADS,
)

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

_LOOP_SECONDS = 0.2
_POLL = hasattr(select, "poll")


class Server:
    """Listens from the moment it is made; raises OSError where it cannot."""

    def __init__(self, app: "WSGIApplication", host: str, port: int) -> None:
        """Listen at an address; port 0 is one that the system chooses."""
        # That requests wait is said by the answers, not in the log.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        self._map: dict[int, Any] = {}
        server: Any = create_server(
            app, map=self._map, host=host, port=port, threads=THREADS, connection_limit=CONNECTIONS,
            ident=None, max_request_header_size=MAX_HEADER_BYTES, max_request_body_size=MAX_BODY_BYTES,
            channel_timeout=IDLE_SECONDS, cleanup_interval=IDLE_SECONDS // 3, asyncore_use_poll=_POLL,
            clear_untrusted_proxy_headers=True, expose_tracebacks=False,
        )  # fmt: skip
        self._dispatcher = server.task_dispatcher
        # A name may stand for several addresses; then each has a socket.
        self._listening = [one for one in self._map.values() if hasattr(one, "effective_port")]

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._listening[0].effective_port)

    def run(self, stop: Event, clock: Clock, draining: Callable[[], None]) -> None:
        """Answer until told to stop; then say so, listen no more, and finish what was begun."""
        while not stop.is_set():
            self._turn()
        draining()
        self._listen_no_more()
        end = clock() + DRAIN_SECONDS
        while self._is_at_work() and clock() < end:
            self._turn()
        self._dispatcher.shutdown(timeout=1)
        wasyncore.close_all(self._map)

    def _turn(self) -> None:
        wasyncore.loop(timeout=_LOOP_SECONDS, map=self._map, use_poll=_POLL, count=1)

    def _listen_no_more(self) -> None:
        for one in self._listening:
            one.del_channel()
            one.socket.close()

    def _is_at_work(self) -> bool:
        channels = [channel for one in self._listening for channel in one.active_channels.values()]
        return any(channel.requests or channel.total_outbufs_len for channel in channels)
