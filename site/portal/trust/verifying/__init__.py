"""Verifying what is really served: the log, the release that it speaks of, and all else that answers."""
