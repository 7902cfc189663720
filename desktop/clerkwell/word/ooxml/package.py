"""The zip that a Word document is: read with limits, written the same way every time.

The limits follow from what councils send: the largest report with pictures is some tens of megabytes, and the XML of
a real document shrinks ten to thirty times. A 638 KB archive that unpacks to 1.6 GB is not a document.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from itertools import pairwise

from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.kinds import what_archive_it_is, what_it_is

MOST_PARTS = 4000
MOST_BYTES = 300 * 1024 * 1024
# Only judged above these sizes: a short part of white space may well shrink a thousand times.
RATIO_FROM = 30 * 1024 * 1024
MOST_RATIO = 150
PART_RATIO_FROM = 8 * 1024 * 1024
MOST_PART_RATIO = 300

TYPES = "[Content_Types].xml"
# The first moment a zip can tell (part 2 leaves the time of an entry without meaning).
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = (".png", ".jpg", ".jpeg", ".gif")
# What zipfile raises for an archive with a byte gone wrong, depending on which; a negative seek, for one.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, OverflowError, struct.error
)  # fmt: skip
# A local header, without the name and the extra field after it ([APPNOTE] 4.3.7).
_LOCAL_HEADER = 30


def read_package(data: bytes, *, lenient: bool = False) -> dict[str, bytes]:
    """The parts of a document by name, in the archive's order; `WordError` says why it was not opened.

    `lenient`: a part that is damaged, or that names a place outside the document, is left out, as if it had never been
    there; whether the rest is a document is for whoever reads it to say.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise WordError(what_it_is(data))
    parts: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse_bombs(entries)
            for entry in entries:
                name = entry.filename.replace("\\", "/")
                if name.startswith("/") or ".." in name.split("/"):
                    if lenient:
                        continue
                    raise WordError("The Word document was not opened: it names a part outside itself.")
                if name in parts:
                    raise WordError("The Word document was not opened: it holds two parts of one name.")
                try:
                    parts[name] = archive.read(entry)
                except DAMAGE:
                    if not lenient:
                        raise
    except DAMAGE as error:
        raise WordError("This is not a whole .docx file: the archive that it should be cannot be read.") from error
    if TYPES not in parts or "_rels/.rels" not in parts:
        damaged = len(parts) < len(entries)
        if not (lenient and any(name.casefold() == "word/document.xml" for name in parts)):
            raise WordError(
                "This is not a whole .docx file: the archive that it should be cannot be read."
                if damaged
                else what_archive_it_is(parts, parts.get("mimetype", b""))
            )
    return parts


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """The archive of these parts, the list of contents first; the same parts make the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: name != "[Content_Types].xml"):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.create_system = 0
            entry.external_attr = 0
            packed = name.lower().endswith(_PACKED_ALREADY)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return out.getvalue()


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise WordError(f"The Word document was not opened: it holds {len(entries)} parts, more than any real one.")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if unpacked > MOST_BYTES or (unpacked > RATIO_FROM and unpacked / packed > MOST_RATIO):
        raise WordError(f"The Word document was not opened: it would unpack to {unpacked // 1024 // 1024} MB.")
    for entry in entries:
        if entry.file_size > PART_RATIO_FROM and entry.file_size > entry.compress_size * MOST_PART_RATIO:
            raise WordError(
                f"The Word document was not opened: a part of it would unpack to {entry.file_size // 1024 // 1024} MB."
            )
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise WordError("The Word document has a password. Save it without one.")
    # Entries that share their bytes are how a small archive pretends to hold much (a bomb without nesting).
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    for one, other in pairwise(ordered):
        if one.header_offset + _LOCAL_HEADER + one.compress_size > other.header_offset:
            raise WordError("The Word document was not opened: parts of its archive lie over each other.")
