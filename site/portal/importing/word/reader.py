"""A whole Word document: its title, its text, its notes and pictures."""

import mammoth.docx

from portal.importing.document import Document
from portal.importing.reading import Reading
from portal.importing.remarks import Refusal, Remark
from portal.importing.word.dom import Taken
from portal.importing.word.package import open_package
from portal.importing.word.settle import Told, settle


def read_word(data: bytes) -> Reading | Refusal:
    """Read a .docx from its bytes; what is none, or is damaged, is refused with the reason."""
    package = open_package(data)
    if isinstance(package, Refusal):
        return package
    if package.tree("/document.xml") is None:
        return Refusal("unknown")
    try:
        told = settle(package)
        found = mammoth.docx.read(package.packed()).value
        taken = Taken()
        blocks, notes = taken.blocks(found.children), taken.notes(found.notes)
    # Damage shows anywhere in mammoth, as whatever error comes first; a file that came by mail stops nothing.
    except Exception as error:
        return Refusal("damaged", type(error).__name__)
    document = Document(blocks, notes, tuple(taken.pictures.files), taken.title)
    return Reading(document, (*_remarks(told), *taken.remarks, *taken.pictures.remarks))


def _remarks(told: Told) -> list[Remark]:
    old = [
        Remark("text/legacy", {"count": str(count), "encoding": _ENCODINGS[name]})
        for name, count in sorted(told.old.items())
        if name and count
    ]
    changes = [Remark("text/changes", {"count": str(told.changes)})] if told.changes else []
    dropped = [Remark(f"part/{name}", {"count": str(n)}) for name, n in sorted(told.dropped.items()) if n]
    return [*old, *changes, *dropped]


_ENCODINGS = {"TCVN3": "TCVN3 (.VnTime)", "TCVN3H": "TCVN3 (.VnTimeH)", "VNI": "VNI"}
