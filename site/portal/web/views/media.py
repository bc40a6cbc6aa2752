"""Pictures and icons, published as they were prepared."""

from collections.abc import Iterator

from portal.model.media import Asset
from portal.model.portal import Portal
from portal.web.page import Copied
from portal.web.section import Section

section = Section("media")


def _assets(portal: Portal) -> Iterator[Asset]:
    yield from portal.assets
    yield from (portal.identity[name] for name in sorted(portal.identity))


@section.pages(of=_assets)
def asset(file: Asset) -> Copied:
    """One file."""
    return Copied(file)
