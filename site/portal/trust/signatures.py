"""Signatures of a log on its checkpoint (C2SP signed-note): made by whoever has the key, and verified."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from portal.trust.checkpoint import Checkpoint, Key, Signature
from portal.trust.ed25519 import is_signed

Sign = Callable[[bytes], bytes]
"""Signs a message with Ed25519; gives 64 bytes. Whoever has a private key gives this, never the key."""


class NotSigned(ValueError):
    """A checkpoint does not carry a signature of any of the keys, or one that is wrong; says which."""


def signed(checkpoint: Checkpoint, key: Key, sign: Sign) -> Checkpoint:
    """Give a checkpoint with the signature of a key, in the place of one that it had of the same key."""
    others = (one for one in checkpoint.signatures if (one.name, one.key_id) != (key.name, key.id))
    made = Signature(key.name, key.id, sign(checkpoint.body))
    return replace(checkpoint, signatures=(*others, made))


def verify_signed(checkpoint: Checkpoint, keys: Iterable[Key]) -> Key:
    """Give the first of the keys that signed a checkpoint of the log of its name; raises NotSigned.

    One signature in the name of such a key that is wrong spoils the whole, as signed-note says.
    """
    found = None
    for key in keys:
        one = checkpoint.of(key)
        if one is None or key.name != checkpoint.origin:
            continue
        if not is_signed(key.public, checkpoint.body, one.bytes):
            raise NotSigned(f"wrong signature of {key.name}+{key.id.hex()}")
        found = found or key
    if found is None:
        raise NotSigned("no signature of a known key")
    return found
