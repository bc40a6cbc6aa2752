"""A passphrase from a person or a file: never from the command line, which others see."""

import argparse
import os
import sys
from getpass import getpass

from portal.keys.keeping import BadKey


def passphrase_of(asked: argparse.Namespace, question: str, *, twice: bool = False) -> str:
    """Give it, as a file has it on its first line or as a person types it; raises BadKey and OSError."""
    if asked.passphrase_fd is not None:
        return _line(asked.passphrase_fd)
    if asked.passphrase_file:
        if os.name == "posix" and asked.passphrase_file.stat().st_mode & 0o077:
            raise BadKey(f"{asked.passphrase_file} ai cũng đọc được; gõ: chmod 600 {asked.passphrase_file}")
        with asked.passphrase_file.open(encoding="utf-8") as opened:
            return str(opened.readline().rstrip("\r\n"))
    return typed(question, twice=twice)


def _line(handle: int) -> str:
    """One line, and no byte after it: the next may be another passphrase."""
    held = bytearray()
    while (byte := os.read(handle, 1)) not in (b"", b"\n"):
        held += byte
    return held.decode("utf-8").rstrip("\r")


def typed(question: str, *, twice: bool = False) -> str:
    """What a person types without its being seen; raises BadKey where nobody is there to type."""
    if not sys.stdin.isatty():
        raise BadKey("không có ai để hỏi cụm mật khẩu; dùng --passphrase-file hoặc --passphrase-fd")
    answer = getpass(f"{question}: ")
    if twice and getpass(f"{question}, lần nữa: ") != answer:
        raise BadKey("hai lần gõ khác nhau")
    return answer
