"""The preview's own pages: what is wrong, what will change, what becomes of a Word document."""

from collections.abc import Callable, Mapping
from hmac import compare_digest
from pathlib import Path

from jinja2 import TemplateError
from werkzeug.wrappers import Request, Response

from portal.failure import Failure
from portal.preview.changes import changes_of, page_change
from portal.preview.edition import Edition
from portal.preview.faults import fault_of
from portal.preview.notes import notes, told
from portal.preview.session import Session
from portal.preview.word import MOST, TOO_LARGE, Made, made_of
from portal.problems.catalogue import level_of
from portal.problems.problem import Level
from portal.web.media import media_of
from portal.web.templates import environment
from portal.workspace import Workspace

OWN = "/__preview/"
"""Below it the preview answers itself; no page of a portal can be there."""

CHANGES, WORD = "thay-doi", "tu-word"
_MENU = (("", "Điều cần biết"), (CHANGES, "Sẽ đổi gì"), (WORD, "Từ Word"))
_HERE = Path(__file__).parent
_FILES = frozenset(file.name for file in (_HERE / "files").iterdir())
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_AROUND = 10_000  # bytes of a form around its file
_MOST_TOLD = 300  # problems on the page of all
_ZIP = "application/zip"
_MARKDOWN = "text/markdown"


class Desk:
    """Answers for all addresses below `OWN` but the stream of editions.

    `token` is a secret of this run: only a page that was given here knows it.
    """

    def __init__(self, session: Session, workspace: Workspace, token: str) -> None:
        """Answer for a session."""
        self._session, self._workspace, self._token = session, workspace, token
        self._pages = environment([_HERE / "pages"])
        self._dropped: Made | None = None

    def answer(self, request: Request) -> Response:
        """Answer a request; nothing that comes in is written into the content."""
        name = request.path.removeprefix(OWN)
        pages: Mapping[str, Callable[[Request], Response]] = {
            "": self._home, "notes": self._notes, CHANGES: self._changes, WORD: self._word,
        }  # fmt: skip
        if name in pages and (request.method in ("GET", "HEAD") or name == WORD):
            return pages[name](request)
        if request.method not in ("GET", "HEAD"):
            return Response("", 405, mimetype="text/plain")
        if name.startswith(f"{WORD}/"):
            return self._file(name.removeprefix(f"{WORD}/"))
        if name in _FILES:
            return Response((_HERE / "files" / name).read_bytes(), mimetype=media_of(f"/{name}"))
        return Response("Không có trang này.", 404, mimetype="text/plain")

    def _page(self, name: str, here: str, status: int = 200, **shows: object) -> Response:
        made = self._pages.get_template(f"{name}.html").render(here=here, menu=_MENU, **shows)
        return Response(made, status, {"Content-Security-Policy": _POLICY}, mimetype="text/html")

    def _notes(self, request: Request) -> Response:
        return Response(notes(self._session, request.args.get("address", "/")), mimetype="application/json")

    def _home(self, request: Request) -> Response:
        with self._session.alone() as edition:
            ordered = sorted(edition.problems, key=lambda one: level_of(one).value)
            problems = [told(one, edition.files.get(one.at.file, "")) for one in ordered[:_MOST_TOLD]]
            errors = _errors(edition)
            waiting = [(one, self._title(one), why) for one, why in sorted(edition.waiting.items())]
        return self._page(
            "home",
            "",
            problems=problems,
            warnings=len(ordered) - errors,
            more=len(ordered) - len(problems),
            errors=errors,
            fault=edition.fault,
            waiting=waiting,
        )

    def _title(self, address: str) -> str:
        app = self._session.edition.app
        value = app.slots[address].value if app and address in app.slots else None
        article = getattr(getattr(value, "story", None), "article", value)
        return str(getattr(article, "title", "") or address)

    def _changes(self, request: Request) -> Response:
        page, changes, wrong = None, None, ""
        with self._session.alone() as edition:
            errors = _errors(edition)
            try:
                app = self._session.public()
                if app and (asked := request.args.get("trang")):
                    page = page_change(app, self._workspace, asked)
                elif app:
                    changes = changes_of(app, self._workspace)
                else:
                    wrong = "cài đặt của cổng đang có lỗi."
            except (Failure, TemplateError, OSError) as error:
                wrong = fault_of(error).what
        return self._page("changes", CHANGES, page=page, changes=changes, wrong=wrong, errors=errors)

    def _word(self, request: Request) -> Response:
        if request.method != "POST":
            return self._dropping()
        if (request.content_length or MOST + 1) > MOST + _AROUND:
            return self._dropping(413, refused=TOO_LARGE)
        if not compare_digest(request.form.get("token", "").encode(), self._token.encode()):
            return self._dropping(403, refused="Trang này mở từ lần chạy trước. Chọn lại tệp rồi bấm nút.")
        sent = request.files.get("file")
        made = made_of(sent.read() if sent else b"", f"{OWN}{WORD}/")
        if isinstance(made, str):
            return self._dropping(422, refused=made)
        self._dropped = made
        name = (sent.filename if sent else "") or "bai.docx"
        return self._dropping(made=made, document=f'"{name}"' if " " in name else name)

    def _dropping(self, status: int = 200, **shows: object) -> Response:
        blank = {"token": self._token, "made": None, "refused": ""}
        return self._page("word", WORD, status, **(blank | shows))

    def _file(self, name: str) -> Response:
        body = self._dropped.files.get(name) if self._dropped else None
        if body is None:
            return Response("Không có tệp này.", 404, mimetype="text/plain")
        ending = name.rpartition(".")[2]
        return Response(body, mimetype={"zip": _ZIP, "md": _MARKDOWN}.get(ending) or media_of(f"/{name}"))


def _errors(edition: Edition) -> int:
    return sum(level_of(one) is Level.ERROR for one in edition.problems)
