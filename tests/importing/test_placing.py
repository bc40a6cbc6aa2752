"""Where items of a site come to stand, and what their old addresses and links become."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from portal.importing.sites.articles import Written, write_article
from portal.importing.sites.categories import Categories
from portal.importing.sites.item import Item, Lead, Site
from portal.importing.sites.placing import Plan, plan
from portal.importing.sites.plain import plain, shortened
from tests.importing.words import picture
from vietnamese.dates import HANOI

NOW = datetime(2026, 1, 1, tzinfo=HANOI)
KNOWN = Categories({"thoi-su": "thoi-su", "Thời sự": "thoi-su", "kinh-te": "kinh-te", "Kinh tế": "kinh-te"})
ITEM = Item(
    "mot.md", "Một", datetime(2024, 5, 1, 8, 0, tzinfo=HANOI), "<p>Chữ của bài.</p>", summary="Tóm tắt."
)


def site(*items: Item, base: str = "https://cu.example") -> Site:
    return Site(
        "Thử", base, items, fetch=lambda item, name: picture().getvalue() if name == "co.png" else None
    )


def planned(*items: Item, base: str = "https://cu.example") -> Plan:
    return plan(site(*items, base=base))


def text(item: Item, *others: Item, base: str = "https://cu.example", known: Categories = KNOWN) -> str:
    made = written(item, *others, base=base, known=known)
    return made.bodies[made.file].decode()


def written(
    item: Item, *others: Item, base: str = "https://cu.example", known: Categories = KNOWN
) -> Written:
    whole = site(item, *others, base=base)
    placed = plan(whole)
    place = next(one for one in placed.places if one.item.origin == item.origin)
    made = write_article(whole, placed, place, known, NOW)
    assert isinstance(made, Written)
    return made


def test_an_article_has_the_name_it_had_below_the_year_of_its_day_in_hanoi() -> None:
    late = replace(ITEM, slug="Cầu-Mới", date=datetime(2023, 12, 31, 20, 0, tzinfo=UTC))
    assert planned(late).places[0].file == "tin-tuc/2024/cau-moi.md"


@pytest.mark.parametrize(
    ("slug", "title", "name"),
    [("", "Đường mới", "duong-moi"), ("2024", "", "bai-2024"), ("trang", "", "bai-trang"),
     ("日本", "日本", "bai-20240501-0800"), ("a/b c", "", "a-b-c")],
)  # fmt: skip
def test_whatever_an_item_is_called_its_file_has_a_name(slug: str, title: str, name: str) -> None:
    assert planned(replace(ITEM, slug=slug, title=title)).places[0].slug == name


def test_two_of_one_name_are_told_apart_in_the_order_of_their_days() -> None:
    later = replace(ITEM, origin="hai.md", date=ITEM.date + timedelta(days=1))
    made = planned(later, ITEM)
    assert [(one.item.origin, one.slug) for one in made.places] == [("mot.md", "mot"), ("hai.md", "mot-2")]
    assert [one.kind for one in made.remarks] == ["address/renamed"]


def test_a_translation_stands_beside_its_original() -> None:
    english = replace(ITEM, origin="mot.en.md", language="en-US")
    assert {one.file for one in planned(ITEM, english).places} == {
        "tin-tuc/2024/mot.md",
        "tin-tuc/2024/mot.en.md",
    }


def test_what_is_in_another_language_is_left_and_said() -> None:
    made = planned(replace(ITEM, language="de"))
    assert made.places == [] and [one.kind for one in made.left] == ["left/language"]


def test_old_addresses_are_aliases_oldest_first() -> None:
    made = planned(replace(ITEM, old=("/tin/mot/", "/cu/mot", "https://cu.example/xua/mot/index.html")))
    assert made.places[0].aliases == ("/cu/mot/", "/xua/mot/", "/tin/mot/")


@pytest.mark.parametrize(
    "old", ["/tin/mot.html", "/?p=7", "/Tin/Mot/", "/tin/m%E1%BB%99t/", "/tin-tuc/2024/"]
)
def test_what_cannot_be_an_alias_is_said_and_among_the_moves(old: str) -> None:
    made = planned(replace(ITEM, old=(old,)))
    assert made.places[0].aliases == ()
    assert [one.kind for one in made.remarks] == ["address/no-alias"]
    assert [(move.new, move.aliased) for move in made.moves] == [("/tin-tuc/2024/mot/", False)]


def test_an_address_belongs_to_one_article_alone() -> None:
    other = replace(ITEM, origin="hai.md", slug="hai", old=("/cu/",))
    made = planned(replace(ITEM, old=("/cu/",)), other)
    assert [one.aliases for one in made.places] == [(), ("/cu/",)] or made.places[0].aliases == ("/cu/",)
    assert [one.kind for one in made.remarks] == ["address/two"]


def test_a_site_below_a_path_had_its_addresses_below_it() -> None:
    made = planned(replace(ITEM, old=("/mot/",)), base="https://cu.example/tinh/")
    assert made.places[0].aliases == ("/tinh/mot/",)


@pytest.mark.parametrize(
    ("link", "leads"),
    [("/tin/hai/", "/tin-tuc/2024/hai/"), ("https://www.cu.example/tin/hai", "/tin-tuc/2024/hai/"),
     ("../hai/#muc", "/tin-tuc/2024/hai/"), ("entry:hai.md", "/tin-tuc/2024/hai/"),
     ("hai.md", "/tin-tuc/2024/hai/"), ("/khac/", "https://cu.example/khac/"),
     ("https://khac.example/a", "https://khac.example/a"), ("//khac.example/a", "https://khac.example/a")],
)  # fmt: skip
def test_links_lead_to_new_addresses_or_to_the_old_site(link: str, leads: str) -> None:
    one = replace(ITEM, markup=f'<p>Xem <a href="{link}">bài ấy</a>.</p>', old=("/tin/mot/",))
    other = replace(ITEM, origin="hai.md", slug="hai", old=("/tin/hai/",))
    assert f"Xem [bài ấy]({leads})." in text(one, other)


def test_a_link_to_the_old_site_is_said() -> None:
    made = written(replace(ITEM, markup='<p>Xem <a href="/khac/">trang khác</a>.</p>'))
    assert [one.kind for one in made.said if one.kind.startswith("link/")] == ["link/old-site"]


def test_without_an_old_site_a_link_of_it_keeps_its_words() -> None:
    assert "Xem trang khác." in text(
        replace(ITEM, markup='<p>Xem <a href="/k/">trang khác</a>.</p>'), base=""
    )


def test_pictures_come_beside_the_article_and_remote_ones_become_links() -> None:
    shown = '<p><img src="co.png" alt="Có"></p><p><img src="https://anh.example/xa.png" alt="Ảnh xa"></p>'
    made = written(replace(ITEM, markup=shown))
    assert set(made.bodies) == {"tin-tuc/2024/mot.md", "tin-tuc/2024/mot-1.png"}
    body = made.bodies[made.file].decode()
    assert "![Có](mot-1.png)" in body and "[Ảnh xa](https://anh.example/xa.png)" in body
    assert "picture/remote" in [one.kind for one in made.said]


def test_the_lead_picture_comes_with_its_description() -> None:
    made = written(replace(ITEM, image=Lead("co.png", "Cầu mới")))
    assert 'image:\n  src: "mot-dau-bai.png"\n  alt: "Cầu mới"\n' in made.bodies[made.file].decode()
    assert "tin-tuc/2024/mot-dau-bai.png" in made.bodies


def test_a_text_without_a_summary_gives_its_beginning() -> None:
    made = written(replace(ITEM, summary=""))
    assert 'summary: "Chữ của bài."' in made.bodies[made.file].decode()
    assert "summary/from-text" in [one.kind for one in made.said]


def test_an_item_of_a_summary_alone_has_it_for_its_text() -> None:
    made = written(replace(ITEM, markup="", source="https://noi-khac.example/bai"))
    body = made.bodies[made.file].decode()
    assert body.endswith("---\nTóm tắt.\n") and 'url: "https://noi-khac.example/bai"' in body


def test_the_title_is_not_said_twice_and_levels_skip_none() -> None:
    marked = "<h2>Một</h2><p>Chữ.</p><h2>Hai</h2><p>Chữ.</p><h5>Ba</h5><p>Chữ.</p>"
    body = text(replace(ITEM, markup=marked)).partition("---\n")[2].partition("---\n")[2]
    assert body == "Chữ.\n\n## Hai\n\nChữ.\n\n### Ba\n\nChữ.\n"


@pytest.mark.parametrize(
    ("categories", "mapped", "other", "chosen"),
    [(("Kinh tế",), {}, "", "kinh-te"), (("thoi su",), {}, "", "thoi-su"), (("Thời sựu",), {}, "", "thoi-su"),
     (("Nội bộ", "Kinh tế"), {"nội bộ": "thoi-su"}, "", "thoi-su"), (("Lạ lắm",), {}, "kinh-te", "kinh-te"),
     (("Lạ lắm",), {}, "", ""), ((), {}, "thoi-su", "thoi-su")],
)  # fmt: skip
def test_categories_are_those_of_the_portal(
    categories: tuple[str, ...], mapped: dict[str, str], other: str, chosen: str
) -> None:
    known = replace(KNOWN, mapped=mapped, other=other)
    made = text(replace(ITEM, categories=categories), known=known)
    assert (f"category: {chosen}\n" in made) if chosen else ("category:" not in made)


def test_drafts_and_ends_of_life_stay_what_they_are() -> None:
    made = written(replace(ITEM, draft=True, expires=datetime(2025, 1, 1, tzinfo=HANOI)))
    body = made.bodies[made.file].decode()
    assert "\nexpires: 2025-01-01\n" in body and "\ndraft: true\n" in body
    assert {"draft/kept", "expires/past"} <= {one.kind for one in made.said}


def test_titles_and_summaries_are_plain_words() -> None:
    assert plain("A &amp; <b>B</b> **c** [d](/e) `f`") == "A & B c d f"
    assert shortened(
        "Câu một dài vừa đủ để đứng riêng làm tóm tắt của một bài viết trên cổng thông tin. " * 5
    ).endswith("tin.")
    assert len(shortened("chữ " * 200)) <= 300 and shortened("chữ " * 200).endswith("…")
