"""Offices that publish."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """An office (cơ quan): who answers for articles and figures."""

    id: str
    name: str
    short: str = ""
    description: str = ""
    street: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    parent: str = ""
    order: int = 0

    @property
    def address(self) -> str:
        """Where its page stands."""
        return f"/co-quan/{self.id}/"
