"""Dead links of texts, found before anything is rendered, each at the place where it is written."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from portal.model.article import Article
from portal.model.life import Life
from portal.model.page import StandingPage
from portal.model.portal import Portal
from portal.model.text import Link
from portal.model.tombstone import Lived
from portal.problems.problem import Location, Problem
from vietnamese.dates import HANOI, format_day
from vietnamese.spelling import nearest

Text = Article | StandingPage


def dead_links(
    portal: Portal, addresses: Collection[str], broken: Collection[str], waiting: Iterable[Lived] = ()
) -> list[Problem]:
    """Give a problem for each link to an address or anchor that the portal does not have.

    Links to pages whose own file is broken are no second fault. Of what is `waiting` a scheduled text must
    lead where something will be when it comes: nobody watches the freeze that publishes it.
    """
    texts: dict[str, Text] = {}
    later = {text.address: (text, life) for text, life in waiting}
    found: list[Problem] = []
    if later or portal.announced or _strange(portal, addresses):
        texts = {article.address: article for article in portal.articles}
        texts |= {page.address: page for page in portal.pages}
        found = _dead(texts, texts, addresses, broken)
    announced = portal.announced.link if portal.announced else None
    if announced and _is_dead(announced.target, "", texts, addresses, broken):
        found.append(_problem(announced, "", texts, addresses))
    for text, life in later.values():
        if life.publish and not life.draft:
            there = {one.address: one for one, other in later.values() if _is_there(other, life.publish)}
            found += _dead({text.address: text}, texts | there, {*addresses, *there}, broken)
    return sorted((_named(problem, later) for problem in found), key=lambda problem: problem.order)


def _dead(
    own: Mapping[str, Text], texts: Mapping[str, Text], addresses: Collection[str], broken: Collection[str]
) -> list[Problem]:
    return [
        _problem(link, here, texts, addresses)
        for here, text in own.items()
        # Where links stand is looked up only for a text that has a dead one.
        if any(
            target not in addresses and _is_dead(target, here, texts, addresses, broken)
            for target in text.targets
        )
        for link in text.body.links
        if _is_dead(link.target, here, texts, addresses, broken)
    ]


def _is_there(life: Life, moment: datetime) -> bool:
    return not life.draft and (life.publish is None or life.publish <= moment)


def _named(problem: Problem, later: Mapping[str, Lived]) -> Problem:
    """A problem; where the page that is led to is only not public yet, one that says so."""
    found = later.get(problem.facts["target"])
    if found is None or problem.code != "link/dead":
        return problem
    text, life = found
    code = "link/to-draft" if life.draft or not life.publish else "link/to-scheduled"
    when = f"{format_day(life.publish)} {life.publish.astimezone(HANOI):%H:%M}" if life.publish else ""
    return Problem(code, problem.at, {"target": text.address, "title": text.title, "when": when})


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
