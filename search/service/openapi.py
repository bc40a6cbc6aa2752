"""What programs are told of the service: an OpenAPI 3.1 description, made of the bounds that it keeps."""

from collections.abc import Mapping
from typing import Any

from search.service.asked import NAME_PATTERN, NEWEST, YEAR_PATTERN, YES
from search.service.faults import KINDS, MEDIA
from search.service.limits import MAX_NAME, MAX_PAGE, MAX_PAGE_SIZE, MAX_TYPED, PAGE_SIZE
from search.service.release import LANGUAGES

API = "/api/tim-kiem"
DESCRIPTION = f"{API}/openapi.json"

Schema = Mapping[str, Any]

_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_NAME: Schema = {"type": "string", "pattern": NAME_PATTERN, "maxLength": MAX_NAME}
_DAY: Schema = {"type": "string", "format": "date"}
_MARKED: Schema = {
    "type": "array",
    "description": "Các đoạn nối lại thành cả câu; true là từ tìm thấy. "
    "Parts that join to the text; true marks a word that was found.",
    "items": {
        "type": "array",
        "prefixItems": [{"type": "string"}, {"type": "boolean"}],
        "items": False,
        "minItems": 2,
        "maxItems": 2,
    },
}


def description() -> Schema:
    """Give the description, in Vietnamese and English."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Tìm kiếm của cổng · Search of the portal",
            "version": "1.0.0",
            "description": "Cùng câu trả lời như trang tìm kiếm. The same answers as the search page.",
        },
        "servers": [{"url": "/"}],
        "paths": {
            API: {"get": _search()},
            DESCRIPTION: {"get": _plain("describe", "Bản mô tả này · This description", {"type": "object"})},
            "/healthz": {"get": _plain("health", "Chương trình còn chạy · The process lives", _status("ok"))},
            "/readyz": {"get": _plain("ready", "Đã có bản để tìm · There is a release to search", _ready())},
        },
        "components": {
            "schemas": {"Answer": _answer(), "Hit": _hit(), "Problem": _problem()},
            "x-problems": {
                code: {"status": kind.status, "vi": kind.vi, "en": kind.en} for code, kind in KINDS.items()
            },
        },
    }


def _search() -> Schema:
    answers: dict[str, Schema] = {
        "200": _json("Các kết quả · Answers", {"$ref": "#/components/schemas/Answer"})
    }
    answers["304"] = {"description": "Như lần trước · As it was, for the ETag that was sent"}
    for status, words in (("400", "Tham số sai · Bad parameter"), ("503", "Thử lại sau · Try again later")):
        answers[status] = _refusal(words)
    return {
        "operationId": "search",
        "summary": "Tìm trong cổng · Search the portal",
        "parameters": list(_parameters()),
        "responses": answers,
    }


def _parameters() -> list[Schema]:
    given: list[tuple[str, str, Schema]] = [
        ("q", "Điều cần tìm; 200 ký tự đầu được tìm · The query; its first 200 characters are searched",
         {"type": "string", "minLength": 1, "maxLength": MAX_TYPED}),
        ("loai", "Loại trang · Kind of page, such as article", _NAME),
        ("chuyen-muc", "Mã chuyên mục · Id of a category", _NAME),
        ("co-quan", "Mã cơ quan · Id of a unit", _NAME),
        ("ngon-ngu", "Ngôn ngữ; không nêu là mọi ngôn ngữ · Language; all if left out",
         {"type": "string", "enum": list(LANGUAGES)}),
        ("nam", "Năm · Year", {"type": "string", "pattern": YEAR_PATTERN}),
        ("tu", "Từ ngày, kể cả ngày ấy · From this day on", _DAY),
        ("den", "Đến ngày, kể cả ngày ấy · Up to and with this day", _DAY),
        ("xep", "moi: mới nhất trước · newest first", {"type": "string", "enum": [NEWEST]}),
        ("dang-go", "1: từ cuối có thể mới gõ dở · The last word may be unfinished",
         {"type": "string", "enum": [YES]}),
        ("trang", "Trang kết quả · Page of answers",
         {"type": "integer", "minimum": 1, "maximum": MAX_PAGE, "default": 1}),
        ("moi-trang", "Số kết quả mỗi trang · Answers on a page",
         {"type": "integer", "minimum": 1, "maximum": MAX_PAGE_SIZE, "default": PAGE_SIZE}),
    ]  # fmt: skip
    return [
        {"name": name, "in": "query", "description": words, "required": name == "q", "schema": schema}
        for name, words, schema in given
    ]


def _answer() -> Schema:
    return _object(
        {
            "release": {"type": "string", "description": "Mã bản phát hành · Id of the release"},
            "page": {"type": "integer", "minimum": 1, "maximum": MAX_PAGE},
            "pages": {"type": "integer", "minimum": 0, "maximum": MAX_PAGE},
            "query": _TEXT,
            "searched": {"type": "string", "description": "Điều đã tìm · What was searched"},
            "rung": {
                "type": "string",
                "enum": ["all", "telex", "corrected", "most"],
                "description": "Đủ mọi từ, gõ Telex, sửa một lỗi gõ, hay phần lớn các từ · "
                "All words, raw Telex, one slip mended, or most of the words",
            },
            "also": {"type": "array", "items": _TEXT},
            "total": _COUNT,
            "hits": {
                "type": "array",
                "maxItems": MAX_PAGE_SIZE,
                "items": {"$ref": "#/components/schemas/Hit"},
            },
        }
    )


def _hit() -> Schema:
    texts = ("title", "summary", "kind", "category", "category_name", "unit")
    return _object(
        {
            "address": {"type": "string", "pattern": "^/"},
            **dict.fromkeys(texts, _TEXT),
            "date": {"type": ["string", "null"], "format": "date-time"},
            "language": {"type": "string", "enum": list(LANGUAGES)},
            "score": {"type": "number", "minimum": 0},
            "marked_title": _MARKED,
            "extract": _MARKED,
        }
    )


def _problem() -> Schema:
    held = _object(
        {
            "type": {"type": "string", "format": "uri-reference"},
            "title": _TEXT,
            "status": {"type": "integer", "enum": sorted({kind.status for kind in KINDS.values()})},
            "code": {"type": "string", "enum": list(KINDS)},
            "parameter": _TEXT,
        }
    )
    return {**held, "required": ["type", "title", "status", "code"]}


def _plain(name: str, words: str, schema: Schema) -> Schema:
    answers = {"200": _json(words, schema), "503": _refusal("Chưa sẵn sàng · Not ready")}
    return {"operationId": name, "summary": words, "responses": answers}


def _status(word: str) -> Schema:
    return _object({"status": {"type": "string", "enum": [word]}})


def _ready() -> Schema:
    return _object({"status": {"type": "string", "enum": ["ready"]}, "release": _TEXT})


def _object(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _json(words: str, schema: Schema) -> Schema:
    return {"description": words, "content": {"application/json": {"schema": schema}}}


def _refusal(words: str) -> Schema:
    return {"description": words, "content": {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
