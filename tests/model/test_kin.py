"""Related articles: older ones, by what they share."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from portal.model.article import Article
from portal.model.kin import Kin
from tests.model.articles import FIRST, article

Row = tuple[str, str, tuple[str, ...]]


def news(*rows: Row) -> tuple[Article, ...]:
    """Give articles, each with a title, a summary and tags, oldest first; the newest is first then."""
    made = [
        replace(
            article(f"bai-{number}", date=FIRST + timedelta(days=number), tags=tags),
            title=title,
            summary=summary,
        )
        for number, (title, summary, tags) in enumerate(rows)
    ]
    return tuple(reversed(made))


def titles(*rows: Row) -> list[str]:
    """Give the titles of the kin of the newest."""
    held = news(*rows)
    return [one.title for one in Kin(held).of(held[0])]


def test_of_articles_of_a_category_those_that_share_rare_pairs_come_first() -> None:
    found = titles(
        ("Xe buýt điện chạy thử", "", ()),
        ("Hội nghị cuối năm", "Trên địa bàn tỉnh.", ()),
        ("Hội nghị giữa năm", "Trên địa bàn tỉnh.", ()),
        ("Thêm tuyến xe buýt điện", "Trên địa bàn tỉnh.", ()),
    )
    assert found == ["Xe buýt điện chạy thử", "Hội nghị giữa năm", "Hội nghị cuối năm"]


def test_a_shared_tag_is_worth_a_pair_that_no_other_shares() -> None:
    found = titles(
        ("Có hai cặp hiếm như xe buýt điện", "", ()),
        ("Có chủ đề", "", ("giao-thong",)),
        ("Có một cặp hiếm là cầu vượt", "", ()),
        ("Xe buýt điện qua cầu vượt", "", ("giao-thong",)),
    )
    assert found == ["Có hai cặp hiếm như xe buýt điện", "Có chủ đề", "Có một cặp hiếm là cầu vượt"]


def test_without_anything_shared_the_newest_of_the_category_are_given() -> None:
    assert titles(("một", "", ()), ("hai", "", ()), ("ba", "", ())) == ["hai", "một"]


def test_words_are_compared_without_marks_and_old_spelling() -> None:
    found = titles(("Thuỷ lợi NỘI đồng", "", ()), ("Tin khác", "", ()), ("thủy lợi nội đồng mới", "", ()))
    assert found[0] == "Thuỷ lợi NỘI đồng"


@given(
    st.lists(
        st.tuples(st.sampled_from(["xe buýt", "cầu vượt", "xe buýt cầu vượt"]), st.just(""), st.just(()))
    ),
    st.integers(0, 50),
)
def test_other_words_of_an_article_change_the_kin_of_those_alone_that_it_is_around(
    rows: list[Row], place: int
) -> None:
    rows = [*rows, ("tin", "", ()), ("tin cầu vượt", "", ("a",))]
    held = news(*rows)
    changed = held[place % len(held)]
    other = tuple(replace(one, title="xe lửa cầu vượt") if one is changed else one for one in held)
    before, after = Kin(held), Kin(other)
    near = set(after.around(changed))
    for one, same in zip(held, other, strict=True):
        if [kin.address for kin in before.of(one)] != [kin.address for kin in after.of(same)]:
            assert one.address in near
