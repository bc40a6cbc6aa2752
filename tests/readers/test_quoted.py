"""Figures that texts take from the data: written as readers expect them, and never other than the data."""

import re
from pathlib import Path

import pytest

from portal.readers.portal import Reading
from tests.readers.folders import ARTICLE, ARTICLE_FILE, PAGE, codes, read

SHARE = """\
name: "Tỷ lệ hồ sơ nộp trực tuyến"
name_en: "Share of dossiers filed online"
definition: "Số hồ sơ nộp qua mạng chia cho tổng số."
definition_en: "Dossiers filed online, by all."
unit: "%"
frequency: irregular
direction: higher
source: {name: "Báo cáo"}
"""
COUNT = 'name: "Dịch vụ"\ndefinition: "Số dịch vụ."\nunit: "dịch vụ"\nsource: {name: "Báo cáo"}\n'
DATA = {
    "chi-tieu/ty-le.yaml": SHARE,
    "chi-tieu/ty-le.csv": "period,value,status\n2021,,missing\n2022,56,\n2023-Q1,81,\n2024,81,\n",
    "chi-tieu/dich-vu.yaml": COUNT,
    "chi-tieu/dich-vu.csv": "period,value\n2023-01..2023-04,1946\n2024-01..2024-04,2000\n",
}


def told(folder: Path, text: str, file: str = ARTICLE_FILE, changes: dict[str, str] | None = None) -> Reading:
    """A portal of which one article has a text."""
    return read(folder, {**DATA, file: ARTICLE.replace("Nội dung buổi họp.", text), **(changes or {})})


def markup(reading: Reading) -> str:
    assert reading.portal is not None
    return reading.portal.articles[0].body.html.source


@pytest.mark.parametrize(
    ("spec", "words", "value"),
    [
        ("ty-le", "81%", "81"),
        ("ty-le@2022", "56%", "56"),
        ("ty-le@2022|so", "56", "56"),
        ("ty-le@2023-Q1|ky", "81% (quý I/2023)", "81"),
        ("ty-le@2022..2023-Q1", "25 điểm phần trăm", "25"),
        ("ty-le@2022..2023-Q1|tang", "tăng 25 điểm phần trăm", "25"),
        ("ty-le@2023-Q1..2022|tang", "giảm 25 điểm phần trăm", "-25"),
        ("ty-le@2023-Q1..2024|tang", "không đổi", "0"),
        ("ty-le@2022..2023-Q1|tu-den", "từ 56% lên 81%", "25"),
        ("ty-le@2023-Q1..2024|tu-den", "vẫn là 81%", "0"),
        ("dich-vu@2023-01..2023-04", "1.946 dịch vụ", "1946"),
        (" dich-vu @ 2023-01..2023-04 | so ", "1.946", "1946"),
    ],
)
def test_a_figure_stands_with_its_unit_its_value_and_the_way_to_its_source(
    spec: str, words: str, value: str, tmp_path: Path
) -> None:
    reading = told(tmp_path, f"Có [[chi-tieu:{spec}]] theo số liệu.")
    assert codes(reading) == []
    address = f"/chi-tieu/{spec.strip().partition('@')[0].strip()}/"
    assert f'Có <data value="{value}"><a href="{address}">{words}</a></data> theo số liệu.' in markup(reading)
    assert reading.portal is not None
    body = reading.portal.articles[0].body
    assert f"Có {words} theo số liệu." in body.plain and address in body.targets


def test_in_english_it_is_told_in_english(tmp_path: Path) -> None:
    english = ARTICLE_FILE.replace(".md", ".en.md")
    reading = told(tmp_path, "It went [[chi-tieu:ty-le@2022..2023-Q1|tu-den]].", english)
    assert codes(reading) == []
    assert reading.portal is not None
    made = next(one for one in reading.portal.articles if one.language == "en")
    assert '<a href="/en/chi-tieu/ty-le/">from 56% to 81%</a>' in made.body.html.source


def test_within_links_headings_and_pictures_no_link_is_made(tmp_path: Path) -> None:
    text = (
        "Xem [tỷ lệ [[chi-tieu:ty-le@2022]]](../../trang/lien-he.md).\n\n## Đạt [[chi-tieu:ty-le@2022]]\n\n"
        "![Cột cao [[chi-tieu:ty-le@2022]] giữa các cột thấp](anh.png)\n"
    )
    reading = told(tmp_path, text)
    assert codes(reading) == []
    made = markup(reading)
    assert '>tỷ lệ <data value="56">56%</data></a>' in made
    assert 'Đạt <data value="56">56%</data></h2>' in made
    assert 'alt="Cột cao 56% giữa các cột thấp"' in made
    assert reading.portal is not None
    assert reading.portal.articles[0].body.headings[0].text == "Đạt 56%"


@pytest.mark.parametrize("text", ["`[[chi-tieu:ty-le]]`", "```\n[[chi-tieu:ty-le]]\n```"])
def test_what_is_written_as_code_stays(text: str, tmp_path: Path) -> None:
    assert "[[chi-tieu:ty-le]]" in re.sub("<[^>]+>", "", markup(told(tmp_path, text)))


def test_signs_that_stand_for_figures_may_stand_in_a_text(tmp_path: Path) -> None:
    made = markup(told(tmp_path, "Ký hiệu ⟦0⟧ và ⟦⟦1⟧ giữ nguyên, có [[chi-tieu:ty-le@2022]]."))
    assert "⟦0⟧ và ⟦⟦1⟧ giữ nguyên, có <data" in made


@pytest.mark.parametrize(
    ("spec", "code"),
    [
        ("[[chi-tieu:ty-lê]]", "figure/unknown"),
        ("[[chi-tieu:ty-le@2019]]", "figure/no-period"),
        ("[[chi-tieu:ty-le@2019..2022]]", "figure/no-period"),
        ("[[chi-tieu:ty-le@Năm 2022]]", "period/spelling"),
        ("[[chi-tieu:ty-le@2021]]", "figure/no-value"),
        ("[[chi-tieu:ty-le@2022|to]]", "figure/form-unknown"),
        ("[[chi-tieu:ty-le@2022|tang]]", "figure/two-periods"),
        ("[[chi-tieu:ty-le@2022", "figure/form"),
        ("[[chi-tieu:\nty-le]]", "figure/form"),
    ],
)
def test_what_cannot_be_looked_up_is_said_at_its_place(spec: str, code: str, tmp_path: Path) -> None:
    assert codes(told(tmp_path, f"Có {spec}")) == [(code, 7, 4)]


def test_an_english_text_asks_for_an_indicator_in_english(tmp_path: Path) -> None:
    english = ARTICLE_FILE.replace(".md", ".en.md")
    assert [code for code, _, _ in codes(told(tmp_path, "[[chi-tieu:dich-vu]]", english))] == [
        "figure/language"
    ]


def test_fields_cannot_take_figures(tmp_path: Path) -> None:
    article = ARTICLE.replace("Họp báo quý hai", "Đạt [[chi-tieu:ty-le]]")
    assert codes(read(tmp_path, {**DATA, ARTICLE_FILE: article})) == [("figure/not-in-text", 2, 13)]


def test_standing_pages_take_figures_too(tmp_path: Path) -> None:
    reading = read(
        tmp_path, {**DATA, "trang/lien-he.md": PAGE.replace("Gửi thư", "[[chi-tieu:ty-le]] gửi thư")}
    )
    assert codes(reading) == []
    assert reading.portal is not None
    assert ">81%</a></data> gửi thư" in reading.portal.pages[0].body.html.source


def test_an_article_is_read_anew_when_its_figure_changes(tmp_path: Path) -> None:
    assert ">56%<" in markup(told(tmp_path, "Có [[chi-tieu:ty-le@2022]]."))
    changed = {"chi-tieu/ty-le.csv": DATA["chi-tieu/ty-le.csv"].replace("56", "57")}
    assert ">57%<" in markup(told(tmp_path, "Có [[chi-tieu:ty-le@2022]].", changes=changed))


def test_where_the_indicator_is_broken_that_alone_is_said(tmp_path: Path) -> None:
    broken = {"chi-tieu/ty-le.csv": "period,value\n2022,nhiều\n"}
    reading = told(tmp_path, "Có [[chi-tieu:ty-le@2022]].", changes=broken)
    assert codes(reading) == [("number/not-a-number", 2, 6)]
    mended = told(tmp_path, "Có [[chi-tieu:ty-le@2022]].")
    assert codes(mended) == [] and ">56%<" in markup(mended)
