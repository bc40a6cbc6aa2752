"""The kinds of content files, and the schema of each; for tools that look at any file of a portal."""

import re
from dataclasses import dataclass

from portal.readers.articles import ArticleFields
from portal.readers.data import GroupFields, UnitFields
from portal.readers.indicators import IndicatorFields
from portal.readers.notice import NoticeFields
from portal.readers.pages import PageFields
from portal.readers.schema import Schema
from portal.readers.settings import SettingsFields
from portal.readers.succession import SuccessionFields


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name, which files are of it, its schema, and what it is in Vietnamese."""

    name: str
    files: str
    schema: type[Schema]
    words: str

    def holds(self, file: str) -> bool:
        """Whether a file of a portal, by its path with slashes, is of this kind."""
        pattern = re.escape(self.files).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
        return re.fullmatch(pattern, file) is not None

    @property
    def is_text(self) -> bool:
        """Whether its fields stand above a text."""
        return self.files.endswith(".md")


KINDS = (
    Kind("portal", "portal.yaml", SettingsFields, "cài đặt của cổng"),
    Kind("notice", "thong-bao-khan.yaml", NoticeFields, "thông báo khẩn trên mọi trang"),
    Kind("succession", "ten-cu.yaml", SuccessionFields, "tên cũ của cơ quan, địa danh"),
    Kind("article", "tin-tuc/**/*.md", ArticleFields, "phần đầu của một bài"),
    Kind("page", "trang/**/*.md", PageFields, "phần đầu của một trang"),
    Kind("unit", "co-quan/**/*.yaml", UnitFields, "một cơ quan"),
    Kind("services", "dich-vu/**/*.yaml", GroupFields, "một nhóm dịch vụ"),
    Kind("indicator", "chi-tieu/**/*.yaml", IndicatorFields, "một chỉ tiêu"),
)


def kind_of(file: str) -> Kind | None:
    """The kind of a file of a portal, by its path with slashes; None for any other file."""
    return next((kind for kind in KINDS if kind.holds(file)), None)


def is_table(file: str) -> bool:
    """Whether a file of a portal holds observations."""
    return file.startswith("chi-tieu/") and file.endswith(".csv")
