"""Schemas of content as editors' tools read them (JSON Schema 2020-12), made from the models."""

import json
from typing import Any

from portal.readers.kinds import KINDS, Kind
from portal.readers.vocabulary import VOCABULARY

Json = dict[str, Any]

# A tool types what stands without quotes; we take it as it is written.
_SCALARS = ["string", "number", "boolean"]
_NOISE = ("title", "default", "x-or-text", "format")


def json_schemas() -> dict[str, str]:
    """The text of each kind's schema, by the name of its file."""
    return {f"{kind.name}.json": json.dumps(_of(kind), ensure_ascii=False, indent=2) + "\n" for kind in KINDS}


def editor_settings() -> str:
    """What VS Code's YAML extension wants to know of them, as its settings are written."""
    files = {f"./docs/schema/{kind.name}.json": f"content/{kind.files}" for kind in KINDS if not kind.is_text}
    return json.dumps({"yaml.schemas": files}, ensure_ascii=False, indent=2)


def _of(kind: Kind) -> Json:
    made = kind.schema.model_json_schema()
    definitions = {name: _described(held, name) for name, held in made.pop("$defs", {}).items()}
    told = _described(made, kind.schema.__name__)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.words}
    return head | told | ({"$defs": definitions} if definitions else {})


def _described(held: Json, name: str) -> Json:
    needed = held.get("required", [])
    fields = {
        field: {"description": _words(name, field)} | _field(schema, field in needed)
        for field, schema in held["properties"].items()
    }
    return {"type": "object", "properties": fields, "required": needed, "additionalProperties": False}


def _words(name: str, field: str) -> str:
    term = VOCABULARY[name][field]
    return f"{term.words}. Tên khác: {', '.join(term.also)}."


def _field(schema: Json, needed: bool) -> Json:
    held = [_plain(one) for one in schema.get("anyOf", [schema])]
    if schema.get("x-or-text"):
        held.append({"type": "string"})
    if needed:
        return held[0] if len(held) == 1 else {"anyOf": held}
    # A key without a value is a key that is not there.
    kinds = [one for one in held if one != {"type": "null"}]
    return {"anyOf": [*kinds, {"type": "null"}]}


def _plain(schema: Json) -> Json:
    held = {key: value for key, value in schema.items() if key not in _NOISE and key != "anyOf"}
    if held.get("type") == "string" and not held.keys() & {"pattern", "enum", "const"}:
        held["type"] = _SCALARS
    if isinstance(held.get("items"), dict):
        held["items"] = _plain(held["items"])
    return held
