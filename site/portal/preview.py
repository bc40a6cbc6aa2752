"""The portal as it would be published, served to this machine alone."""

from collections.abc import Callable
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from portal.web.app import PortalApp

ADDRESS = "127.0.0.1"


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of single requests."""


def serve(app: PortalApp, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted, on 127.0.0.1 only; `ready` is told the address. Raises OSError."""
    with make_server(ADDRESS, port, app, WSGIServer, _Quiet) as server:
        ready(f"http://{ADDRESS}:{server.server_port}/")
        server.serve_forever()
