"""All guards over one text."""

from portal.guard.figures import find_figures
from portal.guard.finding import Finding, Known
from portal.guard.folding import fold_text
from portal.guard.hidden import find_hidden
from portal.guard.links import find_links
from portal.guard.persons import find_persons
from portal.guard.repeats import find_repeats
from portal.guard.spam import find_spam


def inspect(text: str, body: int, known: Known, *, private: bool = True) -> list[Finding]:
    """What is found in a file's text, of which the body begins at an offset, and its fields stand before it.

    Where nothing `private` is looked for, telephones and mail are the office's own.
    """
    of = fold_text(text)
    found = [
        *find_persons(text, of.plain, known, private=private),
        *find_spam(text, of),
        *find_repeats(text, of),
        *find_hidden(text, of.plain, body),
        *find_links(text, of.plain, known, body),
    ]
    return found + list(find_figures(text, body)) if "%" in text else found


def inspect_data(text: str, known: Known, *, linked: bool = True) -> list[Finding]:
    """What is found in a file of data or settings, in whose values anyone could hide what a page then shows.

    Telephones and mail there are the offices' own. Links are looked at only if it is `linked` to be read.
    """
    of = fold_text(text)
    found = [*find_spam(text, of), *find_hidden(text, of.plain, 0)]
    return found + list(find_links(text, of.plain, known, 0)) if linked else found
