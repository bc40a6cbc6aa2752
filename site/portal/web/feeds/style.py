"""The style sheet of a feed in a browser: the portal's colours and words, then the engine's rules."""

from functools import lru_cache
from pathlib import Path

from portal.model.settings import Settings
from portal.web.assets import Bundle, bundle, squeeze
from portal.web.translator import translator

_RULES = (Path(__file__).resolve().parents[4] / "templates" / "machines" / "feed.css").read_text("utf-8")


def feed_style(settings: Settings, language: str) -> Bundle:
    """Give the style sheet of the feeds in a language, named by its digest."""
    t = translator(language)
    words = {"what": t("feeds.what"), "how": t("feeds.how", address=f"{settings.url}/nguon-tin/")}
    told = "".join(f"--{name}:{_quoted(text)};" for name, text in words.items())
    light, dark = (_colours(settings, scheme) for scheme in (0, 1))
    lead = f":root{{{told}{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    return _sheet(language, lead)


# Every feed document names its sheet.
@lru_cache(8)
def _sheet(language: str, lead: str) -> Bundle:
    return bundle([], f"feed-{language}", "css", "text/css", squeeze(lead + _RULES))


def _colours(settings: Settings, scheme: int) -> str:
    return "".join(f"--{name}:{pair[scheme]};" for name, pair in settings.colours.items())


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
