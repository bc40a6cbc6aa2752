"""What components made, kept for the next page that shows the same.

A macro that is imported without its page's context sees its arguments and nothing else, and is one object for
all pages; one that sees more is made anew for each page, and so never found again. Hence the same macro with
the same unchangeable arguments makes the same markup, whichever page asks.
"""

from collections.abc import Mapping
from functools import cache

from jinja2.nodes import EvalContext
from jinja2.runtime import Macro

KEPT = frozenset(
    {"brand", "finder", "menu", "foot", "marks", "trail", "crumbs", "teaser", "headline", "service_card"}
)
"""Macros that show little, and show it on many pages."""

_MOST = 2048
_PLAIN = frozenset([str, int, bool, type(None), tuple])

_Key = tuple[object, ...]
_Held = tuple[str, tuple[object, ...]]


class Fragments:
    """Keeps what the macros in `KEPT` made: at least the last `most`, and at most twice as many."""

    def __init__(self, most: int = _MOST) -> None:
        """Keep nothing yet."""
        self._most = most
        self._young: dict[_Key, _Held] = {}
        self._old: dict[_Key, _Held] = {}

    def made(
        self, macro: Macro, context: EvalContext, args: tuple[object, ...], named: Mapping[str, object]
    ) -> str:
        """What a macro makes of its arguments, now or before."""
        if macro.name not in KEPT or not context.autoescape:
            return macro(context, *args, **named)
        values = (*args, *named.values())
        key = (macro, len(args), *named, *[v if type(v) is str else id(v) for v in values])
        held = self._young.get(key)
        if held is None:
            # The values are kept with what was made of them, so that their numbers cannot become others'.
            held = self._old.get(key) or (macro(context, *args, **named), values)
            if all(map(_lasts, map(type, values))):
                self._keep(key, held)
        return held[0]

    def _keep(self, key: _Key, held: _Held) -> None:
        if len(self._young) >= self._most:
            self._young, self._old = {}, self._young
        self._young[key] = held


@cache
def _lasts(kind: type) -> bool:
    """Whether values of a type never change: text, numbers, and the frozen values of the model."""
    parameters = getattr(kind, "__dataclass_params__", None)
    return kind in _PLAIN or (parameters is not None and parameters.frozen)
