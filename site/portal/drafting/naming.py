"""The name of a new file: an address for ever, made from its title."""

from collections.abc import Callable
from itertools import count

from vietnamese.addresses import MAX_SLUG_LENGTH, RESERVED, slugify


def free_slug(title: str, wanted: str, is_taken: Callable[[str], bool]) -> str | None:
    """Give a slug that may be an address and is not taken; None where the words have no letter or digit.

    `wanted` stands for the title where it is not empty. A number is put behind one that is taken.
    """
    slug = slugify(wanted or title)
    if not slug:
        return None
    if slug in RESERVED or slug.isdigit():
        slug = f"bai-{slug}"
    shortest = slug[: MAX_SLUG_LENGTH - 5].rstrip("-")
    others = (f"{shortest}-{number}" for number in count(2))
    return slug if not is_taken(slug) else next(one for one in others if not is_taken(one))
