"""The check of a whole staged release, as a browser and its readers will find it; knows no templates."""

from portal.freeze.audit.files import Files, files_at
from portal.freeze.audit.finding import AuditFailed, Expected, Finding
from portal.freeze.audit.links import Anchored
from portal.freeze.audit.whole import (
    Auditor,
    anchors_of,
    audit,
    audit_some,
    check_across,
    pages_that_name,
)

__all__ = [
    "Anchored",
    "AuditFailed",
    "Auditor",
    "Expected",
    "Files",
    "Finding",
    "anchors_of",
    "audit",
    "audit_some",
    "check_across",
    "files_at",
    "pages_that_name",
]
