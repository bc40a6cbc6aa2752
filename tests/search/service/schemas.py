"""A small judge of JSON Schema: it knows the words that our description uses, and stops at any other."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

Schema = Mapping[str, Any]
TYPES: Mapping[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}


def _reference(text: str) -> str:
    if not re.fullmatch(r"[!-~]+", text):
        raise ValueError(text)
    return text


FORMATS: Mapping[str, Callable[[str], object]] = {
    "date": date.fromisoformat,
    "date-time": lambda text: datetime.fromisoformat(text).utcoffset(),
    "uri-reference": _reference,
}
KNOWN = {
    "type",
    "enum",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "format",
    "items",
    "prefixItems",
    "minItems",
    "maxItems",
    "properties",
    "required",
    "additionalProperties",
    "description",
    "default",
    "$ref",
}


def errors(value: Any, schema: Schema, whole: Schema, at: str = "") -> Iterator[str]:
    """Say where a value is not as its schema has it; `whole` is the description that it stands in."""
    unknown = set(schema) - KNOWN
    if unknown:
        raise NotImplementedError(f"{at}: {unknown}")
    if "$ref" in schema:
        yield from errors(value, resolved(schema["$ref"], whole), whole, at)
        return
    kinds = schema.get("type", list(TYPES))
    if not any(TYPES[kind](value) for kind in ([kinds] if isinstance(kinds, str) else kinds)):
        yield f"{at}: {value!r} is no {kinds}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if isinstance(value, str):
        yield from _text_errors(value, schema, at)
    elif isinstance(value, list):
        yield from _list_errors(value, schema, whole, at)
    elif isinstance(value, dict):
        yield from _object_errors(value, schema, whole, at)
    elif value is not None and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at}: {value} is out of bounds"


def resolved(reference: str, whole: Schema) -> Schema:
    """Give what a reference within the description leads to."""
    found: Any = whole
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    assert isinstance(found, Mapping)
    return found


def _text_errors(value: str, schema: Schema, at: str) -> Iterator[str]:
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
        yield f"{at}: {len(value)} characters"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} is not {schema['pattern']}"
    if "format" in schema:
        try:
            FORMATS[schema["format"]](value)
        except ValueError:
            yield f"{at}: {value!r} is no {schema['format']}"


def _list_errors(value: list[Any], schema: Schema, whole: Schema, at: str) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{at}: {len(value)} items"
    first = schema.get("prefixItems", [])
    for number, item in enumerate(value):
        own = first[number] if number < len(first) else schema.get("items", {})
        if own is False:
            yield f"{at}[{number}]: one item too many"
        else:
            yield from errors(item, own, whole, f"{at}[{number}]")


def _object_errors(value: dict[str, Any], schema: Schema, whole: Schema, at: str) -> Iterator[str]:
    own = schema.get("properties", {})
    yield from (f"{at}: {name} is missing" for name in schema.get("required", ()) if name not in value)
    for name, item in value.items():
        if name in own:
            yield from errors(item, own[name], whole, f"{at}.{name}")
        elif schema.get("additionalProperties") is False:
            yield f"{at}: {name} is one too many"
