"""A stored report as the bytes of its file: the same report, the same bytes."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from clerkwell.storage.dumping import dump
from clerkwell.storage.errors import ReadOnlyError, StorageError
from clerkwell.storage.layout import ATTACHMENTS, PACK, REPORT_ENTRY, TYPE, TYPE_ENTRY, VERSIONS
from clerkwell.storage.safety import LARGEST_REPORT, check_entries, is_bomb
from clerkwell.storage.stored import StoredReport

# The earliest time a zip can hold: the file's own time says when it was saved.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = frozenset(
    {".docx", ".xlsx", ".pptx", ".odt", ".zip", ".gz", ".png", ".jpg", ".jpeg", ".pdf", ".webp"}
)  # fmt: skip


def to_bytes(stored: StoredReport) -> bytes:
    """The file of this report. Raises `ReadOnlyError` for one from a newer program, as it would lose what we do not
    know, and `StorageError` for one that is more than could be opened again."""
    if stored.read_only:
        raise ReadOnlyError(
            "This report was made by a newer version of Clerkwell, so it can be read here but not saved; "
            "update Clerkwell to change it."
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _put(archive, TYPE_ENTRY, TYPE, zipfile.ZIP_STORED)
        words = dump(stored.report)
        if len(words) > LARGEST_REPORT:
            raise StorageError("This report is larger than any report can be; take some of its text out, or split it.")
        _put(archive, REPORT_ENTRY, words, zipfile.ZIP_DEFLATED)
        _put_all(archive, PACK, stored.pack_files)
        _put_all(archive, ATTACHMENTS, stored.attachments)
        _put_all(archive, VERSIONS, stored.versions)
        # What is written has to be opened again, by the same rules.
        check_entries(archive.infolist(), "The report with its kept files")
    return buffer.getvalue()


def _put_all(archive: zipfile.ZipFile, folder: str, files: Mapping[str, bytes]) -> None:
    for name, data in sorted(files.items()):
        put(archive, folder + name, data)


def put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Put a file into an archive, packed unless its kind is packed already; the same bytes every time."""
    packed = PurePosixPath(name).suffix.lower() in _PACKED_ALREADY
    _put(archive, name, data, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED)


def _put(archive: zipfile.ZipFile, name: str, data: bytes, compression: int) -> None:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = compression
    # On every system as on this one: who made it, and a file that its owner can read and write.
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    packs = compression == zipfile.ZIP_DEFLATED
    # Small ones are never taken for bombs, and need not be packed to find out.
    if packs and is_bomb(len(data), 0) and is_bomb(len(data), len(zlib.compress(data, 1))):
        entry.compress_type = compression = zipfile.ZIP_STORED  # a blank scan, say: refused when packed
    archive.writestr(entry, data, compresslevel=1 if compression == zipfile.ZIP_DEFLATED else None)
