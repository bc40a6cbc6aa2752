"""What is drafted, scheduled, withdrawn or expired is read so, and what cannot be is said at its place."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from portal.model.life import State
from portal.readers.portal import Reading, read_portal
from portal.source.folder import Folder
from tests.readers.folders import ARTICLE, ARTICLE_FILE, AS_OF, PAGE, codes, portal_folder, read
from vietnamese.dates import HANOI

NOTICE = 'text: "Bão số 9 đổ bộ đêm nay."\nexpires: 2026-11-03 08:00\n'
PICTURED = ARTICLE.replace("category:", 'image: {src: anh.png, alt: "Bàn họp"}\ncategory:')
TAKEN = 'withdrawn: {date: 2026-10-01, reason: "Sai số tiền."}\n'


def article(line: str) -> dict[str, str]:
    return {ARTICLE_FILE: PICTURED.replace("category:", f"{line}category:")}


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("draft: true\n", State.DRAFT),
        ("publish: 2026-12-01 08:00\n", State.SCHEDULED),
        ("expires: 2026-10-01\n", State.EXPIRED),
        (TAKEN, State.WITHDRAWN),
    ],
)
def test_what_is_not_public_is_in_no_list_and_its_pictures_nowhere(
    tmp_path: Path, line: str, state: State
) -> None:
    reading = read(tmp_path, article(line))
    assert reading.problems == ()
    assert reading.portal is not None
    assert (reading.portal.articles, reading.portal.assets) == ((), ())
    ((text, life),) = reading.lives
    assert (text.address, life.at(AS_OF)) == ("/tin-tuc/2026/hop-bao/", state)
    left = [stone.address for stone in reading.portal.gone]
    assert left == ([text.address] if state in (State.EXPIRED, State.WITHDRAWN) else [])


def test_a_picture_that_another_article_shows_stays(tmp_path: Path) -> None:
    reading = read(tmp_path, {**article(TAKEN), "tin-tuc/2026/khac.md": PICTURED})
    assert reading.portal is not None
    assert len(reading.portal.articles) == 1
    assert len(reading.portal.assets) > 0


@pytest.mark.parametrize("line", ["draft: true\n", "publish: 2026-12-01\n", "expires: 2026-10-01\n", TAKEN])
def test_standing_pages_live_as_articles_do(tmp_path: Path, line: str) -> None:
    page = PAGE.replace("summary:", f"{line}summary:")
    changes = {"trang/quy-che.md": page, "trang/quy-che.en.md": PAGE}
    reading = read(tmp_path, changes)
    assert reading.problems == ()
    assert reading.portal is not None
    left = {one.address: one.languages for one in reading.portal.pages}
    assert left == {"/lien-he/": ("vi",), "/en/quy-che/": ("en",)}


def test_a_reading_that_was_kept_knows_the_same_lives_at_another_moment(tmp_path: Path) -> None:
    root = portal_folder(
        tmp_path, {**article(TAKEN), "trang/quy-che.md": PAGE.replace("sum", "expires: 2026-10-02\nsum")}
    )

    def at(moment: datetime) -> Reading:
        # Looked at long after it was written, so that its stamps are trusted.
        return read_portal(Folder(root, "content", 2**62), tmp_path / "cache", moment)

    first = at(AS_OF)
    day = datetime(2026, 10, 1, tzinfo=HANOI)
    assert first.moments == at(AS_OF).moments == (day, day + timedelta(days=1))
    before = at(day - timedelta(seconds=1)).portal
    between = at(day).portal
    assert before is not None and between is not None and first.portal is not None
    assert [len(one.gone) for one in (before, between, first.portal)] == [0, 1, 2]
    assert [len(one.assets) > 0 for one in (before, between)] == [True, False]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("expires: 2026-05-01\n", ("life/never-shown", 5, 10)),
        ("publish: 2026-12-01\nexpires: 2026-11-30\n", ("life/never-shown", 6, 10)),
        ('withdrawn: {date: 2026-05-01, reason: "Sai."}\n', ("life/withdrawn-early", 5, 19)),
        ("withdrawn: {date: 2026-10-01}\n", ("field/missing", 5, 12)),
        ("withdrawn: {date: mai, reason: Sai}\n", ("date/not-a-date", 5, 19)),
        ("withdrawn: true\n", ("field/shape", 5, 12)),
    ],
)
def test_a_life_that_cannot_be_is_said_at_its_place(
    tmp_path: Path, line: str, expected: tuple[str, int, int]
) -> None:
    text = ARTICLE.replace("category:", f"{line}category:")
    assert expected in codes(read(tmp_path, {ARTICLE_FILE: text}))


def test_a_notice_stands_until_it_expires(tmp_path: Path) -> None:
    root = portal_folder(tmp_path, {"thong-bao-khan.yaml": NOTICE})
    end = datetime(2026, 11, 3, 8, tzinfo=HANOI)
    seen = []
    for moment in (end - timedelta(seconds=1), end):
        reading = read_portal(Folder(root, "content"), tmp_path / "cache", moment)
        assert reading.moments == (end,)
        assert reading.portal is not None
        seen.append(reading.portal.notice("vi") is not None)
    assert seen == [True, False]


def test_a_notice_without_english_words_is_shown_in_vietnamese(tmp_path: Path) -> None:
    reading = read(tmp_path, {"thong-bao-khan.yaml": NOTICE})
    assert reading.portal is not None
    shown = reading.portal.notice("en")
    assert shown is not None
    assert (shown.text, shown.language) == ("Bão số 9 đổ bộ đêm nay.", "vi")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("expires: 2026-11-03 08:00\n", "", ("field/missing", 1, 1)),
        (
            "expires: 2026-11-03 08:00",
            "expires: 2026-11-03\npublish: 2026-11-04",
            ("life/never-shown", 2, 10),
        ),
        ("expires:", "level: do\nexpires:", ("field/choice", 2, 8)),
        ("expires:", "link: /lien-he/\nexpires:", ("field/missing", 2, 7)),
        ("expires:", "link_text: Xem\nexpires:", ("field/missing", 2, 12)),
        ("Bão số 9 đổ bộ đêm nay.", "a" * 281, ("field/too-long", 1, 7)),
    ],
)
def test_a_notice_that_cannot_be_is_said_at_its_place(
    tmp_path: Path, old: str, new: str, expected: tuple[str, int, int]
) -> None:
    assert expected in codes(read(tmp_path, {"thong-bao-khan.yaml": NOTICE.replace(old, new)}))
