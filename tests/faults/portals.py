"""A portal of some thirty pages, as it was at three times."""

from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from tests.readers.folders import PORTAL, portal_folder

AS_OF = "2026-11-01"
"""The moment of every freeze here: the command has no other clock."""

_INDICATOR = """\
name: "Dịch vụ công trực tuyến"
definition: "Số dịch vụ công mà người dân làm được trọn vẹn trên mạng."
unit: "dịch vụ"
owner: so-khcn
source: {name: "Báo cáo quý của tỉnh"}
"""
_SERVICES = """\
title: "Cho người dân"
audience: cong-dan
links:
  - {title: "Nộp hồ sơ", text: "Làm thủ tục tại nhà.", url: "https://a.example/", link_text: "Mở trang"}
"""
_SETTINGS = PORTAL + "keep_releases: 2\n"


def _article(number: int, text: str = "Cuộc họp bàn việc của quý.", picture: str = "") -> str:
    image = f"image: {{src: {picture}, alt: 'Bàn họp trong hội trường'}}\n" if picture else ""
    return (
        f'---\ntitle: "Buổi họp thứ {number}"\ndate: 2025-0{number}-10 08:00\n'
        f'summary: "Buổi họp thứ {number} nêu việc đã làm và việc còn lại của các xã, phường trong tỉnh."\n'
        f"category: thoi-su\nunit: so-khcn\ntags: [họp báo]\n{image}---\n"
        f"{text}\n\n## Kết quả\n\nĐã thống nhất.\n"
    )


def _file(number: int) -> str:
    return f"tin-tuc/2025/hop-{number}.md"


_FIRST: Mapping[str, str] = {
    "portal.yaml": _SETTINGS,
    "co-quan/so-khcn.yaml": 'name: "Sở Khoa học và Công nghệ"\nshort: "Sở KHCN"\n',
    "chi-tieu/dich-vu.yaml": _INDICATOR,
    "chi-tieu/dich-vu.csv": "period,value\n2024,500\n2025,576\n",
    "dich-vu/nguoi-dan.yaml": _SERVICES,
    **{
        _file(number): _article(number, "Cuộc họp.", "hinh.png" if number == 1 else "")
        for number in range(1, 6)
    },
}
_CHANGES: tuple[Mapping[str, str | None], ...] = (
    {},
    {_file(2): _article(2, "Cuộc họp bàn việc của hai quý.")},
    {_file(3): _article(3, "Cuộc họp bàn việc của cả năm.")},
    # An edit, a new article with its picture, one that goes, a new figure, a new word in every page.
    {
        _file(2): _article(2, "Cuộc họp bàn việc của ba quý."),
        _file(6): _article(6, "Cuộc họp mới.", "moi.png"),
        _file(5): None,
        "chi-tieu/dich-vu.csv": "period,value\n2024,500\n2025,576\n2026,582\n",
        "portal.yaml": _SETTINGS.replace('short: "Tin"', 'short: "Tin tỉnh"'),
    },
)  # fmt: skip
TIMES = len(_CHANGES)
"""How many times there are; at the last, much changes at once."""


def portal_at(folder: Path, time: int) -> Path:
    """Write or change the portal in a folder into what it is at a time, from 0."""
    if time == 0:
        root = portal_folder(folder, _FIRST)
        _picture(root / "tin-tuc/2025/hinh.png", "#a9452a")
        return root
    root = folder / "content"
    for name, text in _CHANGES[time].items():
        if text is None:
            (root / name).unlink()
        else:
            (root / name).write_text(text, "utf-8")
    if time == TIMES - 1:
        _picture(root / "tin-tuc/2025/moi.png", "#1e4088")
    return root


def _picture(file: Path, colour: str) -> None:
    Image.new("RGB", (600, 400), colour).save(file)
