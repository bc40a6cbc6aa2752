"""What the audit is told and what it answers."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault of a page or file: its address, the permanent name of the rule, and words for a person."""

    address: str
    rule: str
    detail: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What the audit cannot see in the files: the portal's own URL (no closing slash), and which pages have a
    budget: `articles` of up to 3,000 words, and `fronts`, the front page in each language. `gone` are pages
    of which the text, with its anchors, is no more.
    """

    url: str
    articles: frozenset[str] = frozenset()
    fronts: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


class AuditFailed(Exception):
    """A release has faults and must not be shown; holds them all, in order."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep the findings."""
        super().__init__(f"{len(findings)} findings")
        self.findings = tuple(findings)
