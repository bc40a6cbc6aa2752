"""News articles from Markdown files."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

from portal.model.article import Article, Category, Source, Tag
from portal.model.chronicle import stated
from portal.model.life import Life
from portal.model.media import Picture
from portal.model.observation import Status
from portal.model.settings import Settings
from portal.model.text import Body
from portal.problems.problem import Location, Problem
from portal.readers.addresses import address_of, language_of, stem_of
from portal.readers.bodies import check_alt, read_body
from portal.readers.checks import Checks, switched_off
from portal.readers.corrections import CorrectionFields, UpdateFields, check_notes, read_notes
from portal.readers.desk import Desk, hint
from portal.readers.guarding import guard_caption, guard_document, guard_notes
from portal.readers.life import WithdrawnFields, check_life, life_of
from portal.readers.schema import (
    Day,
    Flag,
    Line,
    Moment,
    OwnAddress,
    Schema,
    Text,
    WebAddress,
    number,
    validate,
)
from portal.source.front_matter import Document, read_document
from portal.source.tree import Tree
from vietnamese.addresses import slugify
from vietnamese.dates import HANOI, format_day


class SourceFields(Schema):
    """Where the facts come from."""

    name: Line
    url: WebAddress | None = None
    date: Day | None = None


class ImageFields(Schema):
    """The lead picture."""

    src: Line
    alt: Text
    caption: Text = ""
    credit: Line = ""


def _acknowledged(value: object) -> str:
    """A figure in one spelling, or the word of a status; raises the error of a figure."""
    text = str(value).strip()
    if any(text == status.value for status in Status):
        return text
    return stated(number(text), Status.NORMAL)


_FIGURE = WithJsonSchema({"type": ["string", "number"]})
AcknowledgedField = Annotated[str, BeforeValidator(_acknowledged), _FIGURE]


_OR_TEXT = Field(json_schema_extra={"x-or-text": True})


def _named(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


class ArticleFields(Schema):
    """The front matter of an article, in its canonical order."""

    title: Annotated[Line, StringConstraints(max_length=120)]
    date: Moment
    updated: Moment | None = None
    publish: Moment | None = None
    expires: Moment | None = None
    withdrawn: WithdrawnFields | None = None
    summary: Annotated[Text, StringConstraints(max_length=300)]
    author: Line = ""
    source: Annotated[SourceFields | None, BeforeValidator(_named), _OR_TEXT] = None
    unit: Line = ""
    category: Line
    tags: tuple[Line, ...] = ()
    image: ImageFields | None = None
    aliases: tuple[OwnAddress, ...] = ()
    draft: Flag = False
    checks: Checks = {}
    acknowledged: dict[str, AcknowledgedField] = {}
    corrections: tuple[CorrectionFields, ...] = ()
    updates: tuple[UpdateFields, ...] = ()


Categories = Mapping[str, Mapping[str, Category]]


@dataclass(frozen=True, slots=True)
class Read:
    """An article as its file has it, when it is public, and the addresses that it takes."""

    article: Article
    life: Life
    claims: tuple[tuple[str, Location], ...]


def read_article(
    desk: Desk, file: str, settings: Settings, categories: Categories, units: frozenset[str]
) -> Read | None:
    """Read one article; None where it is broken."""
    language = language_of(file)
    named = desk.slug(file, stem_of(file))
    before = len(desk.problems)
    document = _document(desk, file)
    fields = validate(ArticleFields, document.tree, desk.problems) if document else None
    if document and fields:
        if fields.checks:
            desk.off |= switched_off(desk, document.tree, fields.checks)
        guard_document(desk, document, fields.title)
        check_notes(desk, document, fields.corrections, fields.updates, fields.date)
        made = _make(desk, file, document, fields, settings, categories.get(language, {}))
        _check_references(desk, document.tree, fields, categories.get("vi", {}), units, file)
        if made:
            claims = ((made.address, document.tree.place(())), *desk.formers(made.aliases, document.tree))
            if named and not desk.lacking and not desk.has_errors(before, whatever_is_off=True):
                return Read(made, life_of(fields), claims)
    return None


def _document(desk: Desk, file: str) -> Document | None:
    source = desk.source(file)
    found = read_document(source) if source else None
    if isinstance(found, Problem):
        desk.problems.append(found)
        return None
    return found


def _make(
    desk: Desk,
    file: str,
    document: Document,
    fields: ArticleFields,
    settings: Settings,
    known: Mapping[str, Category],
) -> Article | None:
    body = _acknowledging(read_body(desk, file, document, language_of(file)), fields.acknowledged)
    picture = _lead(desk, file, document.tree, fields)
    category = known.get(fields.category)
    if category is None:
        return None
    source = fields.source
    address = address_of(file) or ""
    return Article(
        slug=stem_of(file),
        year=file.split("/")[1],
        language=language_of(file),
        id=tag_uri(settings, (*fields.aliases, address)[0]),
        title=fields.title,
        date=fields.date.astimezone(HANOI),
        summary=" ".join(fields.summary.split()),
        category=category,
        body=body,
        file=file,
        updated=fields.updated.astimezone(HANOI) if fields.updated else None,
        author=fields.author,
        source=Source(source.name, source.url or "", source.date) if source else None,
        unit=fields.unit,
        tags=_tags(fields.tags, language_of(file)),
        picture=picture,
        aliases=fields.aliases,
        notes=read_notes(fields.corrections, fields.updates),
    )


def _acknowledging(body: Body, seen: Mapping[str, str]) -> Body:
    """A text whose figures know which of them its editor says to have seen."""
    if not seen:
        return body
    known = {tuple(part.strip() for part in name.split("@", 1)): figure for name, figure in seen.items()}
    quoted = (replace(one, acknowledged=known.get((one.indicator, one.period), "")) for one in body.quoted)
    return replace(body, quoted=tuple(quoted))


def tag_uri(settings: Settings, first: str) -> str:
    """The `tag:` URI (RFC 4151) of what was first published at an address; it names no host."""
    return f"tag:{settings.authority},{settings.since.isoformat()}:{first.strip('/')}"


def _tags(names: tuple[str, ...], language: str) -> tuple[Tag, ...]:
    made = {tag.id: tag for tag in (_tag(name, language) for name in names)}
    return tuple(tag for tag in made.values() if tag.id)


@lru_cache(maxsize=4096)
def _tag(name: str, language: str) -> Tag:
    # A portal has few tags, and each in many articles.
    return Tag(slugify(name), name, language)


def _lead(desk: Desk, file: str, tree: Tree, fields: ArticleFields) -> Picture | None:
    image = fields.image
    if image is None:
        return None
    check_alt(desk, image.src, image.alt, partial(tree.place, ("image", "alt")))
    guard_caption(desk, image.alt, image.caption, partial(tree.place, ("image", "alt")))
    where = partial(tree.place, ("image", "src"))
    made = desk.picture(file, image.src, where, lead=True)
    if made is None:
        return None
    guard_notes(desk, image.src, made.notes, where)
    return desk.picture_value(made, image.alt, image.caption, image.credit)


def _check_references(
    desk: Desk,
    tree: Tree,
    fields: ArticleFields,
    known: Mapping[str, Category],
    units: frozenset[str],
    file: str,
) -> None:
    if fields.category not in known:
        at = tree.place(("category",))
        desk.say("reference/category", at, value=fields.category, known=", ".join(known))
    if fields.unit and fields.unit not in units:
        at = tree.place(("unit",))
        desk.say("reference/unit", at, value=fields.unit, hint=hint(fields.unit, sorted(units)))
    check_life(desk, tree, fields, fields.date)
    year, folder = f"{fields.date.astimezone(HANOI).year}", file.split("/")[1]
    if year != folder:
        desk.say("date/not-in-folder", tree.place(("date",)), year=year, folder=folder)
    if fields.updated and fields.updated < fields.date:
        first, value = format_day(fields.date), format_day(fields.updated)
        desk.say("date/before", tree.place(("updated",)), value=value, first=first)
