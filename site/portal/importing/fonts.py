"""Words under old fonts: runs that come with the encoding that their font promises, in Unicode."""

from collections.abc import Sequence
from itertools import groupby

from vietnamese.legacy import Legacy, decoded_pieces, is_unicode
from vietnamese.spelling import nfc


def in_unicode(pieces: Sequence[tuple[str, Legacy | None]]) -> list[str]:
    """Give the pieces of one paragraph in Unicode NFC, each with the encoding of its font.

    A letter and its mark may stand in two pieces. Where letters show that a text is Unicode already, the
    name of its font is only a remnant.
    """
    made: list[str] = []
    for encoding, held in groupby(pieces, key=lambda piece: piece[1]):
        texts = [text for text, _ in held]
        old = encoding is not None and not is_unicode("".join(texts))
        made += decoded_pieces(texts, encoding) if old and encoding else map(nfc, texts)
    return made
