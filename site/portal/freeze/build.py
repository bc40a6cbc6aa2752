"""The verb `build`: from an application to a public release."""

from dataclasses import dataclass
from pathlib import Path

from portal.freeze.audit import AuditFailed, Expected, audit
from portal.freeze.indexing import index_release
from portal.freeze.publish import make_public
from portal.freeze.releases import index_folder
from portal.freeze.workers import Progress, freeze_all
from portal.model.article import prefix
from portal.model.portal import Portal
from portal.web.app import PortalApp
from portal.workspace import Workspace

_LONGEST_BUDGETED = 3000  # words


@dataclass(frozen=True, slots=True)
class Release:
    """What was made public: its id, its folder, and how many pages, files and bytes it has."""

    id: str
    folder: Path
    pages: int
    files: int
    bytes: int


def build(app: PortalApp, portal: Portal, workspace: Workspace, jobs: int, progress: Progress) -> Release:
    """Freeze every address of an application, check the whole, and make it public.

    Raises AuditFailed, PageFailed, UnsafeAddress, WorkerDied, Busy or OSError; the public site is then what
    it was.
    """
    addresses = list(app.slots)

    def fill(staging: Path) -> None:
        freeze_all(app, addresses, staging, jobs, progress)
        findings = audit(staging, expected_of(portal))
        if findings:
            raise AuditFailed(findings)

    sealed = make_public(
        workspace,
        portal.settings.keep_releases,
        fill,
        lambda id: index_release(portal, index_folder(workspace, id)),
    )
    sizes = [(sealed.folder / path).stat().st_size for path in sealed.manifest]
    pages = sum(path.endswith(".html") for path in sealed.manifest)
    return Release(sealed.id, sealed.folder, pages, len(sizes), sum(sizes))


def expected_of(portal: Portal) -> Expected:
    """Say which pages of a portal have a budget, and which host is its own."""
    return Expected(
        portal.settings.url,
        frozenset(a.address for a in portal.articles if a.body.words <= _LONGEST_BUDGETED),
        frozenset(f"{prefix(language)}/" for language in portal.languages),
    )
