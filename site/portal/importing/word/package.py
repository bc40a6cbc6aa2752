"""The package of a .docx: a ZIP archive of XML parts and pictures, looked at with distrust."""

import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from portal.importing.remarks import Refusal

MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 256 * 1024 * 1024
MOST_XML = 24 * 1024 * 1024
MOST_PARTS = 4_000
_MIB = 1024 * 1024

_SIGNATURES = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
)
# In an OLE file names are UTF-16; a .docx with a password is one that holds these streams.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMESPACES = (
    (b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"drawingml/picture", b"http://schemas.openxmlformats.org/drawingml/2006/picture"),
    (
        b"drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (
        b"officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)


class Damaged(Exception):
    """A package that cannot be read; says why in few words."""


@dataclass(slots=True)
class Package:
    """Parts by name: XML as trees, all else as bytes."""

    trees: dict[str, etree._Element]
    others: dict[str, bytes]

    def tree(self, ending: str) -> etree._Element | None:
        """Give the part whose name ends so, the shortest name first."""
        names = sorted(
            (name for name in self.trees if name.endswith(ending)), key=lambda name: (len(name), name)
        )
        return self.trees[names[0]] if names else None

    def packed(self) -> BytesIO:
        """Give the package as a file for mammoth."""
        made = BytesIO()
        with ZipFile(made, "w", ZIP_STORED) as archive:
            for name, tree in self.trees.items():
                archive.writestr(ZipInfo(name), etree.tostring(tree, encoding="utf-8", xml_declaration=True))
            for name, body in self.others.items():
                archive.writestr(ZipInfo(name), body)
        made.seek(0)
        return made


def open_package(data: bytes) -> Package | Refusal:
    """Unpack a .docx within bounds, or say why not."""
    if len(data) > MOST_BYTES:
        return Refusal("too-large", f"{len(data) // _MIB} MiB")
    for signature, reason in _SIGNATURES:
        if data.lstrip()[: len(signature)] == signature or data.startswith(signature):
            return Refusal("encrypted" if reason == "doc" and _ENCRYPTED in data else reason)
    if not data.startswith(b"PK"):
        return Refusal("unknown")
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _refused(archive) or _read(archive)
    except (BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError) as error:
        return Refusal("damaged", type(error).__name__)
    except etree.XMLSyntaxError:
        return Refusal("damaged", "XML")
    except (RuntimeError, Damaged) as error:
        return Refusal("encrypted") if "password" in str(error) else Refusal("damaged", str(error)[:80])


def _refused(archive: ZipFile) -> Refusal | None:
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    markup = sum(info.file_size for info in infos if _is_markup(info.filename))
    names = {info.filename for info in infos}
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        return Refusal("odt" if b"opendocument" in archive.read("mimetype") else "unknown")
    if unpacked > MOST_UNPACKED or markup > MOST_XML or len(infos) > MOST_PARTS:
        return Refusal("too-large", f"{unpacked // _MIB} MiB")
    return None if "[Content_Types].xml" in names else Refusal("unknown")


def _is_markup(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _read(archive: ZipFile) -> Package:
    trees: dict[str, etree._Element] = {}
    others: dict[str, bytes] = {}
    for info in archive.infolist():
        if _is_markup(info.filename):
            trees[info.filename] = _tree(archive.read(info))
        elif not info.is_dir():
            others[info.filename] = archive.read(info)
    return Package(trees, others)


def _tree(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    for strict, transitional in _NAMESPACES if _STRICT in data else ():
        data = data.replace(_STRICT + strict, transitional)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        # Word writes none; entities in one can grow without bounds.
        raise Damaged("DOCTYPE")
    return root
