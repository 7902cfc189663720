"""What is known of packs already: those that were found sound, so that the next start need not work that out again.

Reading a manifest and looking through a council's document take longer than anything else at a start, and both say
the same as long as the bytes are the same. Only sound packs are remembered: a faulty one is looked at, and named,
every time.
"""

from __future__ import annotations

import hashlib
import json
import logging
from typing import TYPE_CHECKING

from clerkwell.packs.load import MANIFEST, TEMPLATE
from clerkwell.packs.pack import Pack
from clerkwell.packs.packed import Packed
from clerkwell.system import FileError, atomic_write, make_folder, read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from clerkwell.packs.manifest import Manifest

log = logging.getLogger(__name__)

_LARGEST = 20 * 1024 * 1024


class Remembered:
    """The manifests of sound packs by what their files hold, kept in `file`.

    `maker` names the program that looked at them: another version of it may judge otherwise. A file that cannot be
    read or written costs time, and nothing else.
    """

    def __init__(self, file: Path, maker: str) -> None:
        self._file = file
        self._maker = maker
        self._known = self._read()
        self._seen: dict[str, str] = {}

    def pack(self, files: Mapping[str, bytes]) -> Pack | None:
        """The pack with these files, if it was sound; none where that is not known."""
        key = _key(files)
        kept = self._known.get(key)
        if kept is None:
            return None
        try:
            pack = Pack.remembered(kept, files)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
        self._seen[key] = kept
        return pack

    def sound(self, files: Mapping[str, bytes], manifest: Manifest) -> None:
        """The pack with these files and this manifest is sound."""
        self._seen[_key(files)] = manifest.model_dump_json(exclude_unset=True)

    def keep(self) -> None:
        """Keep what was seen since the start, and nothing that was not: packs that have gone need no room."""
        if self._seen == self._known:
            return
        try:
            make_folder(self._file.parent)
            atomic_write(self._file, json.dumps({"maker": self._maker, "packs": self._seen}).encode())
        except FileError as error:
            log.info("What is known of packs could not be kept: %s", error.reason)

    def _read(self) -> dict[str, str]:
        try:
            kept = json.loads(read_bytes(self._file, _LARGEST))
        except (FileError, ValueError, RecursionError):
            return {}
        if not isinstance(kept, dict) or kept.get("maker") != self._maker or not isinstance(kept.get("packs"), dict):
            return {}
        return {str(key): each for key, each in kept["packs"].items() if isinstance(each, str)}


def _key(files: Mapping[str, bytes]) -> str:
    """The files that a pack is judged by, in a word."""
    if isinstance(files, Packed):
        return files.digest
    digest = hashlib.sha256()
    for name in (MANIFEST, TEMPLATE):
        data = files.get(name, b"")
        digest.update(f"{name} {len(data)} ".encode())
        digest.update(data)
    return digest.hexdigest()
