"""Python-Markdown and nh3 as they come, to compare with."""

from collections.abc import Callable
from functools import cache

import pytest
from markdown.extensions.toc import TocExtension

from portal.source.markdown import Place, Rendered, Resolve, TextPicture, TooComplex, engine
from portal.source.markdown.complexity import check_complexity

Render = Callable[[str, str, Resolve, Place], Rendered]
Asked = list[tuple[str, str]]
"""What was asked, a link or a picture, and of what."""

_make = engine._engine.__wrapped__


@cache
def _stock_engine(language: str) -> object:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine, "make_lean", lambda md: None)
        patched.setattr(engine, "Contents", TocExtension)
        return _make(language)


def render_by_stock(text: str, language: str, link: Resolve, picture: Place) -> Rendered:
    """Render a text without any short cut."""
    check_complexity(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine, "_engine", _stock_engine)
        return engine.render_by_engine(text, language, link, picture)


def render_by_engine(text: str, language: str, link: Resolve, picture: Place) -> Rendered:
    """Render a text by the engine, however simple it is."""
    check_complexity(text)
    return engine.render_by_engine(text, language, link, picture)


def outcome(render: Render, text: str) -> tuple[Rendered | str, Asked]:
    """What comes of a text, and what its links and pictures were asked for."""
    asked: Asked = []

    def link(target: str) -> str:
        asked.append(("link", target))
        # What no sanitiser leaves as it is.
        return 'javascript:"<&' if "lost" in target else target

    def picture(source: str) -> TextPicture | None:
        asked.append(("picture", source))
        return TextPicture(f"/t/{source}", 48, 27, "/t/a-480.webp 480w") if "found" in source else None

    try:
        return render(text, "vi", link, picture), asked
    except TooComplex as error:
        return f"too complex: {error.sign}, {error.count}", asked
