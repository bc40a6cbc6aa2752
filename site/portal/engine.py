"""Which engine this is: a digest of its own code and of the packages beside it."""

import sys
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

_SITE = Path(__file__).resolve().parents[1]
_CODE = (_SITE / "portal", _SITE / "vietnamese", _SITE / "static", _SITE.parent / "search")


@cache
def engine_digest() -> str:
    """Thirty-two hexadecimal digits that change with every change of code, static file or package.

    What was made by another engine is made again: what the change touches is not asked.
    """
    known = blake2b(repr(sys.version_info).encode(), digest_size=16)
    for folder in _CODE:
        for file in sorted(folder.rglob("*")):
            if file.suffix != ".pyc" and file.is_file():
                known.update(file.relative_to(folder.parent).as_posix().encode())
                known.update(blake2b(file.read_bytes()).digest())
    for name in sorted(_packages()):
        known.update(name.encode())
    return known.hexdigest()


def _packages() -> set[str]:
    """Names and versions of the installed packages, from the folders that installers make for each."""
    # Found, not imported: a look at what changed needs no YAML.
    found = find_spec("yaml")
    assert found is not None and found.origin is not None
    return {entry.name for entry in Path(found.origin).parents[1].glob("*.dist-info")}
