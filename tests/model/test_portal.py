"""A portal as a whole: neighbours, related articles, lists."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portal.model.article import Article, Category
from portal.model.portal import Portal
from portal.model.settings import Settings, Wording
from tests.model.articles import CATEGORY, FIRST, article

WORDING = {code: Wording("Cổng tin", "Tin", "Tin của tỉnh.") for code in ("vi", "en")}
SETTINGS = Settings("https://tin.example", "tin.example", date(2026, 1, 1), WORDING)


def portal(*newest_first: Article) -> Portal:
    return Portal(SETTINGS, {"vi": (CATEGORY,), "en": ()}, newest_first)


def days(n: int, slug: str, *tags: str) -> Article:
    return article(slug, date=FIRST + timedelta(days=n), tags=tags)


def test_related_articles_share_most_tags_first() -> None:
    made = portal(days(3, "moi", "a", "b"), days(2, "mot", "a"), days(1, "hai", "a", "b"))
    assert [t.title for t in made.stories[0].related] == ["hai", "mot"]


def test_what_shares_neither_tag_nor_category_is_not_related() -> None:
    other = Category("the-thao", "Thể thao")
    made = portal(days(2, "moi", "a"), article("khac", category=other))
    assert made.stories[0].related == ()


@given(st.lists(st.sets(st.sampled_from("abc")), min_size=2, max_size=12))
def test_a_new_article_changes_no_old_story_but_its_neighbours(tags: list[set[str]]) -> None:
    all_of = [days(n, f"bai-{n}", *sorted(held)) for n, held in enumerate(tags)][::-1]
    before = {story.address: story.marked for story in portal(*all_of[1:]).stories}
    after = {story.address: story.marked for story in portal(*all_of).stories}
    changed = [address for address, story in before.items() if after[address] != story]
    assert changed == [all_of[1].address]


def test_previous_is_older_and_following_newer() -> None:
    made = portal(days(2, "moi"), days(1, "giua"), days(0, "cu")).stories[1]
    assert made.previous is not None and made.previous.title == "cu"
    assert made.following is not None and made.following.title == "moi"


def test_tags_stand_in_the_order_of_the_dictionary() -> None:
    made = portal(days(0, "mot", "đất", "dân", "ăn", "ao"))
    assert [tag.name for tag in made.tags["vi"]] == ["ao", "ăn", "dân", "đất"]


def test_english_lists_exist_only_with_english_articles() -> None:
    assert portal(days(0, "mot")).languages == ("vi",)
