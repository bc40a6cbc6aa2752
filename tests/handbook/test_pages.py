"""The handbook says what the schemas and the catalogue say, and its examples are right."""

from pathlib import Path

import pytest
import yaml

from portal.cli import main
from portal.problems.catalogue import CATALOGUE
from portal.readers.kinds import KINDS, Kind
from portal.readers.schema import Schema
from tests.handbook.fields import EXAMPLES, examples, schemas_within
from tests.handbook.made import COMMAND, FOLDER, pages

AS_OF = "2026-11-23 12:00"


def test_the_examples_pass_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--portal", str(EXAMPLES), "--output", str(tmp_path), "--as-of", AS_OF, "--jobs", "1"]
    assert main(["check", "--strict", *words]) == 0, capsys.readouterr().err


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_example_shows_each_field_of_its_kind(kind: Kind) -> None:
    missing = _fields(kind.schema) - {key for path in examples(kind) for key in _written(path)}
    assert not missing, f"add these to a file of {EXAMPLES.name}/ here: {sorted(missing)}"


def _fields(schema: type[Schema], before: str = "") -> set[str]:
    own = {f"{before}{name}" for name in schema.model_fields}
    within = (_fields(inner, f"{before}{name}.") for name, inner in schemas_within(schema).items())
    return own.union(*within)


def _written(path: Path) -> set[str]:
    text = path.read_text("utf-8")
    return _keys(yaml.safe_load(text.split("---\n")[1] if path.suffix == ".md" else text))


def _keys(held: object, before: str = "") -> set[str]:
    if isinstance(held, list):
        return {key for one in held for key in _keys(one, before)}
    if not isinstance(held, dict):
        return set()
    within = (_keys(value, f"{before}{key}.") for key, value in held.items())
    return {f"{before}{key}" for key in held}.union(*within)


@pytest.mark.parametrize("name", ["cac-muc.md", "cac-loi.md"])
def test_a_page_that_is_made_is_what_would_be_made_now(name: str) -> None:
    same = (FOLDER / name).read_text("utf-8") == pages()[name]
    assert same, f"docs/cam-nang/{name} is stale: write it with `{COMMAND}`, read it, and commit it"


def test_each_code_has_its_place_and_its_repair() -> None:
    page = (FOLDER / "cac-loi.md").read_text("utf-8")
    parts = dict(part.split("`\n", 1) for part in page.split("\n### `")[1:])
    assert sorted(parts) == sorted(CATALOGUE)
    assert [code for code, told in parts.items() if "Cách sửa: " not in told] == []
