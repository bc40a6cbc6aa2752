"""Each guard finds what it looks for, and says exactly which words: they stand between ⟦ and ⟧."""

import pytest

from portal.guard.finding import Known
from portal.guard.inspection import inspect
from portal.guard.spam import _BRANDS, _PHRASES
from portal.readers.checks import AllowFields, known_of

KNOWN: Known = known_of(AllowFields(), ())

BAD = {
    "guard/citizen-id": (
        "Ông A, số căn cước ⟦030085001234⟧, trú tại phường.",
        "CCCD ⟦001 185 012 345⟧ cấp ngày 02/03/2021.",
        "Số định danh ⟦0793 0400 1234⟧ của cháu bé.",
        "Bà B, CMND số ⟦141234567⟧.",
        "Người đại diện (căn cước công dân số: ⟦033301007777⟧).",
        "summary: trao tiền cho hộ có số ⟦036190002222⟧",
    ),
    "guard/phone": (
        "Liên hệ ông Nam, ⟦0912345678⟧.",
        "Gọi ⟦0912 345 678⟧ gặp chị Hoa.",
        "Gọi ⟦0912.345.678⟧ hoặc nhắn tin.",
        "Gọi ⟦0912-345-678⟧ trong giờ hành chính.",
        "Zalo: ⟦+84 38 123 4567⟧, gặp anh Tú.",
        "[Gọi anh Tú](tel:⟦+84381234567⟧)",
        "Điện thoại ⟦(+84) 912 345 678⟧.",
        "Số máy ⟦091 2345678⟧ và ⟦0768 12 34 56⟧.",
    ),
    "guard/bank-account": (
        "Ủng hộ qua số tài khoản ⟦19034567890123⟧ tại Techcombank.",
        "STK: ⟦0011 0012 34567⟧, chủ tài khoản Nguyễn Văn A.",
        "Tài khoản ngân hàng số ⟦102 345 678 901⟧ mang tên bà B.",
        "Account number: ⟦1234567890⟧ at the bank.",
    ),
    "guard/email": (
        "Gửi về ⟦nguyenvana@gmail.com⟧ trước ngày 5.",
        "[Gửi thư](mailto:⟦tran.thi.b+tin@yahoo.com.vn⟧)",
        "Thư: ⟦le.van.c@congty-abc.vn⟧.",
        "Thư: ⟦hotro@gmail.com⟧ không phải thư công vụ.",
    ),
    "guard/spam": (
        "Vào ngay ⟦nhà cái uy tín⟧ nhận thưởng.",
        "Xem ⟦soi kèo⟧ hôm nay.",
        "⟦Soi keo⟧ bong da.",
        "Đăng ký ⟦KUBET⟧ để chơi.",
        "Tải ⟦sunwin⟧ về máy.",
        "Chơi ⟦game bài đổi thưởng⟧ trên điện thoại.",
        "Chơi ⟦n.h.à c.á.i⟧ số một.",
        "Tham gia ⟦c á c ư ợ c⟧ mỗi tối.",
        "Chơi ⟦c4sino⟧ tại gia.",
        "Vào ⟦nh4 c4i⟧ xanh.",
        "Vào ⟦nhà c\u200bái⟧ xanh.",
        "Thử ⟦t\u200bài\u200b xỉu⟧ một lần.",
        "Hỗ trợ ⟦vay tiền nhanh⟧ trong ngày.",
        "Trang ⟦8xbet⟧ và ⟦fb88⟧ đều có.",
        "Công an ơi, ⟦soi kèo⟧ ở ⟦kubet⟧, ⟦tỷ lệ kèo⟧ đẹp, ⟦link vào nhà cái⟧ đây.",
    ),
    "guard/hidden-text": (
        'Nội dung. ⟦<div style="display:none">⟧chữ ẩn</div>',
        'Nội dung. ⟦<span style="font-size: 0">⟧chữ ẩn</span>',
        'Nội dung. ⟦<span style="color:#fff">⟧chữ ẩn</span>',
        'Nội dung. ⟦<p style="color: Red; background: red">⟧chữ ẩn</p>',
        'Nội dung. ⟦<div style="position:absolute; left:-9999px">⟧chữ ẩn</div>',
        "Nội dung. ⟦<p hidden>⟧chữ ẩn</p>",
        'Nội dung. ⟦<font color="white">⟧chữ ẩn</font>',
        "Tệp ⟦\u202e⟧gpj.exe",
        "Đầu dòng" + "⟦" + " " * 60 + "⟧cuối dòng",
        "Đoạn một⟦" + "\n" * 60 + "⟧đoạn hai",
    ),
    "guard/foreign-link": (
        "[Trang bán hàng](⟦https://cho-tot.shop⟧/a)",
        "Xem ⟦http://bit.ly⟧/abc.",
        "[Cổng](⟦https://dichvucong.gov.vn@la.xyz⟧/)",
        "[Cổng](⟦HTTPS://gov.vn.la.top:8080⟧/)",
        '<a href="⟦https://evil.example.net⟧/">trang nào đó</a>',
    ),
    "guard/empty-link": (
        "Mời bạn [⟦Xem chi tiết⟧](a.md).",
        "[⟦tại đây⟧](a.md), [⟦here⟧](b.md), [⟦Bấm vào đây⟧](c.md), [⟦Xem chi tiết…⟧](d.md)",
        "[⟦**Tải về**⟧](a.md) và [⟦link⟧](b.md)",
        '<a href="/a/">⟦Read more⟧</a>',
    ),
    "guard/doubled-phrase": (
        "Chủ tịch UBND ⟦Chủ tịch UBND⟧ tỉnh chủ trì.",
        'title: "Họp báo quý hai ⟦Họp báo quý hai⟧"',
        "Ban Chỉ đạo\n⟦Ban Chỉ đạo⟧, do ông A làm trưởng ban.",
        "the people's committee of ⟦the people's committee of⟧ the province",
    ),
    "guard/figure-without-period": (
        "Tỷ lệ dịch vụ công có hồ sơ trực tuyến tăng từ ⟦76%⟧ lên 100%.",
        "Số hồ sơ nộp qua mạng chiếm ⟦81,5%⟧ tổng số hồ sơ.",
        "The share of online dossiers rose from ⟦76%⟧ to 100%.",
    ),
}


def _cases() -> list[tuple[str, str]]:
    return [(code, text) for code, texts in BAD.items() for text in texts]


@pytest.mark.parametrize(("code", "marked"), _cases())
def test_it_is_found_at_its_place_and_nothing_else_is(code: str, marked: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    found = [(one.code, text[one.start : one.end]) for one in inspect(text, 0, KNOWN)]
    wanted = [(code, part.partition("⟧")[0]) for part in marked.split("⟦")[1:]]
    assert found == wanted


def test_it_is_found_at_its_place_in_a_long_text() -> None:
    before = "Hội nghị diễn ra ngày 12/11/2026 tại thành phố. 😀 “Đúng giờ” – ông nói…\n\n" * 30
    text = f"{before}Gọi 0912345678 gặp ông A."
    (found,) = inspect(text, 0, KNOWN)
    assert (found.start, found.end) == (len(before) + 4, len(before) + 14)


def test_what_a_portal_allows_is_not_found() -> None:
    allowed = AllowFields(
        phones=("+84 912 345 678",), mails=("toasoan@gmail.com", "@congty.vn"), hosts=("doi-tac.com",)
    )
    text = "Trực ban 0912.345.678, thư toasoan@gmail.com, a.b@congty.vn, [đối tác của cổng](https://www.doi-tac.com/)."
    assert inspect(text, 0, known_of(allowed, ())) == []
    assert len(inspect(text, 0, KNOWN)) == 4


def test_on_an_office_s_own_pages_its_numbers_are_no_private_ones() -> None:
    text = "Trực ban 0912345678, thư truc.ban@gmail.com. Căn cước 030085001234."
    assert [one.code for one in inspect(text, 0, KNOWN, private=False)] == ["guard/citizen-id"]


def test_a_citizen_id_is_not_repeated_by_the_report() -> None:
    (found,) = inspect("Số căn cước 030085001234.", 0, KNOWN)
    assert "085001234" not in found.facts["number"]


@pytest.mark.parametrize("phrase", [*_BRANDS, *_PHRASES])
def test_each_phrase_of_betting_and_spam_is_found_alone(phrase: str) -> None:
    assert [one.code for one in inspect(f"Mời bạn {phrase} ngay.", 0, KNOWN)] == ["guard/spam"]
