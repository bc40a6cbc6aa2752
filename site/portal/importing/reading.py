"""What a reader of a foreign form gives: the tree, and what an editor should know of it."""

from dataclasses import dataclass

from portal.importing.document import Document
from portal.importing.remarks import Remark


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it was read, and remarks on what could not be taken as it was."""

    document: Document
    remarks: tuple[Remark, ...] = ()
