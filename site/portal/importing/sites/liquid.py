"""Jekyll's Liquid: values of the site and the page are put in, what only its programs know is left out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

from portal.importing.sites.item import ENTRY
from portal.importing.sites.permalinks import urlized
from portal.source.simple import Plain

_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}(.{0,20000}?)\{%-?\s*endraw\s*-?%\}", re.DOTALL)
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}.{0,20000}?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
# Bounded, lest many tags without an end be sought to the end of the text each.
_TAG = re.compile(
    r"\{%-?\s*(?P<tag>\w+)(?P<rest>(?:[^%]|%(?!\})){0,1000})%\}|\{\{(?P<value>(?:[^}]|\}(?!\})){0,500})\}\}"
)
_ASSIGN = re.compile(r"\s*([\w-]+)\s*=\s*(.+)", re.DOTALL)
_WORDS = re.compile(r"\"([^\"]*)\"|'([^']*)'|([^\s,:|]+)")
_FILTER = re.compile(r"\s*\|\s*(?=(?:[^\"']|\"[^\"]*\"|'[^']*')*$)")
_MOST = 2000
_KEPT = "\x1aRAW\x1a"


@dataclass(slots=True)
class Liquid:
    """Takes the tags out of texts of one page; `values` has `site` and `page`.

    `unknown` names what was left out, each once.
    """

    values: dict[str, Plain]
    unknown: list[str] = field(default_factory=list)

    def without(self, text: str) -> str:
        """Give the text with values and HTML in the place of tags."""
        kept = _RAW.findall(text)
        bare = _TAG.sub(self._one, _COMMENT.sub("", _RAW.sub(_KEPT, text)))
        for one in kept:
            bare = bare.replace(_KEPT, one, 1)
        return bare

    def _one(self, found: re.Match[str]) -> str:
        if found["tag"] is None:
            value = self._value(found["value"].strip("- \t\n"))
            if isinstance(value, str):
                return value
            return self._lost(found[0])
        return self._tag(found["tag"], found["rest"].strip("- \t\n"), found[0])

    def _tag(self, tag: str, rest: str, whole: str) -> str:
        if tag == "assign" and (found := _ASSIGN.fullmatch(rest)):
            value = self._value(found[2])
            if value is None:
                return self._lost(whole)
            self.values[found[1]] = value
            return ""
        if tag == "highlight":
            return f"\n```{rest.split(' ')[0]}\n"
        if tag == "endhighlight":
            return "\n```\n"
        if tag == "link":
            return f"{ENTRY}/{rest.lstrip('/')}"
        if tag == "post_url":
            return f"{ENTRY}{rest}"
        return self._lost(whole)

    def _lost(self, whole: str) -> str:
        shown = " ".join(whole.split())[:80]
        if not shown.startswith(("{% end", "{%- end")) and shown not in self.unknown:
            self.unknown.append(shown)
        return ""

    def _value(self, expression: str) -> Plain | None:
        first, *filters = _FILTER.split(expression[:_MOST])
        value = self._looked_up(first.strip())
        for one in filters:
            name, *arguments = [a or b or c for a, b, c in _WORDS.findall(one)] or [""]
            value = _FILTERS[name](value, arguments) if name in _FILTERS else None
        return value

    def _looked_up(self, path: str) -> Plain | None:
        if path[:1] in ("'", '"') and path[-1:] == path[:1]:
            return path[1:-1]
        value: Plain | None = self.values
        for step in path.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        return value


def _where(value: Plain | None, arguments: list[str]) -> Plain | None:
    if not isinstance(value, list) or len(arguments) < 2:
        return None
    key, wanted = arguments[:2]
    return [one for one in value if isinstance(one, dict) and one.get(key) == wanted]


def _text(change: Callable[[str], str]) -> "Callable[[Plain | None, list[str]], Plain | None]":
    return lambda value, arguments: change(value) if isinstance(value, str) else None


def _nth(place: int) -> "Callable[[Plain | None, list[str]], Plain | None]":
    return lambda value, arguments: value[place] if isinstance(value, list) and value else None


_FILTERS: Mapping[str, Callable[[Plain | None, list[str]], Plain | None]] = {
    "where": _where,
    "first": _nth(0),
    "last": _nth(-1),
    "default": lambda value, arguments: value or next(iter(arguments), None),
    "relative_url": _text(lambda text: "/" + text.lstrip("/")),
    "absolute_url": _text(lambda text: "/" + text.lstrip("/")),
    "prepend": lambda value, arguments: f"{''.join(arguments)}{value}" if isinstance(value, str) else None,
    "append": lambda value, arguments: f"{value}{''.join(arguments)}" if isinstance(value, str) else None,
    "downcase": _text(str.lower),
    "upcase": _text(str.upper),
    "capitalize": _text(str.capitalize),
    "strip": _text(str.strip),
    "escape": _text(escape),
    "slugify": _text(urlized),
}
