"""The same portal frozen the plain way, by Frozen-Flask as it comes, and every byte compared.

Run in an environment that has the engine's packages; ends with 1 where a byte differs.
"""

import argparse
import sys
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if not __package__:
    sys.path[:1] = [str(ROOT), str(ROOT / "site")]

from flask_frozen import Freezer, FrozenFlaskWarning  # noqa: E402

from portal.freeze.targets import target  # noqa: E402
from portal.readers.portal import read_portal  # noqa: E402
from portal.source.folder import Folder  # noqa: E402
from portal.web.app import PortalApp, make_app  # noqa: E402
from vietnamese.dates import parse_moment  # noqa: E402

_COMPRESSED = (".br", ".gz")


def differences(
    folder: Path, public: Path, as_of: datetime, sample: int, scratch: Path
) -> tuple[int, list[str]]:
    """Freeze a portal the plain way into a folder and compare it with what is public.

    Gives how many files were compared, and those that differ. A sample of 0 is every page, and then no other
    file may be public but compressed copies.
    """
    app = _application(folder, as_of, scratch / "cache")
    chosen = spread(list(app.slots), sample)
    _freeze(app, chosen, scratch / "stock")
    paths = [target(address) for address in chosen]
    wrong = [path for path in paths if not _same(public / path, scratch / "stock" / path)]
    if not sample:
        wrong += sorted(_files(public) - set(paths))
    return len(paths), wrong


def spread(addresses: Sequence[str], sample: int) -> Sequence[str]:
    """Choose so many addresses, evenly from first to last; all where the sample is 0."""
    if not 0 < sample < len(addresses):
        return addresses
    return [addresses[place * len(addresses) // sample] for place in range(sample)]


def _application(folder: Path, as_of: datetime, cache: Path) -> PortalApp:
    portal = read_portal(Folder(folder, folder.name), cache, as_of).portal
    if portal is None:
        raise SystemExit(f"{folder}: no portal")
    return make_app(portal, (folder / "templates", ROOT / "templates"))


def _freeze(app: PortalApp, addresses: Sequence[str], destination: Path) -> None:
    app.config["FREEZER_DESTINATION"] = str(destination)
    freezer = Freezer(app, with_no_argument_rules=False)

    def pages() -> Iterator[str]:
        yield from addresses

    freezer.register_generator(pages)
    with warnings.catch_warnings():
        # Which media type a machine gives a file is not what is compared.
        warnings.simplefilter("ignore", FrozenFlaskWarning)
        freezer.freeze()


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and one.read_bytes() == other.read_bytes()


def _files(public: Path) -> set[str]:
    root = public.resolve()
    found = (path for path in root.rglob("*") if path.is_file() and path.suffix not in _COMPRESSED)
    return {path.relative_to(root).as_posix() for path in found}


def main() -> int:
    """Compare, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--portal", type=Path, required=True)
    parser.add_argument("--public", type=Path, required=True)
    parser.add_argument("--as-of", type=parse_moment, required=True)
    parser.add_argument("--sample", type=int, default=0, help="so many pages; 0 for all")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        compared, wrong = differences(
            asked.portal, asked.public, asked.as_of, asked.sample, Path(scratch)
        )  # fmt: skip
    for path in wrong:
        print(f"differs: {path}")
    print(f"{compared} files compared, {len(wrong)} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
