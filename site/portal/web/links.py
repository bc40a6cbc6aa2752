"""Dead links of texts, found before anything is rendered, each at the place where it is written."""

from collections.abc import Collection, Mapping

from portal.model.article import Article
from portal.model.page import StandingPage
from portal.model.portal import Portal
from portal.model.text import Link
from portal.problems.problem import Location, Problem
from vietnamese.spelling import nearest

Text = Article | StandingPage


def dead_links(portal: Portal, addresses: Collection[str], broken: Collection[str]) -> list[Problem]:
    """Give a problem for each link to an address or anchor that the portal does not have.

    Links to pages whose own file is broken are no second fault.
    """
    if not _strange(portal, addresses):
        return []
    texts: dict[str, Text] = {article.address: article for article in portal.articles}
    texts |= {page.address: page for page in portal.pages}
    found = [
        problem
        for own, text in texts.items()
        # Where links stand is looked up only for a text that has a dead one.
        if any(
            target not in addresses and _is_dead(target, own, texts, addresses, broken)
            for target in text.targets
        )
        for link in text.body.links
        if _is_dead(link.target, own, texts, addresses, broken)
        for problem in (_problem(link, own, texts, addresses),)
    ]
    announced = portal.announced.link if portal.announced else None
    if announced and _is_dead(announced.target, "", texts, addresses, broken):
        found.append(_problem(announced, "", texts, addresses))
    return sorted(found, key=lambda problem: problem.order)


def _strange(portal: Portal, addresses: Collection[str]) -> set[str]:
    """The targets of links that are not addresses as they are written: of most portals few."""
    targets = [text.targets for texts in (portal.articles, portal.pages) for text in texts]
    return set().union(*targets).difference(addresses)


def _is_dead(
    target: str, own: str, texts: Mapping[str, Text], addresses: Collection[str], broken: Collection[str]
) -> bool:
    address, anchor = _parts(target, own)
    if address in broken:
        return False
    missing = bool(anchor) and address in texts and anchor not in texts[address].body.anchors
    return address not in addresses or missing


def _problem(link: Link, own: str, texts: Mapping[str, Text], addresses: Collection[str]) -> Problem:
    address, anchor = _parts(link.target, own)
    at = Location(link.file, link.line, link.column, link.width, link.excerpt)
    if address not in addresses:
        near = nearest(address, sorted(addresses))
        return Problem("link/dead", at, {"target": address, "hint": f" («{near}»?)" if near else ""})
    known = ", ".join(f"#{heading.anchor}" for heading in texts[address].body.headings) or "—"
    return Problem("link/no-anchor", at, {"target": address, "anchor": anchor, "known": known})


def _parts(target: str, own: str) -> tuple[str, str]:
    written, _, anchor = target.partition("#")
    return written.partition("?")[0] or own, anchor
