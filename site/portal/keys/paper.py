"""The recovery key: never in a file, only on paper, in groups that can be typed again."""

from base64 import b32decode, b32encode
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from portal.keys.keeping import BadKey

_CHECK = 3  # bytes that tell a slip of the pen
_GROUP, _ROW = 4, 7


def on_paper(private: Ed25519PrivateKey) -> str:
    """Rows of groups of four letters and digits; the last of them tell whether all were typed right."""
    seed = private.private_bytes_raw()
    text = b32encode(seed + sha256(seed).digest()[:_CHECK]).decode()
    groups = [text[place : place + _GROUP] for place in range(0, len(text), _GROUP)]
    rows = [groups[place : place + _ROW] for place in range(0, len(groups), _ROW)]
    return "\n".join(" ".join(row) for row in rows)


def from_paper(text: str) -> Ed25519PrivateKey:
    """The key that was typed again, in either case, with any spaces; raises BadKey for a slip."""
    typed = "".join(text.split()).upper().replace("-", "").replace("0", "O").replace("1", "I")
    try:
        data = b32decode(typed)
    except ValueError as error:
        raise BadKey("khóa khôi phục gõ thiếu, thừa hoặc sai chữ") from error
    seed, check = data[:-_CHECK], data[-_CHECK:]
    if len(seed) != 32 or sha256(seed).digest()[:_CHECK] != check:
        raise BadKey("khóa khôi phục gõ thiếu, thừa hoặc sai chữ")
    return Ed25519PrivateKey.from_private_bytes(seed)
