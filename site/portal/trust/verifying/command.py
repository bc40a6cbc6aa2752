"""The command `verify`, in one file as in the engine."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from portal.trust.checkpoint import Key, NotAKey, read_vkey
from portal.trust.policy import NotAPolicy, read_policy
from portal.trust.verifying.findings import Finding, exit_of
from portal.trust.verifying.options import add_options
from portal.trust.verifying.remembered import NotAMemory, recall, remember
from portal.trust.verifying.sources import source_of
from portal.trust.verifying.verification import Verdict, Wish, verify
from portal.trust.verifying.words import as_json, in_words

WRONG_USAGE = 2


def run(asked: argparse.Namespace, now: datetime) -> int:
    """Verify and print; gives the exit code: 2 for wrong usage, else that of the verdict."""
    try:
        keys = [_key(text) for text in asked.key]
        policy = read_policy(asked.policy.read_text("utf-8")) if asked.policy else None
    except (NotAKey, NotAPolicy, OSError, UnicodeDecodeError) as error:
        print(f"{error}: không đọc được khóa hoặc chính sách / no key or policy", file=sys.stderr)
        return WRONG_USAGE
    wish = Wish(now, keys, (), policy, asked.excepted, max(1, asked.connections))
    verdict = _with_memory(asked, wish)
    told = as_json(verdict, now) if asked.format == "json" else in_words(verdict, asked.language)
    sys.stdout.write(told)
    return verdict.exit


def _with_memory(asked: argparse.Namespace, wish: Wish) -> Verdict:
    source = source_of(asked.source)
    if asked.state is None:
        return verify(source, wish)
    try:
        known = recall(asked.state)
        verdict = verify(source, replace(wish, known=known))
        if verdict.memory is not None:
            remember(asked.state, verdict.memory, known)
        return verdict
    except NotAMemory as error:
        broken = Finding("state/unreadable", str(asked.state), str(error))
    except OSError as error:
        broken = Finding("state/unreadable", str(asked.state), error.strerror or "")
    verdict = verify(source, wish)
    findings = (*verdict.findings, broken)
    assert exit_of(findings)
    return replace(verdict, findings=findings)


def _key(text: str) -> Key:
    """A key as it was typed, or the first line of the file that was named."""
    if "+" not in text:
        lines = Path(text).read_text("utf-8").splitlines()
        text = next((line for line in lines if line and not line.startswith("#")), "")
    return read_vkey(text)


def main(arguments: Sequence[str]) -> int:
    """Do what was typed."""
    parser = argparse.ArgumentParser(
        prog="verify.py",
        description="Kiểm một cổng Công tín: chữ ký, nhật ký, bảng kê, từng tệp, trang lạ. "
        "0 nguyên vẹn, 10 đã đổi, 11 có trang lạ, 12 nhật ký bị viết lại, 13 đã cũ, 14 chưa kiểm được.",
    )
    add_options(parser)
    return run(parser.parse_args(arguments), datetime.now(UTC))
