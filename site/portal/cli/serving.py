"""The verb `serve`."""

import argparse
import gc
import signal
import sys
import time
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event, Thread

from portal.cli import fail
from portal.cli.arguments import DONE
from portal.freeze.releases import current, index_folder
from portal.workspace import Workspace
from search.service.access import Access
from search.service.app import Service, make_app
from search.service.following import Following
from search.service.release import Release
from search.service.searchers import Searchers
from search.service.server import Server
from vietnamese.dates import HANOI


def serve(asked: argparse.Namespace) -> int:
    """Serve searches of whatever release is public, until told to stop."""
    public = partial(public_release, Workspace(asked.portal, asked.output))
    if public() is None:
        return fail("Chưa có bản nào được dựng. Gõ: python3 freeze.py")
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    service = service_of(public)
    if service.following.edition is None:
        return fail("Bản đang công khai không dùng để tìm được. Dựng lại: python3 freeze.py")
    app = make_app(service)
    say = partial(print, flush=True)
    answering = (
        app
        if asked.quiet
        else Access(app, say, time.monotonic, partial(datetime.now, HANOI), asked.log_queries)
    )
    try:
        server = Server(answering, asked.host, asked.port)
    except OSError as error:
        return fail(f"Không nghe được ở {asked.host}:{asked.port} ({error.strerror or error}).")
    Thread(target=service.following.keep_looking, args=(stop,), daemon=True).start()
    # What was opened stays, and need not be looked through again and again.
    gc.collect()
    gc.freeze()
    say(f"Dịch vụ tìm kiếm: http://{asked.host}:{server.port}/tim-kiem/ · Ctrl+C để dừng.")
    server.run(stop, time.monotonic, service.stopping.set)
    service.searchers.close()
    say("Đã dừng dịch vụ tìm kiếm.")
    return DONE


def service_of(public: partial[Release | None]) -> Service:
    """Give a service of what is public, with the release of now."""
    searchers = Searchers(time.monotonic)
    following = Following(public, searchers, _warn)
    following.look()
    return Service(following, searchers, partial(print, file=sys.stderr, flush=True))


def public_release(workspace: Workspace) -> Release | None:
    """Give the release that is public now; None where there is none."""
    id = current(workspace)
    if id is None:
        return None
    site: Path = workspace.releases / id
    return Release(id, site, index_folder(workspace, id))


def _warn(why: str) -> None:
    print(f"Không dùng được bản đang công khai ({why}); vẫn trả lời theo bản trước, nếu có. "
          "Dựng lại: python3 freeze.py", file=sys.stderr, flush=True)  # fmt: skip
