"""Pictures made ready for the web: bounded, re-encoded in several widths, without a camera's notes."""

import os
import re
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from portal.failure import naming

WIDTHS = (480, 960, 1600)
FALLBACK_WIDTH = 1200
MOST_PIXELS = 40_000_000
MOST_BYTES = 20 * 1024 * 1024
_QUALITY = 75
_VERSION = "1"
_FORMATS = ("JPEG", "PNG", "WEBP")
_SVG_DANGER = re.compile(
    r"<\s*(script|foreignObject|iframe|style|use|image|a|animate|set)\b|\son\w+\s*=|javascript:|<!ENTITY|<!DOCTYPE|"
    r"(?:href|src)\s*=\s*[\"'](?!#)",
    re.IGNORECASE,
)
_SVG_SIZE = re.compile(
    r"<svg\b[^>]*?\bviewBox=[\"']\s*[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)", re.DOTALL
)


class Unreadable(Exception):
    """A file that is not a picture we publish; says why in few words."""


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """One file ready to be published, with its measures in pixels."""

    file: Path
    name: str
    media: str
    size: int
    digest: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture in its widths, narrowest first, and the one for old browsers and for sharing."""

    variants: tuple[PreparedFile, ...]
    fallback: PreparedFile


def prepare(path: Path, cache: Path) -> Prepared:
    """Make a picture ready; what was made before is taken from the cache folder.

    Raises Unreadable for what is no JPEG, PNG, WebP or plain SVG, or is over 40 megapixels.
    """
    if path.stat().st_size > MOST_BYTES:
        raise Unreadable(f"{path.stat().st_size // 1024} KB")
    with naming(path):
        data = path.read_bytes()
    digest = sha256(data).hexdigest()
    if path.suffix.lower() == ".svg":
        return _svg(path, data, digest)
    return _raster(path, data, digest, cache)


def _svg(path: Path, data: bytes, digest: str) -> Prepared:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Unreadable("SVG") from None
    danger, size = _SVG_DANGER.search(text), _SVG_SIZE.search(text)
    if danger:
        raise Unreadable(f"SVG: {danger[0].strip()[:30]}")
    if size is None:
        raise Unreadable("SVG: viewBox")
    name = f"{path.stem}-{digest[:8]}.svg"
    width, height = round(float(size[1])), round(float(size[2]))
    made = PreparedFile(path, name, "image/svg+xml", len(data), digest, width, height)
    return Prepared((made,), made)


def _raster(path: Path, data: bytes, digest: str, cache: Path) -> Prepared:
    sizes = _measure(path)
    widths = tuple(width for width in WIDTHS if width < sizes[0]) or ()
    widest = min(sizes[0], WIDTHS[-1])
    wanted = sorted({*widths, widest})
    variants = [_encoded(path, sizes, width, "webp", digest, cache) for width in wanted]
    fallback = _encoded(path, sizes, min(sizes[0], FALLBACK_WIDTH), "jpg", digest, cache)
    return Prepared(tuple(variants), fallback)


def _measure(path: Path) -> tuple[int, int]:
    try:
        with Image.open(path, formats=_FORMATS) as image:
            width, height = image.size
            turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise _unreadable(path, error) from None
    if width * height > MOST_PIXELS:
        raise Unreadable(f"{width} × {height}")
    return (height, width) if turned else (width, height)


def _encoded(
    path: Path, size: tuple[int, int], width: int, suffix: str, digest: str, cache: Path
) -> PreparedFile:
    height = max(1, round(size[1] * width / size[0]))
    name = f"{path.stem}-{digest[:8]}-{width}.{suffix}"
    made = cache / f"v{_VERSION}-{digest[:32]}-{width}.{suffix}"
    body = _kept(made)
    if body is None:
        cache.mkdir(parents=True, exist_ok=True)
        body = _encode(path, (width, height), suffix)
        _write_whole(_seal_of(made), sha256(body).hexdigest().encode())
        _write_whole(made, body)
    media = "image/webp" if suffix == "webp" else "image/jpeg"
    return PreparedFile(made, name, media, len(body), sha256(body).hexdigest(), width, height)


def _seal_of(made: Path) -> Path:
    return made.with_name(f"{made.name}.sha256")


def _kept(made: Path) -> bytes | None:
    """What was made before, if it is whole."""
    try:
        body, seal = made.read_bytes(), _seal_of(made).read_bytes()
    except OSError:
        return None
    return body if sha256(body).hexdigest().encode() == seal else None


def _write_whole(file: Path, body: bytes) -> None:
    # Another process may be at the same picture: whoever ends last leaves the same bytes.
    half = file.with_name(f"{file.name}.{os.getpid()}.half")
    try:
        with naming(half):
            half.write_bytes(body)
        half.replace(file)
    except OSError:
        half.unlink(missing_ok=True)
        raise


def _encode(path: Path, size: tuple[int, int], suffix: str) -> bytes:
    made = BytesIO()
    try:
        with Image.open(path, formats=_FORMATS) as opened:
            image = ImageOps.exif_transpose(opened)
            image = (
                _on_white(image) if suffix == "jpg" else image.convert("RGBA" if _has_alpha(image) else "RGB")
            )
            image = image.resize(size, Image.Resampling.LANCZOS)
            if suffix == "jpg":
                image.save(made, "JPEG", quality=82, optimize=True, progressive=True)
            else:
                image.save(made, "WEBP", quality=_QUALITY, method=4)
    except (OSError, SyntaxError, ValueError) as error:
        raise _unreadable(path, error) from None
    return made.getvalue()


def _unreadable(path: Path, error: Exception) -> Exception:
    """What Pillow cannot read is the picture's fault; what has a number is the machine's, and stays it."""
    if isinstance(error, OSError) and error.errno is not None:
        error.filename = error.filename or str(path)
        return error
    return Unreadable(type(error).__name__)


def _has_alpha(image: Image.Image) -> bool:
    return image.mode in ("RGBA", "LA") or "transparency" in image.info


def _on_white(image: Image.Image) -> Image.Image:
    if not _has_alpha(image):
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image.convert("RGBA"))
    return ground.convert("RGB")
