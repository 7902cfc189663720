"""The report's file: format, migrations, lock, recovery snapshots."""

from clerkwell.storage.content import content_digest
from clerkwell.storage.errors import ConflictError, LockedError, ReadOnlyError, StorageError
from clerkwell.storage.files import OnDisk, ReportFile, holds_report, read_file, write_file
from clerkwell.storage.layout import SUFFIX
from clerkwell.storage.lock import FileLock, Holder
from clerkwell.storage.reading import from_bytes
from clerkwell.storage.recovery import RecoveryFolder, Snapshot
from clerkwell.storage.stored import StoredReport
from clerkwell.storage.writing import to_bytes

__all__ = [
    "SUFFIX", "ConflictError", "FileLock", "Holder", "LockedError", "OnDisk", "ReadOnlyError", "RecoveryFolder",
    "ReportFile", "Snapshot", "StorageError", "StoredReport", "content_digest", "from_bytes", "holds_report",
    "read_file", "to_bytes", "write_file",
]  # fmt: skip
