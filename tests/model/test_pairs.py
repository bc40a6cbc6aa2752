"""Numbers that stand for pairs of neighbouring words."""

from portal.model.pairs import pack_pairs, unpack_pairs


def pairs(*texts: str) -> frozenset[int]:
    return unpack_pairs(pack_pairs(*texts))


def test_pairs_are_of_neighbours_alone_and_blind_to_marks() -> None:
    assert len(pairs("cải cách hành chính")) == 3
    assert pairs("Cải cách hành chính") == pairs("cai cach hanh chinh")
    assert pairs("cải cách") & pairs("hành chính cải cách")
    assert not pairs("cải cách hành chính") & pairs("cách cải chính hành")


def test_no_pair_spans_two_texts() -> None:
    assert pairs("cải cách", "hành chính") == pairs("cải cách") | pairs("hành chính")
    assert not pairs("một", "hai", "")
