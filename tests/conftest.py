"""Leaves out, and says so, the tests that this machine cannot run."""

import pytest
from hypothesis import settings

from tests.requirements_of_machine import blocking, describe, missing_needs, must_be_complete

# How long an example takes is no promise: a machine may be busy.
settings.register_profile("portal", deadline=None)
settings.load_profile("portal")


def pytest_report_header() -> str:
    """One line above the run: what is left out and why."""
    return describe(missing_needs())


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the tests whose needs are missing; an error where everything must run."""
    missing = missing_needs()
    left_out = [item for item in items if blocking((mark.name for mark in item.iter_markers()), missing)]
    if left_out and must_be_complete():
        raise pytest.UsageError(f"everything must run here, but {describe(missing)}")
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
