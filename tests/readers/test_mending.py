"""What is surely meant is written as it should be; all else stays."""

import unicodedata
from random import Random

import pytest

from portal.readers.kinds import KINDS, kind_of
from portal.readers.mending import mend
from portal.readers.names import meant, plain
from portal.readers.vocabulary import VOCABULARY
from tests.readers.mutations import ARTICLE, contents

FILE = "tin-tuc/2026/bai.md"


def mended(front: str, body: str = "Chữ.\n", **how: bool) -> str:
    """The front matter of an article, mended."""
    text = mend(FILE, f"---\n{front}\n---\n{body}".encode(), **how).decode()
    assert text.startswith("---\n") and text.endswith(f"\n---\n{body}")
    return text[4 : -len(f"\n---\n{body}")]


@pytest.mark.parametrize("file", contents())
def test_what_is_right_is_not_touched(file: str) -> None:
    data = contents()[file].replace("14/05/2026", "2026-05-14").encode()
    assert mend(file, data) == data


def test_other_files_are_not_touched() -> None:
    data = b"\xef\xbb\xbfng\xc3\xa0y: 1\r\n"
    for file in ("ghi-chu.txt", "tin-tuc/2026/anh.png", "nhan-dien/mark.svg", "chi-tieu/doc.md"):
        assert mend(file, data) == data


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Tiêu đề: Họp", "title: Họp"),
        ("tieu_de: Họp  # tên", "title: Họp  # tên"),
        ("ngày: 13/5/2026", "date: 2026-05-13"),
        ("date: 14:44 13/05/2026", "date: 2026-05-13 14:44"),
        ('date: "13-05-2026 7:05" # sáng', "date: 2026-05-13 07:05 # sáng"),
        ("date: 2026-05-13T14:44:30+07:00", "date: 2026-05-13T14:44:30+07:00"),
        ("date: 31/02/2026", "date: 31/02/2026"),
        ("source: {tên: Báo, ngày: 1/2/2026}", "source: {name: Báo, date: 2026-02-01}"),
        ("ảnh:\n  tệp: a.png\n  mô tả: Bàn", "image:\n  src: a.png\n  alt: Bàn"),
        ("title: Hải Dương: họp", 'title: "Hải Dương: họp"'),
        ("title: Hải Dương: họp # nháp", 'title: "Hải Dương: họp" # nháp'),
        ('title: Tỉnh: "Dân biết"', "title: 'Tỉnh: \"Dân biết\"'"),
        ('title: "Dân biết" và dân bàn', "title: '\"Dân biết\" và dân bàn'"),
        ("title: '70%' số xã", "title: \"'70%' số xã\""),
        ('title: "Họp\nunit: a', 'title: "Họp"\nunit: a'),
        ("title:Họp", "title: Họp"),
        ("title: @hop", 'title: "@hop"'),
        ("source:\n\tname: Báo", "source:\n  name: Báo"),
        ("title: Họp  \t\nunit: a ", "title: Họp\nunit: a"),
        ("title: Tỉnh: họp\nsummary:Tóm tắt", 'title: "Tỉnh: họp"\nsummary: Tóm tắt'),
        ("nhiet-do: 30", "nhiet-do: 30"),
        ("title: a\ntiêu đề: b", "title: a\ntiêu đề: b"),
        ("title: [một", "title: [một"),
        ("summary: |\n  một  \n  hai", "summary: |\n  một  \n  hai"),
    ],
)
def test_fields_are_written_as_they_are_meant(written: str, meant: str) -> None:
    assert mended(written) == meant
    assert mended(meant) == meant


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_an_encoding_that_is_sure_becomes_utf8(encoding: str) -> None:
    text = ARTICLE.replace("14/05/2026", "2026-05-14")
    assert mend(FILE, text.replace("\n", "\r\n").encode(encoding)) == text.encode()
    assert mend(FILE, unicodedata.normalize("NFD", text).encode(encoding)) == text.encode()


def test_signs_that_nobody_sees_go_and_breaks_of_word_become_lines() -> None:
    data = "---\ntitle: a\u200bb\x0bc\n---\nmột\x0bhai\u2028ba\u00ad\n".encode()
    assert mend(FILE, data).decode() == "---\ntitle: ab c\n---\nmột\nhai\nba\n"


OLD = "Buæi häp b¸o nªu kÕt qu¶ quý hai, ñy ban nh©n d©n tØnh ®· tr¶ lêi ng\u00adêi d©n."
NEW = "Buổi họp báo nêu kết quả quý hai, ủy ban nhân dân tỉnh đã trả lời người dân."


def test_text_of_an_old_font_becomes_unicode_line_by_line() -> None:
    right = "---\ntitle: Họp báo\n---\nDòng đúng.\n\n{}\n\nDòng đúng.\n"
    assert mend(FILE, right.format(OLD).encode()).decode() == right.format(NEW)
    assert mend(FILE, f"---\ntitle: a\n---\n{OLD}\n\nbÐ\n".encode()).decode().endswith(f"{NEW}\n\nbé\n")
    mixed = right.format(f"Chuyển {OLD}")
    assert mend(FILE, mixed.encode()).decode() == mixed


def test_an_unknown_encoding_is_left_alone() -> None:
    assert mend(FILE, b"---\ntitle: \xff\xc3\n---\n") == b"---\ntitle: \xff\xc3\n---\n"


def test_the_text_below_stays_byte_for_byte() -> None:
    body = "Một dòng  \nhai\t\n\n    mã: 'x' \n\ntiêu đề: không phải mục\n\nkhông có dấu xuống dòng"
    assert mended("Tiêu đề: a", body) == "title: a"


def test_the_order_of_fields_is_mended_only_where_asked() -> None:
    front = "# đầu tệp\nsummary: b\n# của tên\ntitle: a\nimage:\n  src: x\n\ndate: 2026-05-13"
    assert mended(front) == front
    ordered = "# đầu tệp\n# của tên\ntitle: a\ndate: 2026-05-13\nsummary: b\nimage:\n  src: x\n"
    assert mended(front, ordered=True) == ordered
    assert mended(ordered, ordered=True) == ordered


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Kỳ,Giá trị\n2026,1\n", "period,value\n2026,1\n"),
        (
            "kỳ;số liệu;ghi chú\n2026;12,5;a, b\n\n2025;1;\n",
            'period,value,note\n2025,1,\n\n2026,"12,5","a, b"\n',
        ),
        ("period\tvalue\n2026\t1\n", "period,value\n2026,1\n"),
        (
            "period,value\nTháng 4/2026,1\nquý I năm 2026,2\nQ3-2026,3\nnăm 2025,4\n13/2026,5\n",
            "period,value\n2026-04,1\n2026-Q1,2\n2026-Q3,3\n2025,4\n13/2026,5\n",
        ),
        (
            "period,value,trạng thái,huyen\n2026-02,2,,b\n2026-01,1,sơ bộ,a\n2026-02,3,,a\n",
            "period,value,status,huyen\n2026-01,1,provisional,a\n2026-02,2,,b\n2026-02,3,,a\n",
        ),
        ("tháng;số\n2026;1\n", "tháng;số\n2026;1\n"),
        ('kỳ,số\n2026,"1\n', 'kỳ,số\n2026,"1\n'),
        ("\ufeffperiod,value\r\n2026,1\r\n", "period,value\n2026,1\n"),
        ("period,value\n2026,1.946\n", "period,value\n2026,1.946\n"),
    ],
)
def test_tables_get_their_columns_and_commas(written: str, meant: str) -> None:
    assert mend("chi-tieu/a.csv", written.encode()).decode() == meant


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_any_right_file_with_other_names_of_its_keys_becomes_itself(kind: object) -> None:
    chance = Random(7)
    files = {file: text for file, text in contents().items() if kind_of(file) is kind}
    for file, text in files.items():
        right = mend(file, text.encode()).decode()
        for _ in range(20):
            assert mend(file, _renamed(right, file, chance).encode()).decode() == right


def _renamed(text: str, file: str, chance: Random) -> str:
    """With some keys of the first level called otherwise."""
    kind = kind_of(file)
    assert kind
    lines = text.split("\n")
    for place, line in enumerate(lines):
        key, colon, rest = line.partition(":")
        if colon and key in kind.schema.model_fields and chance.random() < 0.5:
            other = chance.choice(VOCABULARY[kind.schema.__name__][key].also)
            written = chance.choice((other, other.upper(), plain(other)))
            assert meant(kind.schema.__name__, tuple(kind.schema.model_fields), written) == key
            lines[place] = f"{written}:{rest}"
    return "\n".join(lines)
