"""The verb `verify`; nothing of the engine is asked, so that it says the same as `verify.py` alone."""

import argparse
from datetime import UTC, datetime

from portal.trust.verifying.command import run


def verify(asked: argparse.Namespace) -> int:
    """Verify a release; gives 0 whole, 10 to 14 by what is wrong, 2 for a key or a policy that is none."""
    return run(asked, asked.as_of or datetime.now(UTC))
