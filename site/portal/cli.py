"""The verbs of the command line; the only place that reads the clock, and the only one that prints."""

import argparse
import os
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from portal.freeze.freezer import PageFailed
from portal.freeze.targets import UnsafeAddress
from portal.parallel import WorkerDied
from portal.problems.problem import Level, Problem
from portal.problems.report import as_json, as_text, level_of
from portal.readers.portal import Reading, read_portal
from portal.workspace import Busy, Workspace
from vietnamese.dates import HANOI, NotADate, parse_moment

if TYPE_CHECKING:
    from portal.web.app import PortalApp

ROOT = Path(__file__).resolve().parents[2]
DONE, PROBLEMS, USAGE, MACHINE = 0, 1, 2, 3
_BAR = 30
_PARTS = ("audit", "pack", "index")


class _Parser(argparse.ArgumentParser):
    """Ends with 2 and a short word, as every wrong usage does."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\n")


def main(arguments: Sequence[str]) -> int:
    """Do what was asked; gives 0 done, 1 problems in content, 2 wrong usage, 3 a failure of the machine."""
    try:
        asked = _parser().parse_args(_with_verb(arguments))
    except SystemExit as ended:
        return int(ended.code or 0)
    verb: Callable[[argparse.Namespace], int] = asked.run
    try:
        return verb(asked)
    except KeyboardInterrupt:
        return _fail("Đã dừng theo yêu cầu; trang đang công khai không đổi.")
    except (PageFailed, UnsafeAddress, WorkerDied) as error:
        return _fail(f"Không dựng được: {error}. Trang đang công khai không đổi.")
    except Busy:
        return _fail("Một lượt xuất bản khác đang chạy. Đợi xong rồi gõ lại lệnh.")
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        return _fail(
            f"Máy không làm được:{where}: {error.strerror or error}. Trang đang công khai không đổi."
        )


def _with_verb(arguments: Sequence[str]) -> list[str]:
    given = list(arguments)
    return given if given and (given[0] in _VERBS or given[0] in ("-h", "--help")) else ["build", *given]


def _fail(words: str) -> int:
    print(words, file=sys.stderr)
    return MACHINE


def _moment(text: str) -> datetime:
    try:
        return parse_moment(text)
    except NotADate:
        raise argparse.ArgumentTypeError(f"«{text}» không phải là ngày; ví dụ 2026-12-01 08:00") from None


def _parts(text: str) -> frozenset[str]:
    named = frozenset(text.split(","))
    if not named <= set(_PARTS):
        raise argparse.ArgumentTypeError(f"«{text}»: chỉ có {', '.join(_PARTS)}")
    return named


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="freeze.py", description="Công tín: từ thư mục nội dung thành cổng tin.",
        epilog="test: chạy mọi phép thử. Không nêu lệnh thì là build.",
    )  # fmt: skip
    verbs = parser.add_subparsers(required=True, metavar="LỆNH", parser_class=_Parser)
    for name, (run, words) in _VERBS.items():
        verb = verbs.add_parser(name, help=words, description=words)
        verb.set_defaults(run=run)
        verb.add_argument(
            "--portal", type=Path, default=ROOT / "content", metavar="THƯ_MỤC", help="thư mục nội dung"
        )
        verb.add_argument("--output", type=Path, metavar="THƯ_MỤC", help="thư mục thay cho build/")
        verb.add_argument("--as-of", type=_moment, metavar="NGÀY", help="coi thời điểm này là bây giờ")
        _OPTIONS[name](verb)
    return parser


def _build_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="SỐ", help="số tiến trình")
    verb.add_argument("--full", action="store_true", help="dựng lại tất cả, không dùng kho tạm")
    verb.add_argument("--timings", action="store_true", help="nêu thời gian của từng bước")
    verb.add_argument(
        "--skip", type=_parts, default=frozenset(), metavar="PHẦN,…",
        help=f"chỉ để đo và thử: bỏ bớt {', '.join(_PARTS)}",
    )  # fmt: skip


def _check_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--format", choices=("text", "json"), default="text", help="cách viết kết quả")
    verb.add_argument("--language", choices=("vi", "en"), default="vi", help="ngôn ngữ của lời báo")
    verb.add_argument("--strict", action="store_true", help="coi cảnh báo là lỗi")


def _search_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("query", metavar="CÂU_TÌM", help="điều cần tìm, có dấu hay không dấu")
    verb.add_argument("--format", choices=("text", "json"), default="text", help="cách viết kết quả")
    verb.add_argument("--limit", type=int, default=10, metavar="SỐ", help="số kết quả")


def _preview_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--port", type=int, default=8000, metavar="SỐ", help="cổng mạng; 0 để máy tự chọn")


def _workspace(asked: argparse.Namespace) -> Workspace:
    return Workspace(asked.portal, asked.output)


def _read(asked: argparse.Namespace, workspace: Workspace) -> Reading:
    # Caches are named by what they hold: a full build merely uses a fresh one.
    as_of = asked.as_of or datetime.now(HANOI)
    return read_portal(workspace.portal, workspace.cache, as_of, getattr(asked, "jobs", 1))


def _templates(workspace: Workspace) -> tuple[Path, ...]:
    return (workspace.portal / "templates", ROOT / "templates")


def _all_problems(
    asked: argparse.Namespace, workspace: Workspace
) -> tuple[Reading, list[Problem], "PortalApp | None"]:
    """Read the content and check its links against the table of addresses."""
    reading = _read(asked, workspace)
    problems = list(reading.problems)
    app = None
    if reading.portal:
        from portal.web.app import make_app
        from portal.web.links import dead_links

        app = make_app(reading.portal, _templates(workspace))
        problems += dead_links(reading.portal, app.slots.keys(), reading.broken)
    return reading, sorted(problems, key=lambda problem: problem.order), app


def _tell(problems: Sequence[Problem], language: str = "vi") -> None:
    for problem in problems:
        print(as_text(problem, language), end="\n\n", file=sys.stderr)
    errors = sum(level_of(problem) is Level.ERROR for problem in problems)
    if problems:
        print(f"{errors} lỗi, {len(problems) - errors} cảnh báo.", file=sys.stderr)


def _stops(problems: Sequence[Problem], strict: bool = False) -> bool:
    return any(strict or level_of(problem) is Level.ERROR for problem in problems)


def check(asked: argparse.Namespace) -> int:
    """Say every problem of the content; writes nothing but the cache of pictures."""
    _, problems, _ = _all_problems(asked, _workspace(asked))
    if asked.format == "json":
        print(as_json(problems))
    else:
        _tell(problems, asked.language)
        if not problems:
            print("Không thấy lỗi nào.")
    return PROBLEMS if _stops(problems, asked.strict) else DONE


def build(asked: argparse.Namespace) -> int:
    """Freeze the content and make it public in the output folder."""
    from portal.source.store import Damaged

    workspace, timings = _workspace(asked), _Timings()
    if asked.full:
        shutil.rmtree(workspace.cache, ignore_errors=True)
    try:
        return _build(asked, workspace, timings)
    except Damaged:
        # What was kept of the sources is not what was kept: it is made again, once.
        print("Kho tạm hỏng, đang đọc lại từ đầu.", file=sys.stderr)
        shutil.rmtree(workspace.cache, ignore_errors=True)
        return _build(asked, workspace, timings)


def _build(asked: argparse.Namespace, workspace: Workspace, timings: "_Timings") -> int:
    timings.begin("read")
    reading, problems, app = _all_problems(asked, workspace)
    _tell(problems)
    if reading.portal is None or app is None or _stops(problems):
        print("Chưa xuất bản gì; trang đang công khai không đổi.", file=sys.stderr)
        return PROBLEMS
    from portal.freeze.audit import AuditFailed
    from portal.freeze.build import Options
    from portal.freeze.build import build as freeze

    options = Options(max(1, asked.jobs), asked.full, *(part not in asked.skip for part in _PARTS))
    try:
        release = freeze(app, reading.portal, workspace, options, _progress(), timings.begin)
    except AuditFailed as failed:
        for finding in failed.findings:
            print(f"{finding.address}: {finding.rule}: {finding.detail}", file=sys.stderr)
        print(f"{len(failed.findings)} lỗi trong trang đã dựng; chưa xuất bản gì.", file=sys.stderr)
        return PROBLEMS
    made = f"dựng mới {release.made}, " if release.made < release.pages else ""
    print(f"Đã dựng {release.pages} trang ({made}{release.files} tệp, {release.bytes / 1e6:.1f} MB).")
    print(f"Nơi công khai: {workspace.public}")
    print("Xem trên máy này: python3 freeze.py preview")
    if asked.timings:
        print(timings.table())
    return DONE


class _Timings:
    """How long each step took, by the clock on the wall."""

    def __init__(self) -> None:
        self._begun: list[tuple[str, float]] = [("start", time.perf_counter())]

    def begin(self, name: str) -> None:
        """Note that a step begins now."""
        self._begun.append((name, time.perf_counter()))

    def table(self) -> str:
        """A line for each step, in seconds."""
        ends = [at for _, at in self._begun[1:]] + [time.perf_counter()]
        pairs = zip(self._begun, ends, strict=True)
        return "\n".join(f"{name:>8} {end - at:7.3f} s" for (name, at), end in pairs)


def _progress() -> Callable[[int, int], None]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda done, total: None

    def show(done: int, total: int) -> None:
        full = _BAR * done // max(total, 1)
        end = "\n" if done >= total else ""
        print(f"\r[{'█' * full}{'·' * (_BAR - full)}] {done}/{total}", end=end, file=sys.stderr, flush=True)

    return show


def preview(asked: argparse.Namespace) -> int:
    """Serve the content as it would be published, to this machine alone."""
    from portal.preview import serve

    _, problems, app = _all_problems(asked, _workspace(asked))
    _tell(problems)
    if app is None:
        return PROBLEMS
    serve(app, asked.port, lambda address: print(f"Xem tại {address} (Ctrl+C để dừng)", flush=True))
    return DONE


def search(asked: argparse.Namespace) -> int:
    """Search the release that is public now."""
    from portal.freeze.indexing import current_index
    from search.index import DamagedIndex, open_index
    from search.ranking import search as find

    folder = current_index(_workspace(asked))
    if folder is None:
        return _fail("Chưa có bản nào được dựng. Gõ: python3 freeze.py")
    try:
        with open_index(folder) as index:
            found = find(index, asked.query, limit=max(1, asked.limit))
    except DamagedIndex as error:
        return _fail(f"Chỉ mục tìm kiếm hỏng ({error}). Dựng lại: python3 freeze.py")
    if asked.format == "json":
        import json

        hits = [
            {"address": hit.address, "title": hit.title, "summary": hit.summary, "kind": hit.kind}
            for hit in found.hits
        ]
        answer = {"total": found.total, "searched": found.searched, "hits": hits}
        print(json.dumps(answer, ensure_ascii=False, indent=2))
        return DONE
    print(f"{found.total} kết quả.")
    for place, hit in enumerate(found.hits, 1):
        print(f"{place}. {hit.title}\n   {hit.address}\n   {hit.summary}")
    return DONE


_VERBS: dict[str, tuple[Callable[[argparse.Namespace], int], str]] = {
    "build": (build, "dựng cổng từ nội dung và đưa ra công khai trong build/public"),
    "check": (check, "nêu mọi lỗi trong nội dung, không xuất bản"),
    "preview": (preview, "xem cổng trên máy này trước khi xuất bản"),
    "search": (search, "tìm trong bản đang công khai"),
}
_OPTIONS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "build": _build_options,
    "check": _check_options,
    "preview": _preview_options,
    "search": _search_options,
}
