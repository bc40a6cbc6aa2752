"""One publication of a portal: what is new enters the record, then the release that shows it.

The order is that of a safe publication: versions are on the disk before anything is frozen, the entry of the
release before the link moves. Whatever fails in between leaves a record that the next publication goes on
from, and the public site as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from portal.failure import Failure
from portal.freeze.recording import Bodies, fresh_versions
from portal.freeze.sealing import Log
from portal.keys.keeping import BadKey, Signer
from portal.readers.change_notes import note_of
from portal.readers.portal import Reading
from portal.readers.published import ended, public_files
from portal.record.appending import Appender, Fresh, Salt
from portal.record.key_history import first, keys_of
from portal.record.layout import FOLDER, Layout
from portal.record.record import Record, read_record
from portal.record.served import checkpoint_of, root_at
from portal.source.folder import Folder
from portal.trust.checkpoint import Checkpoint, NotACheckpoint, read_checkpoint
from portal.trust.signatures import signed


class Behind(Failure):
    """The clock of this machine is before what was recorded already."""

    def __init__(self, last: datetime) -> None:
        """Name the moment of the last entry."""
        super().__init__(
            f"đồng hồ của máy, hoặc --as-of, đi sau mục cuối của nhật ký ({last:%d/%m/%Y %H:%M} UTC)"
        )


class Rewritten(Failure):
    """What the public sees is not an earlier state of this record: nothing may be signed."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What publishing at a moment needs: a look at the content, fresh salts, how soon the next is promised.

    `origin` is what the log is called; `commit` names the state of the content in its version control, where
    it has one. `signers` sign the log, where the checkpoints that are `live` are of the same log.
    """

    content: Folder
    cache: Path
    as_of: datetime
    salt: Salt
    promise: timedelta
    origin: str
    commit: str = ""
    signers: tuple[Signer, ...] = ()
    live: tuple[bytes, ...] = ()

    def record(self, reading: Reading) -> tuple[Record, Sequence[Fresh]]:
        """Append what is new to the record; gives it as it is then, and what was new.

        Raises Behind, Rewritten, BadKey, Moved, Unreadable and OSError.
        """
        assert reading.portal is not None
        record = reading.portal.record
        if record and record.entry(record.index.size - 1).time > self.as_of:
            raise Behind(record.entry(record.index.size - 1).time)
        for note in self.live:
            self._check_live(record, note)
        admitted = self._admitted(record)
        public = public_files(reading, self.content)
        bodies = Bodies(self.content, self.cache)
        bodies.recall()
        fresh = fresh_versions(record, public, ended(reading, self.as_of), bodies, note_of)
        bodies.keep(public)
        if fresh:
            self._appender(record).versions(fresh, self.as_of, self.commit)
            record = self._again()
        for said in admitted:
            self._appender(record).said("key", said, self.as_of)
            record = self._again()
        return record, fresh

    def _check_live(self, record: Record, note: bytes) -> None:
        """Raise Rewritten unless what the public sees is an earlier state of this record."""
        try:
            live = read_checkpoint(note)
        except NotACheckpoint as error:
            raise Rewritten("nhật ký đang công khai không đọc được") from error
        if live.origin != self.origin:
            raise Rewritten(f"nhật ký đang công khai tên là {live.origin}, của cổng này là {self.origin}")
        if live.size > record.index.size:
            raise Rewritten(
                f"nhật ký đang công khai có {live.size} mục, hồ sơ trên máy này chỉ có {record.index.size}: "
                "máy này cầm bản cũ; lấy .record mới nhất từ kho git rồi gõ lại"
            )
        if root_at(record, live.size) != live.root:
            raise Rewritten(
                "hồ sơ trên máy này khác nhật ký đang công khai: có hai máy cùng xuất bản, hoặc hồ sơ bị sửa"
            )

    def _admitted(self, record: Record) -> list[dict[str, object]]:
        """What is to be recorded of a key that signs the first time; raises BadKey if one may not sign."""
        standing = [one.key for one in keys_of(record) if one.at(self.as_of)]
        for signer in self.signers:
            if signer.key.name != self.origin:
                raise BadKey(f"khóa là của nhật ký {signer.key.name}, không phải của {self.origin}")
            if standing and signer.key not in standing:
                raise BadKey(f"{signer.key.vkey} không phải là khóa đang dùng của nhật ký")
        known = {one.key for one in keys_of(record)}
        if any(signer.key in known and signer.key not in standing for signer in self.signers):
            raise BadKey("khóa đã bị thay hoặc thu hồi")
        return [] if standing else [first(one.key, one.recovery) for one in self.signers[:1]]

    def log(self, record: Record) -> Log:
        """How a build enters its release in the log of a record."""
        return Log(record, lambda manifest: self._enter(record, manifest), self._is_due(record))

    def _is_due(self, record: Record) -> bool:
        """Whether the log is to be sealed though no page differs."""
        checkpoint = checkpoint_of(record)
        if self._is_stale(record):
            return True
        if checkpoint is None or (checkpoint.origin, checkpoint.size) != (self.origin, record.index.size):
            return True
        return any(checkpoint.of(signer.key) is None for signer in self.signers)

    def _is_stale(self, record: Record) -> bool:
        """Whether the last entry is no release, or half of what it promised is over."""
        last = record.last_release
        if last is None or last.next is None or last.number != record.index.size - 1:
            return True
        return self.as_of >= last.time + (last.next - last.time) / 2

    def _enter(self, record: Record, manifest: str) -> Record:
        last = record.last_release
        if last is None or last.manifest != manifest or self._is_stale(record):
            prev = last.number if last else None
            self._appender(record).release(manifest, self.as_of, self.as_of + self.promise, prev)
            record = self._again()
        checkpoint = Checkpoint(self.origin, record.index.size, root_at(record, record.index.size))
        before = checkpoint_of(record)
        if before and before.body == checkpoint.body:
            # Who signed that state did not take it back.
            checkpoint = before
        for signer in self.signers:
            checkpoint = signed(checkpoint, signer.key, signer.sign)
        self._appender(record).checkpoint(checkpoint.note)
        return self._again()

    def _appender(self, record: Record) -> Appender:
        return Appender(Layout(self.content.root / FOLDER), record.index.size, self.salt)

    def _again(self) -> Record:
        return read_record(self.content, self.cache)


def origin_of(url: str) -> str:
    """What the log of a portal is called: where it lies, without `https://` (C2SP tlog-checkpoint)."""
    return f"{url.partition('://')[2]}/log"
