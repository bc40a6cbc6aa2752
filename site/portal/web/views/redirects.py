"""Where servers learn of what moved and of what is gone, so that they answer 301 and 410 themselves.

The pages at those addresses stand for hosts that read none of this. The files lie in the release, so that
they change with it and go back with it; servers are told not to send them to anybody.
"""

from collections.abc import Iterator

from portal.model.portal import Portal
from portal.web.media import media_of
from portal.web.page import Made
from portal.web.section import Section, Spot
from portal.web.views.moved import formers

section = Section("redirects")

GONE = "410"


def _answers(portal: Portal) -> Iterator[tuple[str, str]]:
    """Each such address with what is answered: where to go, or that it is gone (RFC 9110, 15.5.11)."""
    yield from ((former.address, former.now) for former in formers(portal))
    yield from ((stone.address, GONE) for stone in portal.gone)


def _written(spot: Spot, line: str) -> Made:
    """A line for each, in order; addresses are of plain letters (`OwnAddress`), so that none needs quotes."""
    lines = (line.format(address, answer) for address, answer in sorted(_answers(spot.portal)))
    return Made("".join(lines).encode(), media_of(spot.address))


@section.page("/_redirects-nginx")
def nginx(spot: Spot) -> Made:
    """Lines of a `map` of nginx."""
    return _written(spot, "{} {};\n")


@section.page("/_redirects-caddy")
def caddy(spot: Spot) -> Made:
    """Lines of a `map` of Caddy."""
    return _written(spot, "{} {}\n")


@section.page("/_redirects")
def hosts(spot: Spot) -> Made:
    """What hosts of static pages read; they know no 410, so that a page that is gone says it itself."""
    moved = sorted((former.address, former.now) for former in formers(spot.portal))
    text = "".join(f"{address} {now} 301\n" for address, now in moved)
    return Made(text.encode(), media_of(spot.address))
