"""Questions to a person at a terminal; where there is none, every answer is empty."""

import sys
from dataclasses import dataclass
from datetime import datetime

from vietnamese.dates import NotADate, parse_moment


@dataclass(slots=True)
class Asking:
    """Asks on the terminal until the input ends; an empty line leaves a thing open."""

    on: bool

    def line(self, question: str) -> str:
        """Ask for a line of text."""
        if not self.on:
            return ""
        print(f"{question} (để trống nếu chưa có): ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        # An empty string is the end of the input; a line has at least its end.
        self.on = bool(answer)
        return " ".join(answer.split())

    def moment(self, question: str) -> datetime | None:
        """Ask for a day or a moment until it is one, or left open."""
        while answer := self.line(question):
            try:
                return parse_moment(answer)
            except NotADate:
                print(f"«{answer}» không phải là ngày.", file=sys.stderr)
        return None

    def alt(self, name: str) -> str:
        """Ask what is to be seen on a picture."""
        return self.line(f"Ảnh {name} có gì, kể cho người không nhìn thấy")
