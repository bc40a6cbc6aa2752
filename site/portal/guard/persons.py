"""Numbers and addresses by which a private person is found: citizen ids, telephones, accounts, e-mail."""

import re
from collections.abc import Iterator

from portal.guard.finding import Finding, Known, is_below

# Circular 07/2016/TT-BCA, article 7 and its annex: province of birth, century and sex, year, six digits.
_PROVINCES = "00[1-8]|01[0-9]|02[0-7]|03[0-8]|04[024-9]|05[1246-8]|06[0-8]|07[024579]|08[0-9]|09[1-6]"
_CITIZEN = re.compile(
    rf"(?<![\w.,/-])(?:{_PROVINCES})"
    r"(?:[0-3]\d{8}|[ .][0-3]\d\d[ .]\d{3}[ .]\d{3}|[0-3][ .]\d{4}[ .]\d{4})"
    r"(?![\w/]|[.,-]\d)"
)
_NUMBERED = re.compile(
    r"(?:cccd|cmnd|cmtnd|\bcmt|can cuoc(?: cong dan)?|chung minh(?: nhan dan| thu)?|dinh danh ca nhan)"
    r"(?:[ ,]*(?:so|la|:|mang))* ?:? ?(?P<number>\d{9}|\d{12})(?!\d|[.,/-]\d)"
)
# The first digits of Vietnamese mobile numbers; those of offices are on the network of fixed lines.
_MOBILE = re.compile(
    r"(?<![\w.,/])(?<!\w-)(?:\(?\+?84\)?[ .-]?(?:\(0\))?|\(?0)"
    r"(?:3[2-9]|5[2-9]|7[06-9]|8[1-9]|9[0-46-9])(?:\d\)?[ .-]?\d{3}[ .-]?\d{3}|\)?[ .-]?\d{3}[ .-]?\d{4}"
    r"|\d{2}[ .-]?\d{2}[ .-]?\d{3}|\d[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}|\d{3}[ .-]?\d{4})"
    r"(?![\w/]|[.,-][\da-z])"
)
_ACCOUNT = re.compile(
    r"(?:\bstk|(?:so )?tai khoan(?: ngan hang)?|so tk|account (?:number|no\.?))"
    r"(?:[ ,]*(?:so|la|nhan|:))* ?:? ?"
    r"(?P<number>\d(?:[ .-]?\d){7,18})(?!\d|[.,/-]\d)"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_OTHER_NUMBER = re.compile(r"(?:ma so thue|mst|ma so doanh nghiep|ma ho so|so bien nhan|ma so)[^\n.;]{0,20}$")
_BEFORE = 45
_SEPARATORS = str.maketrans("", "", " .-()+")
_FREE = (
    "gmail.com", "yahoo.com", "yahoo.com.vn", "ymail.com", "hotmail.com", "outlook.com", "outlook.com.vn",
    "live.com", "icloud.com", "me.com", "msn.com", "aol.com", "proton.me", "protonmail.com", "zoho.com",
    "mail.ru", "yandex.com", "qq.com", "163.com",
)  # fmt: skip
_ROLE = re.compile(
    r"(?:info|contact|support|help|office|admin|webmaster|press|hotro|cskh|lienhe|vanthu|banbientap|bientap"
    r"|tuyendung|toasoan|dvkh|chamsockhachhang)[\d._-]*|no-?reply"
)
# Digits become noughts and what parts groups of them goes: then few texts hold one of these.
_NOUGHTS = bytes.maketrans(b"123456789", b"0" * 9)
_PARTED = b" .()"
_LONG = (b"0" * 9, b"0-000-000", b"000-0000", b"00-00-00-00")


def find_persons(text: str, plain: bytes, known: Known, *, private: bool = True) -> Iterator[Finding]:
    """Find them; `plain` is the text folded. Where nothing `private` is looked for, citizen ids are.

    What stands in an address of the web is no number of a person.
    """
    digits = plain.translate(_NOUGHTS, _PARTED)
    if any(long in digits for long in _LONG):
        letters = plain.decode()
        yield from _citizens(text, letters)
        if private:
            yield from _phones(text, letters, known)
            yield from _accounts(text, letters)
    if private and b"@" in plain:
        yield from _mails(text, known)


def _citizens(text: str, plain: str) -> Iterator[Finding]:
    seen = set()
    for found in _CITIZEN.finditer(text):
        if not _in_address(text, found.start()) and not _OTHER_NUMBER.search(_before(plain, found.start())):
            seen.add(found.start())
            yield Finding("guard/citizen-id", *found.span(), {"number": _masked(found[0])})
    for found in _NUMBERED.finditer(plain):
        if found.start("number") not in seen:
            yield Finding("guard/citizen-id", *found.span("number"), {"number": _masked(found["number"])})


def _phones(text: str, plain: str, known: Known) -> Iterator[Finding]:
    for found in _MOBILE.finditer(text):
        digits = found[0].translate(_SEPARATORS)
        digits = "0" + digits.removeprefix("84").removeprefix("0")
        if digits in known.phones or _in_address(text, found.start()):
            continue
        if not _OTHER_NUMBER.search(_before(plain, found.start())) and not _is_account(plain, found.start()):
            yield Finding("guard/phone", *found.span(), {"number": found[0]})


def _is_account(plain: str, start: int) -> bool:
    return any(found.start("number") == start for found in _ACCOUNT.finditer(plain, max(0, start - _BEFORE)))


def _accounts(text: str, plain: str) -> Iterator[Finding]:
    for found in _ACCOUNT.finditer(plain):
        if not _CITIZEN.match(text, found.start("number")):
            yield Finding("guard/bank-account", *found.span("number"), {"number": found["number"]})


def _mails(text: str, known: Known) -> Iterator[Finding]:
    for found in _MAIL.finditer(text):
        mail, host = found[0].lower(), found["host"].lower()
        if mail in known.mails or is_below(host, known.mail_hosts) or _in_address(text, found.start()):
            continue
        if host in _FREE or not _ROLE.fullmatch(mail.partition("@")[0]):
            yield Finding("guard/email", *found.span(), {"mail": found[0]})


def _before(plain: str, start: int) -> str:
    return plain[max(0, start - _BEFORE) : start]


def _in_address(text: str, start: int) -> bool:
    """Whether a place is inside an address of the web or a file's name, not of `tel:` or `mailto:`."""
    begin = max(text.rfind(sign, 0, start) for sign in " \n\t(<\"'") + 1
    return "/" in text[begin:start]


def _masked(number: str) -> str:
    """A report is read by many: it shows the number's ends alone."""
    return f"{number[:3]}…{number[-2:]}"
