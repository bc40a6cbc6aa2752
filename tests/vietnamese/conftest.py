"""Property tests here try the same examples on every machine, and no clock decides whether they pass."""

from hypothesis import settings

settings.register_profile("vietnamese", deadline=None, derandomize=True, database=None)
settings.load_profile("vietnamese")
