"""The verb `preview`."""

import argparse
import gc
import sys
from collections.abc import Sequence
from functools import partial
from secrets import token_hex
from threading import Event, Thread

from portal.cli import fail
from portal.cli.arguments import DONE, PROBLEMS, ROOT
from portal.cli.content import count, tell
from portal.cli.place import now, templates_of, workspace_of
from portal.preview.desk import CHANGES, OWN, WORD, Desk
from portal.preview.editions import Editions, Sources
from portal.preview.server import PortTaken, Site, make
from portal.preview.session import Session
from portal.preview.watching import watch_files
from portal.preview.wording import FOLDER

_LAST_PORT = 65_535


def preview(asked: argparse.Namespace) -> int:
    """Serve the content as it would be published, to this machine alone, and follow what is saved."""
    # What is read stays; what editions leave behind is looked for when nobody waits.
    gc.disable()
    session = session_of(asked)
    gc.collect()
    # What lives as long as the preview need not be looked through again and again.
    gc.freeze()
    if session.edition.app is None:
        tell(session.edition.problems)
        if session.edition.fault:
            return fail(f"{session.edition.fault.place} {session.edition.fault.what}".strip())
        return PROBLEMS
    stop = Event()
    site = Site(session, Desk(session, workspace_of(asked), token_hex(16)), stop)
    try:
        server = make(site, asked.port)
    except PortTaken:
        other = asked.port + 1 if asked.port < _LAST_PORT else 0
        return fail(
            f"Cổng mạng {asked.port} đang có chương trình khác dùng, có thể là một bản xem trước đang chạy. "
            f"Dừng chương trình ấy, hoặc gõ: python3 freeze.py preview --port {other}"
        )
    with server:
        watching = partial(
            watch_files, sources_of(asked).watched, session.refresh, partial(_look, session), stop, _warn
        )
        Thread(target=watching, daemon=True).start()
        _say(f"http://{server.host}:{server.port}", count(session.edition.problems))
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nĐã dừng bản xem trước.")
        finally:
            stop.set()
    return DONE


def session_of(asked: argparse.Namespace) -> Session:
    """The session of a preview that was asked for, with its first edition."""
    editions = Editions(sources_of(asked), partial(now, asked), getattr(asked, "jobs", 1))
    return Session(editions, f"{token_hex(4)}-")


def sources_of(asked: argparse.Namespace) -> Sources:
    """Where what a preview shows lies."""
    workspace = workspace_of(asked)
    return Sources(workspace, templates_of(workspace), (ROOT / "site" / "static", FOLDER))


def _look(session: Session) -> bool:
    found = session.look()
    gc.collect()
    return found


def _say(address: str, problems: str) -> None:
    lines: Sequence[tuple[str, str]] = (
        ("Xem cổng", "/"),
        (f"Lỗi và bản nháp ({problems.rstrip('.')})", OWN),
        ("Người dân sẽ thấy gì đổi", f"{OWN}{CHANGES}"),
        ("Thả tệp Word", f"{OWN}{WORD}"),
    )
    for words, path in lines:
        print(f"{words + ':':<48}{address}{path}")
    print("Lưu tệp thì trang tự đổi. Ctrl+C để dừng.", flush=True)


def _warn() -> None:
    print(
        "Hệ điều hành không báo khi tệp được lưu, nên cứ mỗi giây máy xem lại một lần; "
        "trang đổi chậm hơn một chút.",
        file=sys.stderr,
        flush=True,
    )
