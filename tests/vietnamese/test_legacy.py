"""Text of the years before Unicode becomes what its old font showed; text of today is never taken for it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.legacy import Legacy, decoded, decoded_pieces, encoding_of_font, is_unicode, suspect

CONTENT = Path(__file__).resolve().parents[2] / "content"
# Every letter beyond ASCII, without and with each tone, as both encodings write it.
LETTERS = (
    "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ"
    " ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ"
)
IN_VNI = (
    "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò oø oû oõ"
    " où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î ñ"
)
# glibc 2.36: `iconv -f TCVN` of the bytes A1 to FF.
TCVN_5712 = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖ"
    "ủũúụừửữứựỳỷỹýỵỐ"
)
UPPER_HALF = [chr(code) for code in range(0xA1, 0x100)]

OLD_AND_NEW = [
    (Legacy.TCVN3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    (Legacy.TCVN3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    (Legacy.TCVN3, "Thñ t\u00adíng ChÝnh phñ", "Thủ tướng Chính phủ"),
    (Legacy.TCVN3_CAPITALS, "ñy ban nh©n d©n tØnh", "ỦY BAN NHÂN DÂN TỈNH"),
    (Legacy.VNI, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    (Legacy.VNI, "ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
    (Legacy.VNI, "Thuû töôùng Chính phuû, ngöôøi daân", "Thủ tướng Chính phủ, người dân"),
]


@pytest.mark.parametrize(("encoding", "old", "new"), OLD_AND_NEW)
def test_known_texts_become_what_their_fonts_showed(encoding: Legacy, old: str, new: str) -> None:
    assert decoded(old, encoding) == new


def test_each_letter_of_tcvn3_is_the_one_of_glibc() -> None:
    assert [decoded(old, Legacy.TCVN3) for old in UPPER_HALF] == list(TCVN_5712)


@pytest.mark.parametrize(("letter", "old"), list(zip(LETTERS.split(), IN_VNI.split(), strict=True)))
def test_each_letter_of_vni_in_both_cases(letter: str, old: str) -> None:
    assert decoded(old, Legacy.VNI) == letter
    assert decoded(old.upper(), Legacy.VNI) == letter.upper()
    assert decoded(old[0].upper() + old[1:], Legacy.VNI) == letter.upper()


def test_a_letter_whose_mark_stands_in_the_next_piece_is_whole() -> None:
    assert decoded_pieces(["Vie", "ät Na", "", "m"], Legacy.VNI) == ["Việ", "t Na", "", "m"]


def test_characters_of_symbol_fonts_mean_the_same() -> None:
    assert decoded("\uf056i\uf0d6t", Legacy.TCVN3) == "Việt"


@given(st.lists(st.text(max_size=6), max_size=6), st.sampled_from(Legacy))
def test_pieces_join_to_the_whole_whatever_they_hold(pieces: list[str], encoding: Legacy) -> None:
    made = decoded_pieces(pieces, encoding)
    assert len(made) == len(pieces)
    if encoding is not Legacy.TCVN3_CAPITALS and "".join(pieces).isascii():
        assert made == pieces


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", Legacy.TCVN3),
        (".vntime", Legacy.TCVN3),
        (".VnArial Narrow", Legacy.TCVN3),
        (".VnTimeH", Legacy.TCVN3_CAPITALS),
        (".VnArial NarrowH", Legacy.TCVN3_CAPITALS),
        ("VNI-Times", Legacy.VNI),
        ("vni-helve", Legacy.VNI),
        ("Times New Roman", None),
        ("Verdana", None),
        ("", None),
    ],
)
def test_the_name_of_a_font_tells_its_encoding(font: str, encoding: Legacy | None) -> None:
    assert encoding_of_font(font) is encoding


def test_letters_beyond_latin_1_tell_unicode_under_an_old_font() -> None:
    assert is_unicode("Việt Nam") and is_unicode("đã")
    assert not is_unicode("ViÖt Nam") and not is_unicode("và")


@pytest.mark.parametrize(
    ("encoding", "old", "new"), [one for one in OLD_AND_NEW if one[0] is not Legacy.TCVN3_CAPITALS]
)
def test_pasted_text_of_an_old_encoding_is_suspected(encoding: Legacy, old: str, new: str) -> None:
    found = suspect(old)
    assert found and (found.encoding, found.text) == (encoding, new)


def test_old_words_in_a_text_of_unicode_are_suspected() -> None:
    found = suspect("Căn cứ Nghị định: Céng hßa x· héi chñ nghÜa ViÖt Nam")
    assert found and found.text.endswith("Cộng hòa xã hội chủ nghĩa Việt Nam")


@pytest.mark.parametrize("file", sorted(CONTENT.rglob("*.md")), ids=lambda file: file.stem)
def test_no_article_is_suspected(file: Path) -> None:
    text = file.read_text("utf-8")
    assert suspect(text) is None
    assert [line for line in text.split("\n") if suspect(line)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Công ty A thông báo: và, là, có, bà, cô, chú, vì thế",
        "Bà Hà và cô Hòa có tù và; «bà ấy» là «cô»",
        "L’été à Paris où la forêt créée brûlait déjà là-bas",
        "Müller größer über Straße für Österreich, Ärzte, schöne Grüße",
        "Él está aquí señor después también corazón año",
        "Über São João é não coração açúcar amanhã",
        "© 2023 – 5 °C ± 2 · 10 m² × 3 µm – ½ £ § 4 ¶ 2",
        "¿Qué? «Sí» — naïve façade, piñata, jalapeño, smörgåsbord",
        "",
        "plain words",
    ],
)
def test_text_of_today_is_not_suspected(text: str) -> None:
    assert suspect(text) is None


@given(st.text())
def test_any_text_is_suspected_or_not_without_a_fault(text: str) -> None:
    found = suspect(text)
    assert found is None or found.text != text
