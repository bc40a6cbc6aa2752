"""The export: the same files for the same documents, and little made anew."""

from collections.abc import Callable, Sequence
from copy import copy
from datetime import UTC, datetime
from functools import partial
from random import Random

import pytest

from bench.searching.corpus import documents, expansions
from search.document import Document
from search.export import exported
from search.export.codec import counted, number, place_of, table
from search.export.exported import Export, Held, export
from search.export.reading import number_at, table_of


def held(some: Sequence[Document]) -> list[Held]:
    return [Held(one.address, one.date, one.text.encode(), partial(copy, one)) for one in some]


def from_before(before: Export) -> Callable[[str], bytes | None]:
    return before.files.get


def test_the_order_of_documents_does_not_matter() -> None:
    some = list(documents(120))
    mixed = some[:]
    Random(1).shuffle(mixed)
    assert export(held(some), expansions()).files == export(held(mixed), expansions()).files


def test_years_that_did_not_change_are_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exported, "_FEW", 20)
    some = list(documents(120))
    before = export(held(some), expansions())
    newest = max(some, key=lambda one: one.date or datetime.min.replace(tzinfo=UTC))
    new = Document("/moi/", "article", "vi", "Tin mới", "", "Bài mới nhất", date=newest.date)
    after = export(held([*some, new]), expansions(), from_before(before))
    clean = export(held([*some, new]), expansions())
    kept = {path: body for path, body in before.files.items() if path.partition("/")[0] in after.kept}
    assert len(after.kept) >= 3
    assert {**kept, **after.files} == clean.files


def test_a_list_of_another_version_or_broken_is_not_trusted() -> None:
    some = held(list(documents(60)))
    clean = export(some, ())
    for broken in (b"", b"{", b"[]", b'{"version": "0", "segments": [[1]]}'):
        again = export(some, (), {exported.LIST: broken}.get)
        assert again.files == clean.files and not again.kept


def test_a_table_reads_back_as_it_was_written() -> None:
    entries = [("số", b"1"), ("so", b""), ("sổ hộ khẩu", b"22"), ("a" * 200, b"3"), ("a" * 200 + "b", b"4")]
    assert sorted(table_of(table(entries))) == sorted(entries)


def test_numbers_read_back_as_they_were_written() -> None:
    for value in (0, 1, 127, 128, 300, 2**31, 2**40):
        assert number_at(number(value), 0) == (value, len(number(value)))


def test_a_part_of_a_list_says_no_more_than_it_must() -> None:
    whole = {3: 2, 5: 1, 9: 4}
    assert counted(whole, whole) == bytes([3 << 3 | 4 | 2])
    assert counted({5: 1}, whole) == bytes([1 << 3 | 1, 1])


def test_keys_are_spread_over_files_evenly() -> None:
    places = [place_of(f"từ {each}", 16) for each in range(1600)]
    assert all(60 < places.count(each) < 140 for each in range(16))
