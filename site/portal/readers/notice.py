"""The emergency notice of every page, from one file that must say when it ends."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from portal.model.life import Life
from portal.model.notice import Announcement, Notice
from portal.model.text import Link
from portal.readers.desk import Desk
from portal.readers.guarding import guard_data
from portal.readers.life import check_life
from portal.readers.schema import Line, Moment, Schema, ServiceAddress, validate
from portal.source.tree import Tree
from vietnamese.dates import HANOI

FILE = "thong-bao-khan.yaml"


class NoticeFields(Schema):
    """thong-bao-khan.yaml."""

    text: Annotated[Line, StringConstraints(max_length=280)]
    text_en: Annotated[Line, StringConstraints(max_length=280)] | None = None
    level: Literal["khan-cap", "canh-bao", "thong-tin"] = "khan-cap"
    link: ServiceAddress | None = None
    link_text: Line | None = None
    link_text_en: Line | None = None
    publish: Moment | None = None
    expires: Moment

    @property
    def draft(self) -> bool:
        """A notice that is not meant to stand is not written."""
        return False

    @property
    def withdrawn(self) -> None:
        """A notice is taken back by deleting its file: nobody keeps its address."""
        return


def read_notice(desk: Desk) -> Announcement | None:
    """Read it; None where there is none, or where it is broken."""
    tree = desk.tree(FILE) if FILE in desk.folder.names else None
    fields = validate(NoticeFields, tree, desk.problems) if tree else None
    if tree is None or fields is None:
        return None
    check_life(desk, tree, fields)
    guard_data(desk, tree.source)
    for one, other in (("link", "link_text"), ("link_text", "link")):
        if getattr(fields, one) and not getattr(fields, other):
            desk.say("field/missing", tree.place((one,)), field=other)
    publish = fields.publish.astimezone(HANOI) if fields.publish else None
    life = Life(publish=publish, expires=fields.expires.astimezone(HANOI))
    return Announcement({"vi": _in_vietnamese(fields), "en": _in_english(fields)}, life, _link(tree, fields))


def _in_vietnamese(fields: NoticeFields) -> Notice:
    return Notice(fields.text, fields.level, fields.link or "", fields.link_text or "")


def _in_english(fields: NoticeFields) -> Notice:
    # What is urgent is shown in Vietnamese rather than not at all.
    if fields.text_en is None or (fields.link and not fields.link_text_en):
        return _in_vietnamese(fields)
    return Notice(fields.text_en, fields.level, fields.link or "", fields.link_text_en or "", "en")


def _link(tree: Tree, fields: NoticeFields) -> Link | None:
    if fields.link is None or not fields.link.startswith("/"):
        return None
    at = tree.place(("link",))
    return Link(fields.link, at.file, at.line, at.column, at.width, at.excerpt)
