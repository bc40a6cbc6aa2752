"""The verb `publish`."""

import argparse
import gc
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import timedelta
from secrets import token_hex

from portal.cli.arguments import DONE, PROBLEMS
from portal.cli.content import read, stops, tell
from portal.cli.live import live_notes
from portal.cli.passphrases import passphrase_of
from portal.cli.place import now, templates_of, workspace_of
from portal.cli.telling import Timings, made_words, progress, say, warn
from portal.freeze.audit import AuditFailed
from portal.freeze.build import Options, Release
from portal.freeze.build import build as freeze
from portal.freeze.holding import at_work
from portal.freeze.publication import Publication, origin_of
from portal.freeze.unchanged import look_at, remember
from portal.keys.keeping import check_place, unlock
from portal.readers.portal import settle
from portal.record.appending import Fresh
from portal.source.folder import Folder
from portal.source.store import Damaged
from portal.workspace import Workspace

_UNCHANGED = "Trang đang công khai không đổi."

_SIGNED = "Nhật ký đã được ký."
_NOT_SIGNED = (
    "Nhật ký chưa được ký: người đọc kiểm tra được tệp có khớp bảng kê, nhưng chưa có gì chứng minh bảng kê "
    "là của cơ quan. Tạo khóa: python3 freeze.py keys new"
)


def publish(asked: argparse.Namespace) -> int:
    """Check, enter what is new in the public record, freeze, and make public, in this order."""
    gc.disable()
    workspace = workspace_of(asked)
    with at_work(workspace):
        try:
            return publish_alone(asked, workspace)
        except Damaged:
            print("Kho tạm hỏng, đang đọc lại từ đầu.", file=sys.stderr)
            shutil.rmtree(workspace.cache, ignore_errors=True)
            return publish_alone(asked, workspace)


def publish_alone(asked: argparse.Namespace, workspace: Workspace, *, full: bool = False) -> int:
    """Publish, for who is `at_work`; `full` takes nothing over from older releases."""
    timings = Timings()
    for file in asked.key:
        check_place(file, (workspace.portal, workspace.output))
    signers = tuple(unlock(file, passphrase_of(asked, f"Cụm mật khẩu của {file}")) for file in asked.key)
    timings.begin("read")
    content = Folder(workspace.portal, workspace.portal.name, workspace.moment())
    moment = now(asked)
    found = read(asked, moment, content)
    if found.app is None or found.reading.portal is None or stops(found.problems, asked.strict):
        tell(found.problems)
        print(f"Chưa xuất bản gì, chưa ghi gì vào nhật ký. {_UNCHANGED}", file=sys.stderr)
        return PROBLEMS
    timings.begin("record")
    promise = timedelta(days=asked.next)
    origin = origin_of(found.reading.portal.settings.url)
    publication = Publication(
        content, workspace.cache, moment, lambda: token_hex(16), promise, origin, _commit(workspace),
        signers, live_notes(workspace, asked.live, found.reading.portal.settings.url if signers else ""),
    )  # fmt: skip
    record, fresh = publication.record(found.reading)
    if fresh:
        # What pages tell of versions is drawn from the record as it is now.
        found = read(asked, moment, content)
    assert found.app is not None
    options, log = Options(max(1, asked.jobs), full), publication.log(record)
    try:
        made = freeze(found.app, workspace, options, progress(), timings.begin, None, log)
    except AuditFailed as failed:
        for finding in failed.findings:
            print(f"{finding.address}: {finding.rule}: {finding.detail}", file=sys.stderr)
        print(f"{len(failed.findings)} lỗi trong trang đã dựng. {_UNCHANGED}", file=sys.stderr)
        return PROBLEMS
    settle(workspace.cache, made.id, found.reading)
    # The next build need not look for what this one knew, but the record is as it is only now.
    look = look_at(workspace, templates_of(workspace), "", content)
    remember(workspace, look, made.id, moment, found.reading.moments, len(found.problems))
    _say(workspace, made, fresh, len(found.problems), bool(signers))
    timings.end(asked.timings)
    return DONE


def _say(workspace: Workspace, made: Release, fresh: Sequence[Fresh], warnings: int, signed: bool) -> None:
    warn(warnings)
    print(
        f"Đã ghi {len(fresh)} phiên bản mới vào nhật ký công khai."
        if fresh
        else "Không có phiên bản nào mới."
    )
    say(workspace, made.pages, made.files, made.bytes, made_words(made.made))
    print(_SIGNED if signed else _NOT_SIGNED)
    print(f"Nhớ đưa {workspace.portal}/.record vào kho git cùng nội dung.")


def _commit(workspace: Workspace) -> str:
    """The commit whose content this is; empty where there is none, or something in it is not committed."""
    git = ["git", "-C", str(workspace.portal)]
    try:
        changed = subprocess.run(
            [*git, "status", "--porcelain", "--", ".", ":!.record"], capture_output=True, check=True
        )
        told = subprocess.run([*git, "rev-parse", "HEAD"], capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return "" if changed.stdout else told.stdout.strip()
