"""What can be typed: the verbs, their options, and what each means."""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from keyword import iskeyword
from pathlib import Path

from vietnamese.dates import NotADate, parse_moment

ROOT = Path(__file__).resolve().parents[3]
DONE, PROBLEMS, USAGE, MACHINE, HELD_BACK = 0, 1, 2, 3, 4
PARTS = ("audit", "pack", "index")
"""What a build may leave out, for measurements."""

ENGINES = ("whoosh", "fts5")
"""What can keep a search index."""

KINDS = ("article", "page", "unit", "service", "indicator")
"""What can be searched."""

_LAST_PORT = 65_535
_MOST_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: `module` has its function; loaded when typed, with all that it needs."""

    name: str
    module: str
    words: str
    options: Callable[[argparse.ArgumentParser], None]

    @property
    def function(self) -> str:
        """The name of its function, with a low line after what is a word of Python."""
        return f"{self.name}_" if iskeyword(self.name) else self.name


class _Parser(argparse.ArgumentParser):
    """Ends with 2 and a short word, as every wrong usage does."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\n")


def parser() -> argparse.ArgumentParser:
    """Give what reads a command line; `verb` of its answer is one of VERBS."""
    made = _Parser(
        prog="freeze.py", description="Công tín: từ thư mục nội dung thành cổng tin.",
        epilog="test: chạy mọi phép thử. Không nêu lệnh thì là build.",
    )  # fmt: skip
    verbs = made.add_subparsers(required=True, metavar="LỆNH", parser_class=_Parser)
    for verb in VERBS.values():
        one = verbs.add_parser(verb.name, help=verb.words, description=verb.words)
        one.set_defaults(verb=verb)
        one.add_argument(
            "--portal", type=Path, default=ROOT / "content", metavar="THƯ_MỤC", help="thư mục nội dung"
        )
        one.add_argument("--output", type=Path, metavar="THƯ_MỤC", help="thư mục thay cho build/")
        one.add_argument("--as-of", type=_moment, metavar="NGÀY", help="coi thời điểm này là bây giờ")
        verb.options(one)
    return made


def _moment(text: str) -> datetime:
    try:
        return parse_moment(text)
    except NotADate:
        raise argparse.ArgumentTypeError(f"«{text}» không phải là ngày; ví dụ 2026-12-01 08:00") from None


def _date(text: str) -> date:
    return _moment(text).date()


def _parts(text: str) -> frozenset[str]:
    named = frozenset(text.split(","))
    if not named <= set(PARTS):
        raise argparse.ArgumentTypeError(f"«{text}»: chỉ có {', '.join(PARTS)}")
    return named


def _port(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"«{text}» không phải là số từ 0 đến {_LAST_PORT}")
    return int(text)


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdecimal():
        raise argparse.ArgumentTypeError(f"«{text}» không phải là số nguyên không âm")
    return int(text)


def _days(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) > _MOST_DAYS:
        raise argparse.ArgumentTypeError(f"«{text}» không phải là số từ 0 đến {_MOST_DAYS}")
    return int(text)


def _jobs(verb: argparse._ActionsContainer) -> None:
    verb.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="SỐ", help="số tiến trình")


def _build(verb: argparse.ArgumentParser) -> None:
    _jobs(verb)
    verb.add_argument("--full", action="store_true", help="dựng lại tất cả, không dùng kho tạm")
    verb.add_argument(
        "--keep-going",
        action="store_true",
        help="tệp hỏng thì giữ như bản đang công khai, phần còn lại vẫn xuất bản",
    )
    verb.add_argument("--timings", action="store_true", help="nêu thời gian của từng bước")
    verb.add_argument(
        "--engine", choices=ENGINES, default="", metavar="MÁY",
        help=f"máy giữ chỉ mục tìm kiếm, thay cho cài đặt của cổng: {', '.join(ENGINES)}",
    )  # fmt: skip
    verb.add_argument(
        "--skip", type=_parts, default=frozenset(), metavar="PHẦN,…",
        help=f"chỉ để đo và thử: bỏ bớt {', '.join(PARTS)}",
    )  # fmt: skip


def _publish(verb: argparse.ArgumentParser) -> None:
    _jobs(verb)
    verb.add_argument("--strict", action="store_true", help="coi cảnh báo là lỗi")
    verb.add_argument(
        "--next", type=_days, default=7, metavar="NGÀY",
        help="hẹn sẽ xuất bản lần nữa trong ngần ấy ngày, để người kiểm tra biết trang bị đứng lại",
    )  # fmt: skip
    verb.add_argument("--timings", action="store_true", help="nêu thời gian của từng bước")
    verb.add_argument(
        "--key", type=Path, action="append", default=[], metavar="TỆP",
        help="ký nhật ký bằng tệp khóa này; trong lúc thay khóa thì nêu cả hai",
    )  # fmt: skip
    verb.add_argument(
        "--live", default="", metavar="NƠI",
        help="nhật ký đang công khai để so trước khi ký: URL hoặc tệp; không nêu thì theo url trong "
        "portal.yaml; «khong» là không so, khi chưa đưa lên mạng lần nào",
    )  # fmt: skip
    _passphrase(verb)


def _redact(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "entries", nargs="+", metavar="MỤC", help="số mục trong nhật ký, hoặc đường dẫn tệp: mọi bản của tệp"
    )
    verb.add_argument("--decision", default="", metavar="SỐ", help='số quyết định, ví dụ "12/QĐ-UBND"')
    verb.add_argument("--basis", default="", metavar="CHỮ", help="căn cứ pháp lý")
    _publish(verb)


def _passphrase(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--passphrase-file", type=Path, metavar="TỆP", help="tệp có cụm mật khẩu ở dòng đầu, chỉ chủ đọc được"
    )
    verb.add_argument(
        "--passphrase-fd", type=int, metavar="SỐ", help="số của tệp đang mở có cụm mật khẩu, cho máy hẹn giờ"
    )


def _keys(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "action", choices=("new", "show", "rotate", "revoke"), help="tạo, xem, thay hoặc thu hồi khóa"
    )
    verb.add_argument("--file", type=Path, metavar="TỆP", help="tệp khóa, ngoài nội dung và kho git")
    verb.add_argument("--to", type=Path, metavar="TỆP", help="rotate: nơi cất khóa mới")
    verb.add_argument(
        "--days", type=_days, default=30, metavar="NGÀY", help="rotate: khóa cũ còn dùng ngần ấy ngày"
    )
    verb.add_argument("--key", default="", metavar="KHÓA", help="revoke: khóa công khai cần thu hồi")
    verb.add_argument("--recovery", type=Path, metavar="TỆP", help="revoke: tệp có khóa khôi phục đã gõ lại")
    verb.add_argument("--qr", type=Path, metavar="TỆP", help="vẽ mã QR của khóa công khai vào tệp .svg, .png")
    _passphrase(verb)


def _check(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "files", nargs="*", metavar="TỆP", help="chỉ nêu lỗi của các tệp, thư mục này; không nêu là tất cả"
    )
    verb.add_argument(
        "--format", choices=("text", "json", "github", "gitlab"), default="text", help="cách viết kết quả"
    )
    verb.add_argument("--language", choices=("vi", "en"), default="vi", help="ngôn ngữ của lời báo")
    verb.add_argument("--strict", action="store_true", help="coi cảnh báo là lỗi")
    verb.add_argument(
        "--limit", type=_whole, default=100, metavar="SỐ", help="nêu nhiều nhất bấy nhiêu điều; 0 là tất cả"
    )
    _jobs(verb)


def _new(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("kind", metavar="LOẠI", help="bai, trang, co-quan, dich-vu, chi-tieu")
    verb.add_argument(
        "title", nargs="?", default="", metavar="TÊN", help="tên bài, tên cơ quan…; không nêu thì hỏi"
    )
    verb.add_argument("--language", choices=("vi", "en"), default="vi", help="ngôn ngữ của bài hay trang")
    verb.add_argument(
        "--set", action="append", default=[], metavar="MỤC=GIÁ_TRỊ",
        help="trả lời sẵn một câu hỏi, ví dụ --set category=thoi-su; được dùng nhiều lần",
    )  # fmt: skip
    _jobs(verb)


def _list(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--format", choices=("text", "json"), default="text", help="cách viết kết quả")
    verb.add_argument("--due", action="store_true", help="chỉ nêu lúc cần dựng tới, cho máy hẹn giờ")
    verb.add_argument(
        "--stale", type=_days, default=30, metavar="NGÀY", help="nháp để quá ngần ấy ngày là quá lâu"
    )


def _fix(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "files", nargs="*", type=Path, metavar="TỆP", help="tệp cần sửa; không nêu là mọi tệp của cổng"
    )
    verb.add_argument("--dry-run", action="store_true", help="chỉ cho xem sẽ sửa gì, không ghi")
    verb.add_argument("--order", action="store_true", help="xếp các mục theo thứ tự chuẩn")


def _schema(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "folder", nargs="?", type=Path, default=ROOT / "docs" / "schema", metavar="NƠI",
        help="thư mục để ghi; không nêu là docs/schema",
    )  # fmt: skip


def _preview(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--port", type=_port, default=8000, metavar="SỐ", help="cổng mạng; 0 để máy tự chọn")


def _rollback(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "release", nargs="?", metavar="MÃ", help="mã của bản cần quay về; không nêu là bản ngay trước"
    )
    verb.add_argument("--list", action="store_true", help="chỉ liệt kê các bản còn giữ")


def _search(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("query", metavar="CÂU_TÌM", help="điều cần tìm, có dấu hay không dấu")
    verb.add_argument("--format", choices=("text", "json"), default="text", help="cách viết kết quả")
    verb.add_argument("--limit", type=_whole, default=10, metavar="SỐ", help="số kết quả")
    verb.add_argument("--skip", type=_whole, default=0, metavar="SỐ", help="bỏ qua bấy nhiêu kết quả đầu")
    verb.add_argument("--newest", action="store_true", help="mới nhất trước")
    verb.add_argument("--typing", action="store_true", help="chữ cuối đang gõ dở")
    only = verb.add_argument_group("chỉ lấy")
    only.add_argument("--kind", metavar="LOẠI", help=", ".join(KINDS))
    only.add_argument("--category", metavar="MÃ", help="mã chuyên mục")
    only.add_argument("--unit", metavar="MÃ", help="mã cơ quan")
    only.add_argument("--language", choices=("vi", "en"), help="ngôn ngữ")
    only.add_argument("--year", metavar="NĂM", help="năm, ví dụ 2026")
    only.add_argument("--since", type=_date, metavar="NGÀY", help="từ ngày, ví dụ 2026-01-31")
    only.add_argument("--until", type=_date, metavar="NGÀY", help="đến hết ngày")


def _serve(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--host", default="127.0.0.1", metavar="ĐỊA_CHỈ",
        help="địa chỉ mạng để nghe; không nêu là 127.0.0.1, sau máy chủ web",
    )  # fmt: skip
    verb.add_argument("--port", type=_port, default=8081, metavar="SỐ", help="cổng mạng; 0 để máy tự chọn")
    verb.add_argument(
        "--log-queries", action="store_true",
        help="ghi cả điều người đọc tìm vào nhật ký; không nêu thì không ghi",
    )  # fmt: skip
    verb.add_argument("--quiet", action="store_true", help="không ghi nhật ký truy cập")


def _import(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "file", type=Path, metavar="TỆP",
        help="tệp Word (.docx), trang HTML; thư mục Hugo, Jekyll; tệp xuất WordPress, nguồn RSS, Atom",
    )  # fmt: skip
    verb.add_argument("--into", type=_place, default="", metavar="THƯ_MỤC", help="ví dụ tin-tuc/2026")
    verb.add_argument("--slug", default="", metavar="TÊN", help="tên tệp của bài, không dấu, không đuôi")
    verb.add_argument("--title", default="", metavar="CHỮ", help="tên bài, thay cho tên trong tệp")
    verb.add_argument("--date", type=_moment, metavar="NGÀY", help="ngày giờ của bài")
    verb.add_argument("--summary", default="", metavar="CHỮ", help="tóm tắt")
    verb.add_argument("--author", default="", metavar="CHỮ", help="người viết")
    verb.add_argument("--unit", default="", metavar="MÃ", help="mã cơ quan")
    verb.add_argument("--category", default="", metavar="MÃ", help="mã chuyên mục")
    verb.add_argument("--dry-run", action="store_true", help="chỉ in kết quả ra màn hình, không ghi gì")
    verb.add_argument("--replace", action="store_true", help="ghi đè bài và ảnh đã có")
    site = verb.add_argument_group("khi nhập cả một trang")
    site.add_argument(
        "--map", type=_pair, action="append", default=[], metavar="CŨ=MÃ",
        help="chuyên mục hoặc thẻ cũ ứng với mã chuyên mục nào; được dùng nhiều lần",
    )  # fmt: skip
    site.add_argument(
        "--section", type=lambda text: text.strip("/"), action="append", default=[], metavar="THƯ_MỤC",
        help="chỉ nhập thư mục này của trang cũ; được dùng nhiều lần",
    )  # fmt: skip
    site.add_argument(
        "--language", choices=("vi", "en"), default="vi", help="ngôn ngữ của bài không ghi ngôn ngữ"
    )
    site.add_argument("--format", choices=("text", "json"), default="text", help="cách viết kết quả")
    _jobs(site)


def _pair(text: str) -> tuple[str, str]:
    old, sign, new = text.rpartition("=")
    if not (old.strip() and sign and new.strip()):
        raise argparse.ArgumentTypeError(f'«{text}»: viết CŨ=MÃ, ví dụ "Tin nội bộ=thoi-su"')
    return old.strip(), new.strip()


def _place(text: str) -> str:
    return text.strip("/").removeprefix("content/")


def _verify(verb: argparse.ArgumentParser) -> None:
    from portal.trust.verifying.options import add_options

    add_options(verb)


def _prove(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "path", nargs="?", default="", metavar="ĐƯỜNG_DẪN",
        help="tệp nội dung (tin-tuc/2026/bai.md), tệp của bản phát hành, hay địa chỉ trang (/tin-tuc/…/)",
    )  # fmt: skip
    verb.add_argument("--from", dest="source", default="", metavar="NƠI", help="thư mục hoặc https://…")
    verb.add_argument("--out", type=Path, metavar="TỆP", help="tệp .tlog-proof để ghi")
    verb.add_argument("--check", type=Path, metavar="TỆP", help="kiểm một bằng chứng đã có")
    verb.add_argument("--file", type=Path, metavar="TỆP", help="tệp đã lưu, để so với bằng chứng")
    verb.add_argument("--key", action="append", default=[], metavar="VKEY", help="khóa công khai của cơ quan")


def _why(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("url", metavar="URL", help="địa chỉ của trang, ví dụ /tin-tuc/")


VERBS = {
    verb.name: verb
    for verb in (
        Verb("build", "building", "dựng cổng từ nội dung và đưa ra công khai trong build/public", _build),
        Verb(
            "publish",
            "publishing",
            "ghi phiên bản mới vào nhật ký công khai, rồi dựng cổng và đưa ra công khai",
            _publish,
        ),
        Verb(
            "redact",
            "redacting",
            "gỡ phiên bản khỏi hồ sơ theo quyết định, rồi xuất bản lại",
            _redact,
        ),
        Verb("keys", "keeping_keys", "tạo, xem, thay, thu hồi khóa ký nhật ký công khai", _keys),
        Verb("check", "checking", "nêu mọi lỗi trong nội dung, không xuất bản", _check),
        Verb("new", "starting", "tạo một bài, trang, cơ quan, nhóm dịch vụ hay chỉ tiêu mới", _new),
        Verb(
            "list",
            "listing",
            "liệt kê bản nháp, bài hẹn giờ, sắp hết hạn, đã rút, và lúc cần dựng tới",
            _list,
        ),
        Verb("import", "importing", "nhập bài từ tệp Word, trang HTML, hoặc cả một trang cũ", _import),
        Verb(
            "fix", "fixing", "viết lại cho đúng những gì chắc chắn: tên mục, bảng mã, ngày, dấu nháy…", _fix
        ),
        Verb("preview", "previewing", "xem cổng trên máy này trước khi xuất bản", _preview),
        Verb("rollback", "going_back", "quay về bản đã công khai trước đó", _rollback),
        Verb(
            "schema", "schemas", "ghi mẫu của mọi loại tệp cho chương trình soạn thảo (JSON Schema)", _schema
        ),
        Verb("search", "searching", "tìm trong bản đang công khai", _search),
        Verb("serve", "serving", "chạy dịch vụ tìm kiếm của bản đang công khai, sau máy chủ web", _serve),
        Verb(
            "verify",
            "verifying",
            "kiểm một bản phát hành hay một cổng đang chạy: chữ ký, nhật ký, từng tệp, trang lạ",
            _verify,
        ),
        Verb("prove", "proving", "ghi hoặc kiểm bằng chứng rằng một bài, một tệp đã được công bố", _prove),
        Verb("why", "explaining", "cho biết vì sao một trang sẽ được dựng lại", _why),
    )
}
