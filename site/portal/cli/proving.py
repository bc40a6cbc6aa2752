"""The verb `prove`: evidence for an archive, made or checked."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from portal.cli.arguments import USAGE
from portal.cli.place import workspace_of
from portal.trust.checkpoint import NotAKey, read_vkey
from portal.trust.proofs import NotProved
from portal.trust.signatures import NotSigned
from portal.trust.verifying.evidence import Proved, check_proof
from portal.trust.verifying.evidence import prove as make_proof
from portal.trust.verifying.findings import CHANGED, REWRITTEN, SOUND, UNCHECKED
from portal.trust.verifying.sources import CannotRead, source_of


def prove(asked: argparse.Namespace) -> int:
    """Write a proof, or check one; gives 0 proved, 10 not so, 12 not signed by the key, 14 not read."""
    if bool(asked.check) == bool(asked.path):
        print("prove: nêu ĐƯỜNG_DẪN cần chứng minh, hoặc --check TỆP", file=sys.stderr)
        return USAGE
    try:
        return _check(asked) if asked.check else _make(asked)
    except NotAKey as error:
        print(f"{error}: không phải là khóa công khai", file=sys.stderr)
        return USAGE
    except NotProved as error:
        print(f"KHÔNG CHỨNG MINH ĐƯỢC: {error}")
        return CHANGED
    except NotSigned as error:
        print(f"KHÔNG MANG CHỮ KÝ CỦA KHÓA ĐÃ CHO: {error}")
        return REWRITTEN
    except (CannotRead, OSError) as error:
        print(f"CHƯA KIỂM ĐƯỢC: {error}")
        return UNCHECKED


def _make(asked: argparse.Namespace) -> int:
    source = source_of(asked.source or str(workspace_of(asked).public))
    try:
        text = make_proof(source, asked.path, asked.as_of or datetime.now(UTC))
    finally:
        source.close()
    said = check_proof(text, ())
    file = asked.out or Path(f"{said.path.replace('/', '--')}.tlog-proof")
    file.write_bytes(text)
    print(f"{file}: {_words(said)}")
    return SOUND


def _check(asked: argparse.Namespace) -> int:
    keys = [read_vkey(key) for key in asked.key]
    data = asked.file.read_bytes() if asked.file else None
    said = check_proof(asked.check.read_bytes(), keys, data)
    print(_words(said))
    print("Tệp đưa kiểm đúng từng byte." if asked.file else "Không có --file: chưa so với tệp nào.")
    if said.key is None:
        print("Không có --key: chữ ký CHƯA được kiểm.")
    return SOUND


def _words(said: Proved) -> str:
    what = "bài, dữ liệu" if said.is_text else "tệp của bản phát hành"
    return (
        f"{what} {said.path} (SHA-256 {said.sha256}) đã ghi vào nhật ký {said.origin} "
        f"lúc {said.time:%Y-%m-%dT%H:%M:%SZ}."
    )
