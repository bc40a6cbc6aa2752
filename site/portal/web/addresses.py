"""Addresses of pages that stand for no single value of the model."""

from portal.model.article import prefix
from vietnamese.addresses import slugify


def group_address(group: str, language: str) -> str:
    """Where the indicators of a group stand together, by its Vietnamese name; empty where that has none."""
    slug = slugify(group)
    return f"{prefix(language)}/chi-tieu/nhom/{slug}/" if slug else ""


def owned_address(unit: str, language: str) -> str:
    """Where the indicators that a unit answers for stand together."""
    return f"{prefix(language)}/chi-tieu/co-quan/{unit}/"


def former_address(indicator: str, number: int) -> str:
    """Where a data file stands that was replaced, by its number among those that were published."""
    return f"/chi-tieu/{indicator}/phien-ban/{number}.csv"
