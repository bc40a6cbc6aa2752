"""Guards look through files of data too: what a card, a notice or a figure's note says stands on a page."""

from pathlib import Path

import pytest

from tests.readers.folders import PORTAL, codes, read
from tests.readers.test_indicators import YAML, indicator

UNIT = 'name: "Sở Nội vụ"\nphone: "0220 3 853 123"\nemail: "so@haiduong.example"\ndescription: "{}"\n'
GROUP = """\
title: "Hộ tịch"
audience: cong-dan
links:
  - title: "Khai sinh"
    text: "{}"
    url: "{}"
    link_text: "Mở trang khai sinh"
"""
NOTICE = 'text: "{}"\nexpires: 2026-12-01 08:00\n'
CSV = "period,value,note\n2023,1,{}\n"
HARMLESS = "Nộp tờ khai qua mạng."
BETTING = "Kubet nhà cái uy tín"


def holding(words: str) -> dict[str, dict[str, str]]:
    """For each kind of file, a portal in which one of them says the words."""
    own = "https://dichvucong.gov.vn/"
    return {
        "co-quan/so.yaml": {"co-quan/so.yaml": UNIT.format(words)},
        "dich-vu/ho-tich.yaml": {"dich-vu/ho-tich.yaml": GROUP.format(words, own)},
        "thong-bao-khan.yaml": {"thong-bao-khan.yaml": NOTICE.format(words)},
        "chi-tieu/dich-vu.yaml": indicator(CSV.format(""))
        | {"chi-tieu/dich-vu.yaml": f'{YAML}notes: "{words}"\n'},
        "chi-tieu/dich-vu.csv": indicator(CSV.format(words)),
        "portal.yaml": {"portal.yaml": PORTAL.replace("Tin tức của tỉnh.", words)},
    }


@pytest.mark.parametrize("file", holding(""))
@pytest.mark.parametrize(
    ("words", "code"), [(BETTING, "guard/spam"), ("Khai \u202esinh", "guard/hidden-text"), (HARMLESS, "")]
)
def test_every_kind_of_file_is_looked_through(file: str, words: str, code: str, tmp_path: Path) -> None:
    found = read(tmp_path, holding(words)[file])
    at = {(problem.code, problem.at.file) for problem in found.problems}
    assert at == ({(code, f"content/{file}")} if code else set())


def test_a_card_that_leads_to_a_strange_host_is_a_warning_at_its_place(tmp_path: Path) -> None:
    found = read(tmp_path, {"dich-vu/ho-tich.yaml": GROUP.format(HARMLESS, "https://xin-chao.top/")})
    assert codes(found) == [("guard/foreign-link", 6, 11)]
    assert found.portal is not None


def test_an_office_s_own_numbers_are_no_private_ones(tmp_path: Path) -> None:
    assert codes(read(tmp_path, {"co-quan/so.yaml": UNIT.format(HARMLESS)})) == []


def test_a_guard_that_a_portal_switched_off_is_silent_in_its_data_too(tmp_path: Path) -> None:
    off = 'checks:\n  guard/spam: {off: "Cổng của cơ quan chống cờ bạc, nêu tên các trang ấy."}\n'
    changed = holding(BETTING)["chi-tieu/dich-vu.csv"] | {"portal.yaml": PORTAL + off}
    assert codes(read(tmp_path, changed)) == []
