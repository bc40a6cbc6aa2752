"""Articles made by hand."""

from datetime import datetime

from portal.model.article import Article, Category, Tag
from portal.model.text import Body, Html
from vietnamese.dates import HANOI

FIRST = datetime(2026, 1, 1, 8, 0, tzinfo=HANOI)
CATEGORY = Category("thoi-su", "Thời sự")


def article(
    slug: str, *, date: datetime = FIRST, tags: tuple[str, ...] = (), category: Category = CATEGORY
) -> Article:
    """An article of few words; its folder is always 2026."""
    return Article(
        slug=slug,
        year="2026",
        language="vi",
        id=f"tag:tin.example,2026-01-01:tin-tuc/2026/{slug}",
        title=slug,
        date=date,
        summary="Tóm tắt.",
        category=category,
        body=Body(Html("<p>Nội dung.</p>"), "Nội dung."),
        file=f"tin-tuc/2026/{slug}.md",
        tags=tuple(Tag(name, name) for name in tags),
    )
