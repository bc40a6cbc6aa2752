"""Lists: numbered from the oldest, so that a full page never changes again."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from portal.model.listing import PER_PAGE, Listing, ListPage, cut
from tests.model.articles import FIRST, article


def listing(count: int) -> Listing:
    made = tuple(article(f"bai-{n}", date=FIRST + timedelta(days=n)) for n in reversed(range(count)))
    return Listing("news", "", "Tin tức", "/tin-tuc/", "vi", made)


def numbered(count: int) -> dict[int, ListPage]:
    return {page.number: page for page in cut(listing(count)) if page.number}


def test_a_short_list_has_its_head_only() -> None:
    assert [page.address for page in cut(listing(PER_PAGE))] == ["/tin-tuc/"]


def test_the_first_page_holds_the_oldest() -> None:
    pages = numbered(45)
    assert [teaser.address for teaser in pages[1].teasers][-1] == "/tin-tuc/2026/bai-0/"
    assert [len(pages[n].teasers) for n in sorted(pages)] == [20, 20, 5]


def test_the_head_shows_the_newest_and_leads_to_older_ones() -> None:
    head = cut(listing(45))[0]
    assert [teaser.address for teaser in head.teasers][0] == "/tin-tuc/2026/bai-44/"
    assert head.older == 2


@given(st.integers(21, 130), st.integers(0, 60))
def test_a_full_page_never_changes_when_articles_come(count: int, more: int) -> None:
    before, after = numbered(count), numbered(count + more)
    for number, page in before.items():
        if len(page.teasers) == PER_PAGE:
            then = after[number]
            assert (then.address, then.teasers, then.older, then.newer) == (
                page.address,
                page.teasers,
                page.older,
                page.newer,
            )


@given(st.integers(0, 130))
def test_every_article_stands_on_one_numbered_page_or_on_the_only_head(count: int) -> None:
    pages = cut(listing(count))
    shown = [t.address for page in pages if page.number or len(pages) == 1 for t in page.teasers]
    assert len(shown) == len(set(shown)) == count
