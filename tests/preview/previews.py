"""A preview of a small portal, asked without a network."""

import json
from argparse import Namespace
from pathlib import Path
from threading import Event
from typing import Any

from werkzeug.test import Client, TestResponse

from portal.cli.arguments import parser
from portal.cli.previewing import session_of, sources_of
from portal.preview.desk import Desk
from portal.preview.editions import Sources
from portal.preview.server import Site
from portal.preview.session import Session
from tests.readers.folders import ARTICLE, ARTICLE_FILE

STORY = "/tin-tuc/2026/hop-bao/"
HOST = "127.0.0.1:8000"
TOKEN = "bí mật"
BROKEN = ARTICLE.replace("date: 2026-05-13 14:44", "date: hôm nay")


def asked_for(content: Path) -> Namespace:
    """What the command line of a preview asks for."""
    return parser().parse_args(["preview", "--portal", str(content)])


def sources(content: Path) -> Sources:
    """Where what the preview shows lies."""
    return sources_of(asked_for(content))


class Preview:
    """A session and a client of it, with the files that they show."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.session: Session = session_of(asked_for(content))
        self.workspace = sources(content).workspace
        self.stop = Event()
        self.site = Site(self.session, Desk(self.session, self.workspace, TOKEN), self.stop)
        self.site.hosts = {HOST}
        self.client = Client(self.site)

    def save(self, text: str, file: str = ARTICLE_FILE) -> None:
        """Write a file, and let the preview know as a watch does."""
        path = self.content / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        self.session.refresh([str(path)])

    def remove(self, file: str = ARTICLE_FILE) -> None:
        """Remove a file, and let the preview know."""
        (self.content / file).unlink()
        self.session.refresh([str(self.content / file)])

    def get(self, path: str = STORY, host: str = HOST, **more: str) -> TestResponse:
        return self.client.get(path, headers={"Host": host}, query_string=more)

    def notes(self, address: str = STORY) -> dict[str, Any]:
        held: dict[str, Any] = json.loads(self.get("/__preview/notes", address=address).data)
        return held
