"""The check of a whole staged release, as a browser and its readers will find it; knows no templates."""

from portal.freeze.audit.finding import AuditFailed, Expected, Finding
from portal.freeze.audit.whole import audit

__all__ = ["AuditFailed", "Expected", "Finding", "audit"]
