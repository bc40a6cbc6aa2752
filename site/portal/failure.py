"""What stops a freeze and is no problem of the content: said in words, never as a traceback."""


class Failure(Exception):
    """Something that cannot be done; its text says what, for a person."""
