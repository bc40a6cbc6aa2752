"""The engine's own words, taken anew when one who works on the engine saves them."""

import sys
from importlib import reload
from pathlib import Path

from portal.web import messages
from portal.web.translator import translator

FOLDER = Path(messages.__path__[0])


def is_wording(file: str) -> bool:
    """Whether a file holds words of the engine."""
    return Path(file).parent == FOLDER and file.endswith(".py")


def renew_wording() -> None:
    """Take all words anew, with what views remember of them; raises what Python says of a wrong file."""
    for name in sorted(sys.modules):
        if name.startswith(f"{messages.__name__}."):
            reload(sys.modules[name])
    translator.cache_clear()
    for name, module in sorted(sys.modules.items()):
        if name.startswith("portal.web.views."):
            for held in list(vars(module).values()):
                if hasattr(held, "cache_clear"):
                    held.cache_clear()
