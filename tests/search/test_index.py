"""What `search.index` promises."""

import pickle
import re
import subprocess
import sys
import weakref
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.document import Document
from search.index import MAX_KEPT_TEXT, DamagedIndex, join_parts, open_index, write_index, write_part
from search.postings import times, unpack
from search.ranking import search
from tests.search.pages import index_of, page

HANOI = timezone(timedelta(hours=7))
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of an index of two pages."""
    write_index(tmp_path / "index", [page("/a/", "Chuyển đổi số"), page("/b/", "Dịch vụ công")])
    return tmp_path / "index"


def test_what_is_shown_of_a_page_comes_back() -> None:
    date = datetime(2023, 5, 13, 14, 44, tzinfo=HANOI)
    texts = ("Tiêu đề", "Tóm tắt", "Thân bài")
    whole = Document("/tin-tuc/", "article", "vi", *texts, category_name="Chuyển đổi số", date=date)
    with index_of([whole, page("/b/")]) as index:
        assert index.count == 2
        assert index.document(0) == whole
        assert index.document(1) == page("/b/")


def test_all_of_a_long_text_is_searched_and_its_beginning_kept() -> None:
    with index_of([page("/a/", text="dài " * MAX_KEPT_TEXT + "cuối")]) as index:
        assert index.postings("text", "cuoi").keys() == {0}
        assert len(index.document(0).text) == MAX_KEPT_TEXT


def test_a_page_has_its_places_by_field() -> None:
    with index_of([page("/a/", "Số hóa", "Số và số")]) as index:
        assert unpack(index.postings("text", "so")[0]) == [0, 4, 6]
        assert unpack(index.postings("title", "so")[0]) == [0]
        assert index.postings("text_exact", "sô.4").keys() == {0}
        assert index.postings("text_exact", "so") == {}


@given(st.lists(st.integers(0, 2000), unique=True).map(sorted))
def test_places_come_back_wherever_they_are(places: list[int]) -> None:
    words = ["x"] * 2001
    for place in places:
        words[place] = "y"
    with index_of([page("/a/", text=" ".join(words))]) as index:
        packed = index.postings("text", "y").get(0, b"")
    # The blank title and summary are a place each.
    assert unpack(packed) == [place + 2 for place in places]
    assert times(packed) == len(places)


def test_a_page_is_named_by_all_it_can_be_filtered_by() -> None:
    date = datetime(2023, 1, 1, tzinfo=HANOI)
    whole = Document("/a/", "article", "en", "", "", "", category="so", unit="so-tttt", date=date)
    names = {"kind": "article", "language": "en", "category": "so", "unit": "so-tttt", "year": "2023"}
    with index_of([page("/b/", kind="page"), whole]) as index:
        assert {field: index.named(field, name) for field, name in names.items()} == dict.fromkeys(names, {1})
        assert index.named("kind", "none") == index.named("unit", "") == set()


def test_a_date_without_offset_is_vietnamese_time() -> None:
    here = datetime(2023, 5, 13, 7)
    dates = [here, here.replace(tzinfo=HANOI), datetime(2023, 5, 13, tzinfo=UTC)]
    with index_of(page("/", date=date) for date in dates) as index:
        assert len({index.order(number) for number in range(3)}) == 1


def test_the_newest_come_first_and_the_undated_last() -> None:
    dates = [None, datetime(1950, 9, 2), datetime(2023, 5, 13)]
    with index_of(page("/", date=date) for date in dates) as index:
        assert sorted(range(3), key=index.order) == [2, 1, 0]


def test_pages_are_read_one_after_the_other() -> None:
    class Text(str):
        """Text that one can see being forgotten."""

    alive: weakref.WeakSet[Text] = weakref.WeakSet()

    def pages() -> Iterator[Document]:
        for number in range(50):
            text = Text(number)
            alive.add(text)
            assert len(alive) <= 3
            yield page(f"/{number}/", "Tin", text)

    with index_of(pages()) as index:
        assert index.count == 50


def test_an_index_without_pages_can_be_asked() -> None:
    with index_of([]) as index:
        assert index.count == 0
        assert index.postings("text", "so") == {}
        assert index.named("kind", "article") == set()


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(FileExistsError):
        write_index(tmp_path, [])
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_failure_while_reading_leaves_no_index(tmp_path: Path) -> None:
    def pages() -> Iterator[Document]:
        yield page("/a/", "Chuyển đổi số")
        raise LookupError

    with pytest.raises(LookupError):
        write_index(tmp_path / "index", pages())
    with pytest.raises(DamagedIndex), open_index(tmp_path / "index"):
        pass


def test_the_answers_are_the_same_however_the_pages_are_parted(tmp_path: Path) -> None:
    texts = ("chuyển đổi số", "dịch vụ công số 12/2023/QĐ-UBND", "số hóa hồ sơ", "hồ sơ dịch vụ chuyển đi")
    pages = [page(f"/{number}/", texts[number % 4], texts[number % 3] * (number % 5)) for number in range(40)]
    parts = {
        "one": [pages],
        "two": [pages[::2], pages[1::2]],
        "more": [pages[30:], [], pages[:3], pages[3:30]],
    }
    answers = {}
    for name, some in parts.items():
        folder = tmp_path / name
        folder.mkdir()
        join_parts(folder, [part for one in some for part in write_part(folder, one)])
        with open_index(folder) as index:
            answers[name] = [search(index, query) for query in ("chuyen doi so", '"hồ sơ"', "quyết định 12")]
    assert answers["one"] == answers["two"] == answers["more"]
    assert any(answer.hits for answer in answers["one"])


def test_the_same_pages_make_the_same_files(tmp_path: Path) -> None:
    pages = [page(f"/{number}/", "Chuyển đổi số", "Hồ sơ " * number, kind="page") for number in range(9)]
    parts = [[pages[::2], pages[1::2]], [pages[1::2], pages[::2]]]
    for name, some in zip("ab", parts, strict=True):
        (tmp_path / name).mkdir()
        written = [write_part(tmp_path / name, one) for one in some]
        join_parts(tmp_path / name, pickle.loads(pickle.dumps([part for one in written for part in one])))
    one, other = ({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in "ab")
    assert one == other


def test_every_flipped_byte_is_refused_by_name(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        content = path.read_bytes()
        for place in (0, len(content) // 2, len(content) - 1):
            changed = bytearray(content)
            changed[place] ^= 1
            path.write_bytes(changed)
            said = "sealed|version" if path.name == "digest" else re.escape(path.name)
            with pytest.raises(DamagedIndex, match=said), open_index(folder):
                pass
        path.write_bytes(content)
    with open_index(folder) as index:
        assert index.count == 2


def test_a_planted_file_is_refused_before_it_is_opened(folder: Path) -> None:
    # Whoosh would take the table of contents with the highest number, and unpickle it.
    planted = folder / "_search_9.toc"
    planted.write_bytes((folder / "_search_1.toc").read_bytes())
    with pytest.raises(DamagedIndex, match=planted.name), open_index(folder):
        pass


def test_an_index_exchanged_as_a_whole_is_refused_by_its_digest(folder: Path, tmp_path: Path) -> None:
    digest = write_index(tmp_path / "mine", [page("/a/")])
    with open_index(tmp_path / "mine", digest) as index:
        assert index.count == 1
    with pytest.raises(DamagedIndex), open_index(folder, digest):
        pass


def test_nothing_warns_when_all_is_compiled_for_the_first_time(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path;"
        "from search.index import open_index, write_index; from search.document import Document;"
        "from search.ranking import search; folder = Path(sys.argv[1]);"
        "write_index(folder, [Document('/', 'page', 'vi', 'a', 'a', 'a')]);\n"
        "with open_index(folder) as index: print(search(index, 'a').total)"
    )
    environment = {"PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"), "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}"}
    command = [sys.executable, "-W", "error", "-c", program, str(tmp_path / "index")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("1\n", "")
