"""Sites of other systems as items: what came, what did not and why."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.importing.sites.detecting import is_site, read_site
from portal.importing.sites.item import Item, Said, Site
from portal.importing.sites.wording import REFUSALS, WORDING
from portal.importing.sites.xml import Unread
from tests.importing.sites import ATOM, HUGO, JEKYLL, RSS, WXR, site_folder
from vietnamese.dates import HANOI


def read(path: Path, *sections: str) -> Site:
    site = read_site(path, sections)
    assert isinstance(site, Site)
    return site


def written(tmp_path: Path, text: str | bytes, name: str = "trang.xml") -> Path:
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def items(site: Site) -> dict[str, Item]:
    return {item.title: item for item in site.items}


def kinds(said: tuple[Said, ...]) -> Mapping[str, str]:
    return {one.origin.rpartition("/")[2]: one.kind for one in said}


@pytest.fixture
def hugo(tmp_path: Path) -> Path:
    return site_folder(tmp_path / "hugo", HUGO)


@pytest.fixture
def jekyll(tmp_path: Path) -> Path:
    return site_folder(tmp_path / "jekyll", JEKYLL)


def test_hugo_pages_come_with_front_matter_in_three_forms(hugo: Path) -> None:
    site = read(hugo)
    found = items(site)
    assert set(found) == {"Thông xe cầu mới", "Khởi công cầu", "Viết bằng JSON", "River"}
    bridge, begun = found["Thông xe cầu mới"], found["Khởi công cầu"]
    assert bridge.date == datetime(2024, 5, 10, 8, 30, tzinfo=HANOI)
    assert bridge.updated == datetime(2024, 5, 11, 9, 0, tzinfo=HANOI)
    assert (bridge.author, bridge.categories) == ("Lan Anh, Minh", ("Giao thông", "Xây dựng"))
    assert bridge.tags == ("cầu", "Hạ tầng")
    assert bridge.old == ("/tin/2024/05/cau-moi/", "/cu/cau/", "/tin/2024/05/cau-cu")
    assert (begun.slug, begun.date) == ("khoi-cong-cau", datetime(2023, 1, 2, tzinfo=HANOI))
    assert [title for title, item in found.items() if item.draft] == ["Viết bằng JSON"]
    assert {title: item.language for title, item in found.items() if item.language != "vi"} == {"River": "en"}
    assert site.base == "https://cu.example/tinh/"


def test_each_page_of_hugo_that_does_not_come_has_its_reason(hugo: Path) -> None:
    assert kinds(read(hugo).left) == {
        "khong-ngay.md": "left/no-date",
        "ngay-sai.md": "left/date",
        "hong.md": "left/front-matter",
        "tai-lieu.adoc": "left/markup",
        "lien-he.md": "left/no-date",
    }


def test_only_the_sections_that_are_named_come(hugo: Path) -> None:
    assert "lien-he.md" not in kinds(read(hugo, "tin").left)
    assert read(hugo, "khac").items == ()


def test_shortcodes_of_every_hugo_are_known_and_others_said(hugo: Path) -> None:
    site = read(hugo)
    text = items(site)["Thông xe cầu mới"].markup
    assert 'href="entry:khoi-cong.md"' in text and "<figcaption>Cầu mới</figcaption>" in text
    assert "https://www.youtube.com/watch?v=abc123" in text and "Giữ <strong>lời</strong> này." in text
    assert "{{" not in text
    assert [one.facts for one in site.remarks] == [{"tag": "{{< thong-bao >}}"}]


def test_lists_are_read_as_commonmark_has_them(hugo: Path) -> None:
    text = items(read(hugo))["Thông xe cầu mới"].markup
    assert "<li>việc thứ nhất\n<ul>\n<li>việc nhỏ hơn</li>" in text


def test_jekyll_posts_come_with_their_addresses_and_languages(jekyll: Path) -> None:
    site = read(jekyll)
    bridge = items(site)["Thông xe cầu mới"]
    assert bridge.date == datetime(2024, 5, 10, tzinfo=HANOI) and bridge.tags == ("cau", "song")
    assert bridge.old == ("/vi/tin/2024/05/10/cau-moi/",)
    assert {item.language for item in site.items} == {"vi", "en", "de"}
    assert [item.title for item in site.items if item.draft] == ["Sắp đăng"]


def test_a_post_without_a_title_is_called_as_jekyll_calls_it(jekyll: Path) -> None:
    site = read(jekyll)
    assert "Khoi cong" in items(site)
    assert kinds(site.remarks)["2023-01-02-khoi-cong.md"] == "title/from-name"


def test_liquid_gives_values_and_says_what_it_does_not_know(jekyll: Path) -> None:
    site = read(jekyll)
    text = items(site)["Thông xe cầu mới"].markup
    assert "Giá 9 triệu đồng, xem" in text and 'href="/khac/"' in text
    assert 'href="entry:/vi/tin/_posts/2023-01-02-khoi-cong.md"' in text
    assert "{{ nguyên }}" in text and "{: .dan}" not in text
    unknown = [one.facts["tag"] for one in site.remarks if one.kind == "tag/unknown"]
    assert unknown == ["{% include ban-do.html %}"]


def test_a_folder_of_posts_alone_is_jekylls(tmp_path: Path) -> None:
    site = read(site_folder(tmp_path, {"_posts/2024-01-02-mot.md": "---\ntitle: Một\n---\nChữ."}))
    assert site.items[0].old == ("/2024/01/02/mot.html",)


def test_posts_of_wordpress_come_with_authors_terms_and_states(tmp_path: Path) -> None:
    site = read(written(tmp_path, WXR))
    bridge, draft = site.items
    assert (bridge.title, bridge.author, bridge.summary) == (
        "Thông xe & khánh thành", "Lan Anh", "Cầu thông xe sáng nay.",
    )  # fmt: skip
    assert bridge.date == datetime(2024, 5, 10, 8, 30, tzinfo=HANOI)
    assert bridge.old == ("https://cu.example/2024/05/cau-moi/", "https://cu.example/?p=7")
    assert (bridge.categories, bridge.tags) == (("Thời sự",), ("cầu",))
    assert draft.draft and draft.date == datetime(2024, 6, 1, 10, 0, tzinfo=HANOI)


def test_text_of_wordpress_has_paragraphs_and_figures_and_no_shortcodes(tmp_path: Path) -> None:
    site = read(written(tmp_path, WXR))
    text = site.items[0].markup
    assert "<p>Đoạn một<br>\ndòng hai.</p>" in text and "<figcaption>Cầu mới</figcaption>" in text
    assert "Giữ [sic]." in text and "wp:paragraph" not in text and "lien-he" not in text
    assert [one.facts for one in site.remarks] == [{"tag": "[lien-he]"}, {"kind": "attachment", "count": "1"}]


def test_each_entry_of_wordpress_that_does_not_come_has_its_reason(tmp_path: Path) -> None:
    left = {one.origin.partition(": ")[2]: one.kind for one in read(written(tmp_path, WXR)).left}
    assert left == {"Kín": "left/password", "Giới thiệu": "left/page", "Rác": "left/status"}


def test_entries_of_rss_come_and_excerpts_are_said(tmp_path: Path) -> None:
    site = read(written(tmp_path, RSS))
    whole, short = site.items
    assert (whole.title, whole.slug, whole.summary) == ("Cầu & đường", "cau-moi", "Tóm tắt ngắn.")
    assert whole.markup == "<p>Toàn văn <em>bài</em>.</p>" and whole.language == "vi-vn"
    assert short.markup == "<p>Vài chữ.</p>"
    assert [one.kind for one in site.remarks] == ["text/excerpt"]
    assert [one.kind for one in site.left] == ["left/no-date"]


def test_entries_of_atom_come(tmp_path: Path) -> None:
    (entry,) = read(written(tmp_path, ATOM)).items
    assert (entry.title, entry.author, entry.language) == ("Bridge", "Lan", "en")
    assert entry.categories == ("News",) and "<p>Open <b>now</b>.</p>" in entry.markup
    assert entry.updated and entry.updated.day == 12


def test_broken_xml_gives_what_can_be_read_and_says_so(tmp_path: Path) -> None:
    site = read(written(tmp_path, RSS[: RSS.index("<item><title>Không ngày")]))
    assert len(site.items) == 2
    (said,) = (one for one in site.remarks if one.kind == "site/xml-mended")
    assert said.facts["line"] == "11"


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    made = read_site(written(tmp_path, RSS.replace("?>\n", f"?>\n{bomb}", 1).replace("Tóm tắt ngắn", "&b;")))
    assert isinstance(made, Unread) and made.reason == "xml-entities"


def test_files_outside_are_never_fetched(tmp_path: Path) -> None:
    (tmp_path / "mat").write_text("bí mật")
    outside = f'<!DOCTYPE a SYSTEM "file://{tmp_path}/mat">'
    made = read_site(written(tmp_path, RSS.replace("?>\n", f"?>\n{outside}", 1)))
    assert isinstance(made, Site) and "bí mật" not in str(made)


def test_a_link_out_of_the_folder_is_not_followed(hugo: Path, tmp_path: Path) -> None:
    (tmp_path / "ngoai.md").write_text("---\ntitle: Ngoài\ndate: 2024-01-01\n---\nBí mật.\n")
    (hugo / "content/tin/ngoai.md").symlink_to(tmp_path / "ngoai.md")
    assert kinds(read(hugo).left)["ngoai.md"] == "left/outside"


def test_files_that_are_not_utf8_or_too_large_are_said(hugo: Path) -> None:
    (hugo / "content/tin/cu.md").write_bytes("---\ntitle: Cũ\n---\n".encode("cp1258", "replace") + b"\xff")
    (hugo / "content/tin/lon.md").write_text("x" * 600_000)
    left = kinds(read(hugo).left)
    assert (left["cu.md"], left["lon.md"]) == ("left/encoding", "left/too-large")


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [("a.xml", "<a/>", "xml"), ("a.xml", "không phải XML", "xml-broken"), ("a.rss", "", "xml-broken")],
)
def test_what_is_no_site_is_refused(tmp_path: Path, name: str, text: str, reason: str) -> None:
    made = read_site(written(tmp_path, text, name))
    assert isinstance(made, Unread) and made.reason == reason
    assert all(words.format(**made.facts) for words in REFUSALS[reason])


def test_a_folder_of_anything_else_is_refused(tmp_path: Path) -> None:
    made = read_site(tmp_path)
    assert isinstance(made, Unread) and made.reason == "folder"


def test_pages_of_html_and_word_files_are_no_sites(tmp_path: Path) -> None:
    page = '<?xml version="1.0"?><!DOCTYPE html><html><p>Chữ</p></html>'
    assert not is_site(written(tmp_path, page, "trang"))
    assert not is_site(written(tmp_path, "PK", "bai.docx"))
    assert is_site(written(tmp_path, RSS, "luu"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_breaks_in_a_site_there_is_no_fault(tmp_path: Path, data: st.DataObject) -> None:
    files = {**{f"hugo/{name}": text for name, text in HUGO.items()}, "jekyll/_config.yml": "",
             **{f"jekyll/{name}": text for name, text in JEKYLL.items()},
             "w.xml": WXR, "r.xml": RSS, "a.xml": ATOM}  # fmt: skip
    name = data.draw(st.sampled_from(sorted(files)))
    body = bytearray(files[name].encode())
    at = data.draw(st.integers(0, len(body)))
    body[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(body))
    made = read_site(path if path.suffix == ".xml" else tmp_path / name.split("/")[0])
    said = (*made.left, *made.remarks) if isinstance(made, Site) else ()
    assert all(one.words(language) for one in said for language in ("vi", "en"))


def test_all_wording_is_in_both_languages_and_takes_the_same_facts() -> None:
    for vi, en in (*WORDING.values(), *REFUSALS.values()):
        assert vi and en and vi != en
