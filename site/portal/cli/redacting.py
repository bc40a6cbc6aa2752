"""The verb `redact`."""

import argparse
import gc
import shutil
import sys
from collections.abc import Iterator
from hashlib import sha256
from secrets import token_hex

from portal.cli.arguments import DONE, MACHINE, PROBLEMS, USAGE
from portal.cli.place import now, workspace_of
from portal.cli.publishing import publish_alone
from portal.freeze.holding import at_work
from portal.freeze.recording import normal
from portal.freeze.releases import current
from portal.freeze.rollback import forget_others
from portal.record.appending import Appender
from portal.record.erasing import Decision, erasable, erase
from portal.record.record import Record, read_record
from portal.source.folder import Folder
from portal.workspace import Workspace

_HISTORY = """\
Còn phải làm, vì máy này không làm thay được:
  - xóa các bản ấy khỏi lịch sử kho git của nội dung (git filter-repo) và khỏi các bản sao lưu;
  - báo các nơi đang giữ bản sao: máy phục vụ khác, kho lưu trữ web, công cụ tìm kiếm."""

_FIRST = "sửa hoặc xóa tệp trước."
_STILL_PUBLIC = "Hồ sơ đã gỡ, nhưng trang công khai còn bản cũ. Sửa lỗi ở trên rồi gõ lại:"


def redact(asked: argparse.Namespace) -> int:
    """Erase versions from the record as a decision says, and publish what is left, with no older release."""
    gc.disable()
    workspace = workspace_of(asked)
    if not asked.decision.strip() or not asked.basis.strip():
        return _wrong('Nêu số quyết định và căn cứ: --decision "12/QĐ-UBND" --basis "…".')
    with at_work(workspace):
        content = Folder(workspace.portal, workspace.portal.name)
        record = read_record(content, workspace.cache)
        try:
            numbers = erasable(record, _entries(record, asked.entries))
        except (IndexError, ValueError) as error:
            return _wrong(
                f"Nhật ký không có phiên bản nào là «{error}»; số mục có ở trang lịch sử của từng bài."
            )
        standing = sorted(set(_standing(content, record, numbers)))
        if standing:
            for file in standing:
                print(
                    f"{content.shown(file)} vẫn còn nội dung cần gỡ: sửa hoặc xóa tệp trước.", file=sys.stderr
                )
            return PROBLEMS
        why = Decision(asked.decision.strip(), asked.basis.strip(), now(asked))
        erase(record, Appender(record.layout, record.index.size, lambda: token_hex(16)), numbers, why)
        print(f"Đã gỡ {len(numbers)} phiên bản khỏi hồ sơ công bố: mục {', '.join(map(str, numbers))}.")
        return _publish_rest(asked, workspace, numbers)


def _publish_rest(asked: argparse.Namespace, workspace: Workspace, numbers: list[int]) -> int:
    """Make the release anew from nothing that was kept, and keep no older one."""
    shutil.rmtree(workspace.cache, ignore_errors=True)
    result = MACHINE
    try:
        result = publish_alone(asked, workspace, full=True)
    finally:
        if result != DONE:
            named = " ".join(map(str, numbers))
            print(f"{_STILL_PUBLIC} python3 freeze.py redact {named} …", file=sys.stderr)
    if result != DONE:
        return result
    if id := current(workspace):
        forget_others(workspace, id)
    print(_HISTORY)
    return DONE


def _entries(record: Record, named: list[str]) -> Iterator[int]:
    """Numbers as they are; of a path all its versions."""
    for one in named:
        if one.isascii() and one.isdecimal():
            yield int(one)
            continue
        path = one.removeprefix("content/")
        thread = record.index.named.get(path)
        if thread is None:
            raise ValueError(one)
        yield from record.index.threads[thread]


def _standing(content: Folder, record: Record, numbers: list[int]) -> Iterator[str]:
    """The files of the content that still say what is to be taken away."""
    for number in numbers:
        said = record.said(number)
        path, wanted = str(said.get("path", "")), said.get("sha256")
        if path in content.names:
            data = content.path(path).read_bytes()
            if wanted in (sha256(normal(data)).hexdigest(), sha256(data).hexdigest()):
                yield path


def _wrong(words: str) -> int:
    print(words, file=sys.stderr)
    return USAGE
