"""The verb `import`: a Word document or an HTML page becomes an article in the content; a site, many."""

import argparse
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from portal.cli.arguments import DONE, PROBLEMS, USAGE
from portal.cli.asking import Asking
from portal.cli.content import read, stops, tell
from portal.cli.place import now, workspace_of
from portal.cli.standing import stands, write
from portal.failure import naming
from portal.importing.article import Imported
from portal.importing.assembling import import_file
from portal.importing.front_matter import FrontMatter
from portal.importing.remarks import Refusal
from portal.importing.sites.detecting import is_site
from portal.problems.problem import Problem
from vietnamese.addresses import RESERVED, is_slug, slugify

_FOLDER = re.compile(r"tin-tuc/[0-9]{4}|trang")


@dataclass(frozen=True, slots=True)
class _Files:
    """What is to be written, by names in the content's folder."""

    article: str
    bodies: dict[str, bytes]


def import_(asked: argparse.Namespace) -> int:
    """Write an article, or all of a site, and say what is still missing; nothing that stands is lost."""
    source: Path = asked.file
    if not source.exists():
        return _refuse(f"Không có tệp «{source}».")
    if is_site(source):
        from portal.cli.moving import import_site

        return import_site(asked)
    return _import_one(asked, source)


def _import_one(asked: argparse.Namespace, source: Path) -> int:
    with naming(source):
        data = source.read_bytes()
    made = import_file(data, lambda name: _beside(source, name))
    if isinstance(made, Refusal):
        print(f"{source.name}: {made.words()}", file=sys.stderr)
        return PROBLEMS
    asking = Asking(sys.stdin.isatty())
    fields = _fields(asked, made, asking)
    folder = asked.into or (f"tin-tuc/{fields.date.year}" if fields.date else "")
    slug = asked.slug or slugify(fields.title) or slugify(source.stem)
    fault = _fault(folder, slug)
    if fault:
        return _refuse(fault)
    named = made.named(slug)
    described = named.described({name: asking.alt(name) for name in named.undescribed})
    return _settle(asked, _files(folder, slug, fields, described), described)


def _refuse(words: str) -> int:
    print(words, file=sys.stderr)
    return USAGE


def _beside(source: Path, name: str) -> bytes | None:
    """A file that lies in the folder of a page or below it."""
    if re.match(r"[a-z][a-z0-9+.-]*:|/", name, re.IGNORECASE):
        return None
    folder, found = source.parent.resolve(), (source.parent / name).resolve()
    return found.read_bytes() if found.is_relative_to(folder) and found.is_file() else None


def _fields(asked: argparse.Namespace, made: Imported, asking: Asking) -> FrontMatter:
    """What was typed goes before what the file says, and that before what is asked for."""
    title = asked.title or made.title or asking.line("Tên bài")
    if asked.into == "trang":
        return FrontMatter(title, summary=asked.summary or made.summary or asking.line("Tóm tắt"))
    return FrontMatter(
        title=title,
        date=asked.date or asking.moment("Ngày của bài, ví dụ 2026-12-01 08:00"),
        summary=asked.summary or made.summary or asking.line("Tóm tắt, một hai câu"),
        author=asked.author,
        unit=asked.unit,
        category=asked.category or asking.line("Mã chuyên mục"),
    )


def _fault(folder: str, slug: str) -> str:
    """Why an article cannot have its place; empty where it can."""
    if not folder:
        return "Chưa biết đặt bài vào năm nào. Thêm --date 2026-12-01 hoặc --into tin-tuc/2026."
    if not _FOLDER.fullmatch(folder):
        return f"Không đặt bài vào «{folder}» được. Viết --into tin-tuc/NĂM hoặc --into trang."
    if not is_slug(slug) or slug.isdigit() or slug in RESERVED:
        return f"«{slug}» không làm tên tệp được. Thêm --slug, chữ thường không dấu nối bằng gạch ngang."
    return ""


def _files(folder: str, slug: str, fields: FrontMatter, made: Imported) -> _Files:
    article = f"{folder}/{slug}.md"
    text = f"{fields.text()}{made.body}".encode()
    return _Files(article, {**{f"{folder}/{one.name}": one.body for one in made.pictures}, article: text})


def _settle(asked: argparse.Namespace, files: _Files, made: Imported) -> int:
    root = workspace_of(asked).portal
    for remark in made.remarks:
        print(f"- {remark.words()}", file=sys.stderr)
    if asked.dry_run:
        print(files.bodies[files.article].decode(), end="")
        return DONE
    differing = [name for name, body in files.bodies.items() if stands(root / name) not in (None, body)]
    if differing and not asked.replace:
        names = ", ".join(differing)
        return _refuse(f"Đã có {names}. Muốn ghi đè thì thêm --replace; không thì thêm --slug khác.")
    changed = [name for name, body in files.bodies.items() if stands(root / name) != body]
    for name in changed:
        write(root / name, files.bodies[name])
    article = f"{root.name}/{files.article}"
    told = f"Đã nhập vào {article}" if changed else f"{article} đã có, không đổi gì"
    print(f"{told} ({len(files.bodies) - 1} ảnh).")
    return _checked(asked, article)


def _checked(asked: argparse.Namespace, file: str) -> int:
    """Read the portal with the article in it, and say what an editor has still to do there."""
    problems = _of(file, read(asked, now(asked)).problems)
    if not problems:
        print("Bài không còn lỗi nào. Xem thử: python3 freeze.py preview")
        return DONE
    print("Còn phải sửa trước khi xuất bản:", file=sys.stderr)
    tell(problems)
    return PROBLEMS if stops(problems) else DONE


def _of(file: str, problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.at.file == file]
