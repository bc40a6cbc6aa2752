"""What was made faster in Markdown gives what Python-Markdown gives as it comes."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from portal.source.markdown import TooComplex, engine
from portal.source.markdown.engine import render_by_engine

CONTENT = Path(__file__).resolve().parents[2] / "content"
FILES = sorted(CONTENT.rglob("*.md"))
SIGNS = "`\\[]()*_<>&!#-+.:|^~ \n\n  \nab1ộ\"'"


def rendered(text: str) -> str:
    try:
        return render_by_engine(text, "vi", lambda target: target, lambda source: None).html
    except TooComplex as error:
        return f"too complex: {error.sign}"


def both(text: str) -> tuple[str, str]:
    with pytest.MonkeyPatch.context() as patched:
        engine._engine.cache_clear()
        ours = rendered(text)
        patched.setattr(engine, "_Inline", InlineProcessor)
        engine._engine.cache_clear()
        stock = rendered(text)
    engine._engine.cache_clear()
    return ours, stock


def test_every_text_of_the_reference_portal_is_the_same() -> None:
    texts = [file.read_text("utf-8").split("---\n", 2)[-1] for file in FILES]
    assert len(texts) > 30
    ours = [rendered(text) for text in texts]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine, "_Inline", InlineProcessor)
        engine._engine.cache_clear()
        stock = [rendered(text) for text in texts]
    engine._engine.cache_clear()
    assert ours == stock


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(alphabet=SIGNS, max_size=60), max_size=6).map("\n".join))
@example("một  \nhai")
@example("một\\\nhai &amp; ba &copy; <b>bốn</b>")
@example("*[UBND]: Ủy ban\n\nUBND tỉnh[^1]\n\n[^1]: Chú thích")
@example("| a | b |\n|---|--:|\n| c | **d** |")
def test_any_text_is_the_same(text: str) -> None:
    ours, stock = both(text)
    assert ours == stock
