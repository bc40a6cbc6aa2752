"""Keys as editors call them."""

import unicodedata
from pathlib import Path

import pytest
from pydantic import BaseModel

from portal.readers.json_schema import editor_settings, json_schemas
from portal.readers.kinds import KINDS
from portal.readers.names import meant, plain
from portal.readers.schema import inner_schema
from portal.readers.vocabulary import COLUMNS, VOCABULARY
from tests.readers.folders import ARTICLE, ARTICLE_FILE, codes, read

ROOT = Path(__file__).resolve().parents[2]


def schemas() -> list[type[BaseModel]]:
    """Every schema of every kind of file, also those inside others."""
    found: list[type[BaseModel]] = []
    due: list[type[BaseModel]] = [kind.schema for kind in KINDS]
    while due:
        one = due.pop()
        if one not in found:
            found.append(one)
            due += [inner for field in one.model_fields.values() if (inner := inner_schema(field.annotation))]
    return found


def fields(schema: type[BaseModel]) -> tuple[str, ...]:
    return tuple(schema.model_fields)


@pytest.mark.parametrize("schema", schemas())
def test_each_field_is_described_and_has_vietnamese_names(schema: type[BaseModel]) -> None:
    terms = VOCABULARY[schema.__name__]
    assert set(fields(schema)) == set(terms)
    assert all(terms[field].words and terms[field].also for field in fields(schema))


@pytest.mark.parametrize("name", [*VOCABULARY, "columns"])
def test_no_name_means_two_fields(name: str) -> None:
    terms = VOCABULARY.get(name, COLUMNS)
    names = [(plain(one), field) for field, term in terms.items() for one in {field, *term.also}]
    meanings: dict[str, str] = {}
    for one, field in names:
        assert meanings.setdefault(one, field) == field


def test_all_words_are_in_normal_form() -> None:
    for terms in (*VOCABULARY.values(), COLUMNS):
        for term in terms.values():
            for text in (term.words, *term.also):
                assert unicodedata.normalize("NFC", text) == text


@pytest.mark.parametrize("schema", schemas())
def test_a_name_is_understood_with_or_without_marks_in_any_case(schema: type[BaseModel]) -> None:
    for field in fields(schema):
        for name in (field, *VOCABULARY[schema.__name__][field].also):
            for written in (name, name.upper(), plain(name), plain(name).replace("_", " "), name.title()):
                decomposed = unicodedata.normalize("NFD", written)
                assert meant(schema.__name__, fields(schema), written) == field
                assert meant(schema.__name__, fields(schema), decomposed) == field


NAMED = """\
---
Tiêu đề: "Họp báo quý hai"
ngay: 13/05/2026 14:44
TÓM TẮT: "Buổi họp báo nêu kết quả quý hai."
chuyen-muc: thoi-su
nguồn:
  tên: "Báo tỉnh"
  ngày công bố: 12/05/2026
---
Nội dung buổi họp.
"""


def test_an_article_with_vietnamese_keys_is_published_with_warnings(tmp_path: Path) -> None:
    reading = read(tmp_path, {ARTICLE_FILE: NAMED})
    assert codes(reading) == [("field/alias", line, 3 if line in (7, 8) else 1) for line in range(2, 9)]
    assert reading.portal
    (article,) = reading.portal.articles
    assert (article.title, f"{article.date:%d/%m}") == ("Họp báo quý hai", "13/05")
    assert article.source and article.source.name == "Báo tỉnh"


def test_a_fault_under_a_vietnamese_key_has_its_place(tmp_path: Path) -> None:
    broken = NAMED.replace("12/05/2026", "31/02/2026").replace("thoi-su", "the-thao")
    found = codes(read(tmp_path, {ARTICLE_FILE: broken}))
    assert ("date/not-in-calendar", 8, 17) in found
    (broken_category,) = [
        one
        for one in codes(read(tmp_path, {ARTICLE_FILE: NAMED.replace("thoi-su", "the-thao")}))
        if one[0] == "reference/category"
    ]
    assert broken_category == ("reference/category", 5, 13)


@pytest.mark.parametrize("written", ["titel", "Tittle", "tiêu dề", "tiêu-đè", "tieude"])
def test_a_misspelt_key_is_told_the_field_that_it_is_most_like(tmp_path: Path, written: str) -> None:
    reading = read(tmp_path, {ARTICLE_FILE: ARTICLE.replace("title:", f"{written}:")})
    told = [(problem.code, problem.facts.get("nearest")) for problem in reading.problems]
    assert told in ([("field/misspelt", "title")], [("field/alias", None)])


def test_editors_tools_are_told_what_the_models_are() -> None:
    """Written by `python3 freeze.py schema`."""
    folder = ROOT / "docs" / "schema"
    assert {file.name: file.read_text("utf-8") for file in folder.iterdir()} == json_schemas()


def test_editors_are_told_where_the_schemas_lie() -> None:
    assert editor_settings() in (ROOT / "docs" / "bien-tap.md").read_text("utf-8")
