"""The page of all fields: what the schemas and the vocabulary say, and a portal in which each is written."""

import typing
from collections.abc import Iterator
from pathlib import Path

from portal.readers.kinds import KINDS, Kind
from portal.readers.schema import Schema
from portal.readers.vocabulary import COLUMNS, VOCABULARY, Term

EXAMPLES = Path(__file__).parent / "portal"
_HEAD = """\
# Các mục phải viết trong mỗi loại tệp

Trang này do máy viết ra từ mẫu mà lệnh `check` dùng để kiểm tra, nên luôn đúng với phần mềm. Mục có dấu ●
bắt buộc phải có; mục khác không cần thì bỏ cả dòng. Cột «Cũng hiểu» là những tên gọi khác: có dấu hay không
dấu, chữ hoa hay chữ thường, máy đều hiểu, nhắc bằng một cảnh báo, và lệnh `fix` viết lại theo tên ở cột
đầu. Các tệp mẫu dưới đây đều qua được `check`.
"""
_TABLE = "| Mục | Phải có | Viết gì | Cũng hiểu |\n|---|:-:|---|---|"
_NAMES = {
    "portal": "Cài đặt của cổng",
    "notice": "Thông báo khẩn",
    "succession": "Tên cũ",
    "article": "Bài",
    "page": "Trang",
    "unit": "Cơ quan",
    "services": "Nhóm dịch vụ",
    "indicator": "Chỉ tiêu",
}
_ORDER = ("article", "page", "notice", "succession", "unit", "services", "indicator", "portal")


def fields_page() -> str:
    """Every kind of file: its fields, those within them, and an example."""
    kinds = sorted(KINDS, key=lambda kind: _ORDER.index(kind.name))
    listed = "\n".join(f"- [{_NAMES[kind.name]}](#{kind.name}): `content/{kind.files}`" for kind in kinds)
    return "\n".join([_HEAD, listed, *(line for kind in kinds for line in _kind(kind))]) + "\n"


def examples(kind: Kind) -> list[Path]:
    """The files of a kind in the portal of examples; those that say most come first."""
    found = [path for path in EXAMPLES.rglob("*.*") if kind.holds(path.relative_to(EXAMPLES).as_posix())]
    return sorted(found, key=lambda path: (-path.stat().st_size, path.name))


def schemas_within(schema: type[Schema]) -> dict[str, type[Schema]]:
    """The schemas of the fields of a schema that are more than a line, by the field's name; not itself."""
    held = {name: _schema_in(field.annotation) for name, field in schema.model_fields.items()}
    return {name: inner for name, inner in held.items() if inner is not None}


def _schema_in(annotation: object) -> type[Schema] | None:
    if isinstance(annotation, type) and issubclass(annotation, Schema):
        return annotation
    # Its keys are no fields: they are codes that an editor chooses.
    if typing.get_origin(annotation) is dict:
        return None
    return next((found for part in typing.get_args(annotation) if (found := _schema_in(part))), None)


def _kind(kind: Kind) -> Iterator[str]:
    yield f'\n<a id="{kind.name}"></a>\n\n## {_NAMES[kind.name]}\n'
    yield f"Tệp `content/{kind.files}`{' (phần giữa hai dòng `---`)' if kind.is_text else ''}.\n"
    yield from _table(kind.schema)
    told: dict[type[Schema], str] = {}
    for name, inner in schemas_within(kind.schema).items():
        if inner in told:
            yield f"\nTrong `{name}`: như trong `{told[inner]}`."
        else:
            told[inner] = name
            yield f"\nTrong `{name}`:\n"
            yield from _table(inner)
    if kind.name == "indicator":
        yield "\nCột của bảng số liệu, là tệp `.csv` cùng tên:\n"
        yield _TABLE
        yield from (_row(name, term, name != "note") for name, term in COLUMNS.items())
    for path in examples(kind):
        yield from _example(path)


def _table(schema: type[Schema]) -> Iterator[str]:
    yield _TABLE
    for name, field in schema.model_fields.items():
        yield _row(name, VOCABULARY[schema.__name__][name], field.is_required())


def _row(name: str, term: Term, needed: bool) -> str:
    return f"| `{name}` | {'●' if needed else ''} | {term.words} | {', '.join(term.also)} |"


def _example(path: Path) -> Iterator[str]:
    table = path.with_suffix(".csv")
    for file in (path, table) if table.exists() else (path,):
        language = {".md": "markdown", ".yaml": "yaml", ".csv": "csv"}[file.suffix]
        yield f"\nVí dụ, tệp `content/{file.relative_to(EXAMPLES).as_posix()}`:\n"
        yield f"```{language}\n{file.read_text('utf-8').rstrip()}\n```"
