"""One state of a portal in the preview: its application, and what its author must know."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from portal.preview.faults import Fault
from portal.problems.problem import Problem
from portal.web.app import PortalApp


@dataclass(frozen=True, slots=True)
class Edition:
    """What was made of the files as they stood.

    `app` is None where there are no settings to make one. `waiting` says of addresses that are not public yet
    why; `files` are the addresses of files with problems, by the files' names in reports. `fault` is what
    stopped the whole, as a template that cannot be read.
    """

    app: PortalApp | None
    problems: tuple[Problem, ...] = ()
    waiting: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    fault: Fault | None = None
