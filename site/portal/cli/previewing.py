"""The verb `preview`."""

import argparse
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from secrets import token_hex
from threading import Event, Thread

from portal.cli.arguments import DONE, PROBLEMS, ROOT
from portal.cli.content import Content, read, tell
from portal.cli.place import now, workspace_of
from portal.model.life import State
from portal.preview.edition import Edition
from portal.preview.server import make
from portal.preview.session import Session
from portal.preview.watching import watch_files
from portal.readers.addresses import address_of
from vietnamese.dates import format_moment

_SHOWN = (State.PUBLIC, State.DRAFT, State.SCHEDULED)


def preview(asked: argparse.Namespace) -> int:
    """Serve the content as it would be published, to this machine alone, and follow what is saved."""
    session = Session(partial(_edition, asked))
    tell(session.edition.problems)
    if session.edition.app is None:
        return PROBLEMS
    workspace = workspace_of(asked)
    stop = Event()
    with make(session, asked.port, stop, token_hex(16)) as server:
        folders = [workspace.portal, ROOT / "templates", ROOT / "site" / "static"]
        Thread(target=watch_files, args=(folders, session.refresh, stop), daemon=True).start()
        print(f"Thả tệp Word tại http://{server.host}:{server.port}/__preview/tu-word")
        print(f"Xem tại http://{server.host}:{server.port}/ (Ctrl+C để dừng)", flush=True)
        try:
            server.serve_forever()
        finally:
            stop.set()
    return DONE


def _edition(asked: argparse.Namespace) -> Edition:
    """What the files make now."""
    moment = now(asked)
    found = read(asked, moment, shown=_SHOWN)
    if found.app:
        found.app.check_templates()
    return Edition(
        found.app, found.problems, _waiting(found, moment), _files(found, workspace_of(asked).portal)
    )


def _waiting(found: Content, moment: datetime) -> dict[str, str]:
    """What a clerk must know of each text that is shown here and not to the public."""
    told = {}
    for text, life in found.reading.waiting:
        scheduled = life.at(moment) is State.SCHEDULED and life.publish
        when = (
            f"Hẹn công khai lúc {format_moment(life.publish)}" if scheduled and life.publish else "Bản nháp"
        )
        told[text.address] = f"{when}: người dân chưa thấy trang này"
    return told


def _files(found: Content, portal: Path) -> dict[str, str]:
    """The pages of the files in which something is wrong."""
    names: Iterable[str] = {problem.at.file for problem in found.problems}
    pages = ((name, address_of(name.removeprefix(f"{portal.name}/"))) for name in names)
    return {name: address for name, address in pages if address}
