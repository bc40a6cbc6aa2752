"""The verb `search`."""

import argparse
import json

from portal.cli import fail
from portal.cli.arguments import DONE
from portal.freeze.indexing import current_index
from portal.workspace import Workspace
from search.index import DamagedIndex, open_index
from search.ranking import search as find


def search(asked: argparse.Namespace) -> int:
    """Search the release that is public now."""
    folder = current_index(Workspace(asked.portal, asked.output))
    if folder is None:
        return fail("Chưa có bản nào được dựng. Gõ: python3 freeze.py")
    try:
        with open_index(folder) as index:
            found = find(index, asked.query, limit=max(1, asked.limit))
    except DamagedIndex as error:
        return fail(f"Chỉ mục tìm kiếm hỏng ({error}). Dựng lại: python3 freeze.py")
    if asked.format == "json":
        hits = [
            {"address": hit.address, "title": hit.title, "summary": hit.summary, "kind": hit.kind}
            for hit in found.hits
        ]
        answer = {"total": found.total, "searched": found.searched, "hits": hits}
        print(json.dumps(answer, ensure_ascii=False, indent=2))
        return DONE
    print(f"{found.total} kết quả.")
    for place, hit in enumerate(found.hits, 1):
        print(f"{place}. {hit.title}\n   {hit.address}\n   {hit.summary}")
    return DONE
