"""The report's file: format, migrations, lock, recovery snapshots.

What is exported is loaded when it is first asked for: a start page needs little of it.
"""

from typing import TYPE_CHECKING, Final

from clerkwell.system.on_demand import on_demand

if TYPE_CHECKING:
    from clerkwell.storage.backups import Backups
    from clerkwell.storage.clerkpacks import PACK_SUFFIX, from_clerkpack, to_clerkpack
    from clerkwell.storage.content import content_digest
    from clerkwell.storage.errors import ConflictError, LockedError, ReadOnlyError, StorageError
    from clerkwell.storage.files import OnDisk, ReportFile, holds_report, read_file, write_file
    from clerkwell.storage.layout import SUFFIX
    from clerkwell.storage.lock import FileLock, Holder, Locking
    from clerkwell.storage.reading import from_bytes
    from clerkwell.storage.recovery import RecoveryFolder, Snapshot
    from clerkwell.storage.stored import StoredReport
    from clerkwell.storage.writing import to_bytes

__all__ = [
    "PACK_SUFFIX", "SUFFIX", "Backups", "ConflictError", "FileLock", "Holder", "LockedError", "Locking", "OnDisk",
    "ReadOnlyError", "RecoveryFolder", "ReportFile", "Snapshot", "StorageError", "StoredReport", "content_digest",
    "from_bytes", "from_clerkpack", "holds_report", "read_file", "to_bytes", "to_clerkpack", "write_file",
]  # fmt: skip

# Where in this room each of them is.
_WHERE: Final = {
    "Backups": "backups",
    "ConflictError": "errors",
    "FileLock": "lock",
    "Holder": "lock",
    "LockedError": "errors",
    "Locking": "lock",
    "OnDisk": "files",
    "PACK_SUFFIX": "clerkpacks",
    "ReadOnlyError": "errors",
    "RecoveryFolder": "recovery",
    "ReportFile": "files",
    "SUFFIX": "layout",
    "Snapshot": "recovery",
    "StorageError": "errors",
    "StoredReport": "stored",
    "content_digest": "content",
    "from_bytes": "reading",
    "from_clerkpack": "clerkpacks",
    "holds_report": "files",
    "read_file": "files",
    "to_bytes": "writing",
    "to_clerkpack": "clerkpacks",
    "write_file": "files",
}

__getattr__ = on_demand(__name__, _WHERE)
