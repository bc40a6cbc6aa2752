"""The verb `build`."""

import argparse
import gc
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from portal.cli.arguments import DONE, HELD_BACK, PARTS, PROBLEMS
from portal.cli.place import now, templates_of, workspace_of
from portal.cli.telling import Timings, made_words, progress, say, warn
from portal.freeze.holding import at_work
from portal.freeze.unchanged import Look, look_at, remember, unchanged
from portal.workspace import Workspace

if TYPE_CHECKING:
    from datetime import datetime

    from portal.cli.content import Content
    from portal.freeze.build import Survey
    from portal.readers.memory import Ahead
    from portal.web.app import PortalApp

_LOST = (
    "Không giữ được tệp hỏng như bản đang công khai: kho tạm không còn bản đọc ứng với bản ấy, "
    "hoặc lỗi không nằm riêng trong tệp nào.\n"
)

_NOT_ENTERED = (
    "Bản này chưa có trong nhật ký công khai: ai kiểm tra sẽ thấy trang khác nhật ký. "
    "Gõ: python3 freeze.py publish"
)


def build(asked: argparse.Namespace) -> int:
    """Freeze the content and make it public in the output folder."""
    # Almost all that a build makes lives until its end: looking for what can go takes a tenth of its time.
    gc.disable()
    workspace = workspace_of(asked)
    # What is kept of the sources is read and written too: two freezes must not meet there either.
    with at_work(workspace):
        return _build_alone(asked, workspace)


def _build_alone(asked: argparse.Namespace, workspace: Workspace) -> int:
    timings, moment = Timings(), now(asked)
    if asked.full:
        shutil.rmtree(workspace.cache, ignore_errors=True)
    timings.begin("look")
    look = look_at(workspace, templates_of(workspace), ",".join([*sorted(asked.skip), asked.engine]))
    stands = None if asked.full else unchanged(workspace, look, moment)
    if stands:
        warn(stands.warnings)
        say(workspace, stands.pages, stands.files, stands.bytes, "không có gì đổi")
        timings.end(asked.timings)
        return DONE
    from portal.freeze.staging import survey
    from portal.parallel import aside
    from portal.readers.memory import NOTHING
    from portal.readers.portal import read_changed
    from portal.source.store import Damaged

    jobs = 1 if asked.full else asked.jobs
    # What an old release still has is looked up while the content is read, and an article while what reads
    # the others is being loaded.
    with (
        aside(partial(read_changed, look.content, workspace.cache), jobs) as ahead,
        aside(partial(survey, workspace), jobs) as surveyed,
    ):
        made = _Build(asked, workspace, timings, surveyed, ahead)
        try:
            return made.run(look)
        except Damaged:
            # What was kept of the sources is not what was kept: it is made again, once.
            print("Kho tạm hỏng, đang đọc lại từ đầu.", file=sys.stderr)
            shutil.rmtree(workspace.cache, ignore_errors=True)
            # What was found aside is told but once.
            again = _Build(asked, workspace, timings, partial(survey, workspace), lambda: NOTHING)
            return again.run(look)


class _Build:
    """A build that cannot know at a look that nothing changed."""

    def __init__(
        self,
        asked: argparse.Namespace,
        workspace: Workspace,
        timings: Timings,
        surveyed: "Survey",
        ahead: "Callable[[], Ahead]",
    ) -> None:
        self._asked, self._workspace, self._timings = asked, workspace, timings
        self._surveyed, self._ahead = surveyed, ahead

    def run(self, look: Look) -> int:
        """Read, freeze, make public."""
        from portal.cli.content import hold_back, read, stops, tell

        asked = self._asked
        self._timings.begin("read")
        moment = now(asked)
        found = read(asked, moment, look.content, self._ahead)
        if asked.keep_going and stops(found.problems):
            found = hold_back(asked, moment, look.content, found)
        if found.app is None or stops(found.problems):
            tell(found.problems)
            print(_LOST if asked.keep_going else "", end="", file=sys.stderr)
            print("Chưa xuất bản gì; trang đang công khai không đổi.", file=sys.stderr)
            return PROBLEMS
        return self._publish(look, moment, found, found.app)

    def _publish(self, look: Look, moment: "datetime", found: "Content", app: "PortalApp") -> int:
        from portal.cli.content import tell
        from portal.freeze.audit import AuditFailed
        from portal.freeze.build import Options
        from portal.freeze.build import build as freeze
        from portal.readers.portal import settle

        asked = self._asked
        parts = (part not in asked.skip for part in PARTS)
        options = Options(max(1, asked.jobs), asked.full, *parts, engine=asked.engine)
        try:
            made = freeze(app, self._workspace, options, progress(), self._timings.begin, self._surveyed)
        except AuditFailed as failed:
            for finding in failed.findings:
                print(f"{finding.address}: {finding.rule}: {finding.detail}", file=sys.stderr)
            print(f"{len(failed.findings)} lỗi trong trang đã dựng; chưa xuất bản gì.", file=sys.stderr)
            return PROBLEMS
        warnings = len(found.problems)
        settle(self._workspace.cache, made.id, found.reading, found.held)
        # What is broken is said again each time.
        look = replace(look, sure=look.sure and not found.held)
        remember(self._workspace, look, made.id, moment, found.reading.moments, warnings)
        warn(warnings)
        if not made.entered:
            print(_NOT_ENTERED, file=sys.stderr)
        say(self._workspace, made.pages, made.files, made.bytes, made_words(made.made))
        self._timings.end(asked.timings)
        if found.held:
            tell(found.faults)
            _tell_held(look.content.name, found.held, found.unborn)
        return HELD_BACK if found.held else DONE


def _tell_held(portal: str, held: frozenset[str], unborn: frozenset[str]) -> None:
    for file in sorted(held):
        became = "chưa từng công khai, nay chưa đưa lên" if file in unborn else "giữ như bản đang công khai"
        print(f"{portal}/{file}: {became}.", file=sys.stderr)
    print(f"Đã xuất bản phần còn lại; {len(held)} tệp hỏng chưa theo nội dung mới.", file=sys.stderr)
