"""What stops a page or the whole preview and is no problem of the content: said with file and line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

_SHOWN = (".html", ".css", ".py")
_UNDEFINED = re.compile(r"'([^']*)' is undefined")
_MISSING = re.compile(r"has no attribute '([^']*)'")


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong, where (file and line, empty where that is not known), and the line as it stands."""

    what: str
    place: str = ""
    line: str = ""


def fault_of(error: BaseException) -> Fault:
    """Say what an error means to whoever writes templates and settings."""
    cause = error.__cause__
    if isinstance(cause, TemplateSyntaxError):
        error = cause
    if isinstance(error, TemplateSyntaxError):
        return _at(f"Mẫu trang viết sai cú pháp: {error.message}", error.filename or error.name, error.lineno)
    file, line = next(_places(error), (None, 0))
    return _at(_words(error), file, line)


def _words(error: BaseException) -> str:
    said = str(error)
    if isinstance(error, TemplateNotFound):
        return f"Không có mẫu «{error.name}»."
    if isinstance(error, UndefinedError):
        named = _UNDEFINED.search(said) or _MISSING.search(said)
        return f"Mẫu trang dùng «{named[1]}» mà trang không có." if named else f"Mẫu trang: {said}"
    if isinstance(error, OSError):
        return f"Máy không làm được: {error.filename or ''} {error.strerror or error}".replace("  ", " ")
    return f"{type(error).__name__}: {said}"


def _places(error: BaseException) -> Iterator[tuple[str, int]]:
    """Lines of templates in which it was, the innermost first; Jinja puts them into what is traced."""
    traced = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    return ((file, line) for file, line in reversed(traced) if file.endswith(".html"))


def _at(what: str, file: str | None, line: int) -> Fault:
    path = Path(file) if file and file.endswith(_SHOWN) else None
    if path is None or not path.is_file():
        return Fault(what)
    lines = path.read_text("utf-8", "replace").splitlines()
    shown = lines[line - 1].strip()[:200] if 0 < line <= len(lines) else ""
    return Fault(what, f"{_short(path)}:{line}", shown)


def _short(path: Path) -> str:
    """A name that a person knows again: from the folder of templates on."""
    parts = path.parts
    begin = parts.index("templates") if "templates" in parts else len(parts) - 1
    # A portal's own templates lie in its folder: that is part of the name.
    return "/".join(parts[max(begin - 1, 0) :])
