"""A small site of views that need no portal, and a page without a fault."""

from collections.abc import Callable, Mapping
from pathlib import Path

from flask import Flask, Response

from portal.web.media import media_of
from portal.workspace import Workspace

Answers = Mapping[str, str | Callable[[], str]]


def page(body: str = "", head: str = "", title: str = "Tin", html: str = '<html lang="vi">') -> str:
    """A page that no rule finds fault with, but for what is put into it."""
    return (
        f'<!doctype html>{html}<head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="description" content="Tin của tỉnh">{head}</head>'
        f"<body><main><h1>Tin</h1>{body}</main></body></html>"
    )


SITE: Answers = {
    "/": page('<a href="/tin/">Tin</a>', '<link rel="stylesheet" href="/site.css">'),
    "/tin/": page('<a href="/">Trang đầu</a>'),
    "/404.html": page(),
    "/site.css": "body{line-height:1.6}",
    "/robots.txt": "User-agent: *",
}


def app(answers: Answers = SITE) -> Flask:
    """An application that answers each address with its text, or with what its function gives."""
    made = Flask("tin", static_folder=None)

    def answer(path: str = "") -> Response:
        found = answers["/" + path]
        return Response(found if isinstance(found, str) else found(), mimetype=media_of("/" + path))

    made.add_url_rule("/", "page", answer)
    made.add_url_rule("/<path:path>", "page", answer)
    return made


def files(folder: Path) -> dict[str, str]:
    """The text of every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def workspace(folder: Path) -> Workspace:
    """A workspace with an empty portal."""
    (folder / "content").mkdir()
    return Workspace(folder / "content")


def silent(done: int, total: int) -> None:
    """Progress that nobody looks at."""
