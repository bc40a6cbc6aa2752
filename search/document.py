"""What can be searched: the one shape in which a publisher hands its pages to the index."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Document:
    """One page to be found by its text.

    `address` names it and is its link; `kind`, `language`, `category` and `unit` are short names to filter
    by; `summary` and `text` are plain text without markup. A `date` without an offset is Vietnamese time
    (UTC+7).
    """

    address: str
    kind: str
    language: str
    title: str
    summary: str
    text: str
    category: str = ""
    category_name: str = ""
    unit: str = ""
    tags: tuple[str, ...] = ()
    date: datetime | None = None
