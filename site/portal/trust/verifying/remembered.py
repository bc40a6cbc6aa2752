"""What a verifier remembers of a log from look to look; without it nobody can tell that it was rewritten."""

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class NotAMemory(ValueError):
    """A file is no memory of a log; says why."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """The log of an origin had this size and this root."""

    origin: str
    size: int
    root: bytes


def recall(file: Path) -> Sequence[Remembered]:
    """What is remembered in a file, nothing where there is none; raises NotAMemory."""
    try:
        held = json.loads(file.read_text("utf-8"))
        known = tuple(
            Remembered(str(one["origin"]), int(one["size"]), b64decode(one["root"])) for one in held["logs"]
        )
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotAMemory(f"{file}: {error}") from error
    return known


def remember(file: Path, seen: Remembered, before: Sequence[Remembered]) -> None:
    """Keep what was seen of one log in the place of what was kept of it, whole or not at all."""
    logs = [*(one for one in before if one.origin != seen.origin), seen]
    said = [
        {"origin": one.origin, "size": one.size, "root": b64encode(one.root).decode()}
        for one in sorted(logs, key=lambda one: one.origin)
    ]
    half = file.with_name(f"{file.name}.half")
    half.write_text(json.dumps({"logs": said}, ensure_ascii=False, indent=1) + "\n", "utf-8")
    half.replace(file)
