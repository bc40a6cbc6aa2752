"""The verbs of the command line; the only place that reads the clock, and the only one that prints."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from portal.cli.arguments import DONE, MACHINE, VERBS, parser
from portal.failure import Failure
from portal.workspace import Busy


def main(arguments: Sequence[str]) -> int:
    """Do what was asked.

    Gives 0 done; 1 problems in content, nothing published; 2 wrong usage; 3 a failure of the machine;
    4 published, but for broken files that stay as they were.
    """
    try:
        asked = parser().parse_args(_with_verb(arguments))
    except SystemExit as ended:
        return int(ended.code or 0)
    try:
        module = import_module(f"portal.cli.{asked.verb.module}")
        verb: Callable[[argparse.Namespace], int] = getattr(module, asked.verb.function)
        return verb(asked)
    except KeyboardInterrupt:
        return fail("Đã dừng theo yêu cầu; trang đang công khai không đổi.")
    except Failure as error:
        return fail(f"Không dựng được: {error}. Trang đang công khai không đổi.")
    except Busy:
        return fail("Một lượt xuất bản khác đang chạy. Đợi xong rồi gõ lại lệnh.")
    except BrokenPipeError:
        # Whoever reads what is printed has read enough, as `head` does.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        # Of two names the second is what was to be made; of a link the first is only what it says.
        named = error.filename2 or error.filename
        where = f" {named}:" if named else ""
        return fail(f"Máy không làm được:{where} {error.strerror or error}. Trang đang công khai không đổi.")


def fail(words: str) -> int:
    """Say what this machine could not do; gives the exit code for it."""
    print(words, file=sys.stderr)
    return MACHINE


def _with_verb(arguments: Sequence[str]) -> list[str]:
    given = list(arguments)
    return given if given and (given[0] in VERBS or given[0] in ("-h", "--help")) else ["build", *given]
