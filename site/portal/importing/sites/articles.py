"""An item of another site as an article of the portal: its file, its pictures, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape
from urllib.parse import urlsplit

from portal.importing.addresses import safe_link
from portal.importing.article import Imported
from portal.importing.assembling import LONGEST_SUMMARY, doubts, with_files
from portal.importing.characters import cleaned, visible
from portal.importing.document import (
    Block,
    Blocks,
    Code,
    Content,
    Heading,
    Inline,
    Paragraph,
    Picture,
    Run,
    words_of,
)
from portal.importing.front_matter import FrontMatter, LeadPicture
from portal.importing.headings import leveled
from portal.importing.html import read_html
from portal.importing.pictures import usable
from portal.importing.remarks import Remark
from portal.importing.settling import settled
from portal.importing.shaping import shaped
from portal.importing.sites.categories import Categories
from portal.importing.sites.item import ENTRY, Item, Said, Site
from portal.importing.sites.placing import Place, Plan
from portal.importing.sites.plain import beginning, shortened
from portal.importing.walking import changed
from vietnamese.dates import format_day
from vietnamese.spelling import fold


@dataclass(frozen=True, slots=True)
class Written:
    """What an item becomes: files by their names in the content's folder, and remarks."""

    origin: str
    file: str
    bodies: Mapping[str, bytes]
    said: tuple[Said, ...]


def write_article(
    site: Site, plan: Plan, place: Place, categories: Categories, now: datetime
) -> Written | Said:
    """Make the files of an item, or say why it cannot come; `now` tells what has expired."""
    at_work = _Work(site, plan, place)
    made = at_work.imported()
    if not made.document.blocks:
        if not place.item.summary:
            return Said(place.item.origin, "left/empty")
        return _of_summary(site, plan, place, categories, now)
    lead = at_work.lead()
    fields = _front_matter(at_work, made, categories, lead[0] if lead else None)
    folder = place.file.rpartition("/")[0]
    pictures = [(one.name, one.body) for one in made.pictures]
    pictures += [(lead[0].name, lead[1])] if lead else []
    bodies = {place.file: f"{fields.text()}{made.body}".encode()}
    bodies |= {f"{folder}/{name}": body for name, body in pictures}
    at_work.tell_life(now)
    return Written(place.item.origin, place.file, bodies, tuple(at_work.said))


@dataclass(slots=True)
class _Work:
    """One item, and what has been said of it so far."""

    site: Site
    plan: Plan
    place: Place
    said: list[Said] = field(default_factory=list)

    @property
    def item(self) -> Item:
        return self.place.item

    @property
    def prefix(self) -> str:
        """How names of its pictures begin; a translation has its own."""
        return f"{self.place.slug}-en" if self.item.language == "en" else self.place.slug

    def say(self, kind: str, **facts: str) -> None:
        """Say something of the item."""
        self.said.append(Said(self.item.origin, kind, facts))

    def remark(self, remarks: Sequence[Remark]) -> None:
        """Say what readers of texts remarked."""
        for one in remarks:
            self.say(one.kind, **{name: fact.removeprefix(ENTRY) for name, fact in one.facts.items()})

    def imported(self) -> Imported:
        """The item's text and pictures, tidied; links lead to where their targets are now."""
        reading = read_html(self.item.markup, self.link)
        self.remark(reading.remarks)
        document = replace(
            reading.document, blocks=changed(_clean(reading.document.blocks), self.without_remote)
        )
        document, missing = with_files(document, self.fetch)
        self.remark(missing)
        title = self.item.title or document.title
        body = leveled(shaped(_without_title(document.blocks, title)))
        made = Imported(title, "", replace(document, blocks=body, title=title)).named(self.prefix)
        self.remark(doubts(made))
        return made

    def link(self, target: str) -> str:
        """Where a link leads: to an article that was imported too, to the web, or to the old site."""
        written = target.strip()
        if not written or written.startswith("#"):
            return ""
        new = self.plan.found(self.item, written)
        former = self.site.others.get(written.removeprefix(ENTRY).strip("/").partition("#")[0], "")
        if new in self.plan.drafts and not self.item.draft:
            self.say("link/draft", target=new)
            return ""
        if new or (written.startswith(ENTRY) and not former):
            return new
        whole = former or (f"https:{written}" if written.startswith("//") else written)
        if self.plan.base and (not _scheme(whole) or _same_host(whole, self.plan.base)):
            whole = self.plan.whole(self.item, whole)
            self.say("link/old-site", target=whole)
        safe = safe_link(whole)
        return safe if _scheme(safe) else ""

    def without_remote(self, content: Content) -> Content:
        """Pictures that are not on this machine become links to where they are."""
        return tuple(self.or_link(one) if isinstance(one, Picture) else one for one in content)

    def or_link(self, picture: Picture) -> Inline:
        name = picture.name
        if name.startswith(ENTRY):
            return replace(picture, name=name.removeprefix(ENTRY))
        whole = f"https:{name}" if name.startswith("//") else self.plan.whole(self.item, name)
        if self.fetch(name) or not safe_link(whole) or not _scheme(whole):
            return picture
        self.say("picture/remote", name=whole[:200])
        return Run(picture.alt or picture.caption or name.rpartition("/")[2], link=safe_link(whole))

    def fetch(self, name: str) -> bytes | None:
        """The bytes of a picture on this machine, also where its whole address on the old site is named."""
        bare = name.partition("?")[0].partition("#")[0]
        if _same_host(bare, self.plan.base):
            base = urlsplit(self.plan.base).path.rstrip("/")
            bare = urlsplit(bare).path.removeprefix(base)
        return None if _scheme(bare) else self.site.fetch(self.item, bare)

    def lead(self) -> tuple[LeadPicture, bytes] | None:
        """The picture that it shows first, if it is on this machine."""
        image = self.item.image
        body = self.fetch(image.name) if image else None
        made = usable(body) if body else None
        if image and not made:
            self.say("picture/lead", name=image.name[:200])
        if not image or not made:
            return None
        return LeadPicture(f"{self.prefix}-dau-bai.{made[0]}", image.alt, image.caption), made[1]

    def summary(self, blocks: Blocks) -> str:
        """What the site says in short, else how the text begins, as sites show it in their lists."""
        said = self.item.summary or beginning(blocks)
        if not said:
            self.say("summary/none")
        elif not self.item.summary:
            self.say("summary/from-text")
        elif len(said) > LONGEST_SUMMARY:
            self.say("summary/shortened", length=str(len(said)), most=str(LONGEST_SUMMARY))
        return shortened(said)

    def category(self, categories: Categories) -> str:
        """The category of the portal."""
        chosen = categories.of(self.item.categories, self.item.tags)
        if chosen.near:
            self.say("category/nearest", old=chosen.old, new=chosen.id)
        elif not chosen.id:
            self.say("category/unknown" if chosen.old else "category/none", old=chosen.old)
        return chosen.id

    def tell_life(self, now: datetime) -> None:
        """Say of what is not public that it is not."""
        if self.item.expires and self.item.expires <= now:
            self.say("expires/past", day=format_day(self.item.expires))
        if self.item.draft:
            self.say("draft/kept")


def _clean(blocks: Blocks) -> Blocks:
    """Blocks without debris."""
    tidy = changed(blocks, lambda content: settled(cleaned(content)))
    return tuple(map(_clean_block, tidy))


def _clean_block(block: Block) -> Block:
    if isinstance(block, Code):
        return replace(block, text=visible(block.text))
    # A heading of nothing but a picture is none, and leads no others.
    return Paragraph(block.content) if isinstance(block, Heading) and not words_of(block.content) else block


def _front_matter(
    work: _Work, made: Imported, categories: Categories, lead: LeadPicture | None
) -> FrontMatter:
    item = work.item
    chosen = categories.of(item.categories, item.tags)
    others = (one for one in item.categories if one != chosen.old)
    tags = {fold(one): one for one in (*item.tags, *others)}
    return FrontMatter(
        title=made.title,
        date=item.date,
        updated=item.updated if item.updated and item.updated > item.date else None,
        publish=item.publish if item.publish and item.publish > item.date else None,
        expires=item.expires,
        summary=work.summary(made.document.blocks),
        author=item.author,
        source=item.source,
        category=work.category(categories),
        tags=tuple(tags.values()),
        image=lead,
        aliases=work.place.aliases,
        draft=item.draft,
    )


def _of_summary(
    site: Site, plan: Plan, place: Place, categories: Categories, now: datetime
) -> Written | Said:
    """An item that only points elsewhere, as some sites have them: its summary is its text."""
    said = Said(place.item.origin, "text/from-summary")
    item = replace(place.item, markup=f"<p>{escape(place.item.summary)}</p>")
    made = write_article(site, plan, replace(place, item=item), categories, now)
    return replace(made, said=(said, *made.said)) if isinstance(made, Written) else said


def _without_title(blocks: Blocks, title: str) -> Blocks:
    """The text without a heading at its top that says its title again."""
    first = blocks[0] if blocks else None
    again = isinstance(first, Heading) and fold(words_of(first.content)) == fold(title)
    return blocks[1:] if again else blocks


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return "unsafe"


def _same_host(address: str, base: str) -> bool:
    try:
        return bool(base) and urlsplit(address).netloc == urlsplit(base).netloc != ""
    except ValueError:
        return False
