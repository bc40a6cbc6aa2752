"""The page of all problems: what `check` prints of the smallest content that has each."""

import re
from collections.abc import Iterator
from itertools import groupby

from portal.problems.catalogue import CATALOGUE
from portal.problems.problem import Level
from tests.problems.folders import expected

_HEAD = """\
# Các lỗi và cách sửa

Trang này do máy viết ra. Mỗi lỗi có một mã không đổi; dưới mã là đúng những gì lệnh `check` in ra khi gặp
lỗi ấy: tệp, dòng, cột, dòng viết sai, chỗ sai, cách sửa. «Lỗi» thì chưa xuất bản được; «cảnh báo» thì vẫn
xuất bản, nhưng nên sửa.

Gặp một mã, tìm nó trong trang này (Ctrl+F). Nhiều lỗi lệnh `python3 freeze.py fix` tự sửa được.
"""
_NAMES = {
    "address": "Địa chỉ và tên tệp",
    "checks": "Bật, tắt phép kiểm tra",
    "colour": "Màu của cổng",
    "date": "Ngày giờ",
    "field": "Tên và giá trị của các mục",
    "file": "Tệp",
    "front-matter": "Phần đầu bài",
    "guard": "Cách viết và dữ liệu cá nhân",
    "heading": "Tiêu đề trong bài",
    "life": "Hẹn giờ, hết hạn, rút bài",
    "link": "Liên kết",
    "number": "Con số",
    "period": "Kỳ số liệu",
    "picture": "Ảnh",
    "portal": "Cài đặt của cổng",
    "reference": "Mã dẫn tới nơi khác",
    "table": "Bảng số liệu",
    "text": "Chữ của bài",
    "yaml": "Cách viết YAML",
}
_WORDS = {Level.ERROR: "Lỗi", Level.WARNING: "Cảnh báo"}


def problems_page() -> str:
    """Every code by what it is about, with an example and its repair."""
    grouped = groupby(sorted(CATALOGUE), lambda code: code.split("/")[0])
    areas = [(area, list(codes)) for area, codes in grouped]
    listed = [f"| [{_named(area)}](#{area}) | {', '.join(map(_link, codes))} |" for area, codes in areas]
    lines = [_HEAD, "| Về | Mã |", "|---|---|", *listed]
    for area, codes in areas:
        lines.append(f'\n<a id="{area}"></a>\n\n## {_named(area)}')
        lines += (line for code in codes for line in _problem(code))
    return "\n".join(lines) + "\n"


def _named(area: str) -> str:
    return _NAMES.get(area, area)


def _link(code: str) -> str:
    return f"[`{code}`](#{_anchor(code)})"


def _anchor(code: str) -> str:
    return code.replace("/", "-")


def _problem(code: str) -> Iterator[str]:
    entry = CATALOGUE[code]
    yield f'\n<a id="{_anchor(code)}"></a>\n\n### `{code}`\n'
    yield f"{_WORDS[entry.level]}. {_without_facts(entry.what)}\n"
    file = expected(code, "vi")
    if file.exists():
        shown = file.read_text("utf-8").rsplit("\n\n", 1)[0].rstrip()
        yield f"````text\n{shown}\n````"
    else:
        yield f"Cách sửa: {_without_facts(entry.mend)}"


def _without_facts(words: str) -> str:
    """The wording with an ellipsis for what differs from case to case."""
    bare = re.sub(r"\{\w+(?::[^}]*)?\}", "…", words)
    return bare.replace("{{", "{").replace("}}", "}").replace("<", "&lt;").replace("|", "\\|")
