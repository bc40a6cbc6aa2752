"""Pictures and icons come out byte for byte as they were prepared."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from portal.model.media import Asset
from portal.source.store import Damaged
from portal.web.app import TwoAtOneAddress, make_app
from portal.web.page import Copied
from tests.web.portals import TEMPLATES, portal, site

PICTURE = b"\x89PNG\r\n\x1a\n\x00\xff"


@pytest.fixture
def asset(tmp_path: Path) -> Asset:
    file = tmp_path / "anh.png"
    file.write_bytes(PICTURE)
    return Asset("/tai-nguyen/anh.0123.png", file, "image/png", len(PICTURE), sha256(PICTURE).hexdigest())


def test_a_picture_is_published_as_it_lies(asset: Asset) -> None:
    app = site(assets=(asset,))
    assert app.answer(asset.address) == Copied(asset)
    assert app.body(asset.address) == PICTURE
    assert app.test_client().get(asset.address).mimetype == "image/png"


@pytest.mark.parametrize("damage", [lambda file: file.write_bytes(b""), lambda file: file.unlink()])
def test_bytes_that_are_not_those_that_were_announced_are_not_published(
    asset: Asset, damage: Callable[[Path], None]
) -> None:
    app = site(assets=(asset,))
    damage(asset.file)
    with pytest.raises(Damaged, match=r"anh\.png"):
        app.body(asset.address)


def test_an_icon_stands_at_its_own_address_and_where_browsers_look(asset: Asset) -> None:
    app = site(identity={"apple-touch-icon.png": asset, "icon-192.png": replace(asset, address="/i.png")})
    assert app.body(asset.address) == app.body("/apple-touch-icon.png") == app.body("/i.png") == PICTURE


def test_two_files_at_one_address_are_refused(asset: Asset) -> None:
    with pytest.raises(TwoAtOneAddress, match=r"/tai-nguyen/anh\.0123\.png"):
        make_app(portal(assets=(asset, asset)), [TEMPLATES])
