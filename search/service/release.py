"""What the service answers from: one release, its index, and the page that answers are put into."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from search.seal import SEAL_NAME, DamagedIndex
from search.service.frame import Frame, read_frame

SERVICE_VERSION = 1
"""Raised whenever the bytes of an answer change, so that no reader keeps an old one."""

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Release:
    """A release where it lies: its id, the folder of its pages, and that of its index."""

    id: str
    site: Path
    index: Path


Public = Callable[[], Release | None]
"""Says which release is public now; None where there is none."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A release that was read: `digest` is that of its seal, `tag` stands for all that answers are made of.

    `frames` holds the page for answers of each language that the release has.
    """

    release: Release
    digest: str
    tag: str
    frames: Mapping[str, Frame]


def read_edition(release: Release) -> Edition:
    """Read what answers need of a release but its index, which each searcher opens for itself.

    Raises DamagedIndex where its seal cannot be read, NoFrame where a page for answers is missing, OSError.
    """
    seal = _seal(release.index)
    frames = {}
    for language in LANGUAGES:
        frame = read_frame(release.site, language)
        if frame is not None:
            frames[language] = frame
    digest = hashlib.sha256(seal).hexdigest()
    whole = f"{SERVICE_VERSION} {release.id} {digest}".encode()
    return Edition(release, digest, hashlib.sha256(whole).hexdigest()[:20], frames)


def _seal(index: Path) -> bytes:
    try:
        return (index / SEAL_NAME).read_bytes()
    except OSError as error:
        raise DamagedIndex(f"{index / SEAL_NAME}: cannot be read ({error.strerror})") from error
