"""The bytes of a file as a stored report, read with distrust."""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, ValidationError

from clerkwell.model import Report
from clerkwell.storage.errors import StorageError
from clerkwell.storage.layout import ATTACHMENTS, FORMAT, PACK, REPORT_ENTRY, TYPE, TYPE_ENTRY, VERSIONS
from clerkwell.storage.migrations import STEPS, Step, migrate
from clerkwell.storage.newer import read_tolerantly
from clerkwell.storage.safety import LARGEST_REPORT, check_entries
from clerkwell.storage.stored import StoredReport


class _Current(BaseModel):
    model_config = ConfigDict(extra="forbid")

    format: int
    report: Report


def from_bytes(data: bytes, name: str = "This file") -> StoredReport:
    """The report in these bytes; `name` is what errors call the file. Raises `StorageError`.

    One from a newer program is read as far as this one understands it, and is read only.
    """
    entries = _entries(data, name)
    if entries.get(TYPE_ENTRY) != TYPE or REPORT_ENTRY not in entries:
        raise StorageError(_what_it_is(data, entries, name))
    if len(entries[REPORT_ENTRY]) > LARGEST_REPORT:
        raise StorageError(f"The report in {name} is larger than any report can be, so it was not opened.")
    report, newer = read_report(entries[REPORT_ENTRY], name)
    return StoredReport(
        report=report,
        pack_files=_folder(entries, PACK),
        attachments=_folder(entries, ATTACHMENTS),
        versions=_folder(entries, VERSIONS),
        read_only=newer,
        original=data if newer else b"",
        digest=digest(data),
    )


def digest(data: bytes) -> str:
    """What tells these bytes from others: their SHA-256."""
    return hashlib.sha256(data).hexdigest()


def read_report(
    data: bytes, name: str, steps: Mapping[int, Step] = STEPS, current: int = FORMAT
) -> tuple[Report, bool]:
    """The report of a `report.json`, and whether a newer program wrote it. Raises `StorageError`."""
    found = _format(data, name)
    try:
        if found == current == FORMAT:
            return _Current.model_validate_json(data).report, False
        raw = json.loads(data)
        if found > current:
            return read_tolerantly(raw["report"]), True
        return _Current.model_validate({**raw, "report": migrate(raw["report"], found, current, steps)}).report, False
    except ValidationError as error:
        if found > current:
            raise StorageError(
                f"{name} was made by a newer version of Clerkwell; update Clerkwell to open it."
            ) from error
        raise StorageError(_damaged(name)) from error
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise StorageError(_damaged(name)) from error


def _format(data: bytes, name: str) -> int:
    # Ours begins with the number, so that an ordinary file need not be parsed twice.
    ours = b'{"format":%d,' % FORMAT
    if data.startswith(ours):
        return FORMAT
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise StorageError(_damaged(name)) from error
    found = raw.get("format") if isinstance(raw, dict) else None
    if not isinstance(found, int) or isinstance(found, bool) or found < 1 or not isinstance(raw.get("report"), dict):
        raise StorageError(_damaged(name))
    return found


def _entries(data: bytes, name: str) -> dict[str, bytes]:
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise StorageError(_what_it_is(data, {}, name))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_entries(archive.infolist(), name)
            return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, UnicodeDecodeError) as error:
        raise StorageError(_damaged(name)) from error


def _folder(entries: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    return {entry[len(folder) :]: data for entry, data in entries.items() if entry.startswith(folder)}


def _damaged(name: str) -> str:
    return f"{name} is damaged and could not be opened; open an earlier copy of it, or the recovered one."


def _what_it_is(data: bytes, entries: Mapping[str, bytes], name: str) -> str:
    """What to say of a file that is not ours: what it seems to be instead, and what to do with it."""
    if "word/document.xml" in entries:
        return f"{name} is a Word document, not a Clerkwell report; use Import to make a report of it."
    if data.startswith(b"%PDF"):
        return f"{name} is a PDF, not a Clerkwell report; import the Word document or the text it was made from."
    if not data:
        return f"{name} is empty, so there is no report in it; open an earlier copy of it."
    if data.startswith(b"PK") and not entries:
        return f"{name} breaks off before its end; copy or download it again, or open an earlier copy."
    return f"{name} is not a Clerkwell report; choose a file whose name ends in .clerkwell."
