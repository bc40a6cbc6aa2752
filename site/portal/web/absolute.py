"""Addresses in a text made absolute, for readers who meet the text away from its page."""

from urllib.parse import quote, urljoin

from lxml import etree, html

_ADDRESSES = ("href", "src")
# Everything RFC 3986 lets stand in an address, and escapes already made.
_SAFE = ":/?#[]@!$&'()*+,;=%~"
_OPEN, _CLOSE = "<div>", "</div>"


def absolute_address(written: str, page: str) -> str:
    """Give an address as it is meant on a page (absolute); ASCII only (RFC 3986).

    Raises ValueError for what is no address.
    """
    return quote(urljoin(page, written), safe=_SAFE)


def absolute_markup(markup: str, page: str) -> str:
    """Give sanitised markup with every address as it is meant on a page (absolute).

    Of a picture in several sizes only the one that everybody can show is kept; what cannot be read as an
    address is no link any more.
    """
    # A null would end the text for the parser.
    root = html.fragment_fromstring(markup.replace("\0", ""), create_parent="div")
    _keep_one_size(root)
    for element in root.iter(etree.Element):
        for name in _ADDRESSES:
            if name in element.attrib:
                _resolve(element, name, page)
    return str(html.tostring(root, encoding="unicode"))[len(_OPEN) : -len(_CLOSE)]


def _keep_one_size(root: html.HtmlElement) -> None:
    # The parser knows no HTML 5: what follows a source stands inside it, and is kept.
    for element in list(root.iter("source", "picture")):
        element.drop_tag()
    for element in root.iter("img"):
        element.attrib.pop("srcset", "")
        element.attrib.pop("sizes", "")


def _resolve(element: html.HtmlElement, name: str, page: str) -> None:
    try:
        element.set(name, absolute_address(element.attrib[name], page))
    except ValueError:
        del element.attrib[name]
