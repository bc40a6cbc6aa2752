"""The figures as files: the same values in each, to the last digit, with what they mean beside them."""

import csv
import io
import json
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.chronicle import Cell, Chronicle, Statement
from portal.model.indicator import Dimension, Indicator, Series, Target
from portal.model.observation import Observation, Status
from portal.model.period import month, year
from portal.readers.chronicles import chronicle_of, published_in
from portal.web.app import PortalApp
from portal.web.open_data import as_csv, as_json
from tests.record.portals import Writer
from tests.web.feeds.portals import SETTINGS
from tests.web.portals import DOSSIERS, SHARE, links, made, main, site, standing, words
from vietnamese.dates import HANOI

SPLIT = replace(
    DOSSIERS,
    dimensions=(Dimension("cap", "Cấp"),),
    parts=(Series(("Xã",), (Observation(year(2025), Decimal("370.50"), Status.PROVISIONAL),)),),
    observations=(
        *DOSSIERS.observations,
        Observation(year(2027), None, Status.MISSING, source="Báo cáo nhanh"),
    ),
    targets=(Target(year(2030), Decimal("2000.0"), "Kế hoạch"),),
)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
SEEN = st.builds(
    lambda number, value, note: (number, value, note),
    st.integers(0, 500),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4)
    | st.none(),
    TEXTS,
)


def _status(value: Decimal | None) -> Status:
    return Status.MISSING if value is None else Status.NORMAL


def of(*indicators: Indicator) -> PortalApp:
    """A portal with these indicators alone."""
    return site(indicators=indicators)


def loaded(app: PortalApp, address: str) -> dict[str, object]:
    """What a file of JSON says, its numbers with all their digits."""
    said: dict[str, object] = json.loads(made(app, address), parse_float=Decimal, parse_int=Decimal)
    return said


def test_json_says_what_the_table_says() -> None:
    said = loaded(of(SPLIT), "/chi-tieu/ho-so.json")
    assert said["observations"] == [
        {"period": "2025", "value": Decimal(1370), "status": "A", "note": "=Số ước tính"},
        {"period": "2026-Q1", "value": Decimal("1946.5"), "status": "A", "note": "Theo hệ thống, sơ bộ"},
        {"period": "2027", "value": None, "status": "O", "source": "Báo cáo nhanh"},
        {"period": "2025", "value": Decimal("370.50"), "status": "P", "cap": "Xã"},
    ]
    assert said["targets"] == [{"period": "2030", "value": Decimal("2000.0"), "source": "Kế hoạch"}]
    assert str(said["observations"][3]["value"]) == "370.50"


def test_json_has_every_language_in_one_file() -> None:
    english = replace(SHARE, language="en", name="Digital signatures", definition="Share.", unit="%")
    said = loaded(of(SHARE, english), "/chi-tieu/ty-le.json")
    assert said["name"] == {"vi": "Tỷ lệ chữ ký số", "en": "Digital signatures"}
    assert said["unit"] == {"vi": "%", "en": "%"}


@given(st.lists(SEEN, min_size=1, max_size=8, unique_by=lambda seen: seen[0]))
def test_both_files_hold_the_very_figures_of_the_data(held: list[tuple[int, Decimal | None, str]]) -> None:
    seen = tuple(
        Observation(month(2000 + number // 12, number % 12 + 1), value, _status(value), note)
        for number, value, note in sorted(held, key=lambda one: one[0])
    )
    indicator = replace(SHARE, observations=seen)
    rows = list(csv.DictReader(io.StringIO(as_csv(indicator).decode(), newline="")))
    told = json.loads(as_json((indicator,), SETTINGS), parse_float=Decimal, parse_int=Decimal)["observations"]
    assert [row["value"] for row in rows] == ["" if one.value is None else str(one.value) for one in seen]
    assert [one["value"] for one in told] == [one.value for one in seen]
    assert [one.get("note", "") for one in told] == [one.note for one in seen]


def test_the_package_names_every_table_with_its_hash_and_the_type_of_each_column() -> None:
    app = of(SPLIT, SHARE)
    said = loaded(app, "/chi-tieu/datapackage.json")
    resources = {one["name"]: one for one in said["resources"]}  # type: ignore[attr-defined]
    assert set(resources) == {"ho-so", "ty-le"}
    for name, one in resources.items():
        body = made(app, f"/chi-tieu/{one['path']}")
        assert one["hash"] == f"sha256:{sha256(body).hexdigest()}" and one["bytes"] == len(body)
        header = next(csv.reader(io.StringIO(body.decode(), newline="")))
        assert [field["name"] for field in one["schema"]["fields"]] == header, name
    assert resources["ho-so"]["schema"]["primaryKey"] == ["period", "cap"]


def test_metadata_lie_where_csv_on_the_web_looks_for_them() -> None:
    said = loaded(of(SPLIT), "/chi-tieu/ho-so.csv-metadata.json")
    assert said["url"] == "ho-so.csv"
    titles = [column["titles"] for column in said["tableSchema"]["columns"]]  # type: ignore[index]
    assert titles == ["period", "value", "cap", "status", "note", "source"]


@pytest.mark.parametrize("address", ["/du-lieu/", "/en/du-lieu/"])
def test_a_page_tells_where_the_files_are(address: str) -> None:
    english = replace(SHARE, language="en", name="Digital signatures")
    page = main(site(indicators=(SHARE, english), pages=(standing(language="en"),)), address)
    found = links(page)
    assert found["/chi-tieu/datapackage.json"] == "/chi-tieu/datapackage.json"
    assert "/chi-tieu/ty-le.csv" in found.values() and "/chi-tieu/ty-le.json" in found.values()
    assert "provisional" in words(page)


def test_a_portal_without_figures_has_no_package() -> None:
    app = of()
    assert "/chi-tieu/datapackage.json" not in app.slots
    assert "/du-lieu/" in app.slots


def test_a_replaced_table_stays_as_it_was_published(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    for text in ("period,value,cap\n2023,1,\n2023,2,Xã\n", "period,value\n2023,3\n"):
        writer.publish("chi-tieu/ty-le.csv", text)
    record = writer.read()
    chronicle = chronicle_of(published_in(record)("chi-tieu/ty-le.csv"), "period,value\n2023,3\n")
    app = site(indicators=(replace(SHARE, chronicle=chronicle),), record=record)
    assert [name for name in app.slots if "phien-ban" in name] == ["/chi-tieu/ty-le/phien-ban/1.csv"]
    rows = made(app, "/chi-tieu/ty-le/phien-ban/1.csv").decode().split("\r\n")
    assert rows == ["period,value,cap,status,note,source", "2023,1,,,,", "2023,2,Xã,,,", ""]


def test_json_tells_what_was_revised_when_and_why() -> None:
    first = datetime(2026, 5, 13, 9, tzinfo=HANOI)
    part = (("cap", "Xã"),)
    chronicle = Chronicle(
        (
            Statement(year(2025), (), 1, Cell(Decimal("1.50")), None, first),
            Statement(year(2025), (), 2, Cell(Decimal("1.70")), Cell(Decimal("1.50")), first, "Nhập «nhầm»"),
            Statement(year(2025), part, 2, None, Cell(Decimal(5)), first),
            Statement(year(2026), (), 2, Cell(Decimal(3)), Cell(Decimal(2)), None),
        )
    )
    said = loaded(of(replace(SPLIT, chronicle=chronicle)), "/chi-tieu/ho-so.json")
    at = "2026-05-13T09:00:00+07:00"
    assert said["revisions"] == [
        {"period": "2025", "old": Decimal(5), "new": None, "cap": "Xã", "at": at, "reason": ""},
        {"period": "2025", "old": Decimal("1.5"), "new": Decimal("1.7"), "at": at, "reason": "Nhập «nhầm»"},
    ]
    assert "revisions" not in loaded(of(SPLIT), "/chi-tieu/ho-so.json")
