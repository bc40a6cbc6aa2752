"""A web server for a release, honest or not."""

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from portal.trust.verifying.sources import Answer

Trick = Callable[[str, "dict[str, str]"], Answer | None]
"""What an attacked server answers for an address and headers; None where it is honest."""


def honest(address: str, headers: "dict[str, str]") -> Answer | None:
    """No trick."""
    return None


def on_disk(folder: Path, address: str, headers: "dict[str, str]") -> Answer:
    """What an honest server answers."""
    path = unquote(urlsplit(address).path)
    if path.startswith("/_"):
        return Answer(404)
    file = folder / path.lstrip("/")
    if path.endswith("/"):
        file /= "index.html"
    elif file.is_dir():
        return Answer(301, to=f"{path}/")
    packed = file.with_name(f"{file.name}.gz")
    if "gzip" in headers.get("accept-encoding", "") and packed.is_file():
        return Answer(200, packed.read_bytes(), "gzip")
    return Answer(200, file.read_bytes()) if file.is_file() else Answer(404, b"404")


@contextmanager
def served(folder: Path, trick: Trick = honest) -> Iterator[str]:
    """The address of a server of a folder."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # A header and a body in two packets would wait for each other.
        wbufsize = -1

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            answer = trick(self.path, headers) or on_disk(folder, self.path, headers)
            self.send_response(answer.status)
            self.send_header("Content-Length", str(len(answer.body)))
            if answer.packing:
                self.send_header("Content-Encoding", answer.packing)
            if answer.to:
                self.send_header("Location", answer.to)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def repacked(data: bytes) -> bytes:
    """Packed as another program packs it."""
    return gzip.compress(data, 1, mtime=1)
