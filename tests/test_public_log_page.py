"""What operators are told of the public log can be typed, and every option is told."""

import argparse
import re
import shlex
from pathlib import Path

import pytest

from portal.cli.arguments import parser

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = ("nhat-ky.md", "en/public-log.md")
COMMAND = re.compile(r"python3 freeze\.py ((?:publish|keys|redact|verify)[^`\n]*)")
SHARED = {"--portal", "--output", "--as-of", "--help", "--jobs", "--timings", "-h"}


def commands(page: str) -> list[list[str]]:
    text = (DOCS / page).read_text("utf-8")
    return [shlex.split(found.rstrip(".,")) for found in COMMAND.findall(text)]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_on_the_page_can_be_typed(page: str) -> None:
    found = commands(page)
    assert {words[0] for words in found} == {"publish", "keys", "redact", "verify"}
    for words in found:
        assert isinstance(parser().parse_args([word for word in words if word != "…"]), argparse.Namespace)


@pytest.mark.parametrize("page", PAGES)
def test_every_option_of_publishing_and_redacting_is_on_the_page(page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    assert (
        set(re.findall(r"--[a-z-]+", help_of("publish"))) - SHARED - set(re.findall(r"--[a-z-]+", text))
        == set()
    )
    assert all(option in text for option in ("--decision", "--basis", "--days", "--to", "--qr"))
    assert all(action in text for action in ("keys new", "keys rotate", "keys revoke", "keys show"))


def help_of(verb: str) -> str:
    actions = parser()._subparsers._group_actions  # type: ignore[union-attr]
    choices = actions[0].choices
    assert isinstance(choices, dict)
    return str(choices[verb].format_usage())
