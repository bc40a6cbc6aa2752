"""What weighs is never called minor, whatever else was changed; typography and spacing are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.revision.difference import difference
from portal.revision.weight import Change, Reason, Weight, weigh
from portal.revision.writing import Block, Kind, Writing, blocks_of

SENTENCE = "Ngày 11/05/2023, ông Nguyễn Văn An không dự họp tại thành phố Hải Dương; có 1.946 dịch vụ"
PLAIN = "cơ quan thực hiện việc này theo kế hoạch chung"
plain = st.lists(st.sampled_from(PLAIN.split()), min_size=1, max_size=8)


def weighed(old: str, new: str) -> Change:
    return weigh(difference(blocks_of(old), blocks_of(new)))


def fields(**held: str) -> Writing:
    return tuple(Block(Kind.FIELD, text, name.replace("_", ".")) for name, text in held.items())


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("có 1.946 dịch vụ", "có 1.964 dịch vụ", Reason.NUMBER),
        ("tăng 5%", "tăng 5", Reason.NUMBER),
        ("nhiệt độ -5 độ", "nhiệt độ 5 độ", Reason.NUMBER),
        ("hơn ba hộ", "hơn bốn hộ", Reason.NUMBER),
        ("ba triệu đồng", "ba tỷ đồng", Reason.NUMBER),
        ("họp ngày 11/05/2023", "họp ngày 12/05/2023", Reason.DATE),
        ("từ ngày 5", "từ ngày 6", Reason.DATE),
        ("trong tháng 4", "trong quý 4", Reason.DATE),
        ("họp buổi sáng", "họp buổi chiều", Reason.DATE),
        ("do ông Nguyễn Văn An ký", "do ông Nguyễn Văn Anh ký", Reason.NAME),
        ("Sở Nội vụ chủ trì", "Sở Tài chính chủ trì", Reason.NAME),
        ("theo 42/2022/NĐ-CP", "theo 42/2022/QĐ-CP", Reason.NUMBER),
        ("quyết định của UBND tỉnh", "quyết định của tỉnh", Reason.NAME),
        ("phó giám đốc ký", "giám đốc ký", Reason.NAME),
        ("không thu phí", "thu phí", Reason.NEGATION),
        ("được đỗ xe", "cấm đỗ xe", Reason.NEGATION),
        ("áp dụng cho mọi hộ", "áp dụng cho mọi hộ, trừ hộ mới", Reason.NEGATION),
        ("chưa có hiệu lực", "có hiệu lực", Reason.NEGATION),
        ("## Mức thu\n\nx", "## Mức chi\n\nx", Reason.HEADING),
        ("## Mức thu\n\nx", "### Mức thu\n\nx", Reason.HEADING),
        ("một đoạn\n\nđoạn sau cùng", "một đoạn", Reason.REMOVED),
        ("xem [đây](/a/)", "xem [đây](/b/)", Reason.LINK),
        ("một đoạn", "một đoạn\n\nđoạn khác hẳn", Reason.ADDED),
        ("việc đầu\n\nđiều kế", "điều kế\n\nviệc đầu", Reason.MOVED),
        ("cơ quan thực hiện", "cơ quan tiến hành", Reason.WORDS),
    ],
)
def test_a_change_that_weighs_is_named_and_not_minor(old: str, new: str, reason: Reason) -> None:
    for before, after in ((old, new), (new, old)) if reason is not Reason.REMOVED else ((old, new),):
        found = weighed(before, after)
        if reason is not Reason.ADDED or before == old:
            assert reason in found.reasons
        assert not found.minor
        assert found.weight is max((one.weight for one in found.reasons), key=list(Weight).index)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa bình – “ổn định”…", 'hoà bình - "ổn định"…'),
        ("Một  đoạn.", "Một đoạn."),
        ("Một đoạn, dài.", "Một đoạn dài."),
        ("Giữ **vững** nhịp", "Giữ vững nhịp"),
        ("giai đoạn 2020–2025", "giai đoạn 2020-2025"),
        ("đạt 76 %", "đạt 76%"),
        ("một\nhai", "một hai"),
        ("- một\n- hai", "* một\n* hai"),
        ("x\r\n\r\ny", "x\n\n\n\ny"),
    ],
)
def test_typography_and_spacing_are_minor(old: str, new: str) -> None:
    assert weighed(old, new) == Change(Weight.MINOR, (Reason.TYPOGRAPHY,))
    assert weighed(new, old).minor


@given(st.data())
def test_one_digit_changed_anywhere_is_a_number_or_a_date(data: st.DataObject) -> None:
    before, after = data.draw(plain), data.draw(plain)
    number = data.draw(st.from_regex(r"[1-9][0-9]{0,2}(\.[0-9]{3}){0,2}(,[0-9]{1,2})?%?", fullmatch=True))
    place = data.draw(st.sampled_from([n for n, ch in enumerate(number) if ch.isdigit()]))
    digit = str((int(number[place]) + data.draw(st.integers(1, 9))) % 10)
    other = number[:place] + digit + number[place + 1 :]
    found = weighed(" ".join((*before, number, *after)), " ".join((*before, other, *after)))
    assert found.reasons[0] in (Reason.NUMBER, Reason.DATE)
    assert found.weight is Weight.FACTS


@given(st.integers(0, 17), st.sampled_from(["không", "chưa", "chẳng", "cấm", "trừ"]))
def test_a_negation_put_in_anywhere_is_found(place: int, word: str) -> None:
    words = SENTENCE.split()
    found = weighed(SENTENCE, " ".join((*words[:place], word, *words[place:])))
    assert Reason.NEGATION in found.reasons


@given(st.integers(1, 17))
def test_no_word_taken_out_of_a_sentence_is_minor(place: int) -> None:
    words = SENTENCE.split()
    assert not weighed(SENTENCE, " ".join((*words[:place], *words[place + 1 :]))).minor


@given(st.lists(plain, min_size=2, max_size=6), st.data())
def test_a_removed_paragraph_is_never_minor(paragraphs: list[list[str]], data: st.DataObject) -> None:
    texts = [f"{number} {' '.join(words)}" for number, words in enumerate(paragraphs)]
    left = data.draw(st.integers(0, len(texts) - 1))
    found = weighed("\n\n".join(texts), "\n\n".join(texts[:left] + texts[left + 1 :]))
    assert found.weight is Weight.FACTS


def test_fields_weigh_as_what_they_are() -> None:
    def of(old: Writing, new: Writing) -> Change:
        return weigh(difference(old, new))

    assert Reason.HEADING in of(fields(title="a"), fields(title="b")).reasons
    assert Reason.DATE in of(fields(date="2026-01-01"), fields(date="2026-01-02")).reasons
    assert Reason.NAME in of(fields(unit="so-noi-vu"), fields(unit="so-tai-chinh")).reasons
    assert Reason.PICTURE in of(fields(image_src="a.png"), fields()).reasons
    assert of(fields(summary="a"), fields(summary="a")).minor
