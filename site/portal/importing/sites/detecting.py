"""What kind of site a folder or file is of."""

from pathlib import Path

from portal.importing.sites.feeds import is_feed, read_feed
from portal.importing.sites.files import Foreign
from portal.importing.sites.hugo import is_hugo, read_hugo
from portal.importing.sites.item import Site
from portal.importing.sites.jekyll import is_jekyll, read_jekyll
from portal.importing.sites.wordpress import is_wordpress, read_wordpress
from portal.importing.sites.xml import Unread, read_xml

_START = 4096


def is_site(path: Path) -> bool:
    """Whether a path may be a site: a folder, or a file that is XML but no page of HTML."""
    if path.is_dir():
        return True
    if path.suffix.lower() in (".xml", ".rss", ".atom", ".rdf", ".wxr"):
        return True
    if path.suffix.lower() in (".htm", ".html", ".xhtml", ".docx", ".doc"):
        return False
    with path.open("rb") as file:
        start = file.read(_START).replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<?xml") and b"<html" not in start.lower()


def read_site(path: Path, sections: tuple[str, ...] = ()) -> Site | Unread:
    """Read a whole site, or say why it cannot be read; of a folder only `sections`, where any are named."""
    if path.is_dir():
        return _folder(Foreign(path), sections)
    read = read_xml(path)
    if isinstance(read, Unread):
        return Unread(read.reason, {**read.facts, "name": path.name})
    if is_wordpress(read.root):
        return read_wordpress(read, path.name)
    return read_feed(read) if is_feed(read.root) else Unread("xml", {"name": path.name})


def _folder(folder: Foreign, sections: tuple[str, ...]) -> Site | Unread:
    if folder.has("_config.yml") or folder.has("_config.yaml"):
        return read_jekyll(folder, sections)
    if is_hugo(folder):
        return read_hugo(folder, sections)
    return (
        read_jekyll(folder, sections) if is_jekyll(folder) else Unread("folder", {"name": folder.root.name})
    )
