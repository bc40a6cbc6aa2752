"""Dead links of texts, found before anything is rendered, each at the place where it is written."""

from collections.abc import Collection, Iterator

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
        for link in body.links
        for problem in _check(link, address, bodies, addresses, broken)
    ]
    return sorted(found, key=lambda problem: problem.order)


def _check(
    link: Link, own: str, bodies: dict[str, Body], addresses: Collection[str], broken: Collection[str]
) -> Iterator[Problem]:
    written, _, anchor = link.target.partition("#")
    address = written.partition("?")[0] or own
    at = Location(link.file, link.line, link.column, link.width, link.excerpt)
    if address in broken:
        return
    if address not in addresses:
        near = nearest(address, sorted(addresses))
        yield Problem("link/dead", at, {"target": address, "hint": f" («{near}»?)" if near else ""})
    elif anchor and address in bodies and anchor not in bodies[address].anchors:
        known = ", ".join(f"#{heading.anchor}" for heading in bodies[address].headings) or "—"
        yield Problem("link/no-anchor", at, {"target": address, "anchor": anchor, "known": known})
