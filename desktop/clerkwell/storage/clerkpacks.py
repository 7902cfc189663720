"""A pack as one file to send or to put in a shared folder: `.clerkpack`, a zip with a list of what must be in it.

The list, `clerkpack.json`, names each file with its SHA-256, so that a copy which was cut short on its way, or changed
by hand, is told from a whole one. Nothing in it proves who made it.
"""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from clerkwell.packs import PackError, load_files
from clerkwell.packs.finding import LARGEST, PACK_SUFFIX
from clerkwell.packs.load import MOST_FILES, too_large
from clerkwell.storage.errors import StorageError
from clerkwell.storage.safety import check_entries
from clerkwell.storage.writing import put

__all__ = ["PACK_SUFFIX", "from_clerkpack", "to_clerkpack"]

_LIST: Final = "clerkpack.json"
_FORMAT: Final = 1
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, OverflowError)


def to_clerkpack(files: Mapping[str, bytes]) -> bytes:
    """The one file of a pack with these files; the same files make the same bytes. `PackError` if they are no pack."""
    about = load_files(files, "The pack").manifest.pack
    listed = {
        "format": _FORMAT,
        "id": about.id,
        "version": about.version,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        put(archive, _LIST, (json.dumps(listed, indent=1) + "\n").encode())
        for name, data in sorted(files.items()):
            put(archive, name, data)
    return buffer.getvalue()


def from_clerkpack(data: bytes, name: str) -> Mapping[str, bytes]:
    """The files of the pack in a `.clerkpack`; `PackError` says what is wrong with it, and calls it `name`."""
    if len(data) > LARGEST:
        raise PackError(f"{name} is too large for a template pack: more than 50 MB.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_entries(archive.infolist(), name, "template pack")
            _check_sizes(archive.infolist(), name)
            files = {each.filename: archive.read(each) for each in archive.infolist() if not each.is_dir()}
    except StorageError as error:
        raise PackError(str(error)) from error
    except _DAMAGE as error:
        raise PackError(f"{name} is not a whole template pack: it was cut short, or is no pack at all.") from error
    _check_listed(files, name)
    return files


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    """Before any of it is taken out: it may hold no more than a pack's folder."""
    if len(entries) > MOST_FILES:
        raise PackError(f"{name} is no template pack: it holds more than {MOST_FILES} files.")
    if sum(each.file_size for each in entries) > LARGEST:
        raise PackError(f"{name} is too large for a template pack: more than 50 MB once unpacked.")
    for each in entries:
        if reason := too_large(name, each.filename, each.file_size):
            raise PackError(reason)


def _check_listed(files: dict[str, bytes], name: str) -> None:
    """Take the list out, and see that the files are those that it names."""
    try:
        listed = json.loads(files.pop(_LIST))
        hashes, known = dict(listed["files"]), int(listed["format"])
    except (KeyError, ValueError, TypeError, RecursionError) as error:
        # The end of a Word document within may pass for that of a file that was cut short.
        raise PackError(
            f"{name} is not a whole template pack: its list of files is missing or cannot be read. It was cut short on "
            "its way, or is no pack at all."
        ) from error
    if known > _FORMAT:
        raise PackError(f"{name} was made by a newer version of Clerkwell; update Clerkwell to use it.")
    wrong = {each for each in files if hashes.get(each) != hashlib.sha256(files[each]).hexdigest()}
    wrong |= hashes.keys() - files.keys()
    if wrong:
        raise PackError(
            f"{name} is not as it was made: {', '.join(sorted(wrong)[:3])} was changed, added or lost on the way."
        )
