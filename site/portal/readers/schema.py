"""The kinds of fields, and how errors of a schema become problems with a place."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from portal.problems.problem import Problem
from portal.source.tree import Path, Tree
from vietnamese.dates import NotADate, parse_day, parse_moment
from vietnamese.numbers import AmbiguousNumber, NotANumber, parse_number


class Schema(BaseModel):
    """The base of every schema: frozen, and no key that it does not know."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", hide_input_in_errors=True)


def fail(code: str, **facts: str) -> PydanticCustomError:
    """An error of a field with its code in the catalogue and its facts."""
    return PydanticCustomError(code, "{code}", {"code": code, **facts})


_T = TypeVar("_T")
_DATE_CODES = {"form": "date/not-a-date", "calendar": "date/not-in-calendar", "time": "date/not-an-hour"}


_ONE_LINE = ("một dòng chữ", "a line of text", '"…"')


def _text(value: object) -> str:
    if not isinstance(value, str):
        wanted, wanted_en, example = _ONE_LINE
        raise fail("field/shape", wanted=wanted, wanted_en=wanted_en, example=example)
    return value


def _dated(parse: Callable[[str], _T]) -> Callable[[object], _T]:
    def read(value: object) -> _T:
        text = _text(value)
        try:
            return parse(text)
        except NotADate as error:
            raise fail(_DATE_CODES[error.reason], value=text) from None

    return read


def _number(value: object) -> Decimal:
    return number(_text(value))


def number(text: str) -> Decimal:
    """A figure of a data file; raises the error of a field where it is none, or could be two."""
    try:
        return parse_number(text)
    except AmbiguousNumber as error:
        raise fail(
            "number/ambiguous", value=text, first=error.readings[0], second=error.readings[1]
        ) from None
    except NotANumber:
        code = "number/missing" if not text.strip() else "number/not-a-number"
        raise fail("number/percent" if text.rstrip().endswith("%") else code, value=text) from None


def _flag(value: object) -> bool:
    text = _text(value).lower()
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise fail("field/choice", value=text, known="true, false")


def _whole(value: object) -> int:
    text = _text(value)
    if not re.fullmatch(r"-?\d{1,6}", text):
        raise fail("number/not-a-number", value=text)
    return int(text)


def _own_address(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(_OWN, text):
        raise fail("address/form", value=text)
    return text


def _web_address(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(_WEB, text) or not _is_host_sound(text):
        raise fail("address/not-a-web-address", value=text)
    return text


def _is_host_sound(address: str) -> bool:
    # Brackets that do not meet, a port that is no number, letters that hide a slash or an @.
    try:
        return urlsplit(address).port != 0
    except ValueError:
        return False


def _service_address(value: object) -> str:
    text = _text(value)
    return text if re.fullmatch(_SERVICE, text) else _web_address(text)


_OWN, _WEB = r"/(?:[a-z0-9-]+/)+", r"https?://[^\s/?#@\\]+\.[^\s\\]+"
_SERVICE = r"/(?:[a-z0-9-]+/)*(?:#[\w-]+)?"
_DATED = r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4})"
_CLOCKED = rf"{_DATED}([T ].*)?|[0-9]{{1,2}}:[0-9]{{2}}.* {_DATED}"
_YES, _NO = ("true", "có", "co", "yes"), ("false", "không", "khong", "no")


def written_as(pattern: str, **more: object) -> WithJsonSchema:
    """What editors' tools are told of a text that has a form."""
    return WithJsonSchema({"type": "string", "pattern": f"^({pattern})$", **more})


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Moment = Annotated[datetime, BeforeValidator(_dated(parse_moment)), written_as(_CLOCKED)]
Day = Annotated[date, BeforeValidator(_dated(parse_day)), written_as(_DATED)]
Figure = Annotated[Decimal, BeforeValidator(_number)]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": [True, False, *_YES, *_NO]})]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer"})]
OwnAddress = Annotated[str, BeforeValidator(_own_address), written_as(_OWN)]
WebAddress = Annotated[str, BeforeValidator(_web_address), written_as(_WEB)]
ServiceAddress = Annotated[str, BeforeValidator(_service_address), written_as(f"{_SERVICE}|{_WEB}")]

S = TypeVar("S", bound=Schema)


def validate(schema: type[S], tree: Tree, problems: list[Problem]) -> S | None:
    """Give the fields of a tree, or None with every error added to the problems.

    Keys that surely mean a field are called by its name in the tree from then on; each is warned of.
    """
    problems += tree.problems
    while True:
        try:
            made = schema.model_validate(tree.data)
        except ValidationError as error:
            found = error.errors()
            renamed = _rename(tree, schema, found)
            problems += renamed
            if not renamed:
                problems += _faults(tree, schema, found)
                return None
        else:
            return made if not tree.problems else None


def _rename(tree: Tree, schema: type[Schema], errors: list[ErrorDetails]) -> list[Problem]:
    """Call keys by the names of the fields that they surely mean."""
    said = []
    for path in (error["loc"] for error in errors if error["type"] == "extra_forbidden"):
        field = _meant(schema, path)
        if field and (*path[:-1], field) not in tree:
            said.append(Problem("field/alias", tree.key(path), {"field": str(path[-1]), "meant": field}))
            tree.rename(path, field)
    return said


def _faults(tree: Tree, schema: type[Schema], errors: list[ErrorDetails]) -> list[Problem]:
    # What cannot be read as YAML has one cause; what is missing after it is not another.
    if any(p.code.startswith("yaml/") and p.code != "yaml/duplicate-key" for p in tree.problems):
        return []
    strange = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    # A misspelt name is one fault, not also a name that is missing.
    named = {(*path[:-1], _nearest(schema, path)) for path in strange}
    return [
        problem_of(tree, schema, error)
        for error in errors
        if error["type"] != "missing" or error["loc"] not in named
    ]


def problem_of(tree: Tree, schema: type[Schema], error: ErrorDetails) -> Problem:
    """One error of a schema as a problem at its place."""
    path: Path = error["loc"]
    name = str(path[-1]) if path else ""
    kind = error["type"]
    if kind == "missing":
        return Problem("field/missing", tree.place(path[:-1]), {"field": name})
    if kind == "extra_forbidden":
        return _unknown(tree, schema, path, name)
    if "/" in kind:
        facts = {key: str(value) for key, value in error.get("ctx", {}).items() if key != "code"}
        return Problem(kind, tree.place(path), {"field": name, **facts})
    return _plain(tree, path, name, kind, error.get("ctx", {}))


def _plain(tree: Tree, path: Path, name: str, kind: str, context: dict[str, object]) -> Problem:
    at = tree.place(path)
    if kind == "string_too_long":
        most = str(context.get("max_length", ""))
        return Problem("field/too-long", at, {"length": str(at.width), "most": most})
    if kind == "string_too_short":
        return Problem("field/missing", at, {"field": name})
    if kind == "literal_error":
        known = str(context.get("expected", "")).replace("'", "")
        return Problem("field/choice", at, {"value": _written(tree, path), "known": known})
    wanted, wanted_en, example = _SHAPES.get(kind, ("đúng mẫu", "of the right form", "docs/"))
    facts = {"field": name, "wanted": wanted, "wanted_en": wanted_en, "example": example}
    return Problem("field/shape", at, facts)


_SHAPES = {
    "string_type": _ONE_LINE,
    "tuple_type": ("một danh sách", "a list", "[một, hai]"),
    "model_type": ("các dòng «tên: giá trị» thụt vào", "indented lines of “name: value”", 'src: "anh.png"'),
}


def _written(tree: Tree, path: Path) -> str:
    value: object = tree.data
    for step in path:
        value = value[step] if isinstance(value, dict | list) else ""  # type: ignore[index]
    return str(value)


def _unknown(tree: Tree, schema: type[Schema], path: Path, name: str) -> Problem:
    field = _meant(schema, path)
    if field:
        first = str(tree.key((*path[:-1], field)).line)
        return Problem("field/twice", tree.key(path), {"field": name, "meant": field, "first": first})
    near = _nearest(schema, path)
    if near:
        return Problem("field/misspelt", tree.key(path), {"field": name, "nearest": near})
    known = ", ".join(schema_at(schema, path[:-1]).model_fields)
    return Problem("field/unknown", tree.key(path), {"field": name, "known": known})


def _meant(schema: type[Schema], path: Path) -> str | None:
    # Where all keys are the schema's, nobody asks for other names.
    from portal.readers.names import meant

    here = schema_at(schema, path[:-1])
    return meant(here.__name__, tuple(here.model_fields), str(path[-1]))


def _nearest(schema: type[Schema], path: Path) -> str | None:
    from portal.readers.names import nearest_field

    here = schema_at(schema, path[:-1])
    return nearest_field(here.__name__, tuple(here.model_fields), str(path[-1]))


def schema_at(schema: type[Schema], path: Path) -> type[BaseModel]:
    """The schema of what stands at a path."""
    here: type[BaseModel] = schema
    for step in path:
        if isinstance(step, str) and step in here.model_fields:
            here = inner_schema(here.model_fields[step].annotation) or here
    return here


def inner_schema(annotation: object) -> type[BaseModel] | None:
    """The schema of what a field of this type holds; None where it holds texts alone."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = inner_schema(part)
        if found:
            return found
    return None
