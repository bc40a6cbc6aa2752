"""JSON Feed 1.1 (jsonfeed.org)."""

import json

from portal.web.feeds.document import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """Write a feed as JSON Feed 1.1, its keys in a fixed order."""
    said = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.own,
        "description": feed.description,
        "authors": [{"name": feed.publisher}],
        "language": feed.language,
        "items": [_item(entry, feed.language) for entry in feed.entries],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry, language: str) -> dict[str, object]:
    said: dict[str, object] = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.changed.isoformat(),
        "authors": [{"name": entry.author}],
        "tags": [subject.name for subject in entry.subjects],
        "language": language,
    }
    if file := entry.enclosure:
        said["image"] = file.address
        said["attachments"] = [{"url": file.address, "mime_type": file.media, "size_in_bytes": file.size}]
    return said
