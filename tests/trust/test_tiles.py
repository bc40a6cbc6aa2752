"""Tiles and bundles lie and look as C2SP tlog-tiles says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.trust.merkle import leaf_hash, root_of
from portal.trust.tiles import NotABundle, bundle, entries_path, read_bundle, tile_path, upper_tiles


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (tile_path(0, 0), "tile/0/000"),
        (tile_path(0, 1234067), "tile/0/x001/x234/067"),
        (tile_path(1, 1000, 3), "tile/1/x001/000.p/3"),
        (entries_path(273), "tile/entries/273"),
        (entries_path(0, 112), "tile/entries/000.p/112"),
    ],
)
def test_paths_are_those_of_the_specification(path: str, wanted: str) -> None:
    assert path == wanted


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_a_bundle_holds_its_entries(entries: list[bytes]) -> None:
    assert list(read_bundle(bundle(entries))) == entries


@given(st.lists(st.binary(min_size=1, max_size=30), min_size=1, max_size=5), st.data())
def test_a_cut_bundle_is_none(entries: list[bytes], data: st.DataObject) -> None:
    whole = bundle(entries)
    ends = {len(bundle(entries[:count])) for count in range(len(entries) + 1)}
    cut = data.draw(st.sampled_from([place for place in range(len(whole)) if place not in ends]))
    with pytest.raises(NotABundle):
        list(read_bundle(whole[:cut]))


def test_each_hash_of_an_upper_tile_is_the_root_of_the_tile_below() -> None:
    roots = [leaf_hash(b"%d" % number) for number in range(256 * 2 + 3)]
    tiles = dict(upper_tiles(roots))
    assert list(tiles) == ["tile/1/000", "tile/1/001", "tile/1/002.p/3", "tile/2/000.p/2"]
    assert tiles["tile/1/000"] == b"".join(roots[:256])
    assert tiles["tile/2/000.p/2"] == root_of(roots[:256]) + root_of(roots[256:512])
