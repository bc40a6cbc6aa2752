"""A manifest in parts lists what the whole lists, and one file is found in one part."""

from hashlib import sha256

import pytest

from portal.trust.manifest import Manifest, read
from portal.trust.shards import INDEX, part_for, read_part, shards_of


def listing(count: int) -> Manifest:
    return {path: sha256(path.encode()).hexdigest() for path in sorted(f"tin/{n}.html" for n in range(count))}


@pytest.mark.parametrize(("count", "parts"), [(0, 0), (5, 1), (512, 1), (513, 16), (9000, 256)])
def test_parts_together_are_the_whole(count: int, parts: int) -> None:
    manifest, shards = listing(count), shards_of(listing(count))
    index = read(shards[INDEX].decode())
    assert len(index) == parts and set(shards) == {INDEX, *index}
    found = {path: held for name in index for path, held in read_part(index, name, shards[name]).items()}
    assert found == manifest


@pytest.mark.parametrize("count", [5, 513, 9000])
def test_a_file_is_looked_for_in_one_part(count: int) -> None:
    manifest, shards = listing(count), shards_of(listing(count))
    index = read(shards[INDEX].decode())
    for path in list(manifest)[::97]:
        name = part_for(index, path)
        assert name and path in read_part(index, name, shards[name])
    name = part_for(index, "la.html")
    assert name is None or "la.html" not in read_part(index, name, shards[name])


def test_one_changed_file_changes_one_part_and_the_index() -> None:
    before = shards_of(listing(9000))
    after = shards_of({**listing(9000), "tin/7.html": "0" * 64})
    assert len([name for name in before if before[name] != after[name]]) == 2


def test_a_part_that_the_index_does_not_list_is_refused() -> None:
    shards = shards_of(listing(5))
    index = read(shards[INDEX].decode())
    with pytest.raises(ValueError, match="not the part"):
        read_part(index, "all", shards["all"] + b"\n")
