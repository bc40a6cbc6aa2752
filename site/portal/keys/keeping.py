"""A key in a file: its public part in the open on the first line, the private one under a passphrase.

The file is readable by its owner alone and never lies in a content, in an output, or in a repository: what is
committed or served by mistake is known to everybody.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from portal.failure import Failure
from portal.trust.checkpoint import Key, NotAKey, read_vkey
from portal.trust.signatures import Sign

_OWNER_ALONE = 0o600
_LEAST = 12  # signs of a passphrase


class BadKey(Failure):
    """A key cannot be kept or used; says why."""


@dataclass(frozen=True, slots=True)
class Signer:
    """A key that can sign; `recovery` is the public key that can revoke it."""

    key: Key
    sign: Sign
    recovery: str = ""


def new_private() -> Ed25519PrivateKey:
    """A fresh private key, from the operating system's randomness."""
    return Ed25519PrivateKey.generate()


def public_of(private: Ed25519PrivateKey, name: str) -> Key:
    """The public key of a private one, under the name of a log."""
    return Key(name, private.public_key().public_bytes_raw())


def check_place(file: Path, away_from: Iterable[Path]) -> None:
    """Raise BadKey where a key file would lie in one of these folders, or in a repository."""
    place = file.absolute().parent.resolve()
    for folder in (place, *place.parents):
        if (folder / ".git").exists():
            raise BadKey(f"{file} nằm trong kho git {folder}: chọn nơi khác để khóa không bị đưa lên kho")
        if any(folder == other.resolve() for other in away_from):
            raise BadKey(f"{file} nằm trong {folder}: chọn nơi khác, ngoài nội dung và nơi công khai")


def keep(file: Path, private: Ed25519PrivateKey, key: Key, recovery: str, passphrase: str) -> None:
    """Write a key file that was not there; raises BadKey, FileExistsError and OSError."""
    if len(passphrase) < _LEAST:
        raise BadKey(f"cụm mật khẩu ngắn hơn {_LEAST} ký tự: chọn bốn, năm từ không liên quan nhau")
    pem = private.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode())
    )
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ALONE)
    with os.fdopen(handle, "wb") as opened:
        opened.write(f"{key.vkey}\n{recovery}\n".encode() + pem)
        opened.flush()
        os.fsync(opened.fileno())


def shown(file: Path) -> tuple[Key, str]:
    """The public key of a key file and of what can revoke it; needs no passphrase. Raises BadKey, OSError."""
    lines = file.read_text("utf-8", "replace").split("\n")
    try:
        return read_vkey(lines[0]), lines[1]
    except (NotAKey, IndexError) as error:
        raise BadKey(f"{file} không phải là tệp khóa của nhật ký") from error


def unlock(file: Path, passphrase: str) -> Signer:
    """Give what signs with a key file; raises BadKey and OSError."""
    if os.name == "posix" and file.stat().st_mode & 0o077:
        raise BadKey(f"{file} ai cũng đọc được; gõ: chmod 600 {file}")
    key, recovery = shown(file)
    pem = file.read_bytes().split(b"\n", 2)[2]
    try:
        private = load_pem_private_key(pem, passphrase.encode())
    except (ValueError, TypeError) as error:
        raise BadKey(f"cụm mật khẩu không mở được {file}") from error
    if not isinstance(private, Ed25519PrivateKey) or public_of(private, key.name) != key:
        raise BadKey(f"{file} không phải là tệp khóa của nhật ký")
    return Signer(key, private.sign, recovery)
