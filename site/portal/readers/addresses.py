"""Which address a file has: its name decides, never its title."""

import re

_ARTICLE = re.compile(r"tin-tuc/(\d{4})/([^/]+?)(\.en)?\.md")
_PAGE = re.compile(r"trang/([^/]+?)(\.en)?\.md")
_DATA = re.compile(r"(co-quan|chi-tieu)/([^/]+)\.yaml")


def address_of(file: str | None) -> str | None:
    """The address of the page that a content file makes; None for a file that makes none."""
    if file is None:
        return None
    if found := _ARTICLE.fullmatch(file):
        return f"{'/en' if found[3] else ''}/tin-tuc/{found[1]}/{found[2]}/"
    if found := _PAGE.fullmatch(file):
        return f"{'/en' if found[2] else ''}/{found[1]}/"
    if found := _DATA.fullmatch(file):
        return f"/{found[1]}/{found[2]}/"
    return None


def language_of(file: str) -> str:
    """`en` for `….en.md`, else `vi`."""
    return "en" if file.endswith(".en.md") else "vi"


def stem_of(file: str) -> str:
    """The name in the address."""
    return file.rpartition("/")[2].removesuffix(".md").removesuffix(".yaml").removesuffix(".en")


TAKEN = frozenset(
    [
        "tin-tuc",
        "chuyen-muc",
        "chu-de",
        "luu-tru",
        "co-quan",
        "dich-vu",
        "chi-tieu",
        "du-lieu",
        "tim-kiem",
        "so-do-trang",
        "nguon-tin",
        "anh",
        "dinh-chinh",
        "tai-nguyen",
        "log",
        "nhat-ky",
        "v",
    ]
)
"""Names at the top that the engine's own pages have."""


def may_be_former(address: str) -> bool:
    """Whether a page may once have stood there: the portal makes none there by itself, now or later."""
    parts = address.removeprefix("/en").strip("/").split("/")
    if parts[0] == "tin-tuc":
        return len(parts) == 3 and not parts[2].isdigit() and parts[2] != "trang"
    return bool(parts[0]) and parts[0] not in TAKEN
