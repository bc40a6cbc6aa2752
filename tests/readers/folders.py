"""A small portal that is right in every way; tests change one file of it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from PIL import Image

from portal.readers.portal import Reading, read_portal
from portal.source.folder import Folder
from vietnamese.dates import HANOI

AS_OF = datetime(2026, 11, 1, tzinfo=HANOI)

PORTAL = """\
url: "https://tin.example"
authority: "tin.example"
since: 2026-01-01
name: "Cổng tin"
short: "Tin"
description: "Tin tức của tỉnh."
categories:
  - {id: thoi-su, name: "Thời sự", name_en: "News"}
colours:
  paper: ["#ffffff", "#000000"]
  surface: ["#f4f4f4", "#111111"]
  ink: ["#111111", "#f4f4f4"]
  muted: ["#444444", "#cccccc"]
  line: ["#cccccc", "#444444"]
  brand: ["#1e4088", "#9bbcf5"]
  accent: ["#a9452a", "#f0a584"]
"""
ARTICLE = """\
---
title: "Họp báo quý hai"
date: 2026-05-13 14:44
summary: "Buổi họp báo nêu kết quả quý hai và trả lời câu hỏi của người dân về thủ tục đất đai."
category: thoi-su
---
Nội dung buổi họp.

## Kết quả

Xem [trang liên hệ](../../trang/lien-he.md).
"""
PAGE = """\
---
title: "Liên hệ"
summary: "Cách gửi câu hỏi và góp ý cho ban biên tập của cổng."
---
Gửi thư cho chúng tôi.
"""
ARTICLE_FILE = "tin-tuc/2026/hop-bao.md"


def portal_folder(folder: Path, changes: Mapping[str, str] | None = None) -> Path:
    """Write the portal into a folder named `content`, with some files changed or added."""
    root = folder / "content"
    files = {"portal.yaml": PORTAL, ARTICLE_FILE: ARTICLE, "trang/lien-he.md": PAGE, **(changes or {})}
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    Image.new("RGB", (1000, 600), "#1e4088").save(root / "tin-tuc/2026/anh.png")
    return root


def read(folder: Path, changes: Mapping[str, str] | None = None) -> Reading:
    """Read the portal with some files changed."""
    return read_portal(Folder(portal_folder(folder, changes), "content"), folder / "cache", AS_OF)


def codes(reading: Reading) -> list[tuple[str, int, int]]:
    """The code, line and column of every problem."""
    return [(problem.code, problem.at.line, problem.at.column) for problem in reading.problems]
