"""The Jinja environment: sandboxed, strict, and with nothing in it that a page does not hold."""

from collections import defaultdict
from collections.abc import Callable, MutableMapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from hashlib import blake2b
from json import JSONEncoder
from pathlib import Path
from typing import Any

import markupsafe
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from portal.model.telling import amount, period_name, period_short, period_within
from portal.source.whole import write_whole
from portal.web.fragments import Fragments
from portal.web.translator import Translator
from vietnamese.dates import HANOI, format_day, format_day_en, format_moment, format_moment_en
from vietnamese.numbers import format_number, format_number_en

_SEAL = 16  # bytes


class Compiled(BytecodeCache):
    """Compiled templates in a folder, each with its own digest: a damaged one is compiled again."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; it is made when there is something to keep."""
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept, if it is whole."""
        try:
            data = (self._folder / bucket.key).read_bytes()
        except OSError:
            return
        if _seal(data[_SEAL:]) == data[:_SEAL]:
            bucket.bytecode_from_string(data[_SEAL:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template; where that cannot be, nothing is lost."""
        data = bucket.bytecode_to_string()
        with suppress(OSError):
            write_whole(self._folder / bucket.key, _seal(data) + data)


class Compact(Template):
    """A template whose escaped texts are plain ones: it joins them, so that none need be markup by itself."""

    @classmethod
    def _from_namespace(
        cls, environment: Environment, namespace: MutableMapping[str, Any], globals: MutableMapping[str, Any]
    ) -> Template:
        namespace["escape"] = _escaped
        return super()._from_namespace(environment, namespace, globals)


def _escaped(value: Any) -> str:
    """What `markupsafe.escape` gives, as a plain text: a page has some eighty of them."""
    kind = type(value)
    if kind is str:
        return _signs_escaped(value)
    return value if kind is Markup else escape(value)


_signs_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with two questions asked less often, and some markup made less often.

    Whether a template may see an attribute depends on type and name alone: it is asked once for each, and
    what is not plainly allowed is left to Jinja each time. Macros and wordings may always be called.
    """

    template_class = Compact

    def __init__(self, **options: Any) -> None:
        """Take what Jinja takes."""
        super().__init__(**options)
        self._allowed: defaultdict[str, set[type]] = defaultdict(set)
        self._fragments = Fragments()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give an attribute of an object, or what Jinja gives where there is none that may be seen."""
        if type(obj) not in self._allowed[attribute]:
            self._ask(obj, attribute)
            return super().getattr(obj, attribute)
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)

    def _ask(self, obj: Any, attribute: str) -> None:
        # Jinja wraps str.format, so that a format cannot reach what the template may not.
        plain = hasattr(obj, attribute) and not attribute.startswith("format")
        if plain and self.is_safe_attribute(obj, attribute, getattr(obj, attribute)):
            self._allowed[attribute].add(type(obj))

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls; markup that a macro made of the same before is given again."""
        kind = type(__obj)
        if kind is not Macro and kind is not Translator:
            return super().call(__context, __obj, *args, **kwargs)
        # What Jinja adds to every call for those that ask for the context.
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        if kind is Macro:
            return __self._fragments.made(__obj, __context.eval_ctx, args, kwargs)
        return __obj(*args, **kwargs)


def _seal(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SEAL).digest()


def environment(folders: Sequence[Path], cache: Path | None = None) -> ImmutableSandboxedEnvironment:
    """Give an environment whose templates come from the first of the folders that has them."""
    made = Sandbox(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=Compiled(cache) if cache else None,
    )
    # Letters as they are: shorter than escapes, and the same order on every machine.
    encoder = JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    made.policies.update({"json.dumps_function": encoder.encode, "json.dumps_kwargs": {}})
    made.globals.clear()
    made.filters.update(day=_day, moment=_moment, iso=_iso, number=_number, amount=amount)
    made.filters.update(period=period_name, within=period_within, brief=period_short)
    return made


def _day(value: date | datetime, language: str) -> str:
    return format_day(value) if language == "vi" else format_day_en(value)


def _moment(value: datetime, language: str) -> str:
    return format_moment(value) if language == "vi" else format_moment_en(value)


def _iso(value: date | datetime) -> str:
    if isinstance(value, datetime):
        return value.astimezone(HANOI).isoformat()
    return value.isoformat()


def _number(value: Decimal, language: str, decimals: int | None = None) -> str:
    return format_number(value, decimals) if language == "vi" else format_number_en(value, decimals)
