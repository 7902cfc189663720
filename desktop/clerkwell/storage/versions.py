"""The file of a version: the report as JSON, packed once, when it is kept.

A save writes every version again; packed each time, twenty of them would cost more than the report itself.
"""

import gzip
import zlib
from typing import Final

from clerkwell.model import Report
from clerkwell.storage.dumping import dump
from clerkwell.storage.errors import StorageError
from clerkwell.storage.reading import read_report
from clerkwell.storage.safety import LARGEST_REPORT

ENDING: Final = ".json.gz"
# Packing is done once, and the bytes travel with the report for ever.
_LEVEL: Final = 9
_GZIP: Final = 31
# RFC 1952, section 2.3.1.
_MAGIC: Final = b"\x1f\x8b"


def pack_version(report: Report) -> bytes:
    """The bytes of a version: the same report, the same bytes."""
    return gzip.compress(dump(report), _LEVEL, mtime=0)


def unpack_version(data: bytes, name: str) -> Report:
    """The report of a version, brought up to the format of this program; `name` is what errors call it.

    Raises `StorageError` for one that is damaged or was made by a newer program.
    """
    damaged = f"{name} is damaged and could not be opened; the other versions and the report itself are not."
    try:
        report, newer = read_report(_unpacked(data) if is_packed(data) else data, name)
    except (StorageError, zlib.error) as error:
        raise StorageError(damaged) from error
    if newer:
        raise StorageError(f"{name} was kept by a newer version of Clerkwell; update Clerkwell to open it.")
    return report


def is_packed(data: bytes) -> bool:
    """Whether a version is packed, as this program keeps them; the format has always allowed plain JSON too."""
    return data.startswith(_MAGIC)


def _unpacked(data: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=_GZIP)
    words = unpacker.decompress(data, LARGEST_REPORT + 1)
    if not unpacker.eof:
        raise zlib.error("it breaks off, or is larger than any report")
    return words
