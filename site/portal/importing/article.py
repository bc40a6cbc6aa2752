"""What became of a foreign file: an article's title, text and pictures, and what an editor should know."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from portal.importing.document import Document, Inline, Picture, PictureFile
from portal.importing.remarks import Remark
from portal.importing.walking import changed, contents
from portal.importing.writer import write_markdown


@dataclass(frozen=True, slots=True)
class Imported:
    """An article as its file has it; `title` and `summary` are empty where it has none."""

    title: str
    summary: str
    document: Document
    remarks: tuple[Remark, ...] = ()

    @property
    def pictures(self) -> tuple[PictureFile, ...]:
        """The pictures, under the names that the text gives them."""
        return self.document.pictures

    @property
    def body(self) -> str:
        """The text in Markdown."""
        return write_markdown(self.document)

    @property
    def undescribed(self) -> tuple[str, ...]:
        """The names of pictures of which nobody has said what is to be seen, in order."""
        shown = [one for held in contents(self.document.blocks) for one in held if isinstance(one, Picture)]
        return tuple(dict.fromkeys(one.name for one in shown if not one.alt))

    def named(self, slug: str) -> "Imported":
        """Give the same with pictures called after the article, for others lie in the same folder."""
        new = {one.name: f"{slug}-{one.name.removeprefix('anh-')}" for one in self.pictures}
        files = tuple(replace(one, name=new[one.name]) for one in self.pictures)
        return self._with(lambda one: replace(one, name=new.get(one.name, one.name)), files)

    def described(self, alts: Mapping[str, str]) -> "Imported":
        """Give the same with what is to be seen on pictures, by their names."""
        return self._with(lambda one: replace(one, alt=one.alt or alts.get(one.name, "")), self.pictures)

    def _with(self, change: Callable[[Picture], Picture], files: tuple[PictureFile, ...]) -> "Imported":
        def one(inline: Inline) -> Inline:
            return change(inline) if isinstance(inline, Picture) else inline

        blocks = changed(self.document.blocks, lambda content: tuple(map(one, content)))
        return replace(self, document=replace(self.document, blocks=blocks, pictures=files))
