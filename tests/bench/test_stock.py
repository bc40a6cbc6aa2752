"""The comparison with plain Frozen-Flask finds what differs."""

from pathlib import Path

from bench.corpus.portal import NEWEST
from bench.stock import differences, spread
from portal.freeze.workers import Press, freeze_all
from portal.web.app import make_app
from tests.bench.test_corpus import of_portal
from vietnamese.dates import parse_moment

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def test_our_freeze_gives_the_bytes_of_plain_frozen_flask_and_a_changed_byte_is_seen(tmp_path: Path) -> None:
    portal = of_portal(tmp_path).portal
    assert portal
    app, public = make_app(portal, (TEMPLATES,)), tmp_path / "public"
    press = Press(app, public, lambda address: 20_000, pack=False)
    freeze_all(press, list(app.slots), 1, lambda done, total: None)

    def compared(name: str) -> tuple[int, list[str]]:
        return differences(tmp_path / "content", public, parse_moment(NEWEST), 0, tmp_path / name)

    assert compared("first") == (len(app.slots), [])
    (public / "index.html").write_bytes((public / "index.html").read_bytes() + b" ")
    (public / "la.txt").write_text("")
    assert compared("second")[1] == ["index.html", "la.txt"]


def test_a_sample_is_spread_from_the_first_to_the_last() -> None:
    addresses = [f"/{number}/" for number in range(100)]
    assert spread(addresses, 4) == ["/0/", "/25/", "/50/", "/75/"]
    assert spread(addresses, 0) == addresses
