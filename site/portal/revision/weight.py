"""What weight a change has, computed from the difference alone, with the reasons for it.

Nobody says of a change of their own that it is small: a changed figure, date, name, negation or heading, or
a paragraph that is gone, is never minor.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from portal.revision.difference import Difference, Fate, Passage, Run
from portal.revision.words import Word
from portal.revision.writing import Kind


class Weight(Enum):
    """How much a change may mean to who read the text before."""

    MINOR = "minor"
    WORDING = "wording"
    FACTS = "facts"


class Reason(Enum):
    """What was found in a difference; what readers would ask about first comes first."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    HEADING = "heading"
    REMOVED = "removed"
    PICTURE = "picture"
    LINK = "link"
    ADDED = "added"
    MOVED = "moved"
    WORDS = "words"
    TYPOGRAPHY = "typography"

    @property
    def weight(self) -> Weight:
        """What a change with this reason is at least."""
        if self is Reason.TYPOGRAPHY:
            return Weight.MINOR
        return Weight.WORDING if self in _WORDING else Weight.FACTS


_WORDING = frozenset([Reason.LINK, Reason.ADDED, Reason.MOVED, Reason.WORDS])
_ORDER = {reason: place for place, reason in enumerate(Reason)}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEGATIONS = _set(
    "không chưa chẳng chả đừng cấm trừ miễn bãi bỏ huỷ hủy dừng ngừng thôi phi vô bất kể mất hết chỉ khỏi "
    "thiếu tránh not no never without except unless none neither nor cannot only"
)
_NUMBERS = _set(
    "một hai ba bốn tư năm lăm sáu bảy bẩy tám chín mười mươi mốt trăm nghìn ngàn vạn triệu tỷ tỉ rưỡi nửa "
    "đôi chục tá lần gấp đồng usd vnđ ha km kg tấn tạ yến m m2 m3 lít one two three four five six seven "
    "eight nine ten hundred thousand million billion half twice"
)
_DATES = _set("ngày tháng quý giờ phút tuần kỳ sáng trưa chiều tối mai trước sau")
_TITLES = _set("phó trưởng quyền nguyên cựu ông bà")
_ENDS = frozenset(".!?:…")
_NAMED = frozenset(["unit", "author", "source.name", "image.credit"])
_DATED = frozenset(["date", "publish", "expires", "source.date"])
_TITLED = frozenset(["title"])
_PICTURED = frozenset(["image.src"])


@dataclass(frozen=True, slots=True)
class Change:
    """The weight of a difference, and why: the reasons in the order in which they matter."""

    weight: Weight
    reasons: tuple[Reason, ...]

    @property
    def minor(self) -> bool:
        """Whether no reader of the text before would have to know of it."""
        return self.weight is Weight.MINOR


def weigh(found: Difference) -> Change:
    """Say what a difference weighs; of two writings that say the same it is minor, of typography alone."""
    reasons = set(_reasons(found)) or {Reason.TYPOGRAPHY}
    ordered = tuple(sorted(reasons, key=_ORDER.__getitem__))
    heaviest = max((reason.weight for reason in ordered), key=list(Weight).index)
    # What is set otherwise besides needs no mention where words changed.
    told = tuple(reason for reason in ordered if reason is not Reason.TYPOGRAPHY) or ordered
    return Change(heaviest, told)


def _reasons(found: Difference) -> Iterator[Reason]:
    for passage in found:
        own = set(_in_words(passage))
        if own == {Reason.TYPOGRAPHY} and passage.fate is Fate.CHANGED and not passage.former:
            yield Reason.TYPOGRAPHY
            continue
        yield from own
        yield from _of_block(passage)


def _of_block(passage: Passage) -> Iterator[Reason]:
    if passage.kind is Kind.HEADING or (passage.kind is Kind.FIELD and passage.name in _TITLED):
        yield Reason.HEADING
    if passage.kind is Kind.FIELD:
        yield from _of_field(passage.name)
    elif passage.fate is Fate.REMOVED:
        yield Reason.REMOVED
    elif passage.fate is Fate.ADDED:
        yield Reason.ADDED
    elif passage.fate is Fate.MOVED:
        yield Reason.MOVED


def _of_field(name: str) -> Iterator[Reason]:
    for names, reason in ((_NAMED, Reason.NAME), (_DATED, Reason.DATE), (_PICTURED, Reason.PICTURE)):
        if name in names:
            yield reason


def _in_words(passage: Passage) -> Iterator[Reason]:
    """What changed words say; of a block that moved, nothing."""
    before: Word | None = None
    for place, run in enumerate(passage.runs):
        if run.fate in (Fate.ADDED, Fate.REMOVED):
            yield from _in_run(run, before, passage.runs[place + 1 : place + 3])
        if run.fate is not Fate.REMOVED:
            before = run.words[-1]
    if all(run.fate is Fate.SAME for run in passage.runs):
        yield Reason.TYPOGRAPHY


def _in_run(run: Run, before: Word | None, after: Iterable[Run]) -> Iterator[Reason]:
    follows = next((one.words[0] for one in after if one.fate is Fate.SAME), None)
    for place, word in enumerate(run.words):
        last = run.words[place - 1] if place else before
        following = run.words[place + 1] if place + 1 < len(run.words) else follows
        yield _of_word(word, last, following)


def _of_word(word: Word, before: Word | None, after: Word | None) -> Reason:
    same = word.same.lower()
    if same.startswith("⟨"):
        return Reason.LINK
    if any(ch.isdigit() for ch in same):
        return _of_number(word, before)
    if same in _NEGATIONS or same.endswith("n't"):
        return Reason.NEGATION
    if same in _DATES:
        return Reason.DATE
    if same in _NUMBERS or same in ("%", "‰"):
        return Reason.NUMBER
    if same in _TITLES or _named(word, before, after):
        return Reason.NAME
    if word.sign:
        return Reason.TYPOGRAPHY
    return Reason.WORDS


def _of_number(word: Word, before: Word | None) -> Reason:
    if word.text[0].isalpha():
        return Reason.NAME
    dated = word.same.count("/") in (1, 2) and word.same.replace("/", "").isdigit()
    return Reason.DATE if dated or (before and before.same.lower() in {*_DATES, "năm"}) else Reason.NUMBER


def _named(word: Word, before: Word | None, after: Word | None) -> bool:
    """Whether a word is, or is part of, a name: with a capital, and not as the first of a sentence only."""
    if not any(ch.isupper() for ch in word.text):
        return False
    first = before is None or before.same in _ENDS
    return not first or any(ch.isupper() for ch in word.text[1:]) or bool(after and after.text[:1].isupper())
