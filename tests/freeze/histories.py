"""Changes that people make to a portal's folder, one after another."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.readers.folders import ARTICLE, PAGE, PORTAL

WORDS = ("Họp báo", "Thủ tục đất đai", "Chữ ký số", "Dữ liệu mở", "Ấp Bắc")
LEVELS = ("khan-cap", "canh-bao", "thong-tin")
TAGS = ("hồ sơ", "chữ ký số", "dữ liệu")

_INDICATOR = 'name: "Số hồ sơ"\ndefinition: "Số hồ sơ trong năm."\nunit: "hồ sơ"\nsource: {name: "Báo cáo"}\n'


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what is done, and two numbers that choose where and how."""

    name: str
    which: int
    how: int

    def apply(self, content: Path) -> None:
        """Do it to a portal's folder; a change that fits nothing there does nothing."""
        CHANGES[self.name](content, self.which, self.how)


def _file(content: Path, which: int) -> Path:
    return content / "tin-tuc" / "2026" / f"bai-{which}.md"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _replaced(file: Path, old: str, new: str) -> None:
    if file.is_file():
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def _add(content: Path, which: int, how: int) -> None:
    if _file(content, which).exists():
        return
    text = ARTICLE.replace("Họp báo quý hai", f"{WORDS[how % len(WORDS)]} {which}")
    text = text.replace("2026-05-13 14:44", f"2026-{1 + how % 9:02}-{10 + which:02} 08:00")
    own = f"category: {'thoi-su' if how % 2 else 'huong-dan'}\ntags: [{TAGS[how % 3]}]"
    _write(_file(content, which), text.replace("category: thoi-su", own))


def _remove(content: Path, which: int, how: int) -> None:
    for suffix in (".md", ".en.md"):
        _file(content, which).with_suffix(suffix).unlink(missing_ok=True)


def _edit_text(content: Path, which: int, how: int) -> None:
    _replaced(
        _file(content, which), "Nội dung buổi họp.", f"Nội dung buổi họp.\n\n## Mục {how}\n\nThêm {how}."
    )


def _edit_heading(content: Path, which: int, how: int) -> None:
    _replaced(_file(content, which), "## Kết quả", f"## Kết quả {how}")


def _edit_title(content: Path, which: int, how: int) -> None:
    _replaced(_file(content, which), 'title: "', f'title: "{how} ')


def _edit_date(content: Path, which: int, how: int) -> None:
    _replaced(_file(content, which), "date: 2026-0", f"date: 2026-{'0' if how % 2 else '1'}")
    _replaced(_file(content, which), "date: 2026-10", "date: 2026-0")


def _rename(content: Path, which: int, how: int) -> None:
    old, new = _file(content, which), _file(content, which + 20)
    if old.is_file() and not new.exists():
        text = old.read_text("utf-8").replace("---\nNội", f"aliases: [/tin-tuc/2026/bai-{which}/]\n---\nNội")
        old.unlink()
        _write(new, text)


def _translate(content: Path, which: int, how: int) -> None:
    if _file(content, which).is_file():
        text = _file(content, which).read_text("utf-8")
        _write(_file(content, which).with_suffix(".en.md"), text.replace('title: "', 'title: "News '))


def _schedule(content: Path, which: int, how: int) -> None:
    _replaced(
        _file(content, which), "---\nNội", f"{'draft: true' if how % 2 else 'publish: 2030-01-01'}\n---\nNội"
    )


def _withdraw(content: Path, which: int, how: int) -> None:
    reason = f'withdrawn: {{date: 2026-11-0{1 + how % 5}, reason: "Lý do {how}."}}'
    _replaced(_file(content, which), "---\nNội", f"{reason}\n---\nNội")


def _expire(content: Path, which: int, how: int) -> None:
    _replaced(_file(content, which), "---\nNội", f"expires: 2026-11-0{1 + how % 5} 08:00\n---\nNội")


def _publish_again(content: Path, which: int, how: int) -> None:
    file = _file(content, which)
    if file.is_file():
        lines = file.read_text("utf-8").splitlines(keepends=True)
        left = ("draft:", "publish:", "expires:", "withdrawn:")
        _write(file, "".join(line for line in lines if not line.startswith(left)))


def _correct(content: Path, which: int, how: int) -> None:
    said = f'corrections: [{{date: 2026-11-01, old: "Cũ {how}.", new: "Nội dung"}}]'
    _replaced(_file(content, which), "---\nNội", f"{said}\n---\nNội")


def _lead_there(content: Path, which: int, how: int) -> None:
    """An article leads to an anchor of another, which may go."""
    if _file(content, which).is_file() and _file(content, how).is_file():
        _replaced(_file(content, which), "../../trang/lien-he.md", f"bai-{how}.md#ket-qua")


def _picture(content: Path, which: int, how: int) -> None:
    """A picture of its own, or one that others show too."""
    file = _file(content, which)
    if file.is_file():
        name = f"anh-{which if how % 2 else 'chung'}.png"
        Image.new("RGB", (600, 400), (which, 0, 0) if how % 2 else "#1e4088").save(file.with_name(name))
        _replaced(file, "---\nNội", f'image: {{src: {name}, alt: "Bàn họp"}}\n---\nNội')


def _announce(content: Path, which: int, how: int) -> None:
    text = f'text: "Bão số {which}."\nlevel: {LEVELS[how % 3]}\nexpires: 2026-11-0{2 + how % 5}\n'
    _write(content / "thong-bao-khan.yaml", text)


def _announce_no_more(content: Path, which: int, how: int) -> None:
    (content / "thong-bao-khan.yaml").unlink(missing_ok=True)


def _page_for_a_time(content: Path, which: int, how: int) -> None:
    life = ("draft: true", "expires: 2026-11-02", "publish: 2026-11-03")[how % 3]
    _write(content / "trang" / "quy-che.md", PAGE.replace("summary:", f"{life}\nsummary:"))


def _rename_category(content: Path, which: int, how: int) -> None:
    _replaced(content / "portal.yaml", 'name: "Thời sự', f'name: "Thời sự {how}')


def _rename_portal(content: Path, which: int, how: int) -> None:
    _replaced(content / "portal.yaml", 'name: "Cổng tin', f'name: "Cổng tin {how}')


def _recolour(content: Path, which: int, how: int) -> None:
    _replaced(content / "portal.yaml", "#1e4088", ("#1e4088", "#1e4089", "#1e408a")[how % 3])


def _own_template(content: Path, which: int, how: int) -> None:
    own = content / "templates" / "components" / "share.html"
    _write(
        own, f'{{% macro share(address, t) %}}<p class="share">{how} {{{{ address }}}}</p>{{% endmacro %}}\n'
    )


def _own_style(content: Path, which: int, how: int) -> None:
    _write(content / "templates" / "components" / "share.css", f".share {{ order: {how}; }}\n")


def _no_own_templates(content: Path, which: int, how: int) -> None:
    shutil.rmtree(content / "templates", ignore_errors=True)


def _edit_page(content: Path, which: int, how: int) -> None:
    _write(content / "trang" / "lien-he.md", PAGE.replace("Gửi thư", f"Gửi {how} thư"))


def _copy_old_file(content: Path, which: int, how: int) -> None:
    """An older text of the same length comes back with the date it had."""
    file = _file(content, which)
    if file.is_file():
        found = file.stat()
        text = file.read_text("utf-8")
        file.unlink()
        _write(file, text.replace("Nội dung", "Nội dunG"))
        os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))


def _quote(content: Path, which: int, how: int) -> None:
    form = ("", "@2024", "@2023..2024", "@2023..2024|tang", "@2024|ky", "|so")[how % 6]
    _replaced(_file(content, which), "Nội dung buổi họp.", f"Nội dung buổi họp, có [[chi-tieu:ho-so{form}]].")


def _revise(content: Path, which: int, how: int) -> None:
    _write(content / "chi-tieu" / "ho-so.csv", f"period,value\n2023,{which}0\n2024,{how}5\n")


def _rename_indicator(content: Path, which: int, how: int) -> None:
    file = content / "chi-tieu" / "ho-so.yaml"
    _write(file, _INDICATOR.replace("hồ sơ", f"hồ sơ loại {how}"))


CHANGES: Mapping[str, Callable[[Path, int, int], None]] = {
    change.__name__.strip("_"): change
    for change in (
        _withdraw, _expire, _publish_again, _lead_there, _picture, _announce, _announce_no_more,
        _page_for_a_time,
        _add, _remove, _edit_text, _edit_heading, _edit_title, _edit_date, _rename, _translate, _schedule,
        _rename_category, _rename_portal, _recolour, _own_template, _own_style, _no_own_templates, _edit_page,
        _copy_old_file, _correct, _quote, _revise, _rename_indicator,
    )
}  # fmt: skip


def broken(content: Path, which: int, how: int) -> None:
    """Something that cannot be read, and what belongs together no more."""
    if how % 3 == 0 and _file(content, which).is_file():
        _write(_file(content, which), "---\ntitle: Sai: sai\n---\nHỏng.\n")
    elif how % 3 == 1:
        _write(_file(content, which + 10), '---\ntitle: "Mới"\n---\nThiếu.\n')
        _replaced(_file(content, which), "../../trang/lien-he.md", f"bai-{which + 10}.md")
    elif how % 3 == 2 and which % 2:
        _write(content / "chi-tieu" / "ho-so.csv", f"period,value\n2023,{which}\n2024,không rõ\n")
    else:
        _write(content / "trang" / "lien-he.md", '---\ntitle: "Thiếu"\n---\nHỏng.\n')


def begin(folder: Path) -> Path:
    """A portal of five articles in two categories."""
    content = folder / "content"
    more = '{id: thoi-su, name: "Thời sự", name_en: "News"}\n  - {id: huong-dan, name: "Hướng dẫn"}'
    settings = PORTAL.replace('{id: thoi-su, name: "Thời sự", name_en: "News"}', more)
    # So few are kept that old releases are made new ones within a short history.
    _write(content / "portal.yaml", f"{settings}keep_releases: 3\n")
    _write(content / "trang" / "lien-he.md", PAGE)
    _write(content / "chi-tieu" / "ho-so.yaml", _INDICATOR)
    _write(content / "chi-tieu" / "ho-so.csv", "period,value\n2023,40\n2024,65\n")
    for which in range(5):
        _add(content, which, which)
    return content
