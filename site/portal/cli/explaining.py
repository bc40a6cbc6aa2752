"""The verb `why`."""

import argparse

from portal.cli import fail
from portal.cli.arguments import DONE, PROBLEMS, USAGE
from portal.cli.content import read, tell
from portal.cli.place import now, workspace_of
from portal.freeze.build import Options, reasons_for

_WORDS = {
    None: "giữ nguyên: nội dung, mẫu trang, khung trang và bộ máy đều như bản đang công khai",
    "new": "dựng mới: bản đang công khai chưa có trang này",
    "content": "dựng lại vì nội dung mà trang cho xem đã đổi",
    "template": "dựng lại vì mẫu trang hoặc thành phần của mẫu đã đổi",
    "frame": "dựng lại vì khung quanh trang đã đổi: tên, trình đơn, màu, tệp kiểu dáng",
    "engine": "dựng lại vì bộ máy hoặc gói phần mềm đã đổi",
    "lost": "dựng lại vì tệp của trang trong bản đang công khai bị mất hoặc bị sửa",
}


def why(asked: argparse.Namespace) -> int:
    """Say what the next build does with a page, and which part of it makes it so."""
    found = read(asked, now(asked))
    if found.app is None:
        tell(found.problems)
        return PROBLEMS
    address = asked.url.removeprefix(found.app.portal.settings.url) or "/"
    if address not in found.app.slots:
        fail(f"Cổng không có trang «{address}»")
        return USAGE
    reason = reasons_for(found.app, workspace_of(asked), Options()).get(address)
    print(f"{address}: {_WORDS[reason.value if reason else None]}.")
    return DONE
