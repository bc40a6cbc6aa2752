"""A peer's site with a corpus in it, and the changes that are made to it between builds."""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench.corpus.article import Corpus
from bench.environments import HERE, ROOT, environment
from bench.measure import Command, run
from bench.peers import OURS, Peer

_KEPT = 5  # releases, where the settings say nothing else


@dataclass(frozen=True, slots=True)
class Prepared:
    """A site that stands ready in a folder; `environment` is what its generator runs in."""

    peer: Peer
    corpus: Corpus
    folder: Path
    environment: Path

    @property
    def command(self) -> Command:
        """The build."""
        log = self.folder.with_name(f"{self.folder.name}.log")
        return Command(self.peer.command(self.environment), self.folder, log, self.peer.environ)

    @property
    def public(self) -> Path:
        """Where the built site stands."""
        return self.folder / self.peer.public

    @property
    def trash(self) -> Path:
        """Where outputs are moved to, on the same disk."""
        return self.folder.parent / "trash"

    def wipe(self) -> None:
        """Leave nothing that a build made.

        It is moved, not deleted: ext4 keeps away from inodes that were just freed, and a build that makes
        files right after a big delete pays five to ten times for each.
        """
        self.trash.mkdir(exist_ok=True)
        for path in map(self.folder.joinpath, self.peer.made):
            if os.path.lexists(path):
                path.replace(self.trash / f"{time.monotonic_ns()}-{path.name}")

    def settle(self) -> None:
        """Bring this engine to where it stands in daily use: as many releases, an edit apart, as it keeps."""
        for number in range(_KEPT if self.peer.name == OURS else 0):
            self._write(self.corpus.count // 2)
            self.edit(-number - 1)
            run(self.command)

    @property
    def edited(self) -> Path:
        """The file that `edit` changes: the article in the middle."""
        return self._article(self.corpus.count // 2)

    def edit(self, number: int) -> None:
        """Change title and text of the article in the middle."""
        file = self.edited
        file.write_text(edited(file.read_text("utf-8"), number), "utf-8")

    def add(self) -> None:
        """Publish one article, newer than all others."""
        self._write(self.corpus.count)

    def change_template(self, number: int) -> None:
        """Change the template of article pages."""
        file = self.folder / self.peer.template.path
        old = self.peer.template.words
        text = file.read_text("utf-8")
        if old not in text:
            raise ValueError(f"{file}: no {old}")
        file.write_text(text.replace(old, f'{old[:-1]} data-edition="{number}">'), "utf-8")

    def restore(self) -> None:
        """Take every change back."""
        self._write(self.corpus.count // 2)
        self._article(self.corpus.count).unlink(missing_ok=True)
        _copy_site(self.peer, self.folder)

    def _article(self, number: int) -> Path:
        return self._content / self.peer.layout.write(self.corpus, number).path

    def _write(self, number: int) -> None:
        file = self.peer.layout.write(self.corpus, number)
        _save(self._content / file.path, file.text)

    @property
    def _content(self) -> Path:
        return content_of(self.peer, self.folder)


def content_of(peer: Peer, folder: Path) -> Path:
    """Where in a site's folder the files of the corpus go."""
    return folder / "portal" if peer.name == OURS else folder


def edited(text: str, number: int) -> str:
    """Change the title line of a file in any layout, and add a paragraph."""
    lines = text.split("\n")
    at = next(place for place, line in enumerate(lines) if line.lower().startswith("title:"))
    title = lines[at].removesuffix('"')
    lines[at] = f"{title} (cập nhật {number}){lines[at][len(title) :]}"
    added = f"Cập nhật lần {number}: số liệu đã được **đối chiếu** với báo cáo chính thức.\n"
    return "\n".join([*lines, added])


def prepare(peer: Peer, corpus: Corpus, work: Path, python: str = sys.executable) -> Prepared:
    """Make a peer's environment, site and corpus ready; what stands from before is used again."""
    folder = work / f"{peer.name}-{corpus.count}"
    mark = folder / ".corpus"
    if not (mark.exists() and mark.read_text() == _identity(corpus)):
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in _corpus_files(peer, corpus, folder):
            _save(path, text)
        mark.write_text(_identity(corpus))
    made = Prepared(peer, corpus, folder, environment(peer.environment, work / "environments", python))
    modules = made.environment / "node_modules"
    if modules.is_dir() and not (folder / "node_modules").exists():
        (folder / "node_modules").symlink_to(modules)
    made.restore()
    return made


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _identity(corpus: Corpus) -> str:
    """Tells corpora apart, also those of other versions of the generator."""
    generator = sorted(file for file in (HERE / "corpus").iterdir() if file.is_file())
    digest = sha256(b"".join(file.read_bytes() for file in generator)).hexdigest()
    return f"{corpus.count} {corpus.seed} {digest}"


def _corpus_files(peer: Peer, corpus: Corpus, folder: Path) -> Iterator[tuple[Path, str]]:
    content = content_of(peer, folder)
    return ((content / file.path, file.text) for file in peer.layout.files(corpus))


def _copy_site(peer: Peer, folder: Path) -> None:
    shared = HERE / "sites" / "shared" / "static"
    if peer.name == OURS:
        template = folder / peer.template.path
        template.parent.mkdir(parents=True, exist_ok=True)
        # A portal's own template stands before the engine's; it begins as a copy of that.
        shutil.copy(ROOT / "templates" / "pages" / template.name, template)
        shutil.copytree(shared / "img", folder / peer.pictures, dirs_exist_ok=True)
    else:
        shutil.copytree(HERE / "sites" / (peer.site or peer.name), folder, dirs_exist_ok=True)
        shutil.copytree(shared, folder / peer.static, dirs_exist_ok=True)
