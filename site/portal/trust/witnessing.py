"""Neighbouring portals watch each other's logs: what one of them saw, all the world can ask it for.

A witness fetches a neighbour's checkpoint, makes sure that the log grew out of the one that it cosigned
before, cosigns it, and serves that under `/witness/`. An office that shows one log to some and another log to
others would have to have all its neighbours with it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from portal.trust.checkpoint import Checkpoint, Key, NotACheckpoint, read_checkpoint
from portal.trust.cosignatures import Witness, cosignature_path, cosigned
from portal.trust.policy import Policy
from portal.trust.proofs import NotProved
from portal.trust.signatures import NotSigned, Sign, verify_signed
from portal.trust.tree import Tree, WrongTile
from portal.trust.verifying.findings import Finding
from portal.trust.verifying.sources import Absent, CannotRead, Source, file_at, source_of


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who witnesses: its key, how it signs, and the time in seconds since 1970 that it states."""

    witness: Witness
    sign: Sign
    time: int


@dataclass(frozen=True, slots=True)
class Witnessed:
    """What came of one neighbour: a file to be served, by its path below the site, or what was wrong."""

    origin: str
    path: str = ""
    note: bytes = b""
    finding: Finding | None = None


Kept = Callable[[str], bytes | None]
"""Gives what was served at a path before, None where there was nothing."""


def witness_neighbours(
    policy: Policy, watcher: Watcher, kept: Kept, open: Callable[[str], Source] = source_of
) -> Iterator[Witnessed]:
    """Look at each log that a policy names with an address; one that is refused keeps what it had."""
    for known in policy.logs:
        if not known.where or not isinstance(known.key, Key):
            continue
        path = cosignature_path(known.key.name)
        source = open(known.where)
        try:
            note = witness(source, [known.key], watcher, kept(path)).note
            yield Witnessed(known.key.name, path, note)
        except (CannotRead, Absent, NotACheckpoint, WrongTile) as error:
            yield _refused(known.key, "read/failed", known.where, error)
        except NotSigned as error:
            yield _refused(known.key, "log/not-signed", known.where, error)
        except NotProved as error:
            yield _refused(known.key, "log/rewritten", known.where, error)
        finally:
            source.close()


def witness(source: Source, keys: Sequence[Key], watcher: Watcher, before: bytes | None) -> Checkpoint:
    """Give the checkpoint that a log serves, cosigned, if it grew out of the one that was cosigned `before`.

    Raises NotSigned, NotProved where it did not, NotACheckpoint, WrongTile, Absent and CannotRead.
    """
    found = read_checkpoint(file_at(source, "log/checkpoint"))
    key = verify_signed(found, keys)
    if before is not None:
        old = read_checkpoint(before)
        if old.origin != found.origin:
            raise NotProved(f"{old.origin} ≠ {found.origin}")
        Tree(found.size, lambda path: file_at(source, f"log/{path}")).grew_from(old, found)
    # What others signed is theirs to serve.
    own = [one for one in found.signatures if (one.name, one.key_id) == (key.name, key.id)]
    return cosigned(replace(found, signatures=tuple(own)), watcher.witness, watcher.time, watcher.sign)


def _refused(key: Key, code: str, where: str, error: Exception) -> Witnessed:
    return Witnessed(key.name, finding=Finding(code, where, str(error)))
