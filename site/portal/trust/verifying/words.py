"""What a verifier says, in Vietnamese and in English."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime

from portal.trust.verifying.verification import Verdict

_SHOWN = 50  # findings of one code that are listed for people

VERDICTS: Mapping[int, tuple[str, str]] = {
    0: (
        "NGUYÊN VẸN: mọi thứ đọc được đúng như cơ quan đã công bố",
        "WHOLE: all that was read is as published",
    ),
    10: (
        "ĐÃ BỊ THAY ĐỔI: có tệp khác hoặc thiếu so với bản công bố",
        "CHANGED: files differ from what was published",
    ),
    11: (
        "CÓ TRANG LẠ: có trang không phải do cơ quan công bố",
        "UNKNOWN PAGES: pages the office did not publish",
    ),
    12: (
        "NHẬT KÝ BỊ VIẾT LẠI: nhật ký không nối tiếp điều đã thấy, hoặc không mang chữ ký của cơ quan",
        "REWRITTEN: the log does not go on from what was seen, or is not signed by the office",
    ),
    13: ("ĐÃ CŨ: quá hạn cơ quan hứa ra bản mới", "STALE: the promised time of the next release has passed"),
    14: (
        "CHƯA KIỂM ĐƯỢC: có phần không đọc được, nên không kết luận",
        "NOT CHECKED: something could not be read",
    ),
}

CODES: Mapping[str, tuple[str, str]] = {
    "file/changed": ("tệp đã bị sửa", "file was changed"),
    "file/cloaked": (
        "tệp hiện khác đi với máy tìm kiếm hoặc người từ đó tới",
        "file shown otherwise to search engines",
    ),
    "file/missing": ("tệp đã công bố nay không còn", "published file is gone"),
    "file/redirected": ("trang bị chuyển đi nơi khác", "page is redirected"),
    "log/absent": ("không có nhật ký ở đây", "there is no log here"),
    "log/entries-changed": ("gói mục nhật ký bị sửa hoặc bị cắt", "bundle of log entries was changed or cut"),
    "log/entries-missing": ("thiếu gói mục nhật ký", "bundle of log entries is missing"),
    "log/entry-unknown": ("mục nhật ký không đúng mẫu đã biết", "log entry of an unknown form"),
    "log/forked": (
        "nhật ký rẽ nhánh: cùng số mục mà nội dung khác",
        "the log forked: same size, other content",
    ),
    "log/no-checkpoint": ("tệp checkpoint không đọc được theo mẫu", "checkpoint is not one"),
    "log/no-release": ("nhật ký không có mục bản phát hành", "the log has no release"),
    "log/not-signed": (
        "checkpoint không mang chữ ký đúng của khóa đã cho",
        "checkpoint is not signed by the key",
    ),
    "log/other": ("đây là nhật ký khác với nhật ký đã nhớ", "this is another log than the remembered one"),
    "log/record-changed": ("hồ sơ trong nhật ký bị sửa", "record was changed"),
    "log/record-missing": (
        "hồ sơ bị mất mà không có mục xóa theo quyết định",
        "record is gone without a redaction",
    ),
    "log/rewritten": ("nhật ký đã bị viết lại", "the log was rewritten"),
    "log/rolled-back": ("nhật ký bị lùi về trước", "the log was rolled back"),
    "log/stale": ("đã quá hạn hứa ra bản mới", "the next release is overdue"),
    "log/tile-changed": ("ô băm của nhật ký bị sửa", "tile was changed"),
    "log/tile-missing": ("thiếu ô băm của nhật ký", "tile is missing"),
    "manifest/absent": ("không có bảng kê", "there is no manifest"),
    "manifest/changed": (
        "bảng kê không phải bảng đã ghi trong nhật ký",
        "manifest is not the one in the log",
    ),
    "manifest/missing": ("thiếu một phần bảng kê", "a part of the manifest is missing"),
    "page/cloaked": (
        "trang lạ chỉ hiện với máy tìm kiếm hoặc người từ đó tới",
        "unknown page for search engines only",
    ),
    "page/elsewhere": ("địa chỉ lạ dẫn sang nơi khác", "unknown address leads to another site"),
    "page/unknown": ("trang không phải do cơ quan công bố", "page that the office did not publish"),
    "read/failed": ("không đọc được", "could not be read"),
    "read/too-many": ("quá nhiều địa chỉ, chưa xem hết", "too many addresses, not all were looked at"),
    "state/unreadable": ("tệp ghi nhớ không đọc được", "state file cannot be read"),
    "witness/too-few": ("chưa đủ nhân chứng theo chính sách", "too few witnesses for the policy"),
    "note/no-key": (
        "Không có --key: chữ ký CHƯA được kiểm, mới chỉ so bảng kê với các tệp.",
        "No --key: the signature was NOT checked, only the manifest against the files.",
    ),
    "note/no-log": ("Không có nhật ký công khai ở đây.", "There is no public log here."),
    "note/no-memory": (
        "Không có điều gì được nhớ từ lần trước: chưa biết nhật ký có bị viết lại hay không.",
        "Nothing is remembered of an earlier look: whether the log was rewritten is not known.",
    ),
}

_COUNTED = (
    "{files} tệp trong bảng kê; {asked} địa chỉ khác đã hỏi.",
    "{files} files in the manifest; {asked} other addresses asked for.",
)
_LOGGED = (
    "Nhật ký {origin}: {size} mục; bản phát hành gần nhất {time}.",
    "Log {origin}: {size} entries; last release {time}.",
)
_WITNESSED = ("Nhân chứng {name} đã thấy {size} mục.", "Witness {name} saw {size} entries.")
_MORE = ("… và {count} chỗ nữa", "… and {count} more")


def in_words(verdict: Verdict, language: str) -> str:
    """A verdict for people."""
    return "".join(f"{line}\n" for line in _lines(verdict, int(language == "en")))


def _lines(verdict: Verdict, one: int) -> Iterator[str]:
    yield f"{verdict.source}: {VERDICTS[verdict.exit][one]}."
    yield _COUNTED[one].format(files=verdict.files, asked=verdict.asked)
    held, release = verdict.log.checkpoint, verdict.log.release
    if held is not None:
        time = f"{release.time:%Y-%m-%dT%H:%M:%SZ}" if release else "–"
        yield _LOGGED[one].format(origin=held.origin, size=held.size, time=time)
    for name, size in verdict.witnesses.items():
        yield _WITNESSED[one].format(name=name, size=size)
    for code in sorted({finding.code for finding in verdict.findings}):
        found = [finding for finding in verdict.findings if finding.code == code]
        yield f"{code} — {CODES[code][one]}:"
        for finding in found[:_SHOWN]:
            yield f"  {finding.where}" + (f" ({finding.detail})" if finding.detail else "")
        if len(found) > _SHOWN:
            yield "  " + _MORE[one].format(count=len(found) - _SHOWN)
    for note in verdict.notes:
        yield CODES[note][one]


def as_json(verdict: Verdict, now: datetime) -> str:
    """A verdict for programs, on one line: keys are only ever added."""
    held, release = verdict.log.checkpoint, verdict.log.release
    said = {
        "source": verdict.source,
        "time": f"{now:%Y-%m-%dT%H:%M:%SZ}",
        "exit": verdict.exit,
        "files": verdict.files,
        "asked": verdict.asked,
        "signature_checked": "note/no-key" not in verdict.notes and held is not None,
        "log": held and {"origin": held.origin, "size": held.size, "root": held.root.hex()},
        "release": release and {"time": f"{release.time:%Y-%m-%dT%H:%M:%SZ}", "manifest": release.manifest},
        "witnesses": dict(verdict.witnesses),
        "findings": [
            {"code": one.code, "exit": one.exit, "where": one.where, "detail": one.detail}
            for one in verdict.findings
        ],
        "notes": list(verdict.notes),
    }
    return json.dumps(said, ensure_ascii=False) + "\n"
