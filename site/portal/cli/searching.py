"""The verb `search`."""

import argparse
import json

from portal.cli import fail
from portal.cli.arguments import DONE
from portal.freeze.indexing import current_index
from portal.workspace import Workspace
from search.answer import answer
from search.index import DamagedIndex, open_index
from search.ranking import Filters, Results, Wish
from search.ranking import search as find


def search(asked: argparse.Namespace) -> int:
    """Search the release that is public now."""
    folder = current_index(Workspace(asked.portal, asked.output))
    if folder is None:
        return fail("Chưa có bản nào được dựng. Gõ: python3 freeze.py")
    try:
        with open_index(folder) as index:
            found = find(index, asked.query, _wish(asked))
    except DamagedIndex as error:
        return fail(f"Chỉ mục tìm kiếm hỏng ({error}). Dựng lại: python3 freeze.py")
    if asked.format == "json":
        print(json.dumps(answer(asked.query, found), ensure_ascii=False, indent=2))
    else:
        _tell(found, asked.skip)
    return DONE


def _wish(asked: argparse.Namespace) -> Wish:
    filters = Filters(
        asked.kind, asked.category, asked.unit, asked.language, asked.year, asked.since, asked.until
    )
    return Wish(asked.limit, asked.skip, filters, asked.newest, asked.typing)


def _tell(found: Results, skipped: int) -> None:
    if found.hits and not found.complete:
        how = "phần lớn các chữ trong " if found.rung == "most" else ""
        print(f"Đã tìm theo: {how}{found.searched}")
    if found.also:
        print(f"Đã tìm thêm: {'; '.join(found.also)}")
    print(f"{found.total} kết quả.")
    for place, hit in enumerate(found.hits, skipped + 1):
        day = f"{hit.date:%d/%m/%Y}. " if hit.date else ""
        print(f"{place}. {hit.title}\n   {hit.address}\n   {day}{hit.summary}")
