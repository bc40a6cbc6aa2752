"""Dead links of texts, found before anything is rendered, each at the place where it is written."""

from collections.abc import Collection, Mapping

from portal.model.portal import Portal
from portal.model.text import Body, Link
from portal.problems.problem import Location, Problem
from vietnamese.spelling import nearest


def dead_links(portal: Portal, addresses: Collection[str], broken: Collection[str]) -> list[Problem]:
    """Give a problem for each link to an address or anchor that the portal does not have.

    Links to pages whose own file is broken are no second fault.
    """
    bodies: dict[str, Body] = {article.address: article.body for article in portal.articles}
    bodies |= {page.address: page.body for page in portal.pages}
    found = [
        problem
        for address, body in bodies.items()
        # Where links stand is looked up only for a text that has a dead one.
        if any(_is_dead(target, address, bodies, addresses, broken) for target in body.targets)
        for link in body.links
        if _is_dead(link.target, address, bodies, addresses, broken)
        for problem in (_problem(link, address, bodies, addresses),)
    ]
    return sorted(found, key=lambda problem: problem.order)


def _is_dead(
    target: str, own: str, bodies: Mapping[str, Body], addresses: Collection[str], broken: Collection[str]
) -> bool:
    address, anchor = _parts(target, own)
    if address in broken:
        return False
    missing = bool(anchor) and address in bodies and anchor not in bodies[address].anchors
    return address not in addresses or missing


def _problem(link: Link, own: str, bodies: Mapping[str, Body], addresses: Collection[str]) -> Problem:
    address, anchor = _parts(link.target, own)
    at = Location(link.file, link.line, link.column, link.width, link.excerpt)
    if address not in addresses:
        near = nearest(address, sorted(addresses))
        return Problem("link/dead", at, {"target": address, "hint": f" («{near}»?)" if near else ""})
    known = ", ".join(f"#{heading.anchor}" for heading in bodies[address].headings) or "—"
    return Problem("link/no-anchor", at, {"target": address, "anchor": anchor, "known": known})


def _parts(target: str, own: str) -> tuple[str, str]:
    written, _, anchor = target.partition("#")
    return written.partition("?")[0] or own, anchor
