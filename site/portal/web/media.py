"""Media types by the end of an address: one table, so that no machine guesses its own."""

MEDIA_TYPES: dict[str, str] = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".xml": "application/xml",
    ".opml": "text/x-opml",
    ".txt": "text/plain",
    ".py": "text/x-python",
    ".jsonld": "application/ld+json",
    ".csv": "text/csv",
    ".link": "application/link-format",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ics": "text/calendar",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/vnd.microsoft.icon",
    ".pdf": "application/pdf",
    ".webmanifest": "application/manifest+json",
}


def media_of(address: str) -> str:
    """The media type of what lies at an address; raises KeyError for an ending that is not in the table."""
    if address.endswith("/"):
        return MEDIA_TYPES[".html"]
    name = address.rsplit("/", 1)[1]
    return MEDIA_TYPES["." + name.rsplit(".", 1)[1]] if "." in name else "application/octet-stream"
