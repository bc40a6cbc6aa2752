"""Frozen-Flask behind one function: the answers at some addresses become files of a folder."""

import mimetypes
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from flask import Flask
from flask_frozen import Freezer, FrozenFlaskWarning, MissingURLGeneratorWarning
from jinja2 import TemplateError

from portal.freeze.targets import target
from portal.web.media import MEDIA_TYPES


class PageFailed(Exception):
    """A page could not be made: its address and what went wrong."""

    def __init__(self, address: str, reason: str) -> None:
        """Keep both apart, so that it survives the way from a worker to its parent."""
        super().__init__(address, reason)
        self.address = address
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.address}: {self.reason}"


def freeze(app: Flask, addresses: Sequence[str], staging: Path) -> Iterator[str]:
    """Write what the application answers at each address, and give the address once its file stands.

    Raises PageFailed with the address of a page that cannot be made, or whose media type is not the one that
    servers give its file; UnsafeAddress; and OSError where the machine fails.
    """
    for address in addresses:
        target(address)
    _tell_media_types()
    _configure(app, staging)
    freezer = Freezer(app, with_static_files=False, with_no_argument_rules=False, log_url_for=False)
    asked: list[str] = [""]
    freezer.register_generator(lambda: _one_by_one(addresses, asked))
    with warnings.catch_warnings():
        warnings.simplefilter("error", FrozenFlaskWarning)
        # Addresses are given as they stand, so Frozen-Flask cannot see which rules answer them.
        warnings.simplefilter("ignore", MissingURLGeneratorWarning)
        try:
            yield from (page.url for page in freezer.freeze_yield())
        except (GeneratorExit, PageFailed):
            raise
        except Exception as error:
            # Jinja's "template not found" calls itself an OSError; it is no failure of the machine.
            if isinstance(error, OSError) and not isinstance(error, TemplateError):
                raise
            raise PageFailed(asked[0], _reason(error)) from error


def _one_by_one(addresses: Sequence[str], asked: list[str]) -> Iterator[str]:
    for address in addresses:
        asked[0] = address
        yield address


def _tell_media_types() -> None:
    # Frozen-Flask compares each answer with `mimetypes`, which reads whatever tables the machine has.
    for suffix, media in MEDIA_TYPES.items():
        mimetypes.add_type(media, suffix)


def _configure(app: Flask, staging: Path) -> None:
    app.config.update(
        FREEZER_DESTINATION=str(staging.absolute()),
        FREEZER_REMOVE_EXTRA_FILES=False,
        # Otherwise an error in a template is "Unexpected status 500" and nothing more.
        PROPAGATE_EXCEPTIONS=True,
    )


def _reason(error: Exception) -> str:
    line = getattr(error, "lineno", None)
    where = f" ({getattr(error, 'name', '')}:{line})" if isinstance(line, int) else ""
    return f"{type(error).__name__}: {error}{where}"
