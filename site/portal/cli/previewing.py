"""The verb `preview`."""

import argparse

from portal.cli.arguments import DONE, PROBLEMS
from portal.cli.content import read, tell
from portal.cli.place import now
from portal.preview import serve


def preview(asked: argparse.Namespace) -> int:
    """Serve the content as it would be published, to this machine alone."""
    found = read(asked, now(asked))
    tell(found.problems)
    if found.app is None:
        return PROBLEMS
    found.app.check_templates()
    serve(found.app, asked.port, lambda address: print(f"Xem tại {address} (Ctrl+C để dừng)", flush=True))
    return DONE
