"""Whether each file that a release lists is served as it was published, to everybody alike."""

import gzip
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import quote, urljoin, urlsplit

from portal.trust.entries import LogEntry
from portal.trust.manifest import Manifest, NotAManifest, read
from portal.trust.shards import INDEX, read_part
from portal.trust.verifying.findings import Finding
from portal.trust.verifying.sources import (
    GUISES,
    PLAIN,
    Absent,
    Answer,
    CannotRead,
    Source,
    address_of_file,
    file_at,
)

_MANIFEST = "log/manifest/"
_SAFE = "/%:@!$&'()*+,;=~-._?"
_PACKINGS = {".br": "br", ".gz": "gzip"}
_TEXTS = (".html", ".xml", ".json", ".txt", ".css", ".opml", ".webmanifest", ".jsonld")
_LINK = re.compile(
    r"""(?:href|src|action|poster|data|content)\s*=\s*["']([^"'<>\s]+)|<(?:loc|link|guid|id)>\s*([^<\s]+)"""
    r"""|"(?:url|home_page_url|feed_url|next_url|id)"\s*:\s*"([^"]+)"|(?i:^sitemap:)\s*(\S+)|url\(["']?([^"')]+)""",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found at one file: findings, and the links that its bytes have."""

    findings: tuple[Finding, ...] = ()
    links: frozenset[str] = frozenset()


@dataclass(slots=True)
class Listed:
    """The files that a release lists, with what is wrong with the list itself."""

    files: dict[str, str] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def read_list(source: Source, release: LogEntry | None) -> Listed:
    """Read the manifest of a release; what the log says of it is asked where the log is known."""
    listed = Listed()
    index = _part_of_list(source, listed, INDEX, "manifest/missing" if release else "manifest/absent")
    if index is None:
        return listed
    if release and sha256(index).hexdigest() != release.manifest:
        listed.findings.append(Finding("manifest/changed", _MANIFEST + INDEX))
    try:
        parts: Manifest = read(index.decode())
    except (NotAManifest, UnicodeDecodeError) as error:
        listed.findings.append(Finding("manifest/changed", _MANIFEST + INDEX, str(error)))
        return listed
    for name in parts:
        data = _part_of_list(source, listed, name, "manifest/missing")
        try:
            listed.files |= {} if data is None else read_part(parts, name, data)
        except ValueError:
            listed.findings.append(Finding("manifest/changed", _MANIFEST + name))
    return listed


def _part_of_list(source: Source, listed: Listed, name: str, absent: str) -> bytes | None:
    listed.own.add(_MANIFEST + name)
    try:
        return file_at(source, _MANIFEST + name)
    except Absent:
        listed.findings.append(Finding(absent, _MANIFEST + name))
    except CannotRead as error:
        listed.findings.append(Finding("read/failed", _MANIFEST + name, str(error)))
    return None


def look_at_file(source: Source, files: Mapping[str, str], path: str) -> Looked:
    """Compare a listed file with what is there, as a reader gets it, packed, and in each guise."""
    try:
        if source.on_disk:
            return _on_disk(source, path, files[path])
        packing = next((kind for end, kind in _PACKINGS.items() if path.endswith(end)), "")
        if packing and path[:-3] in files:
            return Looked(tuple(_packed(source, files, path, packing)))
        return _served(source, files, path)
    except CannotRead as error:
        return Looked((Finding("read/failed", path, str(error)),))


def _on_disk(source: Source, path: str, digest: str) -> Looked:
    answer = source.get("/" + quote(path))
    if answer.status == 404:
        return Looked((Finding("file/missing", path),))
    same = sha256(answer.body).hexdigest() == digest
    return Looked(() if same else (Finding("file/changed", path),))


def _served(source: Source, files: Mapping[str, str], path: str) -> Looked:
    address = address_of_file(path)
    answer = source.get(address)
    code = _wrong(source, files, path, answer)
    found = [Finding(code, path, answer.to)] if code else []
    if path.endswith(".html") and not _is_for_servers(path):
        for name, guise in GUISES.items():
            other = source.get(address, guise)
            if (other.status, other.to, other.body) != (answer.status, answer.to, answer.body):
                found.append(Finding("file/cloaked", path, name))
    return Looked(tuple(found), links_in(answer.body) if path.endswith(_TEXTS) else frozenset())


def _wrong(source: Source, files: Mapping[str, str], path: str, answer: Answer) -> str:
    """The code of what is wrong with an answer for a file; empty where it is right."""
    if answer.status in (200, 410) and sha256(answer.body).hexdigest() == files[path]:
        # What is gone is served by some with the status that says so.
        return ""
    if answer.status in (404, 410):
        return "" if _is_for_servers(path) else "file/missing"
    if answer.status in (301, 302, 303, 307, 308):
        return "" if _leads_on(source, files, path, answer) else "file/redirected"
    if answer.status != 200:
        raise CannotRead(f"HTTP {answer.status}")
    return "file/changed"


def _is_for_servers(path: str) -> bool:
    """Whether a file tells servers what to do, which they send to nobody."""
    return path.startswith("_")


def _leads_on(source: Source, files: Mapping[str, str], path: str, answer: Answer) -> bool:
    """Whether the page that is listed leads where the server does, so that it need not be shown."""
    for name in (f"{path}.gz", path):
        held = source.get("/" + quote(name))
        if held.status != 200 or sha256(held.body).hexdigest() != files.get(name):
            continue
        page = _unpacked(held.body) if name != path else held.body
        if page is None or sha256(page).hexdigest() != files[path]:
            continue
        return urlsplit(answer.to).path in {urlsplit(link).path for link in links_in(page)}
    return False


def _packed(source: Source, files: Mapping[str, str], path: str, packing: str) -> Iterator[Finding]:
    """What is wrong with a packed file: as it is sent to who takes it packed, or as it lies there."""
    plain = path[:-3]
    answer = source.get(address_of_file(plain), {"Accept-Encoding": packing})
    if answer.packing == packing:
        same = sha256(answer.body).hexdigest() == files[path]
        if not same and packing == "gzip":
            page = _unpacked(answer.body)
            same = page is not None and sha256(page).hexdigest() == files[plain]
        if not same:
            yield Finding("file/changed", path)
        return
    if answer.status == 200 and sha256(answer.body).hexdigest() != files[plain]:
        yield Finding("file/cloaked", plain, packing)
    held = source.get("/" + quote(path), PLAIN)
    if held.status == 200 and sha256(held.body).hexdigest() != files[path]:
        yield Finding("file/changed", path)
    elif held.status not in (200, 404, 410, 403):
        raise CannotRead(f"HTTP {held.status}")


def _unpacked(data: bytes) -> bytes | None:
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error):
        return None


def links_in(data: bytes) -> frozenset[str]:
    """Every address that a page, a feed, a site map or a style sheet names, as it is written there."""
    found = _LINK.findall(data.decode("utf-8", "replace"))
    links = (next(filter(None, parts), "").replace("&amp;", "&") for parts in found)
    # Of `content="0; url=/x/"` the address is what counts.
    return frozenset(link.rpartition("url=")[2] for link in links)


def at_home(base: str, page: str, link: str) -> str | None:
    """The address within a site that a link on a page leads to, its query with it; None if it leads away."""
    try:
        home, parts = urlsplit(base), urlsplit(urljoin(urljoin(base, page), link))
    except ValueError:
        return None
    if (parts.scheme, parts.netloc) != (home.scheme, home.netloc):
        return None
    path = parts.path or "/"
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return quote(path, safe=_SAFE) + query
