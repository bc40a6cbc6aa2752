"""Valid contents of every kind, and what hands, programs and broken disks make of them."""

from collections.abc import Callable, Iterator
from random import Random

ARTICLE = """\
---
title: "Họp báo quý hai: kết quả"
date: 2026-05-13 14:44
updated: 14/05/2026
summary: "Buổi họp báo nêu kết quả quý hai và trả lời câu hỏi của người dân về thủ tục đất đai."
source: {name: "Báo tỉnh", url: "https://bao.example/tin", date: 2026-05-12}
unit: so-noi-vu
category: thoi-su
tags: [họp báo, "đất đai"]
image:
  src: anh.png
  alt: "Bàn họp có năm người"
aliases: [/tin-tuc/2026/hop-bao-cu/]
corrections:
  - date: 2026-05-14
    old: "Sáu người"   # lời cũ
    new: "Năm người"
---
Nội dung buổi họp, xem [trang liên hệ](../../trang/lien-he.md) và [kết quả](#ket-qua).

## Kết quả

| Kỳ | Số |
|---|---:|
| Quý I | 1.946 |

![Bàn họp](anh.png)

- một **đậm**
    1. hai `mã`

> Lời nói[^1]

[^1]: Ghi chú.

<div class="x">thẻ</div>
"""
PAGE = """\
---
title: "Liên hệ"
summary: "Cách gửi câu hỏi và góp ý cho ban biên tập của cổng."
updated: 2026-05-13
---
Gửi thư cho chúng tôi.
"""
NOTICE = """\
text: "Nước lũ lên nhanh: tránh xa bờ sông."
level: khan-cap
link: /lien-he/
link_text: Số điện thoại cần biết
expires: 2026-05-20 07:00
"""
UNIT = 'name: "Sở Nội vụ"\nshort: Sở Nội vụ\nphone: "0220 000 000"\nwebsite: https://so.example/\norder: 1\n'
SERVICES = """\
title: "Người dân"
audience: cong-dan
order: 2
links:
  - title: "Nộp hồ sơ"
    icon: file-check
    text: Nộp hồ sơ qua mạng
    url: "https://dichvu.example/"
    link_text: Nộp hồ sơ
  - {title: "Hỏi đáp", text: "Gửi câu hỏi", url: /lien-he/, link_text: "Gửi câu hỏi"}
"""
INDICATOR = """\
# Theo báo cáo tháng.
name: "Dịch vụ công"
definition: >-
  Số dịch vụ công
  đang cung cấp.
unit: "dịch vụ"
decimals: 0
owner: so-noi-vu
source: {name: "Báo cáo", date: 2026-05-01}
featured: true
"""
TABLE = (
    'period,value,status,note\n2026-01,"1.946.000",provisional,\n2026-Q1,576,,\n2026-H1,"12,5",,"có, sửa"\n'
)

_PIECES = (
    "\t", " ", "  ", "\u00a0", "\n", "\r", "\r\n", "---\n", "\n---\n", ":", ": ", " #", "- ", '"', "'", "[",
    "]", "{", "}", ",", ";", "|", ">", "&a ", "*a", "!!x ", "<<: ", "? ", "@", "`", "%", "~", "\\",
    "\x00", "\x0b", "\x1b", "\x85",
    "\u2028", "\ufeff", "\u200b", "\u202e", "\ufffd", "\ud7ff", "\U0001f600", "e\u0323\u0302",
    "![", "](", "](//x)", "](\x09)", "<script>", "<!--", "-->", "<![CDATA[", "&#0;", "&#x110000;", "[^1]",
    "```", "~~~", "$", "|---|", "# ", "###### ", "1.946", "31/02/2026", "99:99", "9" * 400, "tiêu đề: x\n",
    "title: x\n", "a" * 3000, "[" * 40, "{" * 20, "http://[x", "https://", "../" * 9, "%00", "%ff",
    "()", "\n" * 5, " ®¸ µ¸ ng\u00adêi häp b¸o ",
)  # fmt: skip


def contents() -> dict[str, str]:
    """A valid text for each kind of file, by a file of the portal."""
    from tests.readers.folders import PORTAL

    return {
        "tin-tuc/2026/bai.md": ARTICLE,
        "trang/lien-he.md": PAGE,
        "co-quan/so-noi-vu.yaml": UNIT,
        "dich-vu/nguoi-dan.yaml": SERVICES,
        "chi-tieu/dich-vu.yaml": INDICATOR,
        "chi-tieu/dich-vu.csv": TABLE,
        "thong-bao-khan.yaml": NOTICE,
        "portal.yaml": PORTAL,
    }


def mutated(text: str, count: int, seed: str) -> Iterator[bytes]:
    """Give so many broken forms of a text, the same for the same seed."""
    chance = Random(seed)
    for _ in range(count):
        broken = text
        for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
            broken = chance.choice(_OF_TEXT)(broken, chance)
        data = broken.encode()
        yield chance.choice(_OF_BYTES)(data, chance) if chance.random() < 0.15 else data


def _place(text: str, chance: Random) -> int:
    # Half of all slips are in the fields, which stand first.
    return chance.randint(0, min(len(text), 500) if chance.random() < 0.5 else len(text))


def _truncate(text: str, chance: Random) -> str:
    return text[: chance.randint(0, len(text))]


def _change(text: str, chance: Random) -> str:
    place = _place(text, chance)
    return text[:place] + chance.choice(_PIECES) + text[place + 1 :]


def _insert(text: str, chance: Random) -> str:
    place = _place(text, chance)
    return text[:place] + chance.choice(_PIECES) * chance.choice((1, 1, 1, 2, 5)) + text[place:]


def _delete(text: str, chance: Random) -> str:
    place = _place(text, chance)
    return text[:place] + text[place + chance.choice((1, 1, 2, 5, 40)) :]


def _swap_lines(text: str, chance: Random) -> str:
    lines = text.split("\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return "\n".join(lines)


def _repeat_line(text: str, chance: Random) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return "\n".join(lines)


def _change_value(text: str, chance: Random) -> str:
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    key, colon, _ = lines[place].partition(": ")
    lines[place] = key + colon + chance.choice(_PIECES)
    return "\n".join(lines)


def _cut_bytes(data: bytes, chance: Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _change_byte(data: bytes, chance: Random) -> bytes:
    place = chance.randint(0, len(data))
    return data[:place] + chance.randbytes(chance.randint(1, 4)) + data[place + chance.randint(0, 3) :]


def _recode(data: bytes, chance: Random) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "cp1258", "cp1252", "utf-8-sig"))
    return data.decode("utf-8", "replace").encode(encoding, "ignore")


def _noise(data: bytes, chance: Random) -> bytes:
    return chance.randbytes(chance.randint(0, 200))


_OF_TEXT: tuple[Callable[[str, Random], str], ...] = (
    *[_insert] * 6, *[_delete] * 4, *[_change] * 3, *[_change_value] * 4, _truncate, *[_swap_lines] * 2,
    *[_repeat_line] * 2,
)  # fmt: skip
_OF_BYTES = (_cut_bytes, _change_byte, _recode, _noise)
