"""What `search.ranking` and `search.scores` promise."""

import random
from collections.abc import Iterator
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.index import Index
from search.ranking import Filters, Wish, search
from tests.search.pages import ask, found, index_of, page

SYLLABLES = ["chuyển", "đổi", "số", "hải", "hòa", "hoà", "bình", "an", "can", "đảng", "ủy", "Ðại", "X"]
NUMBERS = ["42/2022/NĐ-CP", "13/05/2023", "1.946", "12,5%", "01-NQ/TW", "576", "05/2023", "2022-2025"]
SIGNS = ["-", "–", ":", "“a”", '"', "(", "&"]
TITLES = st.lists(st.sampled_from(SYLLABLES + NUMBERS + SIGNS), max_size=40).map(
    lambda words: " ".join(["Tin", *words])
)

PAGES = [
    page(
        "/so/",
        "Chuyển đổi số tại Hải Dương",
        "Họp ngày 13/05/2023 về Nghị định 42/2022/NĐ-CP.",
        kind="article",
    ),
    page("/hoa/", "Hòa bình", "Văn hoá và hoà bình."),
    page("/hoa-binh/", "Hoa bỉnh", "Một cái tên khác.", kind="page"),
    page("/services/", "Online services", "1,946 services for peace.", language="en", kind="page"),
    page("/dich-vu/", "Dịch vụ công", "Có 1.946 dịch vụ; đổi mới rồi số liệu chuyển về.", kind="service"),
]


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    """Give an open index of `PAGES`."""
    with index_of(PAGES) as opened:
        yield opened


def addresses(index: Index, query: str, **filters: str) -> list[str]:
    results = search(index, query, Wish(filters=Filters(**filters)))  # type: ignore[arg-type]
    return [hit.address for hit in results.hits] if results.complete else []


@pytest.mark.parametrize("query", ["chuyen doi so", "CHUYEN ĐOI SỐ", "chuyển-đổi-số", "so  doi chuyen"])
def test_words_are_found_with_and_without_marks(index: Index, query: str) -> None:
    assert "/so/" in addresses(index, query)


def test_words_that_stand_together_come_first(index: Index) -> None:
    assert addresses(index, "chuyen doi so") == ["/so/", "/dich-vu/"]


@pytest.mark.parametrize("query", ["hoà bình", "hòa bình", "hoa\u0300 bi\u0300nh", "HÒA BÌNH"])
def test_with_marks_the_exact_words_come_first_however_they_are_spelled(index: Index, query: str) -> None:
    assert addresses(index, query) == ["/hoa/", "/hoa-binh/"]


@pytest.mark.parametrize(("one", "other"), [("bán", "bạn"), ("hoa", "hóa"), ("đo", "do"), ("mơ", "mờ")])
def test_the_order_follows_the_marks_that_were_typed(one: str, other: str) -> None:
    pages = [page("/one/", f"Tin {one} mới"), page("/other/", f"Tin {other} mới")]
    assert found(pages, f"tin {one} mới")[0] == "/one/"
    assert found(pages, f"tin {other} mới")[0] == "/other/"


@pytest.mark.parametrize(
    "query",
    ["42/2022/NĐ-CP", "42/2022/nd-cp", "42/2022", "42/2022/NĐ", "nđ-cp", "nghị định 42/2022"],
)
def test_a_document_number_is_found_whole_and_by_its_parts(index: Index, query: str) -> None:
    assert addresses(index, query) == ["/so/"]


@pytest.mark.parametrize("query", ["13/05/2023", "13/5/2023", "13-05-2023", "2023-05-13", "13/5", "05/2023"])
def test_a_date_is_found_however_it_is_written(index: Index, query: str) -> None:
    assert addresses(index, query) == ["/so/"]


@pytest.mark.parametrize("query", ["1946", "1.946", "1,946"])
def test_a_figure_is_found_with_and_without_its_grouping(index: Index, query: str) -> None:
    assert set(addresses(index, query)) == {"/services/", "/dich-vu/"}


def test_quotes_ask_for_neighbours(index: Index) -> None:
    assert addresses(index, '"chuyen doi so"') == ["/so/"]
    assert addresses(index, '"ngay 13/05/2023 ve nghi dinh 42/2022/ND-CP"') == ["/so/"]
    assert addresses(index, '"doi chuyen"') == []


def test_quotes_with_marks_ask_for_the_same_marks(index: Index) -> None:
    assert addresses(index, '"hòa bình"') == ["/hoa/"]
    assert set(addresses(index, '"hoa binh"')) == {"/hoa/", "/hoa-binh/"}


def test_a_phrase_does_not_reach_from_the_title_into_the_text(index: Index) -> None:
    assert addresses(index, '"hải dương họp"') == []


def test_a_word_in_the_title_counts_more_than_in_the_text() -> None:
    assert found([page("/text/", "Tin", "lũ lụt"), page("/title/", "Lũ", "tin lụt")], "lũ") == [
        "/title/",
        "/text/",
    ]


def test_tags_and_summaries_are_searched() -> None:
    pages = [page("/a/", tags=("tin", "hộ chiếu")), page("/b/", summary="hộ chiếu"), page("/c/")]
    assert set(found(pages, '"ho chieu"')) == {"/a/", "/b/"}


def test_where_no_page_has_all_the_words_most_are_enough(index: Index) -> None:
    results = search(index, "chuyển đổi số vũ trụ")
    assert [hit.address for hit in results.hits] == ["/so/", "/dich-vu/"]
    assert not results.complete
    assert search(index, "dịch chuyển trụ xa").hits == ()


def test_quotes_and_unknown_numbers_give_way_and_say_so(index: Index) -> None:
    results = search(index, '"số đổi" 42/2022/NĐ-UBND')
    assert [hit.address for hit in results.hits] == ["/so/"]
    assert (results.searched, results.complete) == ("số đổi 42/2022/NĐ-UBND", False)


def test_equal_answers_come_newest_first_and_then_by_address() -> None:
    dated = [page(f"/{day}/", "Tin", date=datetime(2023, 5, day)) for day in (12, 14, 13)]
    assert found([*dated, page("/b/", "Tin"), page("/a/", "Tin")], "tin") == [
        "/14/",
        "/13/",
        "/12/",
        "/a/",
        "/b/",
    ]


def test_a_limit_gives_the_first_and_counts_all() -> None:
    pages = [page(f"/{number:02}/", "Tin tức " * (number + 1)) for number in range(30)]
    with index_of(pages) as index:
        whole = search(index, "tin tuc", Wish(limit=30))
        for limit in (0, 1, 7, 20):
            part = search(index, "tin tuc", Wish(limit=limit))
            assert part.hits == whole.hits[:limit]
            assert part.total == 30


def test_answers_are_only_of_the_language_and_kind_that_were_asked_for(index: Index) -> None:
    assert addresses(index, "1946", language="en") == ["/services/"]
    assert addresses(index, "1946", kind="service") == ["/dich-vu/"]
    assert addresses(index, "1946", kind="service", language="en") == []
    assert addresses(index, "1946", kind="none") == addresses(index, "1946", language="\ud800") == []


def test_words_are_required_only_of_the_pages_that_pass_the_filters(index: Index) -> None:
    results = search(index, "dịch vụ công chuyển liệu", Wish(filters=Filters(kind="service")))
    assert results.complete and results.total == 1


def test_an_answer_shows_where_its_words_stand(index: Index) -> None:
    hit = search(index, "nghi dinh 42/2022").hits[0]
    assert hit.marked_title == (("Chuyển đổi số tại Hải Dương", False),)
    assert [part for part, is_match in hit.extract if is_match] == ["Nghị định 42/2022"]


@pytest.mark.parametrize("query", ["", "   ", '""', "?!*", "\u200b", "\x00"])
def test_a_query_without_words_has_no_answers(index: Index, query: str) -> None:
    results = search(index, query)
    assert (results.hits, results.total, results.complete) == ((), 0, True)


@pytest.mark.parametrize(
    "query",
    [
        "a" * 100_000,
        "đổi số " * 20_000,
        "(" * 1000 + "số" + ")" * 1000,
        '"' * 999 + "số",
        "*a*",
        "số\x00\x07\x1b[31m",
        "\u202eốs\u202c",
        "\ud800số",
        "/" * 5000 + "1/" * 5000,
        "1." * 5000,
        "\u0301" * 5000,
        "title:[a TO z] OR NOT date:>0 ~9 ^9 <script>",
        "số " * 3 + '"đổi số',
    ],
)
def test_a_hostile_query_is_answered_with_bounded_work(index: Index, query: str) -> None:
    reads: list[str] = []

    class Counting(Index):
        def _keep(self, field: str, key: str, found: dict[int, int]) -> dict[int, int]:
            reads.append(key)
            return found

    results = search(Counting(index.reader), query)
    assert len(results.searched) <= 201
    # Four readings of the query, each of at most 24 tokens of at most seven parts, in four fields and pairs;
    # and the neighbours of a few words at one edit.
    assert len(reads) <= 4 * 24 * 7 * 5 + 1000
    assert all(len(key) <= 7 * 65 for key in reads)


@given(query=st.text())
def test_no_query_fails(index: Index, query: str) -> None:
    assert search(index, query).total <= len(PAGES)


@given(st.lists(TITLES, min_size=1, max_size=8))
@settings(max_examples=40)
def test_every_page_is_found_by_its_own_title(titles: list[str]) -> None:
    pages = [page(f"/{number}/", title) for number, title in enumerate(titles)]
    with index_of(pages) as index:
        for number, title in enumerate(titles):
            results = search(index, title, Wish(limit=len(pages)))
            assert results.complete
            assert f"/{number}/" in {hit.address for hit in results.hits}


@given(st.lists(st.tuples(TITLES, TITLES), min_size=2, max_size=8), TITLES, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_in_which_pages_are_indexed_does_not_matter(
    texts: list[tuple[str, str]], query: str, chance: random.Random
) -> None:
    pages = [page(f"/{number}/", title, text) for number, (title, text) in enumerate(texts)]
    shuffled = chance.sample(pages, len(pages))
    for asked in (query, texts[0][0], f'"{texts[-1][0]}"'):
        assert ask(shuffled, asked) == ask(pages, asked)
