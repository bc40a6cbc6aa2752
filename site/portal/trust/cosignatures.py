"""What a witness says of somebody else's log: I saw this checkpoint then, and all that I saw before fits it.

C2SP tlog-cosignature, `cosignature/v1`: Ed25519 with the time of the witness.
"""

from base64 import b64decode, b64encode
from binascii import Error
from dataclasses import dataclass, replace
from hashlib import sha256

from portal.trust.checkpoint import Checkpoint, NotAKey, Signature, is_name
from portal.trust.ed25519 import is_signed
from portal.trust.signatures import NotSigned, Sign

_COSIGNATURE = b"\x04"
_LATEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Witness:
    """The public key of a witness: its name, and 32 bytes of Ed25519 that sign nothing but cosignatures."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """Four bytes that stand for it in signatures."""
        return sha256(self.name.encode() + b"\n" + _COSIGNATURE + self.public).digest()[:4]

    @property
    def vkey(self) -> str:
        """How people and programs are told of it: `name+id+key`."""
        return f"{self.name}+{self.id.hex()}+{b64encode(_COSIGNATURE + self.public).decode()}"


def read_witness(text: str) -> Witness:
    """Read the public key of a witness; raises NotAKey."""
    try:
        name, id, held = text.strip().split("+", 2)
        data = b64decode(held, validate=True)
    except (ValueError, Error) as error:
        raise NotAKey(text) from error
    witness = Witness(name, data[1:])
    if not is_name(name) or len(data) != 33 or witness.vkey != text.strip() or witness.id.hex() != id:
        raise NotAKey(text)
    return witness


def cosigned_message(checkpoint: Checkpoint, time: int) -> bytes:
    """What a witness signs, at a time in seconds since 1970."""
    return f"cosignature/v1\ntime {time}\n".encode() + checkpoint.body


def cosigned(checkpoint: Checkpoint, witness: Witness, time: int, sign: Sign) -> Checkpoint:
    """Give a checkpoint with the cosignature of a witness, in the place of one that it had of the same."""
    others = (one for one in checkpoint.signatures if (one.name, one.key_id) != (witness.name, witness.id))
    made = time.to_bytes(8, "big") + sign(cosigned_message(checkpoint, time))
    return replace(checkpoint, signatures=(*others, Signature(witness.name, witness.id, made)))


def witnessed_at(checkpoint: Checkpoint, witness: Witness) -> int | None:
    """When a witness cosigned a checkpoint, in seconds since 1970; None if it did not.

    Raises NotSigned where a cosignature in its name is wrong.
    """
    for one in checkpoint.signatures:
        if (one.name, one.key_id) != (witness.name, witness.id):
            continue
        time = int.from_bytes(one.bytes[:8], "big")
        if time <= _LATEST and is_signed(witness.public, cosigned_message(checkpoint, time), one.bytes[8:]):
            return time
        raise NotSigned(f"wrong cosignature of {witness.name}+{witness.id.hex()}")
    return None


def cosignature_path(origin: str) -> str:
    """Where a witness serves the last checkpoint of a log that it cosigned (C2SP tlog-witness, retrieval)."""
    return f"witness/{sha256(origin.encode()).hexdigest()}/checkpoint"
