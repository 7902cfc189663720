"""A stored report as the bytes of its file: the same report, the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath

from clerkwell.storage.dumping import dump
from clerkwell.storage.errors import ReadOnlyError
from clerkwell.storage.layout import ATTACHMENTS, PACK, REPORT_ENTRY, TYPE, TYPE_ENTRY, VERSIONS
from clerkwell.storage.stored import StoredReport

# The earliest time a zip can hold: the file's own time says when it was saved.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".zip", ".png", ".jpg", ".jpeg", ".pdf", ".webp"})


def to_bytes(stored: StoredReport) -> bytes:
    """The file of this report. Raises `ReadOnlyError` for one from a newer program, as it would lose what we do not
    know."""
    if stored.read_only:
        raise ReadOnlyError(
            "This report was made by a newer version of Clerkwell, so it can be read here but not saved; "
            "update Clerkwell to change it."
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _put(archive, TYPE_ENTRY, TYPE, zipfile.ZIP_STORED)
        _put(archive, REPORT_ENTRY, dump(stored.report), zipfile.ZIP_DEFLATED)
        _put_all(archive, PACK, stored.pack_files)
        _put_all(archive, ATTACHMENTS, stored.attachments)
        _put_all(archive, VERSIONS, stored.versions)
    return buffer.getvalue()


def _put_all(archive: zipfile.ZipFile, folder: str, files: Mapping[str, bytes]) -> None:
    for name, data in sorted(files.items()):
        packed = PurePosixPath(name).suffix.lower() in _PACKED_ALREADY
        _put(archive, folder + name, data, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED)


def _put(archive: zipfile.ZipFile, name: str, data: bytes, compression: int) -> None:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = compression
    # On every system as on this one: who made it, and a file that its owner can read and write.
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    archive.writestr(entry, data, compresslevel=1 if compression == zipfile.ZIP_DEFLATED else None)
