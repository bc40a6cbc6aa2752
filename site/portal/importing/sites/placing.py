"""Where the items of a site come to stand: languages, years, names, and addresses from before."""

import re
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urljoin, urlsplit

from portal.importing.sites.item import ENTRY, Item, Said, Site
from portal.readers.addresses import address_of, may_be_former
from vietnamese.addresses import MAX_SLUG_LENGTH, RESERVED, is_slug, slugify
from vietnamese.dates import HANOI

_ALIAS = re.compile(r"/(?:[a-z0-9-]+/)+")
_INDEX = re.compile(r"/index\.[a-z]{2,5}$")


@dataclass(frozen=True, slots=True)
class Place:
    """An item, the file that it becomes in the content's folder, and the addresses it had."""

    item: Item
    file: str
    slug: str
    aliases: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where it will be read."""
        return address_of(self.file) or ""


@dataclass(frozen=True, slots=True)
class Move:
    """An old address and the new one; `aliased` where the portal itself sends readers on."""

    old: str
    new: str
    aliased: bool


@dataclass(slots=True)
class Plan:
    """All places, in order of their dates; who had which address; what is to be said."""

    base: str
    places: list[Place] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    left: list[Said] = field(default_factory=list)
    remarks: list[Said] = field(default_factory=list)
    new: dict[str, str] = field(default_factory=dict)
    drafts: set[str] = field(default_factory=set)

    def found(self, item: Item, written: str) -> str:
        """The new address of what a link leads to; empty where that was not imported."""
        if written.startswith(ENTRY):
            return self._named(item, written.removeprefix(ENTRY).partition("#")[0])
        target = written.partition("#")[0]
        if not target or target.startswith("mailto:"):
            return ""
        beside = self._named(item, target) if target.endswith((".md", ".markdown")) else ""
        return beside or self.new.get(_key(self.whole(item, target)), "")

    def whole(self, item: Item, target: str) -> str:
        """A link as the old site's readers followed it, with the host where that is known."""
        try:
            return urljoin(urljoin(self.base, item.old[0] if item.old else ""), target)
        except ValueError:
            return target

    def _named(self, item: Item, name: str) -> str:
        """By a file's name: whole, from the content's folder, from the item's own, or its last part alone."""
        bare = name.strip("/")
        here = item.origin.rpartition("/")[0]
        keys = (
            bare,
            f"content/{bare}",
            f"content/{bare}/index.md",
            f"{here}/{bare}",
            bare.rpartition("/")[2],
        )
        return next((self.new[f"file:{key}"] for key in keys if f"file:{key}" in self.new), "")


def plan(site: Site, language: str = "vi") -> Plan:
    """Place every item; one that names no language is taken to be in `language`."""
    made = Plan(site.base)
    names: set[str] = set()
    for item in sorted(site.items, key=lambda one: (one.date, one.origin)):
        spoken = _language(item.language or language)
        if not spoken:
            made.left.append(Said(item.origin, "left/language", {"language": item.language}))
            continue
        _place(made, names, replace(item, language=spoken))
    _know_names(made)
    made.drafts |= {one.address for one in made.places if one.item.draft}
    made.places = [replace(one, aliases=_aliases(made, one)) for one in made.places]
    return made


def _language(written: str) -> str:
    code = re.split("[-_]", written.lower())[0]
    return code if code in ("vi", "en") else ""


def _place(made: Plan, names: set[str], item: Item) -> None:
    wanted = _slug(item)
    year, ending = item.date.astimezone(HANOI).year, ".en.md" if item.language == "en" else ".md"
    slug, number = wanted, 1
    while (file := f"tin-tuc/{year:04}/{slug}{ending}") in names:
        number += 1
        slug = f"{wanted[: MAX_SLUG_LENGTH - 5].rstrip('-')}-{number}"
    if slug != wanted:
        made.remarks.append(Said(item.origin, "address/renamed", {"slug": wanted, "new": slug}))
    names.add(file)
    made.places.append(Place(item, file, slug))


def _slug(item: Item) -> str:
    named = slugify(unquote(item.slug)) or slugify(item.title)
    made = named if is_slug(named) and not named.isdigit() and named not in RESERVED else f"bai-{named}"
    return made if is_slug(made) else f"bai-{item.date.astimezone(HANOI):%Y%m%d-%H%M}"


def _know_names(made: Plan) -> None:
    """Whom an old address means, and a file's name; a last part counts where it is one file's only."""
    last: dict[str, set[str]] = {}
    for place in made.places:
        origin = place.item.origin
        made.new[f"file:{origin}"] = made.new[f"taken:{place.address}"] = place.address
        for name in _last_names(origin):
            last.setdefault(name, set()).add(place.address)
        for old in place.item.old:
            made.new.setdefault(_key(_whole(made.base, old)), place.address)
    for name, addresses in last.items():
        if len(addresses) == 1:
            made.new.setdefault(f"file:{name}", *addresses)


def _last_names(origin: str) -> set[str]:
    """What links may call a file in short; a page in a folder of its own is called after the folder."""
    folder, _, name = origin.rpartition("/")
    stem = name.rpartition(".")[0]
    if stem.partition(".")[0] == "index":
        stem = folder.rpartition("/")[2]
        return {stem, f"{stem}.md"}
    return {name, stem}


def _whole(base: str, old: str) -> str:
    """An old address with its host; a path of the site stands below the path that the site stood at."""
    if "://" in old:
        return old
    return f"{base.rstrip('/')}/{old.lstrip('/')}" if base else old


def _key(address: str) -> str:
    """What two ways to write one address have in common."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    path = _INDEX.sub("/", unquote(parts.path)).rstrip("/")
    return f"{parts.netloc.lower().removeprefix('www.')}{path}{'?' + parts.query if parts.query else ''}"


def _aliases(made: Plan, place: Place) -> tuple[str, ...]:
    """The old addresses that the portal can send on from; others are said, and are among the moves."""
    kept: list[str] = []
    # The oldest first, as far as is known: where it stands now is where it came last.
    for old in (*place.item.old[1:], *place.item.old[:1]):
        path = _path(_whole(made.base, old))
        if path == place.address:
            continue
        taken = made.new.get(f"taken:{path}", "")
        usable = bool(_ALIAS.fullmatch(path)) and may_be_former(path) and not taken
        made.moves.append(Move(path, place.address, usable))
        if usable:
            made.new[f"taken:{path}"] = place.address
            kept.append(path)
        elif taken != place.address:
            made.remarks.append(_no_alias(place, path, taken))
    return tuple(kept)


def _path(whole: str) -> str:
    """The path of an address as an alias has it: with a slash at its end where it names no file."""
    try:
        parts = urlsplit(whole)
    except ValueError:
        return whole
    path = _INDEX.sub("/", parts.path) or "/"
    named = path.endswith("/") or "." in path.rpartition("/")[2] or parts.query
    return f"{path}{'' if named else '/'}{'?' + parts.query if parts.query else ''}"


def _no_alias(place: Place, path: str, taken: str) -> Said:
    if taken:
        return Said(place.item.origin, "address/two", {"old": path, "other": taken})
    return Said(place.item.origin, "address/no-alias", {"old": path, "address": place.address})
