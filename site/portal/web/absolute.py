"""Addresses in a text made absolute, for readers who meet the text away from its page."""

import re
from functools import partial
from html import unescape
from urllib.parse import quote, urljoin

# Everything RFC 3986 lets stand in an address, and escapes already made.
_SAFE = ":/?#[]@!$&'()*+,;=%~"
# An address from the root of this portal, as nearly all are: nothing in it is to be resolved or escaped.
_FROM_ROOT = re.compile(r"/(?:[A-Za-z0-9_-]+/)*(?:[A-Za-z0-9_-][A-Za-z0-9._-]*)?")
_ORIGIN = re.compile(r"https?://[^/?#]+")
# The sanitiser writes tags and attributes in small letters, values in double quotes, and "<" and ">" for tags
# only, so that what looks like a tag is one.
_TAG = re.compile(r"<(?:a|img|/?picture|/?source)(?: [^>]*)?>")
_SEVERAL_SIZES = re.compile(r"</?(?:picture|source)\b")
# Every attribute is read, for a value may end like the beginning of an address.
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_SIZES = ("srcset", "sizes")
_ADDRESSES = ("href", "src")


def absolute_address(written: str, page: str) -> str:
    """Give an address as it is meant on a page (absolute); ASCII only (RFC 3986).

    Raises ValueError for what is no address.
    """
    if _FROM_ROOT.fullmatch(written) and (origin := _ORIGIN.match(page)):
        return origin[0] + written
    return quote(urljoin(page, written), safe=_SAFE)


def absolute_markup(markup: str, page: str) -> str:
    """Give markup as the sanitiser writes it with every address as it is meant on a page (absolute).

    Of a picture in several sizes only the one that everybody can show is kept; what cannot be read as an
    address is no link any more. All else stays as it is, but for the space that does not break: it stands for
    itself, since feeds escape a name of it once more.
    """
    return _TAG.sub(partial(_tag, page), markup).replace("&nbsp;", "\xa0")


def _tag(page: str, found: re.Match[str]) -> str:
    tag = found[0]
    return "" if _SEVERAL_SIZES.match(tag) else _ATTRIBUTE.sub(partial(_attribute, page), tag)


def _attribute(page: str, found: re.Match[str]) -> str:
    name, value = found.groups()
    if name not in _ADDRESSES:
        return "" if name in _SIZES else found[0]
    try:
        address = absolute_address(unescape(value), page)
    except ValueError:
        return ""
    return f' {name}="{address.replace("&", "&amp;")}"'
