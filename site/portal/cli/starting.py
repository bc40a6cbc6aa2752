"""The verb `new`: a file of content that passes `check`, in its place, with a good name."""

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from portal.cli.arguments import DONE, PROBLEMS, USAGE
from portal.cli.content import read, tell
from portal.cli.place import now, workspace_of
from portal.drafting.kinds import KINDS, kind_of
from portal.drafting.naming import free_slug
from portal.drafting.question import Choice, Kind, NewFile, Question
from portal.model.portal import Portal
from portal.readers.addresses import address_of
from vietnamese.dates import NotADate, parse_moment

_AUDIENCES = {"cong-dan": "người dân", "doanh-nghiep": "doanh nghiệp", "chung": "mọi người"}
Choices = Mapping[Choice, Mapping[str, str]]


class _Missing(Exception):
    """What cannot be asked for, since nobody is at a terminal, or what was answered wrongly."""


def new(asked: argparse.Namespace) -> int:
    """Ask what is missing, and write the files."""
    kind = kind_of(asked.kind)
    if kind is None:
        known = ", ".join(kind.names[0] for kind in KINDS)
        return _wrong(f"Không có loại nội dung «{asked.kind}»; có: {known}.")
    found = read(asked, now(asked))
    if found.reading.portal is None:
        tell(found.problems)
        return PROBLEMS
    try:
        files = kind.files(_answers(asked, kind, found.reading.portal))
    except _Missing as missing:
        return _wrong(str(missing))
    except EOFError:
        return _wrong("Đã dừng giữa chừng; chưa ghi tệp nào.")
    root = workspace_of(asked).portal
    _write(root, files)
    return _tell(asked, root, files)


def _answers(asked: argparse.Namespace, kind: Kind, portal: Portal) -> dict[str, str]:
    choices = _choices(portal)
    given = dict(_pair(text) for text in asked.set)
    known = {question.key for question in kind.questions} | {"date", "slug"}
    for key in given:
        if key not in known:
            raise _Missing(f"«{key}» không phải là mục của loại này; có: {', '.join(sorted(known))}.")
    title = (
        " ".join(asked.title.split()) if asked.title else _ask(Question("title", kind.title, most=120), {})
    )
    answers = {"title": title, "language": asked.language, "date": _date(asked, given)}
    for question in kind.questions:
        named = choices.get(question.choice, {}) if question.choice else {}
        answer = given.get(question.key)
        answers[question.key] = _ask(question, named) if answer is None else _fit(question, named, answer)
    root, former = workspace_of(asked).portal, _former(portal)

    def is_taken(slug: str) -> bool:
        file = kind.own({**answers, "slug": slug})
        return (root / file).exists() or address_of(file) in former

    slug = free_slug(title, given.get("slug", ""), is_taken)
    if slug is None:
        raise _Missing(f"«{title}» không có chữ nào để làm tên tệp; thêm --set slug=ten-tep.")
    return {**answers, "slug": slug}


def _former(portal: Portal) -> frozenset[str]:
    """The addresses that lead on to others."""
    articles = (alias for article in portal.articles for alias in article.aliases)
    pages = (alias for page in portal.pages for alias in page.aliases)
    return frozenset((*articles, *pages, *(alias for stone in portal.gone for alias in stone.aliases)))


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise _Missing(f"«{text}»: viết --set TÊN=GIÁ_TRỊ, ví dụ --set category=thoi-su.")
    return key.strip(), value.strip()


def _date(asked: argparse.Namespace, given: Mapping[str, str]) -> str:
    try:
        moment = parse_moment(given["date"]) if "date" in given else now(asked)
    except NotADate:
        raise _Missing(f"«{given['date']}» không phải là ngày; ví dụ 2026-12-01 08:00.") from None
    return f"{moment:%Y-%m-%d %H:%M}"


def _choices(portal: Portal) -> Choices:
    return {
        Choice.CATEGORY: {category.id: category.name for category in portal.categories["vi"]},
        Choice.UNIT: {unit.id: unit.name for unit in portal.units},
        Choice.AUDIENCE: _AUDIENCES,
    }


def _ask(question: Question, named: Mapping[str, str]) -> str:
    """Ask until the answer fits; an empty one stands for none where none is needed."""
    if not sys.stdin.isatty():
        if question.needed:
            raise _Missing(f"Thiếu «{question.key}» ({question.words.lower()}); thêm --set {question.key}=…")
        return ""
    for number, (id, name) in enumerate(named.items(), 1):
        print(f"  {number}. {name} ({id})")
    hint = f" (ví dụ: {question.example})" if question.example else ""
    rest = "" if question.needed else " [bỏ trống cũng được]"
    while True:
        answer = " ".join(input(f"{question.words}{hint}{rest}: ").split())
        try:
            return _fit(question, named, answer)
        except _Missing as wrong:
            print(wrong, file=sys.stderr)


def _fit(question: Question, named: Mapping[str, str], answer: str) -> str:
    if not answer:
        if question.needed:
            raise _Missing(f"Cần có «{question.key}»: {question.words.lower()}.")
        return ""
    if question.most and len(answer) > question.most:
        raise _Missing(f"«{question.key}» dài {len(answer)} ký tự; nhiều nhất là {question.most}.")
    if not question.choice:
        return answer
    if answer.isascii() and answer.isdecimal() and 1 <= int(answer) <= len(named):
        return list(named)[int(answer) - 1]
    if answer not in named:
        raise _Missing(f"«{answer}» không có trong danh sách: {', '.join(named) or '(trống)'}.")
    return answer


def _write(root: Path, files: Iterable[NewFile]) -> None:
    """Write all of them or none; never over a file that came to be in the meantime."""
    begun: list[Path] = []
    try:
        for file in files:
            path = root / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as written:
                begun.append(path)
                written.write(file.text)
    except BaseException:
        for path in begun:
            path.unlink(missing_ok=True)
        raise


def _tell(asked: argparse.Namespace, root: Path, files: tuple[NewFile, ...]) -> int:
    """Say what was written, and what `check` says of it."""
    for file in files:
        print(f"Đã tạo {root / file.path}")
    written = {f"{root.name}/{file.path}" for file in files}
    problems = [one for one in read(asked, now(asked)).problems if one.at.file in written]
    tell(problems)
    if not problems:
        print("Mở tệp, viết tiếp, rồi xem thử: python3 freeze.py preview")
    return PROBLEMS if problems else DONE


def _wrong(words: str) -> int:
    print(words, file=sys.stderr)
    return USAGE
