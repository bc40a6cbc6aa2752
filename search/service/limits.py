"""The bounds of the service: how much is read, done at once, and waited for."""

MAX_TYPED = 800
"""Characters of a query that are taken; the first 200 of them are searched (`search.query`)."""

MAX_PAGE = 50
"""The last page of answers that can be asked for."""

PAGE_SIZE = 20
"""Answers on a page, unless a program asks for another number."""

MAX_PAGE_SIZE = 50

MAX_NAME = 80
"""Characters of the name of a category, a unit or a kind."""

SEATS = 2
"""Searches at once, each in a thread with a searcher of its own."""

WAITING = 6
"""Queries that wait for a seat; the next one is told to come again."""

DEADLINE = 0.5
"""Seconds from a query to its answer; then its search is given up."""

RETRY_AFTER = 1
"""Seconds after which a reader who was turned away may ask again."""

MEMORY_BYTES = 32 * 2**20
"""Bytes of answers that are kept, to be given again."""

MAX_HEADER_BYTES = 8192
"""Bytes of a request's first line and headers; more is answered with 431."""

MAX_BODY_BYTES = 1024
"""Bytes of a request's body; no request has any use for one."""

THREADS = 16
"""Requests that are answered at once, from memory or after a search."""

CONNECTIONS = 400
"""Connections that are held at once; others wait in the system's queue."""

IDLE_SECONDS = 30
"""Seconds after which a connection that says nothing is closed."""

DRAIN_SECONDS = 10
"""Seconds in which answers that are under way are finished, once the service is told to stop."""
