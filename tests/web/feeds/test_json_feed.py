"""JSON Feed 1.1 as jsonfeed.org tells it."""

import json
from datetime import datetime
from typing import Any

from portal.web.feeds.json_feed import VERSION, json_feed
from tests.web.feeds.portals import URL, article, articles, feed, picture, tagged
from tests.web.feeds.rules import addresses_of_markup

TOP = {
    "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url",
    "icon", "favicon",
    "authors", "language", "expired", "hubs", "items",
}  # fmt: skip
ITEM = {
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image",
    "date_published", "date_modified", "authors", "tags", "language", "attachments",
}  # fmt: skip
FULL = article(author="Nguyễn Văn A", picture=picture(4321), tags=tagged("so-lieu"))


def read(body: bytes) -> dict[str, Any]:
    """The feed as a reader takes it in."""
    made = json.loads(body)
    assert isinstance(made, dict)
    return made


def test_a_feed_has_the_keys_of_the_format_and_no_others() -> None:
    made = read(json_feed(feed(FULL, article(2))))
    assert made["version"] == VERSION
    assert {"version", "title", "items"} <= set(made) <= TOP
    assert all({"id", "content_html"} <= set(item) <= ITEM for item in made["items"])


def test_an_item_tells_the_article() -> None:
    (item,) = read(json_feed(feed(FULL)))["items"]
    assert (item["id"], item["url"]) == (FULL.id, f"{URL}{FULL.address}")
    assert (item["title"], item["summary"]) == (FULL.title, FULL.summary)
    assert (item["authors"], item["tags"]) == ([{"name": "Nguyễn Văn A"}], ["Thời sự", "so-lieu"])
    assert datetime.fromisoformat(item["date_published"]) == FULL.date
    assert datetime.fromisoformat(item["date_modified"]) == FULL.changed


def test_the_lead_picture_is_attached_with_its_true_length() -> None:
    (item,) = read(json_feed(feed(FULL)))["items"]
    (file,) = item["attachments"]
    assert (file["size_in_bytes"], file["mime_type"], file["url"]) == (4321, "image/jpeg", item["image"])


def test_every_address_is_absolute() -> None:
    made = read(json_feed(feed(FULL)))
    (item,) = made["items"]
    found = [made["home_page_url"], made["feed_url"], item["url"], item["image"]]
    found += addresses_of_markup(item["content_html"])
    assert [held for held in found if not held.startswith(("https://", "mailto:"))] == []


def test_the_same_feed_gives_the_same_bytes() -> None:
    assert json_feed(feed(FULL)) == json_feed(feed(FULL))


def test_a_control_character_is_left_out() -> None:
    assert read(json_feed(feed(article(title="Tiêu\x0b đề"))))["items"][0]["title"] == "Tiêu đề"


def test_items_stand_newest_first_and_are_thirty_at_most() -> None:
    news = articles(40)
    assert [item["id"] for item in read(json_feed(feed(*news)))["items"]] == [held.id for held in news[:30]]
