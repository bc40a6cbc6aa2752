"""Where links of foreign texts may lead: what a portal refuses is known before it is written."""

import re
from urllib.parse import urlsplit

_SCHEMES = ("http", "https", "mailto", "tel")
_UNSAFE = re.compile(r"[\x00-\x1f\\]")
_BARE_HOST = re.compile(r"(?:www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/|$)", re.IGNORECASE)


def safe_link(written: str) -> str:
    """Give a link's target as the portal takes it, or empty where it takes none.

    Kept are web, mail and telephone addresses and paths; a host without its scheme gets one. Empty are parts
    of the same page, files of the writer's machine and whatever a browser would run.
    """
    target = written.strip()
    if not target or target.startswith(("#", "//")) or _UNSAFE.search(target):
        return ""
    if _BARE_HOST.match(target):
        return f"https://{target}"
    try:
        scheme = urlsplit(target).scheme
    except ValueError:
        return ""
    return target if scheme in _SCHEMES or (not scheme and ":" not in target) else ""
