"""The comparison of search says what was found."""

from bench.search import ENGINES, kinds_table, table
from bench.searching.engine import Asked
from bench.searching.queries import KINDS, questions, telex
from vietnamese.typing import decode_telex


def asked(answers: list[list[str]], brought: tuple[int, ...] = ()) -> Asked:
    return Asked(12.34, 5.6, 7_000_000, 8, answers, [0.002] * len(answers), [0.001] * len(answers), brought)


def test_places_of_right_answers_make_the_figures() -> None:
    first = asked([[question.expected] for question in questions()])
    second = asked([["/x/", question.expected] for question in questions()], (1000, 3000))
    none = asked([[] for _ in questions()])
    rows = table({"cong-tin-whoosh": first, "pagefind": second, "fts5": none}).splitlines()[2:]
    assert rows[0].startswith(
        "| Công tín (Whoosh keeps) | 1.000 | 1.000 | 1.000 | 12.3 | 7.0 | 8 | 2.0 / 2.0 | 1.0 / 1.0 |"
    )
    assert rows[1].startswith("| Pagefind | 0.500 | 0.000 | 1.000 |") and rows[1].endswith("| 3 / 3 |")
    assert rows[2].startswith("| FTS5, remove_diacritics 2 | 0.000 | 0.000 | 0.000 |")


def test_every_kind_has_a_row() -> None:
    rows = kinds_table({name: asked([[] for _ in questions()]) for name in ENGINES}).splitlines()[2:]
    assert [row.split(" ")[1] for row in rows] == list(KINDS)


def test_telex_of_questions_is_what_is_read_back() -> None:
    for text in ("chuyển đổi số", "đường về làng cổ", "người khuyết tật", "hoàn thiện"):
        assert decode_telex(telex(text)) == text
