"""Word documents as trees: read by mammoth, after what it does not know has been settled in their XML."""

from portal.importing.word.reader import read_word

__all__ = ["read_word"]
