"""The page that verifies another page in a browser: one file, whose own script its digest allows."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

_PAGE = Path(__file__).with_name("verify.html")
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def verify_page() -> bytes:
    """Give the page, with its policy in it, for servers and for copies that are opened from a disk."""
    return _PAGE.read_text("utf-8").replace("{policy}", page_policy()).encode()


def page_policy() -> str:
    """Give the Content-Security-Policy of that page alone.

    It may read from any portal, since it is meant to be opened from elsewhere than the portal in doubt.
    """
    text = _PAGE.read_text("utf-8")
    return (
        f"default-src 'none'; script-src '{_digest(_SCRIPT, text)}'; style-src '{_digest(_STYLE, text)}'; "
        "connect-src 'self' https:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(what: re.Pattern[str], text: str) -> str:
    found = what.search(text)
    assert found
    return f"sha256-{b64encode(sha256(found[1].encode()).digest()).decode()}"
