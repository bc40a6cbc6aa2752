"""The verb `keys`: the keys with which a log is signed."""

import argparse
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from secrets import token_hex

import segno

from portal.cli.arguments import DONE, USAGE
from portal.cli.passphrases import passphrase_of, typed
from portal.cli.place import now, workspace_of
from portal.freeze.holding import at_work
from portal.freeze.publication import origin_of
from portal.keys.keeping import BadKey, check_place, keep, new_private, public_of, shown, unlock
from portal.keys.paper import from_paper, on_paper
from portal.readers.desk import Desk
from portal.readers.settings import read_settings
from portal.record.appending import Appender
from portal.record.key_history import keys_of, revocation, rotation
from portal.record.layout import FOLDER, Layout
from portal.record.record import Record, read_record
from portal.source.folder import Folder
from portal.trust.checkpoint import Key, NotAKey, read_vkey
from portal.workspace import Workspace


def keys(asked: argparse.Namespace) -> int:
    """Make, show, change or revoke a key of the log."""
    actions: Mapping[str, Callable[[argparse.Namespace, Workspace], int]] = {
        "new": _new, "show": _show, "rotate": _rotate, "revoke": _revoke,
    }  # fmt: skip
    return actions[asked.action](asked, workspace_of(asked))


def _new(asked: argparse.Namespace, workspace: Workspace) -> int:
    if asked.file is None:
        return _wrong("Nêu nơi cất khóa: --file /duong/dan/nhat-ky.key, ngoài nội dung và kho git.")
    check_place(asked.file, (workspace.portal, workspace.output))
    name = _origin(workspace)
    private, recovery = new_private(), new_private()
    phrase = passphrase_of(asked, "Cụm mật khẩu cho khóa mới", twice=True)
    key = public_of(private, name)
    keep(asked.file, private, key, public_of(recovery, name).vkey, phrase)
    print(f"Đã cất khóa vào {asked.file}; chép thêm một bản ra thiết bị để rời.")
    _tell_key(key, asked.qr)
    print("\nKhóa khôi phục. In hoặc chép tay ra giấy ngay, cất vào két; máy không giữ lại:\n")
    print(on_paper(recovery))
    print(f"\nXuất bản có ký: python3 freeze.py publish --key {asked.file}")
    return DONE


def _show(asked: argparse.Namespace, workspace: Workspace) -> int:
    if asked.file:
        _tell_key(shown(asked.file)[0], asked.qr)
        return DONE
    standing = keys_of(_record(workspace))
    if not standing:
        print("Nhật ký chưa có khóa nào. Tạo khóa: python3 freeze.py keys new --file TỆP")
    for one in standing:
        until = f" đến {one.until:%d/%m/%Y %H:%M} UTC" if one.until else ""
        state = "đã thu hồi" if one.revoked else "đang dùng" if one.at(now(asked)) else "đã thay"
        print(f"{one.key.vkey}\n  từ {one.since:%d/%m/%Y %H:%M} UTC{until}; {state}")
    return DONE


def _rotate(asked: argparse.Namespace, workspace: Workspace) -> int:
    if asked.file is None or asked.to is None:
        return _wrong("Nêu khóa đang dùng và nơi cất khóa mới: --file CŨ --to MỚI.")
    check_place(asked.to, (workspace.portal, workspace.output))
    old = unlock(asked.file, passphrase_of(asked, "Cụm mật khẩu của khóa đang dùng"))
    with at_work(workspace):
        record = _record(workspace)
        if not any(one.key == old.key and one.at(now(asked)) for one in keys_of(record)):
            raise BadKey(f"{asked.file} không phải là khóa đang dùng của nhật ký")
        private = new_private()
        key = public_of(private, old.key.name)
        keep(
            asked.to,
            private,
            key,
            old.recovery,
            passphrase_of(asked, "Cụm mật khẩu cho khóa mới", twice=True),
        )
        until = now(asked) + timedelta(days=asked.days)
        _appender(workspace, record).said(
            "key", rotation(old.key, old.sign, key, old.recovery, until), now(asked)
        )
    _tell_key(key, asked.qr)
    print(
        f"Khóa cũ còn dùng đến {until:%d/%m/%Y}. Cho đến ngày ấy ký bằng cả hai:\n"
        f"  python3 freeze.py publish --key {asked.file} --key {asked.to}"
    )
    return DONE


def _revoke(asked: argparse.Namespace, workspace: Workspace) -> int:
    with at_work(workspace):
        record = _record(workspace)
        key = _named(asked, record)
        standing = next((one for one in keys_of(record) if one.key == key), None)
        if standing is None or standing.revoked:
            raise BadKey("nhật ký không có khóa ấy, hoặc khóa đã thu hồi rồi")
        text = asked.recovery.read_text("utf-8") if asked.recovery else typed("Khóa khôi phục trên giấy")
        private = from_paper(text)
        recovery = public_of(private, key.name)
        if recovery.vkey != standing.recovery:
            raise BadKey("khóa khôi phục này không phải của khóa ấy")
        _appender(workspace, record).said("key", revocation(key, recovery, private.sign), now(asked))
    print(f"Đã thu hồi {key.vkey}.\nTạo khóa mới (keys new), xuất bản bằng khóa ấy, và báo công khai.")
    return DONE


def _named(asked: argparse.Namespace, record: Record) -> Key:
    if asked.key:
        try:
            return read_vkey(asked.key)
        except NotAKey as error:
            raise BadKey(f"«{asked.key}» không phải là khóa công khai") from error
    if asked.file:
        return shown(asked.file)[0]
    standing = [one.key for one in keys_of(record) if not one.revoked]
    if len(standing) != 1:
        raise BadKey("nêu khóa cần thu hồi: --key hoặc --file")
    return standing[0]


def _tell_key(key: Key, picture: Path | None) -> None:
    print(f"Khóa công khai, để in trong quyết định của cơ quan:\n\n  {key.vkey}\n")
    code = segno.make(key.vkey, error="m", micro=False)
    if picture:
        code.save(str(picture), scale=4)
        print(f"Đã vẽ mã QR của khóa vào {picture}.")
    else:
        code.terminal(compact=True)


def _origin(workspace: Workspace) -> str:
    desk = Desk(Folder(workspace.portal, workspace.portal.name), workspace.cache)
    read = read_settings(desk)
    if read is None:
        raise BadKey("chưa đọc được portal.yaml; gõ: python3 freeze.py check")
    return origin_of(read[0].url)


def _record(workspace: Workspace) -> Record:
    return read_record(Folder(workspace.portal, workspace.portal.name), workspace.cache)


def _appender(workspace: Workspace, record: Record) -> Appender:
    return Appender(Layout(workspace.portal / FOLDER), record.index.size, lambda: token_hex(16))


def _wrong(words: str) -> int:
    print(words)
    return USAGE
