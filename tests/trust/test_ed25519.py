"""Our own verification of Ed25519 says of any signature what cryptography says."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.trust.ed25519 import is_signed

seeds = st.binary(min_size=32, max_size=32)
ORDER = 2**252 + 27742317777372353535851937790883648493


def oracle(public: bytes, message: bytes, signature: bytes) -> bool:
    """What cryptography says."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@given(seeds, st.binary(max_size=200))
@settings(max_examples=60)
def test_what_cryptography_signed_is_signed(seed: bytes, message: bytes) -> None:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    assert is_signed(key.public_key().public_bytes_raw(), message, key.sign(message))


@given(seeds, st.binary(max_size=50), st.integers(0, 95), st.integers(0, 7))
@settings(max_examples=120)
def test_one_changed_bit_is_told_as_cryptography_tells_it(
    seed: bytes, message: bytes, place: int, bit: int
) -> None:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    held = bytearray(key.public_key().public_bytes_raw() + key.sign(message))
    held[place] ^= 1 << bit
    public, signature = bytes(held[:32]), bytes(held[32:])
    assert not is_signed(public, message, signature)
    assert not oracle(public, message, signature)


@given(seeds, st.binary(max_size=50))
@settings(max_examples=40)
def test_a_number_in_another_form_is_refused(seed: bytes, message: bytes) -> None:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = key.public_key().public_bytes_raw(), key.sign(message)
    larger = int.from_bytes(signature[32:], "little") + ORDER
    assert not is_signed(public, message, signature[:32] + larger.to_bytes(32, "little"))


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=64, max_size=64))
@settings(max_examples=60)
def test_random_bytes_are_judged_alike(public: bytes, signature: bytes) -> None:
    assert is_signed(public, b"", signature) == oracle(public, b"", signature)


def test_the_first_vectors_of_rfc_8032_hold() -> None:
    public = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    signature = bytes.fromhex(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b"
    )
    assert is_signed(public, b"", signature)
    assert not is_signed(public, b"\0", signature)


def test_other_lengths_are_refused() -> None:
    assert not is_signed(bytes(31), b"", bytes(64))
    assert not is_signed(bytes(32), b"", bytes(63))
