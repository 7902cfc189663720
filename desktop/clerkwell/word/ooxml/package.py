"""The zip that a Word document is: read with limits, written the same way every time.

The limits follow from what councils send: the largest report with pictures is some tens of megabytes, and the XML of
a real document shrinks ten to thirty times. A 638 KB archive that unpacks to 1.6 GB is not a document.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from clerkwell.word.ooxml.errors import WordError

MOST_PARTS = 4000
MOST_BYTES = 300 * 1024 * 1024
# Only judged above this size: a short part of white space may well shrink a thousand times.
RATIO_FROM = 30 * 1024 * 1024
MOST_RATIO = 150

_OLD_WORD = b"\xd0\xcf\x11\xe0"
# The first moment a zip can tell (part 2 leaves the time of an entry without meaning).
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = (".png", ".jpg", ".jpeg", ".gif")


def read_package(data: bytes) -> dict[str, bytes]:
    """The parts of a document by name, in the archive's order; `WordError` says why it was not opened."""
    if data.startswith(_OLD_WORD):
        raise WordError(
            "This is not a .docx file: it is an old .doc or it has a password. Save it as .docx without one."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse_bombs(entries)
            parts = {_name(entry): archive.read(entry) for entry in entries}
    except (
        # What zipfile raises for an archive with a byte gone wrong, depending on which; a negative seek, for one.
        zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, OverflowError, struct.error
    ) as error:  # fmt: skip
        raise WordError("This is not a whole .docx file: the archive that it should be cannot be read.") from error
    if len(parts) != len(entries):
        raise WordError("The Word document was not opened: it holds two parts of one name.")
    if "[Content_Types].xml" not in parts or "_rels/.rels" not in parts:
        raise WordError("This is an archive, but not a Word document: its list of contents is missing.")
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
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise WordError("The Word document has a password. Save it without one.")


def _name(entry: zipfile.ZipInfo) -> str:
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/"):
        raise WordError("The Word document was not opened: it names a part outside itself.")
    return name
