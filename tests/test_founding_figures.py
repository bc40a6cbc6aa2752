"""The nine figures of the founding article are taken from the data: none of them can change unseen."""

import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from portal.readers.portal import read_portal
from portal.source.folder import Folder
from tests.record.portals import Writer
from vietnamese.dates import HANOI

CONTENT = Path(__file__).resolve().parents[1] / "content"
ARTICLE = "tin-tuc/2023/hop-ban-chi-dao-chuyen-doi-so-tinh-hai-duong.md"
AS_OF = datetime(2026, 12, 1, tzinfo=HANOI)
QUOTED = re.compile(r"\[\[chi-tieu:([a-z-]+)@([^\]|]+)")


def cells() -> list[tuple[str, str]]:
    """Every cell that the article takes: indicator and period."""
    found = QUOTED.findall((CONTENT / ARTICLE).read_text("utf-8"))
    pairs = [(id, period) for id, written in found for period in _periods(id, written)]
    return sorted(set(pairs))


def _periods(id: str, written: str) -> list[str]:
    table = (CONTENT / f"chi-tieu/{id}.csv").read_text("utf-8")
    return [written] if f"\n{written}," in table else written.split("..")


def test_the_article_takes_nine_figures_from_the_data() -> None:
    assert len(cells()) >= 9


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures are made ready once for all."""
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize(("id", "period"), cells())
def test_changing_one_cell_names_every_text_that_takes_it_by_its_line(
    id: str, period: str, tmp_path: Path, cache: Path
) -> None:
    root = tmp_path / "content"
    shutil.copytree(CONTENT, root, ignore=shutil.ignore_patterns(".record"))
    file = root / f"chi-tieu/{id}.csv"
    before = file.read_text("utf-8")
    Writer(tmp_path).publish(f"chi-tieu/{id}.csv", before)
    changed = re.sub(rf"^{re.escape(period)},([0-9]+)", rf"{period},1", before, flags=re.MULTILINE)
    assert changed != before
    file.write_text(changed, "utf-8")
    reading = read_portal(Folder(root, "content"), cache, AS_OF)
    said = {(one.at.file, one.at.line) for one in reading.problems if one.code == "figure/revised"}
    texts = [path for path in root.rglob("tin-tuc/**/*.md") if f"chi-tieu:{id}@" in path.read_text("utf-8")]
    expected = {
        (f"content/{path.relative_to(root).as_posix()}", number)
        for path in texts
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        for quoted, written in QUOTED.findall(line)
        if quoted == id and period in _periods(id, written)
    }
    assert expected and said == expected
