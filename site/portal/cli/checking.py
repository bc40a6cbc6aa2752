"""The verb `check`."""

import argparse

from portal.cli.arguments import DONE, PROBLEMS
from portal.cli.content import read, stops, tell
from portal.cli.place import now
from portal.problems.report import as_json


def check(asked: argparse.Namespace) -> int:
    """Say every problem of the content; writes nothing but the cache."""
    found = read(asked, now(asked))
    if found.app:
        found.app.check_templates()
    if asked.format == "json":
        print(as_json(list(found.problems)))
    else:
        tell(found.problems, asked.language)
        if not found.problems:
            print("Không thấy lỗi nào.")
    return PROBLEMS if stops(found.problems, asked.strict) else DONE
