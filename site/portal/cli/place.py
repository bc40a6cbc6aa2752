"""Where and when a verb works: the folders that were asked for, and the moment that counts as now."""

import argparse
from datetime import datetime
from pathlib import Path

from portal.cli.arguments import ROOT
from portal.workspace import Workspace
from vietnamese.dates import HANOI


def workspace_of(asked: argparse.Namespace) -> Workspace:
    """Where things lie."""
    return Workspace(asked.portal, asked.output)


def now(asked: argparse.Namespace) -> datetime:
    """The moment that counts as now: the one look at the clock."""
    moment: datetime = asked.as_of or datetime.now(HANOI)
    return moment


def templates_of(workspace: Workspace) -> tuple[Path, ...]:
    """Folders of templates, a portal's own first."""
    return (workspace.portal / "templates", ROOT / "templates")
