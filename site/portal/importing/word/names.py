"""Names of the elements and attributes of WordprocessingML that are looked at."""

from lxml import etree

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SHAPES = "{urn:schemas-microsoft-com:vml}"
CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def w(name: str) -> str:
    """Give a name of the main namespace, for elements and attributes alike."""
    return f"{_MAIN}{name}"


def value(element: etree._Element | None, path: str = "", attribute: str = "val") -> str | None:
    """Give an attribute of an element, or of the first below it by a path of names, if there is one."""
    found = element if element is None or not path else element.find("/".join(map(w, path.split("/"))))
    return None if found is None else found.get(w(attribute))


def switched(properties: etree._Element | None, name: str) -> bool | None:
    """Say whether a property is on or off; None where it is not said."""
    found = None if properties is None else properties.find(w(name))
    return None if found is None else found.get(w("val"), "1") not in ("0", "false", "off", "none")


def replaced(element: etree._Element, new: list[etree._Element]) -> None:
    """Put other elements in the place of one."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent.remove(element)
        for offset, one in enumerate(new):
            parent.insert(place + offset, one)
