"""The verb `rollback`."""

import argparse
import sys

from portal.cli import fail
from portal.cli.arguments import DONE, USAGE
from portal.freeze.holding import at_work
from portal.freeze.rollback import NoSuchRelease, go_back, kept_releases
from portal.workspace import Workspace

_WENT_BACK = (
    "Nhật ký công khai cũng quay về bản cũ, và người kiểm tra sẽ thấy nó lùi lại. Đưa nội dung về như cũ "
    "bằng git, rồi gõ: python3 freeze.py publish"
)


def rollback(asked: argparse.Namespace) -> int:
    """Show a release again that was public before; the next build goes on from the content as it is."""
    workspace = Workspace(asked.portal, asked.output)
    if asked.list:
        for id, is_public in kept_releases(workspace):
            print(f"{id}{'  đang công khai' if is_public else ''}")
        return DONE
    gone = _gone(workspace)
    try:
        with at_work(workspace):
            id = go_back(workspace, asked.release)
    except NoSuchRelease as error:
        fail(str(error))
        return USAGE
    for address in sorted(gone - _gone(workspace)):
        if (workspace.public / address.strip("/") / "index.html").is_file():
            print(f"Bản này lại có bài đã rút hoặc hết hạn: {address}", file=sys.stderr)
    if (workspace.public / "log" / "checkpoint").is_file():
        print(_WENT_BACK, file=sys.stderr)
    print(f"Đang công khai bản {id}. Lượt dựng sau sẽ lại theo nội dung hiện có.")
    return DONE


def _gone(workspace: Workspace) -> frozenset[str]:
    """The addresses of what the public release says is withdrawn or expired."""
    table = workspace.public / "_redirects-caddy"
    lines = table.read_text("utf-8").splitlines() if table.is_file() else []
    return frozenset(line.partition(" ")[0] for line in lines if line.endswith(" 410"))
