"""The style sheet and the script: joined from their parts, named by the digest of their bytes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_HEX = 12


@dataclass(frozen=True, slots=True)
class Bundle:
    """Joined bytes and the address that they give themselves."""

    address: str
    body: bytes
    media: str


def bundle(files: Iterable[Path], name: str, suffix: str, media: str, lead: str = "") -> Bundle:
    """Join text files in the order given, after `lead`; the address changes whenever a byte does."""
    text = lead + "\n".join(file.read_text("utf-8").strip() for file in files) + "\n"
    if suffix == "css":
        text = squeeze(text)
    body = text.encode()
    digest = sha256(body).hexdigest()[:_HEX]
    return Bundle(f"/tai-nguyen/{name}.{digest}.{suffix}", body, media)


def squeeze(css: str) -> str:
    """A style sheet without comments and indentation: what is left means the same."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", bare).strip() + "\n"
