"""Two libraries that others use read our tables without a fault, and the same values as we wrote."""

import json
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from portal.model.indicator import Dimension, Series
from portal.model.observation import Observation, Status
from portal.model.period import BEFORE, NOW, cumulative, half, month, quarter, year
from tests.requirements_of_machine import data_readers
from tests.web.portals import DOSSIERS, SHARE, made, site

READER = Path(__file__).parent / "data_readers.py"
AWKWARD = replace(
    DOSSIERS,
    id="kho",
    dimensions=(Dimension("khu-vuc", "Khu vực"), Dimension("gioi", "Giới")),
    observations=(
        Observation(year(2020), Decimal(0), note='=SUM(A1:A3), "nháy" và phẩy'),
        Observation(year(2021), Decimal("-12.50"), note="+cộng", source="@nguồn"),
        Observation(year(2022), Decimal("123456789012345.678901"), Status.ESTIMATED),
        Observation(year(2023), None, Status.MISSING, "Chưa thu thập"),
        Observation(half(2024, 1), Decimal("0.001")),
        Observation(quarter(2024, 3), Decimal("1E+3")),
        Observation(month(2024, 11), None, Status.NOT_APPLICABLE),
        Observation(cumulative(2025, 1, 8), Decimal(9), Status.PROVISIONAL),
    ),
    parts=(Series(("Bắc", "nữ"), (Observation(year(2023), None, Status.SUPPRESSED),)),),
)
UNSTATED = replace(
    SHARE, id="khong-ky", observations=(Observation(BEFORE, Decimal(76)), Observation(NOW, Decimal(100)))
)


@pytest.mark.data_readers
def test_frictionless_and_csvw_read_every_value_as_it_was_written(tmp_path: Path) -> None:
    app = site(indicators=(AWKWARD, UNSTATED, SHARE))
    for address in app.slots:
        if address.startswith("/chi-tieu/") and address.endswith((".csv", "metadata.json", "package.json")):
            (tmp_path / address.rpartition("/")[2]).write_bytes(made(app, address))
    python = data_readers()
    assert python
    ended = subprocess.run([python, READER, tmp_path], capture_output=True, text=True, check=True)
    told = json.loads(ended.stdout)
    assert told["faults"] == []
    for one in (AWKWARD, UNSTATED, SHARE):
        seen = [*one.observations, *(held for part in one.parts for held in part.observations)]
        wanted = [held.value for held in seen]
        read = told["read"][one.id]
        assert [value and Decimal(value) for value in read["frictionless"]] == wanted
        assert [value and Decimal(value) for value in read["csvw"]] == wanted
        assert read["is_csvw"]
