"""Words of betting and of other trade that breaks into public portals, also where they are spelled to hide.

Offices write of betting too, when they fight it: beside words of the police a phrase or two are no fault.
"""

import re
from collections.abc import Iterator

from portal.guard.finding import Finding
from portal.guard.folding import SPELLING, UNSEEN, Folded

_BRANDS = (
    "kubet", "thabet", "8xbet", "789bet", "shbet", "f8bet", "i9bet", "mibet", "188bet", "1xbet", "dafabet",
    "sbobet", "v9bet", "vwin", "jun88", "hi88", "new88", "fb88", "fun88", "vn88", "ae888", "bong88", "ee88",
    "nhatvip", "okvip", "sunwin", "go88", "hitclub", "rikvip", "gemwin", "manclub", "789club", "sv388",
    "33win", "78win", "bet365",
)  # fmt: skip
_PHRASES = (
    "nha cai uy tin", "keo nha cai", "link vao nha cai", "dang ky nha cai", "soi keo", "ty le keo",
    "ti le keo", "game bai doi thuong", "game doi thuong", "ban ca doi thuong", "no hu doi thuong",
    "slot doi thuong", "tai xiu online", "tai xiu doi thuong", "casino online", "casino truc tuyen",
    "ca cuoc bong da", "ca cuoc online", "ca cuoc truc tuyen", "hoan tra cuoc", "da ga thomo",
    "da ga truc tiep", "lo de online", "xoc dia online", "xoc dia doi thuong", "bach thu lo", "soi cau lo",
    "soi cau mien bac", "baccarat truc tuyen", "vay tien nhanh", "vay nong khong the chap",
    "lam bang dai hoc gia re", "nhan lam bang dai hoc", "gai goi cao cap", "phim sex", "mua viagra",
)  # fmt: skip
_VEILED = (
    "nha cai", "ca cuoc", "danh bac", "soi keo", "tai xiu", "casino", "kubet", "xoc dia", "game bai",
    "baccarat", "doi thuong", "lo de online",
)  # fmt: skip
# Every phrase above has one of these: a rare syllable, or common ones that are rare beside each other;
# of these some are looked for only where a hint of them stands.
_RARE = frozenset(name.encode().translate(SPELLING) for name in _BRANDS) | frozenset(
    b"xiu casino xoc baccarat online sex viagra thomo".split()
)
_PAIRS = (b"nha cai", b"doi thuong", b"a cuoc", b"bang dai hoc")
_HINTS = frozenset(b"game bach vay ga soi keo gai".split())
_HINTED = (
    b"game bai", b"bach thu", b"vay nong", b"vay tien", b"da ga", b"soi keo", b"soi cau", b"le keo",
    b"gai goi",
)  # fmt: skip
_FIGHT = re.compile(
    rb"cong an|khoi to|triet pha|xu phat|bat giu|trai phep|canh bao|lua dao|toa an|bi cao|police|scam|illegal"
)
_LETTER = re.compile(rb"[a-z]")
_FEW = 2  # phrases beside words of the police
_LEAST_APART = b"\x01" * 5


def _either(words: Iterator[bytes]) -> re.Pattern[bytes]:
    return re.compile(rb"(?<![a-z0-9])(?:" + b"|".join(words) + rb")(?![a-z0-9])")


def _apart(word: str) -> bytes:
    """A word with a sign between any two of its letters."""
    return rb"[\W_]{1,3}".join(rb"[\W_]{1,2}".join(re.findall(b".", part)) for part in word.encode().split())


_OPEN = _either(word.encode().translate(SPELLING).replace(b" ", b" +") for word in (*_BRANDS, *_PHRASES))
_AS_WORDS = _either(word.encode().replace(b" ", b" +") for word in _VEILED)
_APART = _either(map(_apart, _VEILED))


def find_spam(text: str, of: Folded) -> Iterator[Finding]:
    """Find it in a text; what is spelled to hide is found wherever it stands."""
    if _may_hold_it(of):
        yield from _veiled_by_digits(text, of)
        yield from _open(text, of)
    if _LEAST_APART in of.lengths:
        yield from (_finding(text, *found.span()) for found in _APART.finditer(of.plain))
    if UNSEEN in of.plain:
        yield from _veiled_by_the_unseen(text, of.plain)


def _may_hold_it(of: Folded) -> bool:
    """Whether any of the phrases can stand in a text: most texts hold none, and this is quick."""
    if not _RARE.isdisjoint(of.words) or any(pair in of.spelled for pair in _PAIRS):
        return True
    return not _HINTS.isdisjoint(of.words) and any(pair in of.spelled for pair in _HINTED)


def _open(text: str, of: Folded) -> Iterator[Finding]:
    found = [one for one in _OPEN.finditer(of.spelled) if _is_written(of.plain[slice(*one.span())])]
    if len({one[0] for one in found}) > (_FEW if _FIGHT.search(of.plain) else 0):
        yield from (_finding(text, *one.span()) for one in found)


def _is_written(plain: bytes) -> bool:
    """Whether it stands in one paragraph and is no plain number: 3388 and 9088 read like names of houses."""
    return b"\n\n" not in plain and _LETTER.search(plain) is not None


def _veiled_by_digits(text: str, of: Folded) -> Iterator[Finding]:
    for found in _AS_WORDS.finditer(of.spelled):
        written = of.plain[slice(*found.span())]
        if re.search(rb"[0-9@$]", written) and _LETTER.search(written):
            yield _finding(text, *found.span())


def _veiled_by_the_unseen(text: str, plain: bytes) -> Iterator[Finding]:
    """Words in which signs stand that nobody sees."""
    kept = [place for place, code in enumerate(plain) if code != UNSEEN]
    for found in _AS_WORDS.finditer(bytes(plain[place] for place in kept)):
        start, end = kept[found.start()], kept[found.end() - 1] + 1
        if UNSEEN in plain[start:end]:
            yield _finding(text, start, end)


def _finding(text: str, start: int, end: int) -> Finding:
    words = " ".join(sign for sign in text[start:end].split())
    return Finding("guard/spam", start, end, {"words": words})
