"""Notes in HTML: a link to a place that links back to it is a mark, and the place is the note."""

from dataclasses import dataclass, field

from lxml.html import HtmlElement

_HIGHEST = 4


@dataclass(slots=True)
class Notes:
    """The marks of a page, each with its note's id; the notes, by id and all together; the links back."""

    marks: dict[HtmlElement, str] = field(default_factory=dict)
    bodies: dict[str, HtmlElement] = field(default_factory=dict)
    held: set[HtmlElement] = field(default_factory=set)
    back: set[HtmlElement] = field(default_factory=set)


def find_notes(root: HtmlElement) -> Notes:
    """Find all notes of a page, in the order of their marks."""
    places = _places(root)
    notes = Notes()
    inside: set[HtmlElement] = set()
    for link in root.iter("a"):
        name = link.get("href", "")[1:] if link.get("href", "").startswith("#") else ""
        target = places.get(name)
        if target is None or link in inside:
            continue
        body = notes.bodies.get(name)
        if body is None:
            body = _body(target, link)
            if body is None:
                continue
            notes.bodies[name] = body
            notes.held.add(body)
            inside.update(body.iter("a"))
        notes.marks[link] = name
        notes.back.update(_links_back(body, link))
    return notes


def _places(root: HtmlElement) -> dict[str, HtmlElement]:
    found: dict[str, HtmlElement] = {}
    for element in root.iter("*"):
        for name in (element.get("id"), element.get("name")):
            if name:
                found.setdefault(name, element)
    return found


def _names(link: HtmlElement) -> set[str]:
    """What a note may call the place of its mark."""
    parent = link.getparent()
    near = [link] if parent is None else [link, parent]
    return {f"#{name}" for one in near for name in (one.get("id"), one.get("name")) if name}


def _links_back(body: HtmlElement, link: HtmlElement) -> list[HtmlElement]:
    names = _names(link)
    return [one for one in body.iter("a") if one.get("href") in names]


def _body(target: HtmlElement, link: HtmlElement) -> HtmlElement | None:
    """The element that holds a whole note, if it links back to its mark."""
    found = None
    around: HtmlElement | None = target
    for _ in range(_HIGHEST):
        if around is None or link in around.iter("a"):
            break
        if around.tag in ("li", "aside", "p") or (around.tag == "div" and around.get("id")):
            found = around
            if around.tag != "p":
                break
        around = around.getparent()
    return found if found is not None and _links_back(found, link) else None
