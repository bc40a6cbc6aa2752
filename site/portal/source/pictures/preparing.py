"""A source made ready once: what was made of the same bytes in the same way is taken from the cache."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from portal.failure import naming
from portal.source.pictures.bounds import MOST_BYTES, MOST_DRAWING, UNREADABLE, Refused, check_weight
from portal.source.pictures.keeping import Kept, KeptFile, Shelf
from portal.source.pictures.kinds import DRAWING, RASTERS, kind_of
from portal.source.pictures.made import Made
from portal.source.pictures.notes import Note
from vietnamese.addresses import slugify

_MEDIA: Mapping[str, str] = {
    "webp": "image/webp",
    "avif": "image/avif",
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
}
_DIGITS = 12  # of a digest in a name


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """One file ready to be published, with its measures in pixels; its name has a digest of its bytes."""

    file: Path
    name: str
    media: str
    size: int
    digest: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture in its widths, narrowest first, and the one for old browsers and for sharing.

    `avif` has the same widths again, of a lead picture alone. `moves` says that of a moving picture the first
    frame is left; `notes` are what was written in the source, and is in no file here.
    """

    variants: tuple[PreparedFile, ...]
    fallback: PreparedFile
    avif: tuple[PreparedFile, ...] = ()
    moves: bool = False
    notes: tuple[Note, ...] = ()

    @property
    def files(self) -> tuple[PreparedFile, ...]:
        """All that is published of it."""
        return (*self.avif, *self.variants, self.fallback)


def prepare(path: Path, cache: Path, *, lead: bool = False) -> Prepared:
    """Make a picture ready; what was made before is taken from the cache folder.

    Raises Refused for what is no sound JPEG, PNG, WebP or harmless SVG within bounds, and OSError.
    """
    check_weight(path.stat().st_size, MOST_BYTES)
    with naming(path):
        data = path.read_bytes()
    kind = _accepted(path, data)
    shelf = Shelf(cache)
    key = _key(data, kind, lead)
    kept = shelf.recall(key)
    if kept is None:
        kept = shelf.keep(key, _made(data, kind, lead))
    return _prepared(slugify(path.stem) or "anh", kept)


def _accepted(path: Path, data: bytes) -> str:
    """What a file is, if it can be published under the name that it has."""
    kind = kind_of(data)
    if kind == DRAWING and path.suffix.lower() == ".svg":
        check_weight(len(data), MOST_DRAWING)
        return kind
    if kind in RASTERS:
        return kind
    raise Refused("picture/other-kind", kind=kind) if kind else Refused(UNREADABLE)


def _made(data: bytes, kind: str, lead: bool) -> Made:
    if kind == DRAWING:
        from portal.source.pictures.drawing import clean

        return Made((clean(data),))
    # Loading Pillow takes as long as reading fifty articles.
    from portal.source.pictures.raster import encode

    return encode(data, lead=lead)


def _key(data: bytes, kind: str, lead: bool) -> str:
    """Stands for the source, the way it is made ready, the code that does, and the encoders beside it."""
    said = (sha256(data).hexdigest(), kind, lead and kind != DRAWING, _makers())
    return sha256(repr(said).encode()).hexdigest()


@cache
def _makers() -> tuple[object, ...]:
    """What decides the bytes: this package, and the version and libraries of Pillow as they lie beside it."""
    own = sha256(b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py"))))
    # Found, not loaded.
    found = find_spec("PIL")
    assert found is not None and found.origin is not None
    pillow = Path(found.origin).parent
    folders = (pillow, pillow / ".dylibs", pillow.with_name("pillow.libs"))
    files = (file for folder in folders if folder.is_dir() for file in folder.iterdir())
    libraries = sorted((file.name, file.stat().st_size) for file in files if file.is_file())
    return own.hexdigest(), (pillow / "_version.py").read_text("utf-8"), libraries


def _prepared(stem: str, kept: Kept) -> Prepared:
    files = [(file.suffix, _file(stem, file)) for file in kept.files]
    of = {suffix: tuple(file for own, file in files if own == suffix) for suffix in _MEDIA}
    if of["svg"]:
        return Prepared(of["svg"], of["svg"][0])
    return Prepared(of["webp"], of["jpg"][0], of["avif"], kept.moves, kept.notes)


def _file(stem: str, kept: KeptFile) -> PreparedFile:
    name = f"{stem}-{kept.width}-{kept.digest[:_DIGITS]}.{kept.suffix}"
    return PreparedFile(kept.file, name, _MEDIA[kept.suffix], kept.size, kept.digest, kept.width, kept.height)
