"""What a log says of itself at a moment: its name, its size, its root, and who signed that.

C2SP tlog-checkpoint in a signed note (C2SP signed-note). Standard library only: nothing here can sign.
"""

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

_ED25519 = b"\x01"
_DASH = "\N{EM DASH}"


class NotACheckpoint(ValueError):
    """A text that is no checkpoint; says why."""


class NotAKey(ValueError):
    """A text that is no public key of a log; says why."""


@dataclass(frozen=True, slots=True)
class Key:
    """A log's public key: the name that signs, and 32 bytes of Ed25519."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """Four bytes that stand for it in signatures."""
        return sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:4]

    @property
    def vkey(self) -> str:
        """How people and programs are told of it: `name+id+key`."""
        return f"{self.name}+{self.id.hex()}+{b64encode(_ED25519 + self.public).decode()}"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature of a note: whose, and its bytes after the four of the key."""

    name: str
    key_id: bytes
    bytes: bytes


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A log of a name at a size; `signatures` are not verified by being read."""

    origin: str
    size: int
    root: bytes
    signatures: Sequence[Signature] = ()

    @property
    def body(self) -> bytes:
        """What is signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n".encode()

    @property
    def note(self) -> bytes:
        """The whole, as it is served."""
        lines = (_line(one) for one in self.signatures)
        return self.body + b"\n" + "".join(lines).encode()

    def of(self, key: Key) -> Signature | None:
        """The signature that names a key, if there is one."""
        named = (one for one in self.signatures if (one.name, one.key_id) == (key.name, key.id))
        return next(named, None)


def _line(one: Signature) -> str:
    return f"{_DASH} {one.name} {b64encode(one.key_id + one.bytes).decode()}\n"


def read_checkpoint(note: bytes) -> Checkpoint:
    """Read what `note` gives, and nothing else; raises NotACheckpoint."""
    try:
        body, end, lines = note.decode().partition("\n\n")
        origin, size, root = body.split("\n")
        signatures = tuple(_signature(line) for line in lines.split("\n")[:-1])
        made = Checkpoint(origin, int(size), b64decode(root, validate=True), signatures)
    except (ValueError, Error) as error:
        raise NotACheckpoint(str(error)) from error
    if not end or not origin or len(made.root) != 32 or made.note != note:
        raise NotACheckpoint("not as it is written")
    return made


def _signature(line: str) -> Signature:
    dash, name, held = line.split(" ")
    data = b64decode(held, validate=True)
    if dash != _DASH or not name or len(data) <= 4:
        raise NotACheckpoint(f"no signature: {line!r}")
    return Signature(name, data[:4], data[4:])


def read_vkey(text: str) -> Key:
    """Read a public key as people are told of it; raises NotAKey."""
    try:
        name, id, held = text.strip().split("+", 2)
        data = b64decode(held, validate=True)
    except (ValueError, Error) as error:
        raise NotAKey(text) from error
    key = Key(name, data[1:])
    if not is_name(name) or data[:1] != _ED25519 or len(data) != 33 or key.id.hex() != id:
        raise NotAKey(text)
    return key


def is_name(name: str) -> bool:
    """Whether a key or a log may be called so: no space, no plus (C2SP signed-note)."""
    return bool(name) and not any(sign.isspace() or sign == "+" for sign in name)
