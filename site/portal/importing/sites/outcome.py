"""What became of the import of a site: the numbers, one line for each item that did not come, and remarks."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from portal.importing.sites.item import Said
from portal.importing.sites.placing import Move

_MOST_EXAMPLES = 3


@dataclass(slots=True)
class Outcome:
    """The numbers of a site's articles, and all that is to be said of them.

    `written` are articles that were made or made anew, `unchanged` those that stand as they would be made,
    `pictures` the files of pictures that were written; `problems` what `check` finds in articles of the site,
    by its code, and `dry` is whether nothing was written at all.
    """

    kind: str
    dry: bool = False
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    pictures: int = 0
    left: list[Said] = field(default_factory=list)
    remarks: list[Said] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    problems: Counter[str] = field(default_factory=Counter)

    @property
    def found(self) -> int:
        """How many articles the site has."""
        return len(self.written) + len(self.unchanged) + len(self.left)

    def as_text(self) -> str:
        """Lines for people, in Vietnamese."""
        verb = "Sẽ ghi" if self.dry else "Đã ghi"
        lines = [
            f"{self.kind}: tìm thấy {self.found} bài.",
            f"{verb} {len(self.written)} bài và {self.pictures} ảnh; "
            f"{len(self.unchanged)} bài đã có, không đổi; {len(self.left)} bài không nhập.",
        ]
        if self.left:
            lines += ["", "Không nhập:", *(f"- {one.origin}: {one.words()}" for one in self.left)]
        if self.remarks:
            lines += ["", "Cần biết:", *_grouped(self.remarks)]
        sent = sum(move.aliased for move in self.moves)
        lines += ["", f"Địa chỉ cũ: {sent} tự chuyển sang địa chỉ mới, {len(self.moves) - sent} thì không."]
        return "\n".join(lines)

    def as_json(self) -> str:
        """One object for programs, with every remark and every address that moved."""
        made: Mapping[str, object] = {
            "kind": self.kind,
            "dry_run": self.dry,
            "found": self.found,
            "written": self.written,
            "unchanged": len(self.unchanged),
            "pictures": self.pictures,
            "left_out": [_record(one) for one in self.left],
            "remarks": [_record(one) for one in self.remarks],
            "moved": [{"from": one.old, "to": one.new, "alias": one.aliased} for one in self.moves],
            "problems": dict(sorted(self.problems.items())),
        }
        return json.dumps(made, ensure_ascii=False, indent=2)


def _record(said: Said) -> dict[str, object]:
    words = {"vi": said.words(), "en": said.words("en")}
    return {"origin": said.origin, "kind": said.kind, "facts": dict(said.facts), "message": words}


def _grouped(remarks: Iterable[Said]) -> list[str]:
    """A line for each kind with how many there are, and a few of them."""
    by_kind: dict[str, list[Said]] = {}
    for one in remarks:
        by_kind.setdefault(_key(one), []).append(one)
    lines: list[str] = []
    for found in sorted(by_kind.values(), key=lambda one: (-len(one), one[0].kind)):
        lines += [f"- {one.origin}: {one.words()}" for one in found[:_MOST_EXAMPLES]]
        more = len(found) - _MOST_EXAMPLES
        lines += [f"  … và {more} chỗ khác như vậy"] if more > 0 else []
    return lines


def _key(said: Said) -> str:
    """What an editor does once for many: a category, a tag of the old site."""
    once = said.facts.get("tag", "") or (
        said.facts.get("old", "") if said.kind.startswith("category/") else ""
    )
    return f"{said.kind} {once}"
