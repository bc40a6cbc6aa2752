"""Keys and logs for tests, the same in every run."""

from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from portal.trust.checkpoint import Checkpoint, Key
from portal.trust.cosignatures import Witness
from portal.trust.growth import Edge, grow
from portal.trust.signatures import signed

ORIGIN = "cong-tin.example/log"


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key that is made of a word."""

    word: str
    name: str = ORIGIN

    @property
    def private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(sha256(self.word.encode()).digest())

    @property
    def public(self) -> bytes:
        return self.private.public_key().public_bytes_raw()

    @property
    def key(self) -> Key:
        return Key(self.name, self.public)

    @property
    def witness(self) -> Witness:
        return Witness(self.name, self.public)

    def sign(self, message: bytes) -> bytes:
        return self.private.sign(message)


@dataclass(slots=True)
class Log:
    """A log that is signed; `files` has all that it serves, by path below it."""

    signer: Signer = Signer("office")
    edge: Edge = Edge()
    files: dict[str, bytes] = field(default_factory=dict)

    def append(self, *entries: bytes) -> Checkpoint:
        self.edge, made = grow(self.edge, entries)
        self.files |= made
        self.files["checkpoint"] = self.checkpoint.note
        return self.checkpoint

    @property
    def checkpoint(self) -> Checkpoint:
        bare = Checkpoint(self.signer.name, self.edge.size, self.edge.root)
        return signed(bare, self.signer.key, self.signer.sign)
