"""A log grows by a few files, and what it serves is the same however it grew."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.trust.growth import Edge, grow
from portal.trust.merkle import leaf_hash, root_of
from portal.trust.tiles import bundle, entries_path, read_bundle, tile_path
from portal.trust.tree import Tree, WrongTile


@given(st.lists(st.integers(0, 300), max_size=6))
@settings(max_examples=25)
def test_a_log_is_the_same_however_it_grew(steps: list[int]) -> None:
    entries = [str(number).encode() for number in range(sum(steps))]
    edge, done = Edge(), 0
    files: dict[str, bytes] = {}
    for step in steps:
        edge, made = grow(edge, entries[done : done + step])
        files |= made
        done += step
    at_once, whole = grow(Edge(), entries)
    assert edge == at_once
    assert whole.items() <= files.items()
    assert edge.root == root_of(map(leaf_hash, entries))


@pytest.mark.parametrize("size", [1, 255, 256, 257, 511, 512, 70_000])
def test_tiles_and_bundles_lie_where_the_specification_says(size: int) -> None:
    entries = [str(number).encode() for number in range(size)]
    _, files = grow(Edge(), entries)
    for level in range(3):
        full, width = divmod(size >> 8 * level, 256)
        names = {tile_path(level, number) for number in range(full)}
        names |= {tile_path(level, full, width)} if width else set()
        assert {name for name in files if name.startswith(f"tile/{level}/")} == names
    assert b"".join(files[name] for name in sorted(files) if "/entries/" in name) == bundle(entries)
    assert list(read_bundle(files[entries_path(0, min(size, 256))])) == entries[:256]


def test_seventy_thousand_entries_have_the_tiles_of_the_example() -> None:
    _, files = grow(Edge(), [b""] * 70_000)
    assert {"tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"} <= files.keys()
    assert "tile/2/000.p/0" not in files and len([name for name in files if "tile/0/" in name]) == 274


def test_any_hash_of_the_tree_is_read_from_tiles() -> None:
    entries = [str(number).encode() for number in range(1000)]
    edge, files = grow(Edge(), entries)
    tree = Tree(1000, files.__getitem__)
    hashes = list(map(leaf_hash, entries))
    assert tree.root == edge.root
    assert tree.node(3, 7) == root_of(hashes[56:64])
    assert tree.node(9, 0) == root_of(hashes[:512])


def test_a_tile_that_was_cut_is_no_tile() -> None:
    _, files = grow(Edge(), [b"a", b"b"])
    with pytest.raises(WrongTile):
        Tree(2, lambda path: files[path][:-1]).node(0, 0)


def test_an_entry_that_no_bundle_can_hold_is_refused() -> None:
    with pytest.raises(ValueError):
        grow(Edge(), [bytes(65_536)])


def test_one_article_and_its_release_make_few_files_in_a_long_log() -> None:
    edge, _ = grow(Edge(), [str(number).encode() * 20 for number in range(100_000)])
    begun = time.process_time()
    edge, files = grow(edge, [b"doc" * 60, b"release" * 30])
    assert time.process_time() - begun < 0.05
    assert len(files) <= 10
    assert edge.size == 100_002
