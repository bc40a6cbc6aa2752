"""What was published of a text stays to be read and compared, and depends on the record alone."""

import re
from pathlib import Path

import pytest

from portal.readers.portal import read_portal
from portal.source.folder import Folder
from portal.web.app import PortalApp, make_app
from portal.web.histories import History, pairs_of
from tests.readers.folders import ARTICLE, ARTICLE_FILE, AS_OF, PAGE, portal_folder
from tests.record.portals import Writer
from tests.web.portals import TEMPLATES

HERE = "/tin-tuc/2026/hop-bao/"
FIRST = ARTICLE.replace("Nội dung buổi họp.", "Có 567 dịch vụ.\n\n![Bàn họp](anh.png)")
SECOND = FIRST.replace("567", "576")
THIRD = SECOND.replace("dịch vụ.", "dịch vụ .")


def app_of(folder: Path, **changes: str) -> PortalApp:
    portal_folder(folder, {ARTICLE_FILE: THIRD, **changes})
    reading = read_portal(Folder(folder / "content", "content"), folder / "cache", AS_OF)
    assert reading.portal
    return make_app(reading.portal, [TEMPLATES])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE_FILE, FIRST)
    writer.publish(ARTICLE_FILE, SECOND, "Nhập nhầm <số>.")
    writer.publish(ARTICLE_FILE, THIRD)
    return tmp_path


def seen(app: PortalApp, address: str) -> str:
    """What a page says, on one line."""
    text = re.sub(r"<[^>]+>", "", app.body(address).decode().partition("<main")[2])
    return " ".join(text.split())


def test_the_history_tells_each_version_with_its_weight_and_note(folder: Path) -> None:
    told = seen(app_of(folder), HERE + "lich-su/")
    assert told.index("Bản 3,") < told.index("Bản 2,") < told.index("Bản 1,")
    assert "Sửa nhỏ: dấu câu, khoảng trắng." in told
    assert "Sửa nội dung quan trọng: con số. Lời ghi: Nhập nhầm &lt;số&gt;." in told
    assert "Bản đầu tiên." in told and "Mục số 1 trong nhật ký công khai" in told


def test_a_difference_shows_the_words_that_changed(folder: Path) -> None:
    page = app_of(folder).body(HERE + "lich-su/1-2/").decode()
    assert re.search(r"<del>.*567</del>.*<ins>.*576</ins>", page)


def test_an_old_version_is_read_as_it_was_below_a_banner(folder: Path) -> None:
    app = app_of(folder)
    page = app.body(HERE + "v/1/").decode()
    assert "567 dịch vụ" in page and "Đây là bản 1, công bố" in page and '"noindex"' in page
    assert "[Bàn họp]" in page and "anh.png" not in page
    # What the version led to may be gone: its words stay, and lead nowhere.
    assert "trang liên hệ</a>" not in page and "trang liên hệ" in page
    assert "là bản mới nhất" in seen(app, HERE + "v/3/")


def test_the_text_itself_leads_to_its_history_and_says_what_the_newest_version_changed(folder: Path) -> None:
    page = app_of(folder).body(HERE).decode()
    assert f'href="{HERE}lich-su/"' in page and "3 bản đã công bố" in page and "Sửa nhỏ" in page
    assert f'<link rel="timemap" type="application/link-format" href="{HERE}lich-su/timemap.link">' in page


def test_the_time_map_lists_every_version_with_its_moment(folder: Path) -> None:
    lines = app_of(folder).body(HERE + "lich-su/timemap.link").decode().split(",\n")
    assert lines[0] == '<https://tin.example/tin-tuc/2026/hop-bao/>; rel="original"'
    assert 'rel="self"; type="application/link-format"; from="Wed, 13 May 2026 07:44:00 GMT"' in lines[1]
    assert [re.findall(r'rel="([^"]+)"', line)[0] for line in lines[2:]] == [
        "first memento", "memento", "last memento",
    ]  # fmt: skip
    assert '/v/2/>; rel="memento"; datetime="Thu, 14 May 2026 07:44:00 GMT"' in lines[3]


def test_a_text_that_was_published_once_or_never_has_no_such_pages(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    assert "Lịch sử chỉnh sửa" not in app.body(HERE).decode()
    Writer(tmp_path).publish(ARTICLE_FILE, THIRD)
    app = app_of(tmp_path)
    assert "Bản đầu tiên." in app.body(HERE).decode()
    assert not [address for address in app.slots if "/lich-su/" in address or "/v/" in address]


def test_a_redacted_version_leaves_its_date_and_the_decision_alone(folder: Path) -> None:
    Writer(folder).redact(1)
    app = app_of(folder)
    for address in ("lich-su/", "v/2/"):
        told = app.body(HERE + address).decode()
        assert "12/QĐ-UBND" in told and "Nhập nhầm" not in told
    assert "không còn nội dung" in seen(app, HERE + "lich-su/1-2/")
    assert "/v/2/" not in app.body(HERE + "lich-su/timemap.link").decode()


def test_standing_pages_have_their_history_too(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish("trang/lien-he.md", PAGE)
    writer.publish("trang/lien-he.md", PAGE.replace("Gửi thư", "Không gửi thư"))
    app = app_of(tmp_path)
    assert (
        "phủ định" in seen(app, "/lien-he/lich-su/") and "/lien-he/lich-su/" in app.body("/lien-he/").decode()
    )


def test_the_number_of_compared_pairs_grows_with_the_versions_and_no_pair_ever_goes(tmp_path: Path) -> None:
    writer, known = Writer(tmp_path), set[str]()
    for number in range(12):
        writer.publish(ARTICLE_FILE, ARTICLE + f"\n{number}\n")
        reading = app_of(tmp_path).portal
        (article,) = reading.articles
        made = {pair.address for pair in pairs_of(History(article, reading.record, "https://tin.example"))}
        assert known <= made and len(made) <= 10 + 2 * (number + 1)
        known = made
