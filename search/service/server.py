"""The server of the service: waitress within our bounds, which finishes what it has begun before it ends."""

import logging
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


class Server:
    """Listens from the moment it is made; raises OSError where it cannot."""

    def __init__(self, app: "WSGIApplication", host: str, port: int) -> None:
        """Listen at an address; port 0 is one that the system chooses."""
        # That requests wait is said by the answers, not in the log.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        self._server: Any = create_server(
            app, host=host, port=port, threads=THREADS, connection_limit=CONNECTIONS, ident=None,
            max_request_header_size=MAX_HEADER_BYTES, max_request_body_size=MAX_BODY_BYTES,
            channel_timeout=IDLE_SECONDS, cleanup_interval=IDLE_SECONDS // 3, asyncore_use_poll=True,
            clear_untrusted_proxy_headers=True, expose_tracebacks=False,
        )  # fmt: skip

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.effective_port)

    def run(self, stop: Event, clock: Clock, draining: Callable[[], None]) -> None:
        """Answer until told to stop; then say so, listen no more, and finish what was begun."""
        while not stop.is_set():
            self._turn()
        draining()
        self._listen_no_more()
        end = clock() + DRAIN_SECONDS
        while self._is_at_work() and clock() < end:
            self._turn()
        self._server.task_dispatcher.shutdown(timeout=1)
        wasyncore.close_all(self._server._map)

    def _turn(self) -> None:
        wasyncore.loop(timeout=_LOOP_SECONDS, map=self._server._map, use_poll=True, count=1)

    def _listen_no_more(self) -> None:
        self._server.del_channel()
        self._server.socket.close()

    def _is_at_work(self) -> bool:
        channels = list(self._server.active_channels.values())
        return any(channel.requests or channel.total_outbufs_len for channel in channels)
