"""Files that are not UTF-8: which encoding they most surely are in, and their text."""

import unicodedata

_MARKS_1258 = bytes([0xCC, 0xD2, 0xDE, 0xEC, 0xF2])
"""Tones that stand after their vowel in Windows-1258: no other common encoding of Vietnamese has them so."""


def encoding_of(data: bytes) -> str | None:
    """The encoding in which the bytes are surely text, as Python calls it; None where none is sure."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _if_decodes(data, "utf-16-le" if data[0] == 0xFF else "utf-16-be")
    if b"\0" in data:
        # Of letters that ASCII has, every second byte is zero.
        even, odd = data[::2].count(0), data[1::2].count(0)
        return _if_decodes(data, "utf-16-le" if odd > even else "utf-16-be")
    return "cp1258" if _is_1258(data) else None


def decoded(data: bytes, encoding: str) -> str:
    """The text, without a mark of the order of its bytes."""
    return data.decode(encoding).removeprefix("\ufeff")


def _if_decodes(data: bytes, encoding: str) -> str | None:
    try:
        text = decoded(data, encoding)
    except UnicodeDecodeError:
        return None
    # What is no text decodes too, to signs of every script.
    strange = sum(ord(sign) > 0x2FFF or (ord(sign) < 32 and sign not in "\t\n\r") for sign in text)
    return encoding if text and strange <= len(text) // 20 else None


def _is_1258(data: bytes) -> bool:
    if not any(mark in data for mark in _MARKS_1258):
        return False
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return False
    if any(unicodedata.combining(sign) for sign in text):
        return False
    return sum("\u1ea0" <= sign <= "\u1ef9" for sign in text) > 1
