"""A proof in a file of its own (C2SP tlog-proof): an entry is in the log of this checkpoint."""

from base64 import b64decode, b64encode
from binascii import Error
from dataclasses import dataclass

from portal.trust.checkpoint import Checkpoint, NotACheckpoint, read_checkpoint
from portal.trust.merkle import leaf_hash
from portal.trust.proofs import NotProved, verify_inclusion

_FIRST = "c2sp.org/tlog-proof@v1"
_MOST = 63  # hashes; more leaves than this many bits can number there are not


@dataclass(frozen=True, slots=True)
class LogProof:
    """Entry `index` is in the log of `checkpoint`; `extra` is not vouched for by anything here."""

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: Checkpoint
    extra: bytes = b""

    @property
    def text(self) -> bytes:
        """The proof as it is kept."""
        lines = [_FIRST]
        if self.extra:
            lines.append(f"extra {b64encode(self.extra).decode()}")
        lines.append(f"index {self.index}")
        lines += [b64encode(hash).decode() for hash in self.hashes]
        return "".join(f"{line}\n" for line in lines).encode() + b"\n" + self.checkpoint.note

    def verify(self, entry: bytes) -> None:
        """Raise NotProved unless these bytes are the entry; who signed the checkpoint is not asked here."""
        held = self.checkpoint
        verify_inclusion(leaf_hash(entry), self.index, held.size, self.hashes, held.root)


def read_log_proof(text: bytes) -> LogProof:
    """Read what `text` gives, and nothing else; raises NotProved."""
    head, _, note = text.partition(b"\n\n")
    try:
        first, *lines = head.decode("ascii").split("\n")
        extra = b""
        if lines[0].startswith("extra "):
            extra = b64decode(lines.pop(0)[6:], validate=True)
        index = int(lines.pop(0).removeprefix("index "))
        hashes = tuple(b64decode(line, validate=True) for line in lines)
        made = LogProof(index, hashes, read_checkpoint(note), extra)
    except (ValueError, IndexError, Error, NotACheckpoint) as error:
        raise NotProved(f"no proof: {error}") from error
    # Whatever could be written in two ways is only taken in the one in which it is written here.
    if first != _FIRST or len(hashes) > _MOST or any(len(hash) != 32 for hash in hashes) or made.text != text:
        raise NotProved("no proof: not as it is written")
    return made
