"""The audit as a whole: each page by itself, then what pages say of each other."""

from pathlib import Path

from portal.freeze.audit.budget import Scale
from portal.freeze.audit.files import files_of
from portal.freeze.audit.finding import Expected, Finding
from portal.freeze.audit.links import Anchored, check_anchors, check_links, check_style
from portal.freeze.audit.page import Parsed, parse
from portal.freeze.audit.rules import check


def audit(folder: Path, expected: Expected) -> tuple[Finding, ...]:
    """Give every fault of the HTML pages and style sheets of a staged release, by address and rule."""
    files = files_of(folder, expected.url)
    scale = Scale(files)
    anchored: list[Anchored] = []
    anchors: dict[str, frozenset[str]] = {}
    findings: list[Finding] = []
    for address in files.pages():
        source = files.read(address)
        try:
            page = parse(address, source)
        except ValueError:
            findings.append(Finding(address, "page/empty", "tệp không phải là trang HTML"))
            continue
        anchors[address] = page.anchors
        findings += check(page)
        findings += check_links(page, files, anchored)
        findings += _budgets(page, source, scale, expected)
    for address in files.ending(".css"):
        findings += check_style(address, files)
    findings += check_anchors(anchored, anchors, files)
    return tuple(sorted(set(findings)))


def _budgets(page: Parsed, source: bytes, scale: Scale, expected: Expected) -> list[Finding]:
    found: list[Finding] = []
    if page.address in expected.articles:
        found += scale.check_article(page, source)
    if page.address in expected.fronts:
        found += scale.check_front(page, source)
    return found
