"""Editions one after another, each made with what the one before left at hand."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from portal.model.life import State
from portal.preview.edition import Edition
from portal.preview.faults import fault_of
from portal.preview.wording import is_wording, renew_wording
from portal.problems.problem import Problem
from portal.readers.addresses import address_of
from portal.readers.beside import is_article
from portal.readers.consistency import OF_NAMES
from portal.readers.known import settled
from portal.readers.mind import Mind
from portal.readers.portal import Reading, open_store, read_portal
from portal.source.folder import Folder, Stamp
from portal.web.app import PortalApp, make_app
from portal.web.links import dead_links
from portal.workspace import Workspace
from vietnamese.dates import format_moment

SHOWN = (State.PUBLIC, State.DRAFT, State.SCHEDULED)
_FEW = 8  # files that are looked at one by one

Seen = tuple[Mapping[str, Stamp], ...]
"""The stamps of all files, folder by folder."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a preview's files lie: the portal with its output, and folders of templates, its own first.

    `engine` are more folders with what pages are made of: icons, scripts, wording.
    """

    workspace: Workspace
    templates: tuple[Path, ...]
    engine: tuple[Path, ...] = ()

    @property
    def root(self) -> Path:
        """The portal's folder as a watch names it."""
        return self.workspace.portal.resolve()

    @property
    def dress(self) -> tuple[Path, ...]:
        """The folders with all that pages are made of and that is no content."""
        return tuple(folder.resolve() for folder in (*self.templates, *self.engine))

    @property
    def watched(self) -> tuple[Path, ...]:
        """All folders in which a save is to be seen; templates of the portal lie in its folder."""
        root = self.root
        return (root, *(folder for folder in self.dress if not folder.is_relative_to(root)))


class Editions:
    """Makes editions. Whoever calls it makes sure that no page is made meanwhile."""

    def __init__(self, sources: Sources, now: Callable[[], datetime], jobs: int = 1) -> None:
        """Read nothing yet; `now` is asked for the moment that counts as now. The first reading may be shared
        among `jobs` processes; later ones are not, for there are threads by then."""
        self.sources, self._now, self._jobs = sources, now, jobs
        self._mind = Mind(open_store(sources.workspace.cache))
        self._folder: Folder | None = None
        self._beside: Seen = ()
        self._reading: Reading | None = None

    def whole(self) -> Edition:
        """Make one of all files as they stand. Raises what reading and templates raise."""
        workspace = self.sources.workspace
        return self._read(Folder(workspace.portal, workspace.portal.name, workspace.moment()))

    def _read(self, folder: Folder) -> Edition:
        moment, cache = self._now(), self.sources.workspace.cache
        self._folder, self._beside = folder, self._seen_beside()
        self._reading = None
        self._reading = read_portal(folder, cache, moment, self._jobs, shown=SHOWN, mind=self._mind)
        self._jobs = 1
        return self._dressed(moment)

    def after(self, before: Edition, files: Sequence[str]) -> Edition:
        """Make one after some files changed, named by their whole paths: only these are looked at.

        Raises what `whole` raises.
        """
        if any(is_wording(file) for file in files):
            renew_wording()
        told = [file for file in files if not self._is_passing(file)]
        names = [name for name in map(self._inside, told) if name is not None]
        folder, reading = self._folder, self._reading
        if folder is None or reading is None or (names and len(names) < len(told)):
            return self.whole()
        if not names:
            if not told:
                return before
            self._beside = self._seen_beside()
            return self._dressed(self._now())
        if len(names) > _FEW or any(Path(file).is_dir() for file in told):
            return self.whole()
        folder = folder.again(names, self.sources.workspace.moment())
        reworded = before.app and not before.fault and self._reworded(before.app, reading, folder, names)
        return reworded or self._read(folder)

    def is_past(self) -> bool:
        """Whether anything changed that was not told: found at a look at all files."""
        workspace = self.sources.workspace
        seen = Folder(workspace.portal, workspace.portal.name)
        return self._folder is None or (_content(seen), self._seen_beside()) != (
            _content(self._folder),
            self._beside,
        )

    def public(self) -> PortalApp | None:
        """The portal as everybody would see it were it published now; None where there are no settings.

        Raises what `whole` raises, and BadTemplate.
        """
        workspace, folder = self.sources.workspace, self._folder
        if folder is None:
            return None
        reading = read_portal(folder, workspace.cache, self._now(), mind=self._mind)
        if reading.portal is None:
            return None
        app = make_app(reading.portal, self.sources.templates, workspace.cache / "templates")
        app.check_templates()
        return app

    def forget(self) -> None:
        """Read everything anew the next time."""
        self._mind.store.clear()
        self._mind = Mind(open_store(self.sources.workspace.cache))

    def _inside(self, file: str) -> str | None:
        """The name of an article, page or any other file of content; None for templates and the engine."""
        path, root = Path(file), self.sources.root
        if any(path.is_relative_to(folder) for folder in self.sources.dress):
            return None
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else None

    def _is_passing(self, file: str) -> bool:
        """Whether a file came and went between two looks, as those do by which editors try a folder."""
        name = self._inside(file)
        known = self._folder.names if self._folder else frozenset()
        return name is not None and name not in known and not Path(file).exists()

    def _seen_beside(self) -> Seen:
        return tuple(Folder(folder, "").stamps for folder in self.sources.dress)

    def _reworded(
        self, app: PortalApp, reading: Reading, folder: Folder, files: Sequence[str]
    ) -> Edition | None:
        """The same application where nothing but words of articles changed; else None."""
        assert self._folder is not None
        if not all(map(is_article, files)) or folder.names != self._folder.names:
            return None
        names = {folder.shown(file): file for file in files}
        had = [problem for problem in reading.found if problem.at.file in names]
        if any(problem.code == "address/duplicate" for problem in had):
            return None
        said = self._mind.reword(app.portal, folder, self.sources.workspace.cache, files)
        if said is None:
            return None
        kept = [one for one in reading.found if one.at.file not in names or one.code in OF_NAMES]
        told = [problem for one in said.values() for problem in one.problems]
        found = tuple(sorted([*kept, *told], key=lambda problem: problem.order))
        mended = {address_of(file) for file in files}
        broken = {address for file in files if said[file].broken and (address := address_of(file))}
        self._folder, self._reading = (
            folder,
            replace(reading, found=found, problems=settled(found), broken=(reading.broken - mended) | broken),
        )
        return self._edition(app, self._now())

    def _dressed(self, moment: datetime) -> Edition:
        """The reading in its templates."""
        reading, workspace = self._reading, self.sources.workspace
        if reading is None or reading.portal is None:
            return self._edition(None, moment)
        try:
            app = make_app(reading.portal, self.sources.templates, workspace.cache / "templates")
            app.check_templates()
        except Exception as error:
            # Whatever a template raises is shown, and not died of.
            return replace(self._edition(None, moment), fault=fault_of(error))
        return self._edition(app, moment)

    def _edition(self, app: PortalApp | None, moment: datetime) -> Edition:
        reading = self._reading
        assert reading is not None
        problems = [*reading.problems]
        if app:
            problems += dead_links(app.portal, app.slots.keys(), reading.broken, reading.waiting)
        ordered = tuple(sorted(problems, key=lambda problem: problem.order))
        root = self.sources.workspace.portal.name
        return Edition(app, ordered, dict(_waiting(reading, moment)), dict(_pages(ordered, root)))


def _content(folder: Folder) -> Mapping[str, Stamp]:
    """The stamps of all files but a portal's own templates, which are looked at with the engine's."""
    return {file: found for file, found in folder.stamps.items() if not file.startswith("templates/")}


def _waiting(reading: Reading, moment: datetime) -> Iterator[tuple[str, str]]:
    """What a clerk must know of each text that is shown here and not to the public."""
    for text, life in reading.waiting:
        scheduled = life.at(moment) is State.SCHEDULED and life.publish
        when = (
            f"Hẹn công khai lúc {format_moment(life.publish)}" if scheduled and life.publish else "Bản nháp"
        )
        yield text.address, f"{when}: người dân chưa thấy trang này"


def _pages(problems: Iterable[Problem], root: str) -> Iterator[tuple[str, str]]:
    """The pages of the files in which something is wrong."""
    for name in {problem.at.file for problem in problems}:
        if address := address_of(name.removeprefix(f"{root}/")):
            yield name, address
