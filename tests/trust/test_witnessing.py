"""A witness cosigns a log that grew out of what it saw, and no other; a policy asks enough of them."""

from pathlib import Path

import pytest

from portal.trust.checkpoint import read_checkpoint
from portal.trust.cosignatures import cosignature_path, witnessed_at
from portal.trust.policy import read_policy
from portal.trust.verifying.sources import FolderSource, Source
from portal.trust.verifying.verification import Verdict, Wish, verify
from portal.trust.witnessing import Watcher, Witnessed, witness_neighbours
from tests.trust.logs import ORIGIN, Signer
from tests.trust.releases import NOW, Office

NAMES = ("a", "b", "c")
TIME = int(NOW.timestamp())


def signer(name: str) -> Signer:
    return Signer(name, f"{name}.example/witness")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "public")
    made.publish()
    return made


def watch(office: Office, name: str, neighbour: Path) -> Witnessed:
    """One look of a witness, which keeps what it cosigned in its own site."""
    policy = read_policy(f"log {office.signer.key.vkey} https://office.example/\nquorum none\n")
    who = signer(name)

    def kept(path: str) -> bytes | None:
        return (neighbour / path).read_bytes() if (neighbour / path).exists() else None

    def open(where: str) -> Source:
        return FolderSource(office.folder)

    (found,) = witness_neighbours(policy, Watcher(who.witness, who.sign, TIME), kept, open)
    if found.note:
        (neighbour / found.path).parent.mkdir(parents=True, exist_ok=True)
        (neighbour / found.path).write_bytes(found.note)
    return found


def look(office: Office, tmp_path: Path, quorum: str = "2") -> Verdict:
    """A look that asks three witnesses."""
    lines = [f"log {Signer('office').key.vkey}"]
    lines += [f"witness {name} {signer(name).witness.vkey} https://{name}.example/" for name in NAMES]
    policy = read_policy("\n".join([*lines, f"group k {quorum} {' '.join(NAMES)}", "quorum k", ""]))

    def open(where: str) -> Source:
        return FolderSource(tmp_path / where.removeprefix("https://")[0])

    wish = Wish(NOW, [Signer("office").key], policy=policy, open=open)
    return verify(FolderSource(office.folder), wish)


def codes(verdict: Verdict) -> set[str]:
    return {one.code for one in verdict.findings}


def test_a_growing_log_is_cosigned_where_the_specification_says(office: Office, tmp_path: Path) -> None:
    for _ in range(3):
        found = watch(office, "a", tmp_path / "a")
        assert (found.finding, found.path) == (None, cosignature_path(ORIGIN))
        held = read_checkpoint(found.note)
        assert witnessed_at(held, signer("a").witness) == TIME
        assert (held.size, len(held.signatures)) == (office.log.edge.size, 2)
        office.publish()


def test_a_log_that_was_rewritten_or_rolled_back_is_not_cosigned(office: Office, tmp_path: Path) -> None:
    before = office.snapshot()
    office.publish()
    kept = watch(office, "a", tmp_path / "a").note
    office.restore(before)
    found = watch(office, "a", tmp_path / "a")
    assert found.finding is not None and found.finding.code == "log/rewritten"
    other = Office(tmp_path / "other", 9)
    while other.log.edge.size <= office.log.edge.size + 9:
        other.publish()
    found = watch(other, "a", tmp_path / "a")
    assert found.finding is not None and found.finding.code == "log/rewritten"
    assert (tmp_path / "a" / cosignature_path(ORIGIN)).read_bytes() == kept


def test_what_is_not_signed_or_not_there_is_not_cosigned(office: Office, tmp_path: Path) -> None:
    thief = Office(tmp_path / "thief")
    thief.log.signer = Signer("thief")
    thief.publish()
    found = watch(thief, "a", tmp_path / "a")
    assert found.finding is not None and found.finding.code == "log/not-signed"
    (office.folder / "log/checkpoint").unlink()
    found = watch(office, "a", tmp_path / "a")
    assert found.finding is not None and found.finding.code == "read/failed"


def test_two_of_three_witnesses_are_enough(office: Office, tmp_path: Path) -> None:
    assert codes(look(office, tmp_path)) == {"witness/too-few"}
    watch(office, "a", tmp_path / "a")
    assert look(office, tmp_path).exit == 14
    watch(office, "b", tmp_path / "b")
    verdict = look(office, tmp_path)
    assert (verdict.exit, set(verdict.witnesses)) == (0, {"a", "b"})


def test_what_witnesses_saw_earlier_still_counts(office: Office, tmp_path: Path) -> None:
    for name in NAMES:
        watch(office, name, tmp_path / name)
    office.publish()
    assert look(office, tmp_path, "all").exit == 0


def test_witnesses_betray_a_log_that_is_shown_to_some_alone(office: Office, tmp_path: Path) -> None:
    for name in NAMES:
        watch(office, name, tmp_path / name)
    other = Office(tmp_path / "other", 9)
    while other.log.edge.size <= office.log.edge.size:
        other.publish()
    assert codes(look(other, tmp_path)) == {"log/forked", "witness/too-few"}
    assert look(other, tmp_path).exit == 12


def test_witnesses_betray_a_log_that_was_rolled_back(office: Office, tmp_path: Path) -> None:
    before = office.snapshot()
    office.publish()
    watch(office, "a", tmp_path / "a")
    office.restore(before)
    assert "log/rolled-back" in codes(look(office, tmp_path))


def test_what_a_neighbour_made_up_shows_nothing(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "a" / cosignature_path(ORIGIN)
    path.parent.mkdir(parents=True)
    thief = Office(tmp_path / "thief")
    thief.log.signer = Signer("thief")
    thief.publish()
    path.write_bytes(thief.log.checkpoint.note)
    assert codes(look(office, tmp_path)) == {"witness/too-few"}
