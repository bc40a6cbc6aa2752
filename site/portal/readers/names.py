"""Which field a key means: its own name, or what editors call it, in any case, with or without marks."""

import re
from collections.abc import Mapping
from functools import cache

from portal.readers.vocabulary import COLUMNS, STATUSES, VOCABULARY, Term
from vietnamese.spelling import fold, nearest

_JOINTS = re.compile(r"[\s_-]+")


def plain(name: str) -> str:
    """What is compared of a name: `Tiêu đề`, `tieu-de` and `TIEU_DE` are one."""
    return _JOINTS.sub("_", fold(name)).strip("_")


def meant(schema: str, fields: tuple[str, ...], key: str) -> str | None:
    """The field of a schema that a key surely means; None where it is no name of one."""
    return _by_name(schema, fields).get(plain(key))


def nearest_field(schema: str, fields: tuple[str, ...], key: str) -> str | None:
    """The field of which a name is most like a key; None where none is near."""
    names = _by_name(schema, fields)
    near = nearest(key, names)
    return names[near] if near else None


def meant_column(name: str) -> str | None:
    """The column of a data file that a name surely means."""
    return _COLUMNS.get(plain(name))


def meant_status(name: str) -> str | None:
    """The status of a figure that a word surely means."""
    return _STATUSES.get(plain(name))


@cache
def _by_name(schema: str, fields: tuple[str, ...]) -> Mapping[str, str]:
    terms = VOCABULARY.get(schema, {})
    return _names({field: terms.get(field, Term("")) for field in fields})


def _names(terms: Mapping[str, Term]) -> dict[str, str]:
    also = {plain(name): field for field, term in terms.items() for name in term.also}
    # What a field is called in the schema is no other's name.
    return also | {plain(field): field for field in terms}


_COLUMNS = _names(COLUMNS)
_STATUSES = _names(STATUSES)
