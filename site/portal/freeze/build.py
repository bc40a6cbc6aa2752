"""The verb `build`: from an application to a public release, making only what differs from the one before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from portal.durable import write_whole
from portal.engine import engine_digest
from portal.freeze.audit import (
    AuditFailed,
    Auditor,
    Expected,
    Finding,
    anchors_of,
    audit_some,
    check_across,
    files_at,
    pages_that_name,
)
from portal.freeze.exporting import drop_export, export_release, is_exported
from portal.freeze.ledger import Ledger, Reason, due, ledger_of, read, write
from portal.freeze.moments import untouched
from portal.freeze.publish import publish, tidy
from portal.freeze.releases import current, index_folder, is_full, ledger_file, manifest_file
from portal.freeze.sealing import Log, commitment
from portal.freeze.staging import Surveyed, Taken, recycle, survey, take_over
from portal.freeze.targets import target
from portal.freeze.unchanged import standing
from portal.freeze.workers import Press, Progress, Stood, freeze_all
from portal.model.article import prefix
from portal.model.fingerprint import Marks
from portal.model.portal import Portal
from portal.record.record import Record
from portal.trust.manifest import Manifest, read_known
from portal.web.app import PortalApp
from portal.web.ingredients import Ingredients
from portal.workspace import Workspace

_LONGEST_BUDGETED = 3000  # words
_EPOCH = date(1970, 1, 1).toordinal()
_TURNS_OF_FEEDS = 4  # few: documents of the same time tell the same articles, each written once in a process
_FEW = 4  # of so many files at most one differs where an old release becomes the new one

Step = Callable[[str], None]
"""Told the name of each step as it begins."""

Survey = Callable[[], Surveyed | None]
"""Waits for what a survey found."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a release is made; what is left out is not in it. `full` takes nothing over.

    `engine` keeps the search index, in place of the one that the settings name.
    """

    jobs: int = 1
    full: bool = False
    audit: bool = True
    pack: bool = True
    index: bool = True
    engine: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Release:
    """What is public: its id and folder, its pages, files and bytes, and how many were made anew.

    `entered` says whether it is the release of which the public log speaks, where there is a log.
    """

    id: str
    folder: Path
    pages: int
    files: int
    bytes: int
    made: int
    entered: bool = True


@dataclass(frozen=True, slots=True)
class Basis:
    """The release that is public now: its folder, its manifest and its ledger."""

    id: str
    folder: Path
    manifest: Manifest
    ledger: Ledger


def build(
    app: PortalApp,
    workspace: Workspace,
    options: Options,
    progress: Progress,
    step: Step = lambda name: None,
    surveyed: Survey | None = None,
    log: Log | None = None,
) -> Release:
    """Freeze what differs from the public release, check it, and make the whole public, for who is `at_work`.

    `surveyed` gives what a survey found that was begun before; `log` enters the release in the public log.

    Raises AuditFailed, PageFailed, UnsafeAddress, WorkerDied, Damaged or OSError; the public site is then
    what it was.
    """
    step("compare")
    basis = None if options.full else basis_of(workspace)
    ingredients = Ingredients(app)
    log = log or Log(app.portal.record)
    old = basis.ledger if basis else None
    ledger = replace(ledger_of(_engine(options), app.slots, ingredients, old), log=log.mark)
    if basis and (stands := _as_it_was(workspace, basis, ledger, app.portal, options)):
        return replace(stands, entered=_is_entered(log.record, commitment(basis.manifest)))
    spare = _spare(workspace, basis, app.portal.settings.keep_releases, surveyed)
    making = _Making(
        app, app.portal, options, progress, step, basis, ledger, workspace, ingredients.marks, log, spare
    )
    sealed = publish(
        workspace,
        app.portal.settings.keep_releases,
        making.fill,
        lambda id: making.finish(workspace, id),
    )
    pages = sum(path.endswith(".html") for path in sealed.manifest)
    entered = _is_entered(log.entered or log.record, log.manifest)
    made = len(making.stood)
    return Release(sealed.id, sealed.folder, pages, len(sealed.manifest), making.bytes, made, entered)


def _is_entered(record: Record, manifest: str) -> bool:
    """Whether the last release in the log is one of this manifest; true where there is no log."""
    last = record.last_release
    return manifest == last.manifest if last else not record


def _spare(workspace: Workspace, basis: Basis | None, keep: int, surveyed: Survey | None) -> Surveyed | None:
    """The old release that can become the new one."""
    if basis is None or not is_full(workspace, keep):
        return None
    found = surveyed() if surveyed else survey(workspace)
    # Of one that another engine made all is removed: that can wait until the new release is public.
    return found if found and len(found.stray) * _FEW < len(basis.manifest) else None


def _as_it_was(
    workspace: Workspace, basis: Basis, ledger: Ledger, portal: Portal, options: Options
) -> Release | None:
    """The public release, where the next would be made of the same and every file of it stands."""
    if basis.ledger != ledger or (options.index and not _index_holds(workspace, basis.id, portal, options)):
        return None
    held = standing(workspace, basis.id, basis.manifest)
    if held is None:
        return None
    tidy(workspace)
    return Release(held.id, basis.folder, held.pages, held.files, held.bytes, 0)


def _index_holds(workspace: Workspace, id: str, portal: Portal, options: Options) -> bool:
    from portal.freeze.indexing import holds

    return holds(index_folder(workspace, id), portal, options.engine)


def reasons_for(app: PortalApp, workspace: Workspace, options: Options) -> dict[str, Reason]:
    """Say which addresses the next build would make again, and why."""
    basis = basis_of(workspace)
    ledger = ledger_of(_engine(options), app.slots, Ingredients(app))
    if basis is None:
        return dict.fromkeys(ledger.pages, Reason.NEW)
    lost = [
        address
        for address in ledger.pages
        if (path := target(address)) not in basis.manifest
        or untouched(basis.folder / path, basis.manifest[path]) is None
    ]
    return {**dict.fromkeys(lost, Reason.LOST), **due(basis.ledger, ledger)}


def basis_of(workspace: Workspace) -> Basis | None:
    """Give the public release, where all that is known of it can be read; else None."""
    id = current(workspace)
    ledger = read(ledger_file(workspace, id)) if id else None
    if id is None or ledger is None:
        return None
    try:
        manifest = read_known(manifest_file(workspace, id).read_text("utf-8"), id)
    except (OSError, ValueError):
        return None
    if manifest is None:
        return None
    return Basis(id, workspace.releases / id, manifest, ledger)


def expected_of(portal: Portal) -> Expected:
    """Say which pages of a portal have a budget, and which host is its own."""
    return Expected(
        portal.settings.url,
        frozenset(a.address for a in portal.articles if a.words <= _LONGEST_BUDGETED),
        frozenset(f"{prefix(language)}/" for language in portal.languages),
        frozenset(stone.address for stone in portal.gone),
    )


def _engine(options: Options) -> str:
    return f"{engine_digest()}{'' if options.pack else ' unpacked'}"


@dataclass(slots=True)
class _Making:
    """One release in the making."""

    app: PortalApp
    portal: Portal
    options: Options
    progress: Progress
    step: Step
    basis: Basis | None
    ledger: Ledger
    workspace: Workspace
    marks: Marks
    log: Log
    spare: Surveyed | None = None
    taken: Taken = field(default_factory=Taken)
    stood: list[Stood] = field(default_factory=list)

    @property
    def bytes(self) -> int:
        """How many bytes all files have."""
        return self.taken.bytes + sum(size for one in self.stood for _, _, size in one.files) + self.log.bytes

    def fill(self, staging: Path) -> Manifest:
        """Make the release in an empty folder."""
        reasons = self._reasons()
        if self.basis:
            self.step("link")
            # Files are slow to make on ext4 for minutes after many were deleted.
            spare = self.spare if len(reasons) * _FEW < len(self.app.slots) else None
            if spare:
                recycle(self.workspace, spare.id, staging)
            left = [self._path(a) for a in (*reasons, *(self.basis.ledger.pages.keys() - self.ledger.pages))]
            self.taken = take_over(self.basis.folder, self.basis.manifest, left, staging, spare)
            lost = [path for path in self.taken.lost if not is_exported(path)]
            reasons |= dict.fromkeys(map(self._address, lost), Reason.LOST)
        auditor = self._auditor(staging) if self.options.audit else None
        press = Press(self.app, staging, self._day, auditor, self.options.pack)
        self.step("render")
        # Pages are weighed with their style sheets: those come first. Feeds take memory while they are made,
        # and so do workbooks: these wait for the pages.
        books = [address for address in reasons if address.endswith(".xlsx")]
        pages = [*books, *(address for address in reasons if address.endswith(("/", ".html")))]
        others = [address for address in reasons if not address.endswith(("/", ".html", ".xlsx"))]
        total = len(reasons)
        self.stood += freeze_all(
            press, others, self.options.jobs, lambda done, _: self.progress(done, total), _TURNS_OF_FEEDS
        )
        # What is loaded before the processes part is theirs too.
        self.app.load_templates(pages)
        self.stood += freeze_all(
            press, pages, self.options.jobs, lambda done, _: self.progress(len(others) + done, total)
        )
        if auditor:
            self.step("audit")
            self._audit(auditor)
        exported = self._export(staging)
        self.step("seal")
        made = {path: digest for one in self.stood for path, digest, _ in one.files}
        stay = {path: digest for path, digest in self.taken.files.items() if not is_exported(path)}
        whole = {**stay, **made, **exported}
        since = self.portal.settings.since.toordinal() - _EPOCH
        return self.log.seal(staging, {path: whole[path] for path in sorted(whole)}, since)

    def _export(self, staging: Path) -> Manifest:
        """Bring the search files for browsers up to date; gives all of them."""
        taken = {path: digest for path, digest in self.taken.files.items() if is_exported(path)}
        if not (self.options.index and self.portal.settings.search_files):
            written = drop_export(staging, taken)
        else:
            self.step("export")
            trusted = not any(map(is_exported, self.taken.lost))
            written = export_release(self.portal, self.marks, staging, taken, trusted=trusted)
        self.taken.bytes += written.bytes
        return written.files

    def _path(self, address: str) -> str:
        """Where an address lies; one that stands in a release is known to be safe."""
        likely = f"{address}index.html"[1:] if address.endswith("/") else address[1:]
        return likely if self.basis and likely in self.basis.manifest else target(address)

    def _address(self, path: str) -> str:
        """Which address lies at a path."""
        folder = f"/{path.removesuffix('index.html')}"
        return folder if folder in self.app.slots else f"/{path}"

    def _auditor(self, staging: Path) -> Auditor:
        paths = [self._path(address) for address in self.app.slots]
        # Made last of all.
        paths += ["log/manifest/index", *(["log/checkpoint"] if self.log.record else [])]
        return Auditor(files_at(staging, self.portal.settings.url, paths), expected_of(self.portal))

    def finish(self, workspace: Workspace, id: str) -> None:
        """Make what lies beside the release: what it was made of, and its search index."""
        write_whole(ledger_file(workspace, id), write(replace(self.ledger, log=self.log.mark)))
        if self.options.index:
            from portal.freeze.indexing import Way, index_release

            self.step("index")
            old = index_folder(workspace, self.basis.id) if self.basis else None
            way = Way(old, self.options.jobs, self.options.engine)
            index_release(self.portal, index_folder(workspace, id), self.marks, way)
        self.step("publish")

    def _reasons(self) -> dict[str, Reason]:
        if self.basis is None:
            return dict.fromkeys(self.ledger.pages, Reason.NEW)
        return due(self.basis.ledger, self.ledger)

    def _day(self, address: str) -> int:
        value = self.app.slots[address].value
        changed = getattr(value, "changed", None) or self.portal.settings.since
        day = changed.date() if isinstance(changed, datetime) else changed
        return day.toordinal() - _EPOCH

    def _audit(self, auditor: Auditor) -> None:
        findings: list[Finding] = [finding for one in self.stood for finding in one.findings]
        findings += check_across([link for one in self.stood for link in one.anchored], auditor.files)
        findings += audit_some(self._shaken(auditor), auditor.files, auditor.expected)
        if findings:
            raise AuditFailed(sorted(set(findings)))

    def _shaken(self, auditor: Auditor) -> Sequence[str]:
        """Pages that stay as they were, but lead to an address or an anchor that is there no more."""
        if self.basis is None:
            return ()
        made = {one.address for one in self.stood}
        lost: dict[str, frozenset[str]] = {
            address: frozenset() for address in self.basis.ledger.pages if address not in self.ledger.pages
        }
        for address in made & set(self.basis.ledger.pages):
            if address.endswith(("/", ".html")):
                gone = self._anchors(address) - anchors_of(address, auditor.files.read(address))
                if gone:
                    lost[address] = gone
        kept = [a for a in self.ledger.pages if a not in made and a.endswith(("/", ".html"))]
        return pages_that_name(auditor.files, lost, kept)

    def _anchors(self, address: str) -> frozenset[str]:
        assert self.basis is not None
        try:
            return anchors_of(address, (self.basis.folder / target(address)).read_bytes())
        except OSError:
            return frozenset()
