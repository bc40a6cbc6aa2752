"""What frictionless and csvw read in a folder of tables, as JSON; run by a Python that has both."""

import json
import sys
from pathlib import Path

from csvw import CSVW
from frictionless import Package, system, validate


def main(folder: Path) -> None:
    """Print, for each table, the values that each of them reads, and what they hold against it."""
    # The package names files beside it by their paths.
    system.trusted = True
    package = folder / "datapackage.json"
    report = validate(str(package))
    read: dict[str, dict[str, object]] = {}
    for resource in Package(str(package)).resources:
        table = CSVW(str(folder / f"{resource.name}.csv-metadata.json"), validate=True)
        read[resource.name] = {
            "frictionless": [_said(row["value"]) for row in resource.read_rows()],
            "csvw": [_said(row["value"]) for one in table.tables for row in one],
            "is_csvw": bool(table.is_valid),
        }
    json.dump({"faults": report.flatten(["name", "rowNumber", "note"]), "read": read}, sys.stdout)


def _said(value: object) -> str | None:
    return None if value is None else str(value)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
