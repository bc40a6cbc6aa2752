"""Whether enough witnesses saw the log that is shown here, and none saw another."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from portal.trust.checkpoint import Checkpoint, Key, NotACheckpoint, read_checkpoint
from portal.trust.cosignatures import Witness, cosignature_path, witnessed_at
from portal.trust.policy import Policy
from portal.trust.signatures import NotSigned, verify_signed
from portal.trust.verifying.findings import Finding
from portal.trust.verifying.log_check import LogRead
from portal.trust.verifying.sources import Absent, CannotRead, Source, file_at

Open = Callable[[str], Source]
"""Gives a source by its address."""


def check_witnesses(
    log: LogRead, policy: Policy, keys: Sequence[Key], open: Open
) -> tuple[list[Finding], Mapping[str, int]]:
    """What is wrong, and up to which size each witness, by its name in the policy, saw this log."""
    seen: dict[str, int] = {}
    findings: list[Finding] = []
    for name, witness in policy.witnesses.items():
        for claim in _claims(log, witness.where, open, findings):
            assert isinstance(witness.key, Witness)
            finding = _judge(log, claim, witness.key, keys)
            if isinstance(finding, Finding):
                findings.append(finding)
            elif finding:
                seen[name] = max(seen.get(name, 0), finding)
    if not policy.is_met(seen):
        findings.append(Finding("witness/too-few", policy.quorum, f"{len(seen)}/{len(policy.witnesses)}"))
    return findings, seen


def _claims(log: LogRead, where: str, open: Open, findings: list[Finding]) -> Iterator[Checkpoint]:
    assert log.checkpoint is not None
    yield log.checkpoint
    if not where:
        return
    path = cosignature_path(log.checkpoint.origin)
    try:
        neighbour = open(where)
        try:
            data = file_at(neighbour, path)
        finally:
            neighbour.close()
        yield read_checkpoint(data)
    except Absent:
        return
    except (CannotRead, NotACheckpoint) as error:
        findings.append(Finding("read/failed", f"{where.rstrip('/')}/{path}", str(error)))


def _judge(log: LogRead, claim: Checkpoint, witness: Witness, keys: Sequence[Key]) -> Finding | int:
    """The size at which a witness saw this log, 0 if it does not say; a finding if it saw another."""
    assert log.checkpoint is not None
    try:
        verify_signed(claim, keys)
        if witnessed_at(claim, witness) is None:
            return 0
    except NotSigned:
        # Anybody can make up what nobody signed: it shows nothing, for or against.
        return 0
    if claim.size > log.checkpoint.size:
        return Finding("log/rolled-back", witness.name, f"{log.checkpoint.size} < {claim.size}")
    if log.leaves and log.root_at(claim.size) != claim.root:
        return Finding("log/forked", witness.name, str(claim.size))
    return claim.size
