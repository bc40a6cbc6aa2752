"""Characters that word processors leave behind: none of them is a letter that anyone typed."""

import re
from itertools import pairwise

from portal.importing.document import Break, Content, Inline, Run
from vietnamese.spelling import nfc

# Soft hyphens, marks of direction and joining, object replacement, byte order marks, controls, and
# characters of symbol fonts that no other font has.
_DEBRIS = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0e\ufeff\ufff9-\ufffc\ufffe\uffff\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_JOINERS = re.compile(
    "(?<![\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u0900-\u0dff\u0600-\u06ff])[\u200c\u200d]"
)
_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_AS_IS = str.maketrans({"\u2010": "-", "\u2011": "-"})
# Bullets of Symbol and Wingdings, which stand in the private area under another font's name.
_BULLETS = str.maketrans(
    dict.fromkeys("\uf02d\uf06c\uf06e\uf076\uf09f\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc", "•")
)
_MARKS = re.compile("[\u0300-\u036f]+")


def cleaned(content: Content) -> Content:
    """Give content without debris: spaces of all widths are spaces, hyphens are hyphens, and text is NFC."""
    made: list[Inline] = []
    for inline in _with_own_marks(content):
        if isinstance(inline, Run):
            made += _lines(inline)
        else:
            made.append(inline)
    return tuple(made)


def _lines(run: Run) -> list[Inline]:
    found: list[Inline] = []
    for line in _LINE_ENDS.split(run.text):
        found += [Break()] if found else []
        found.append(Run(clean(line), run.marks, run.link))
    return found


def clean(text: str) -> str:
    """Give a line of text without debris, in NFC, with single spaces inside."""
    bare = _JOINERS.sub("", _DEBRIS.sub("", text.translate(_BULLETS))).translate(_AS_IS)
    return nfc(re.sub(r"\s+", " ", bare))


def visible(text: str) -> str:
    """Give lines of code without debris, in NFC; their spaces stay."""
    return nfc(_DEBRIS.sub("", text))


def _with_own_marks(content: Content) -> Content:
    """A mark at the beginning of a run belongs to the letter that the run before ends with."""
    made = list(content)
    for at, (before, run) in enumerate(pairwise(content), 1):
        found = _MARKS.match(run.text) if isinstance(run, Run) else None
        if found and isinstance(run, Run) and isinstance(before, Run) and before.text:
            kept = made[at - 1]
            text = kept.text if isinstance(kept, Run) else ""
            made[at - 1] = Run(text + found[0], before.marks, before.link)
            made[at] = Run(run.text[found.end() :], run.marks, run.link)
    return tuple(made)
