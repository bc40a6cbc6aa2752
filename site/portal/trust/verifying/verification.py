"""The whole of it: log, memory, release, manifest, every file, and everything that answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime

from portal.trust.checkpoint import Key
from portal.trust.policy import Policy
from portal.trust.verifying.crawl import Crawl, Found, unlisted
from portal.trust.verifying.file_check import Listed, Looked, look_at_file, read_list
from portal.trust.verifying.findings import Finding, exit_of
from portal.trust.verifying.log_check import LogRead, check_log
from portal.trust.verifying.older_tiles import older_tiles
from portal.trust.verifying.remembered import Remembered
from portal.trust.verifying.sources import Source, source_of
from portal.trust.verifying.witnesses import Open, check_witnesses


@dataclass(frozen=True, slots=True)
class Wish:
    """What a look is to be held against: keys, what is remembered, a policy, and the time.

    Below the addresses in `excepted` other programs answer; `jobs` is how many files are asked for at a time.
    """

    now: datetime
    keys: Sequence[Key] = ()
    known: Sequence[Remembered] = ()
    policy: Policy | None = None
    excepted: Sequence[str] = ()
    jobs: int = 8
    open: Open = source_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found at a source, of how much; `notes` are codes of what was not looked at."""

    source: str
    findings: Sequence[Finding]
    files: int = 0
    asked: int = 0
    log: LogRead = field(default_factory=LogRead)
    witnesses: Mapping[str, int] = field(default_factory=dict)
    notes: Sequence[str] = ()

    @property
    def exit(self) -> int:
        """The exit code: 0 only if all was read and all is whole."""
        return exit_of(self.findings)

    @property
    def memory(self) -> Remembered | None:
        """What is worth remembering: the log, unless it is not the one that was remembered, or not signed."""
        held = self.log.checkpoint
        wrong = {"log/not-signed", "log/rewritten", "log/forked", "log/rolled-back", "log/other"}
        if held is None or not self.log.leaves or any(one.code in wrong for one in self.findings):
            return None
        return Remembered(held.origin, held.size, held.root)


def verify(source: Source, wish: Wish) -> Verdict:
    """Look at a release, all of it. Nothing is raised: what cannot be read is a finding."""
    try:
        return _verify(source, wish)
    finally:
        source.close()


def _verify(source: Source, wish: Wish) -> Verdict:
    log = check_log(source, wish.keys, wish.known, wish.now)
    findings, seen = list(log.findings), dict[str, int]()
    if wish.policy is not None and log.checkpoint is not None:
        told, seen = _witnessed(log, wish, wish.policy)
        findings += told
    listed = read_list(source, log.release)
    findings += listed.findings
    with ThreadPoolExecutor(wish.jobs) as pool:
        looked = list(pool.map(lambda path: look_at_file(source, listed.files, path), listed.files))
        findings += (one for held in looked for one in held.findings)
        asked = _look_beside(source, wish, log, (listed, looked), pool, findings)
    notes = [*([] if wish.keys else ["note/no-key"]), *([] if log.checkpoint else ["note/no-log"])]
    notes += [] if wish.known else ["note/no-memory"]
    return Verdict(
        source.name, tuple(sorted(set(findings))), len(listed.files), asked, log, seen, tuple(notes)
    )


def _witnessed(log: LogRead, wish: Wish, policy: Policy) -> tuple[list[Finding], dict[str, int]]:
    keys = [*wish.keys, *(one.key for one in policy.logs if isinstance(one.key, Key))]
    findings, seen = check_witnesses(log, policy, keys, wish.open)
    return findings, dict(seen)


def _look_beside(
    source: Source,
    wish: Wish,
    log: LogRead,
    looked: tuple[Listed, Sequence[Looked]],
    pool: ThreadPoolExecutor,
    findings: list[Finding],
) -> int:
    """Look for what is not listed; gives how many addresses were asked. Without a list nothing is unknown."""
    listed, seen = looked
    if not listed.files:
        return 0
    own = log.own | listed.own
    if source.on_disk:
        own |= older_tiles(source, log.leaves, own)
        findings += unlisted(source, listed.files, own)
        return 0
    crawl = Crawl(source, listed.files, own, wish.excepted)

    def each(look: Callable[[str], Found], addresses: Sequence[str]) -> Iterable[Found]:
        return pool.map(look, addresses)

    findings += crawl.walk(frozenset().union(*(one.links for one in seen)), each)
    return len(crawl.asked)
