"""The engine's own words, by language and key; each module of `messages` holds those of its section."""

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from portal.web import messages


@dataclass(frozen=True, slots=True)
class Translator:
    """Gives a wording by its key, with facts filled in; raises KeyError for a key that there is not."""

    language: str
    wording: Mapping[str, str]

    def __call__(self, key: str, **facts: object) -> str:
        """The wording of a key with `{fact}` fields filled in."""
        text = self.wording[key]
        return text.format(**facts) if facts else text


@cache
def translator(language: str) -> Translator:
    """The words of a language, `vi` or `en`."""
    wording: dict[str, str] = {}
    for module in sorted(pkgutil.iter_modules(messages.__path__), key=lambda found: found.name):
        part = import_module(f"{messages.__name__}.{module.name}")
        wording.update(part.VI if language == "vi" else part.EN)
    return Translator(language, wording)
