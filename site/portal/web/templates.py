"""The Jinja environment: sandboxed, strict, and with nothing in it that a page does not hold."""

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

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
            self._folder.mkdir(parents=True, exist_ok=True)
            half = self._folder / f"{bucket.key}.{os.getpid()}.half"
            half.write_bytes(_seal(data) + data)
            half.replace(self._folder / bucket.key)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, which asks once for each attribute of each type whether a template may see it.

    What it asks depends on type and name alone; what is not plainly allowed is left to Jinja each time.
    """

    def __init__(self, **options: Any) -> None:
        """Take what Jinja takes."""
        super().__init__(**options)
        self._allowed: dict[tuple[type, str], bool] = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give an attribute of an object, or what Jinja gives where there is none that may be seen."""
        try:
            value = getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)
        key = (type(obj), attribute)
        allowed = self._allowed.get(key)
        if allowed is None:
            # Jinja wraps str.format, so that a format cannot reach what the template may not.
            plain = not attribute.startswith("format")
            allowed = self._allowed[key] = plain and self.is_safe_attribute(obj, attribute, value)
        return value if allowed else super().getattr(obj, attribute)


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
    made.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False, "sort_keys": True, "separators": (",", ":"),
    }  # fmt: skip
    made.globals.clear()
    made.filters.update(day=_day, moment=_moment, iso=_iso, number=_number)
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
