"""XML that strangers wrote: never fetched from, never expanded, and mended where it is broken."""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from portal.failure import naming
from portal.importing.sites.item import Said

MOST_BYTES = 128 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Unread:
    """Why nothing could be read; `reason` is a key of REFUSALS."""

    reason: str
    facts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Xml:
    """A tree, and what was wrong with it."""

    root: etree._Element
    said: tuple[Said, ...] = ()


def read_xml(path: Path) -> Xml | Unread:
    """Read a file of XML; what stands after a fault may be missing, which is said."""
    if path.stat().st_size > MOST_BYTES:
        return Unread("xml-large", {"most": str(MOST_BYTES // 1024 // 1024)})
    with naming(path):
        data = path.read_bytes()
    try:
        return _safe(etree.fromstring(data, _parser(mend=False)))
    except etree.XMLSyntaxError as error:
        return _mended(data, path.name, error)


def _parser(*, mend: bool) -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=mend)


def _mended(data: bytes, name: str, error: etree.XMLSyntaxError) -> Xml | Unread:
    facts = {"line": str(error.lineno or 1), "detail": str(error.msg or "XML")[:200]}
    try:
        root = etree.fromstring(data.lstrip(), _parser(mend=True))
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return Unread("xml-broken", facts)
    made = _safe(root)
    return made if isinstance(made, Unread) else Xml(made.root, (Said(name, "site/xml-mended", facts),))


def _safe(root: etree._Element) -> Xml | Unread:
    """A tree whose document declares no entities; a mere name of a public type is harmless."""
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:  # type: ignore[attr-defined]
        return Unread("xml-entities", {})
    return Xml(root)


def local_name(element: etree._Element) -> str:
    """Give an element's name without its namespace; empty for comments and the like."""
    # Mended XML has names that etree.QName refuses.
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_in(element: etree._Element, *paths: str, namespaces: dict[str, str] | None = None) -> str:
    """Give the text of the first child that has any, of those found by some paths."""
    for path in paths:
        for found in element.findall(path, namespaces):
            said = "".join(str(one) for one in found.itertext()).strip()
            if said:
                return said
    return ""
