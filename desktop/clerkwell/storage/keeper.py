"""The keeper of one open report's recovery snapshots: the last five states of it, and what does not change."""

import json
import secrets
import shutil
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from clerkwell.model import PackRef, Report
from clerkwell.storage.dumping import Dumper
from clerkwell.storage.errors import StorageError
from clerkwell.storage.kept import BASE, HELD, PARTS, SNAPSHOT, snapshots_in
from clerkwell.storage.stored import StoredReport
from clerkwell.storage.writing import to_bytes
from clerkwell.system import FileError, atomic_write, make_folder
from clerkwell.system.errors import writing_error
from clerkwell.system.held import HeldFile

_KEPT = 5
# A power cut may take what the system has not flushed yet. Flushing every snapshot would keep a slow disk busy, so one
# in two seconds is, and the last flushed one is kept beside the last five.
_FLUSHED_EVERY = 2.0


class Keeper:
    """Keeps snapshots of one open report in a folder of its own. Safe to call from several threads.

    The folder is held while the program runs, so that another window does not offer to recover it.
    """

    def __init__(self, parent: Path, base: Path | None, base_digest: str, clock: Callable[[], float]) -> None:
        """Raises `FileError` if the folder cannot be made."""
        self._clock = clock
        self._one_at_a_time = threading.Lock()
        self._dumper = Dumper()
        self._base: tuple[Path | None, str] | None = (base, base_digest)
        self._parts: tuple[Mapping[str, bytes], ...] = ()
        self._number = 0
        self._flushed: Path | None = None
        self._flushed_at = -_FLUSHED_EVERY
        self._forgotten = self._newest = -1
        self._closed = False
        try:
            self.folder, self._held = _own_folder(make_folder(parent))
        except OSError as error:
            raise writing_error(error, parent / HELD) from error

    @property
    def id(self) -> str:
        """What the snapshots are found by afterwards."""
        return self.folder.name

    def write(self, stored: StoredReport, order: int) -> None:
        """Keep this state, unless a later one (of a higher `order`) has been saved. Raises `FileError`."""
        with self._one_at_a_time:
            if self._closed or order <= self._forgotten:
                return
            self._write_parts(stored)
            self._number += 1
            self._newest = order
            path = self.folder / f"{self._number:08d}{SNAPSHOT}"
            now = self._clock()
            durable = now - self._flushed_at >= _FLUSHED_EVERY
            atomic_write(path, self._dumper.dump(stored.report), durable=durable)
            if durable:
                self._flushed, self._flushed_at = path, now
            self._drop([old for old in snapshots_in(self.folder)[:-_KEPT] if old != self._flushed])

    def forget(self, order: int, base: Path | None, base_digest: str) -> None:
        """Remove the snapshots: this state has been saved in `base`. No more are taken of it or of earlier ones."""
        with self._one_at_a_time:
            self._forgotten = max(self._forgotten, order)
            self._base = (base, base_digest)
            if self._newest > order:
                return  # somebody typed on while it was being saved: that is not in the file yet
            self._flushed, self._flushed_at = None, -_FLUSHED_EVERY
            self._drop(snapshots_in(self.folder))

    def abandon(self) -> None:
        """Let go of the folder and leave what is kept in it, to be found: the program ends with the work unsaved."""
        with self._one_at_a_time:
            self._closed = True
            self._held.let_go()

    def close(self) -> None:
        """Remove the snapshots and let go of the folder."""
        with self._one_at_a_time:
            self._closed = True
            self._held.let_go()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _write_parts(self, stored: StoredReport) -> None:
        """What a state needs beside its words: written when it changes, which is seldom."""
        if self._base is not None:
            base, base_digest = self._base
            described = {"base": str(base.absolute()) if base else "", "digest": base_digest}
            atomic_write(self.folder / BASE, json.dumps(described).encode())
            self._base = None
        parts = (stored.pack_files, stored.attachments, stored.versions)
        if len(self._parts) != len(parts) or any(new is not old for new, old in zip(parts, self._parts, strict=True)):
            empty = replace(stored, report=Report(pack=PackRef(id="parts", version="0.0.0")))
            try:
                data = to_bytes(empty)
            except StorageError as error:
                raise FileError(str(error), self.folder / PARTS, "too-large") from error
            atomic_write(self.folder / PARTS, data)
            self._parts = parts

    def _drop(self, paths: list[Path]) -> None:
        for path in paths:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise FileError(f"An old recovery copy could not be removed from {self.folder}.", path) from error


def _own_folder(parent: Path) -> tuple[Path, HeldFile]:
    while True:
        folder = parent / f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
        folder.mkdir(mode=0o700)
        held = HeldFile(folder / HELD)
        try:
            if held.hold():
                return folder, held
        except FileNotFoundError:
            continue  # another window took the empty folder for an abandoned one
