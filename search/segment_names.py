"""The names of segments, made of what is in them, so that equal entries give equal files."""

from hashlib import sha256


def segment_name(generation: int, address: str) -> str:
    """Give the name of the segment of a generation that begins with the document of an address."""
    return f"{generation:x}{sha256(address.encode()).hexdigest()[:16]}"
