"""Twelve attacks, each named and told apart by its exit code. CONG_TIN_SEEDS=20 runs each twenty times."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from portal.trust.verifying.remembered import Remembered
from portal.trust.verifying.sources import Answer, FolderSource, WebSource
from portal.trust.verifying.verification import Verdict, Wish, verify
from tests.trust.logs import Log, Signer
from tests.trust.releases import NOW, Office
from tests.trust.sites import served

SEEDS = range(int(os.environ.get("CONG_TIN_SEEDS", "1")))
Attack = Callable[[Office], Verdict]


def memory(office: Office) -> Remembered:
    """What a verifier remembers after an honest look."""
    verdict = verify(FolderSource(office.folder), Wish(NOW, [office.signer.key]))
    assert verdict.exit == 0 and verdict.memory is not None
    return verdict.memory


def look(office: Office, *known: Remembered) -> Verdict:
    return verify(FolderSource(office.folder), Wish(NOW, [Signer("office").key], known))


def on_the_web(office: Office, address: str, robots_only: bool = False) -> Verdict:
    def trick(asked: str, headers: "dict[str, str]") -> Answer | None:
        shown = not robots_only or "Googlebot" in headers.get("user-agent", "")
        return Answer(200, b"<h1>nha cai</h1>") if asked == address and shown else None

    with served(office.folder, trick) as base:
        return verify(WebSource(base), Wish(NOW, [office.signer.key]))


def twin(office: Office) -> Office:
    """The same office on another machine, as far as it got."""
    other = Office(office.folder, office.seed + 1000)
    other.log = Log(office.signer, office.log.edge, dict(office.log.files))
    other.entries, other.records = list(office.entries), list(office.records)
    return other


def rollback(office: Office) -> Verdict:
    before = office.snapshot()
    office.publish()
    known = memory(office)
    office.restore(before)
    return look(office, known)


def fork(office: Office) -> Verdict:
    before, other = office.snapshot(), twin(office)
    office.publish()
    known = memory(office)
    office.restore(before)
    while len(other.entries) < known.size - 1:
        other.enter("tin-tuc/khac.md", other.random)
    other.seal()
    return look(other, known)


def rewriting(office: Office) -> Verdict:
    known = memory(office)
    other = Office(office.folder, office.seed + 1)
    office.restore({})
    other.publish()
    while len(other.entries) <= known.size:
        other.publish()
    return look(other, known)


def stale(office: Office) -> Verdict:
    late = NOW.replace(month=12)
    return verify(FolderSource(office.folder), Wish(late, [office.signer.key], [memory(office)]))


def wrong_key(office: Office) -> Verdict:
    office.log.signer = Signer("thief")
    office.publish()
    return look(office)


def replaced_tile(office: Office) -> Verdict:
    path = office.folder / f"log/tile/0/000.p/{len(office.entries)}"
    path.write_bytes(office.random.randbytes(len(path.read_bytes())))
    return look(office)


def missing_tile(office: Office) -> Verdict:
    (office.folder / f"log/tile/0/000.p/{len(office.entries)}").unlink()
    return look(office)


def cut_bundle(office: Office) -> Verdict:
    path = office.folder / f"log/tile/entries/000.p/{len(office.entries)}"
    data = path.read_bytes()
    path.write_bytes(data[: office.random.randrange(len(data))])
    return look(office)


def unknown_page(office: Office) -> Verdict:
    return on_the_web(office, "/ca-cuoc/")


def removed_page(office: Office) -> Verdict:
    (office.folder / f"tin/{office.seed % office.pages}/index.html").unlink()
    return look(office)


def cloaked_page(office: Office) -> Verdict:
    return on_the_web(office, f"/tin/{office.seed % office.pages}/", robots_only=True)


def two_builders(office: Office) -> Verdict:
    other = twin(office)
    office.publish()
    known = memory(office)
    while len(other.entries) <= known.size:
        other.publish()
    return look(other, known)


def restored_backup(office: Office) -> Verdict:
    before, restored = office.snapshot(), twin(office)
    office.publish()
    known = memory(office)
    office.restore(before)
    while len(restored.entries) <= known.size + 5:
        restored.publish()
    return look(restored, known)


ATTACKS: "dict[Attack, tuple[int, str]]" = {
    rollback: (12, "log/rolled-back"),
    fork: (12, "log/forked"),
    rewriting: (12, "log/rewritten"),
    stale: (13, "log/stale"),
    wrong_key: (12, "log/not-signed"),
    replaced_tile: (10, "log/tile-changed"),
    missing_tile: (10, "log/tile-missing"),
    cut_bundle: (10, "log/entries-changed"),
    unknown_page: (11, "page/unknown"),
    removed_page: (10, "file/missing"),
    cloaked_page: (10, "file/cloaked"),
    two_builders: (12, "log/rewritten"),
    restored_backup: (12, "log/rewritten"),
}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_each_attack_is_named(attack: Attack, seed: int, tmp_path: Path) -> None:
    office = Office(tmp_path / "public", seed)
    office.publish()
    code, name = ATTACKS[attack]
    verdict = attack(office)
    assert (verdict.exit, {one.code for one in verdict.findings}) == (code, {name})
