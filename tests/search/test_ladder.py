"""What `search.ladder` and what it climbs by promise."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from search.expansion import MOST_VARIANTS, Expansion, Names
from search.index import Beside, Index, open_index, write_index
from search.mending import one_edit
from search.query import parse_query
from search.ranking import Filters, Results, Wish, search
from tests.search.pages import page

EXPANSIONS = (
    Expansion("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
    Expansion("UBND", "ủy ban nhân dân"),
    Expansion("TTHC", "thủ tục hành chính"),
)
PAGES = [
    page("/so/", "Chuyển đổi số", "Chuyển đổi số tại tỉnh, dịch vụ công trực tuyến.", kind="article"),
    page("/doi/", "Đổi mới", "Chuyển văn phòng, đổi số điện thoại.", kind="article"),
    page("/ubnd/", "UBND tỉnh họp", "Phiên họp thường kỳ."),
    page("/uy-ban/", "Ủy ban nhân dân xã", "Giải quyết thủ tục hành chính cho nhân dân."),
    page("/khcn/", "Sở Khoa học và Công nghệ", "Cơ quan mới."),
    page("/tttt/", "Sở Thông tin và Truyền thông", "Cơ quan cũ."),
    page("/soang/", "Soạn thảo", "Song ngữ, sống khỏe, soát xét.", kind="article"),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """Give an open index of `PAGES`."""
    folder: Path = tmp_path_factory.mktemp("ladder") / "index"
    write_index(folder, PAGES, Beside(expansions=EXPANSIONS))
    with open_index(folder) as opened:
        yield opened


def addresses(results: Results) -> list[str]:
    return [hit.address for hit in results.hits]


def test_raw_telex_is_read_as_it_was_meant_and_said(index: Index) -> None:
    results = search(index, "chuyeenr ddooir soos")
    assert (results.rung, results.searched) == ("telex", "chuyển đổi số")
    assert addresses(results)[0] == "/so/"


@pytest.mark.parametrize("typed", ["chuyn doi so", "chuyen dpi so", "chuyen doi os", "chuyem doi so"])
def test_a_slip_is_mended_by_what_stands_beside_it_and_said(index: Index, typed: str) -> None:
    results = search(index, typed)
    assert (results.rung, results.searched) == ("corrected", "chuyen doi so")
    assert addresses(results)[0] == "/so/"


def test_where_all_words_are_known_the_one_that_fits_least_is_the_slip(index: Index) -> None:
    results = search(index, "thu tuc hanh chinh xa hop ma").searched
    assert results
    assert search(index, "dich cu cong").searched == "dich vu cong"


def test_no_rung_is_climbed_where_there_is_an_answer(index: Index) -> None:
    results = search(index, "chuyen so")
    assert (results.rung, results.searched, results.complete) == ("all", "chuyen so", True)


def test_last_of_all_most_of_the_words_are_enough(index: Index) -> None:
    results = search(index, "chuyển đổi số vũ trụ")
    assert results.rung == "most"
    assert addresses(results)[0] == "/so/"


def test_an_abbreviation_finds_what_it_is_short_for_and_the_other_way(index: Index) -> None:
    assert addresses(search(index, "UBND")) == ["/ubnd/", "/uy-ban/"]
    assert set(addresses(search(index, "ủy ban nhân dân"))) == {"/uy-ban/", "/ubnd/"}
    assert search(index, "ubnd").also == ("ủy ban nhân dân",)


def test_a_former_name_finds_the_current_one_and_what_was_typed_comes_first(index: Index) -> None:
    assert addresses(search(index, "so thong tin va truyen thong")) == ["/tttt/", "/khcn/"]
    assert addresses(search(index, "Sở Khoa học và Công nghệ")) == ["/khcn/", "/tttt/"]


def test_two_short_names_are_both_written_out(index: Index) -> None:
    results = search(index, "TTHC UBND")
    assert addresses(results) == ["/uy-ban/"]


def test_what_stands_in_quotes_is_meant_as_it_stands(index: Index) -> None:
    assert addresses(search(index, '"UBND tỉnh"')) == ["/ubnd/"]


def test_variants_are_few(index: Index) -> None:
    row = parse_query("ubnd tthc ubnd tthc ubnd").tokens
    assert len(Names(EXPANSIONS).variants(row)) <= MOST_VARIANTS


def test_the_last_word_may_be_unfinished_while_it_is_typed(index: Index) -> None:
    typing = Wish(typing=True)
    assert addresses(search(index, "chuyen doi s", typing))[0] == "/so/"
    assert search(index, "chuyen doi s", typing).rung == "all"
    assert search(index, "chuyen doi s").rung != "all"


@pytest.mark.parametrize("query", ["chuyen doi s ", '"chuyen doi s"'])
def test_a_space_or_a_quote_ends_a_word(index: Index, query: str) -> None:
    assert search(index, query, Wish(typing=True)).rung != "all"


def test_a_first_word_becomes_the_commonest(index: Index) -> None:
    assert set(addresses(search(index, "soa", Wish(typing=True)))) == {"/soang/"}


def test_rungs_are_climbed_within_the_filters(index: Index) -> None:
    results = search(index, "uy ban", Wish(filters=Filters(kind="page")))
    assert results.rung != "all"


def test_newest_first_and_pages_of_answers(index: Index) -> None:
    whole = addresses(search(index, "cơ quan", Wish(newest=True)))
    assert whole == sorted(whole)
    assert addresses(search(index, "cơ quan", Wish(newest=True, skip=1, limit=1))) == whole[1:2]
    best = addresses(search(index, "cơ quan"))
    assert addresses(search(index, "cơ quan", Wish(skip=1))) == best[1:]


def test_one_edit_adds_drops_changes_or_swaps_a_letter() -> None:
    assert {"chuyen", "chun", "chyun", "chuy", "vhuyn"} <= set(one_edit("chuyn"))
    assert "chuyenn" not in set(one_edit("chuyn"))
    assert len(list(one_edit("chuyn"))) == 26 * 6 + 27 * 5 + 4
