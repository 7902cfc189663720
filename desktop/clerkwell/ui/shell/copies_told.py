"""The copies beside reports that somebody wants to hear of no more: kept in the profile until the copy changes."""

import json
from pathlib import Path

from clerkwell.system import FileError, atomic_write, make_folder, read_bytes

_MOST = 200
_LARGEST = 1_000_000


class CopiesTold:
    """Paths of copies with the digest of what each held. A damaged file counts as an empty one."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def knows(self, copy: Path, digest: str) -> bool:
        """Whether this state of this copy is known."""
        return self._read().get(str(copy)) == digest

    def add(self, copy: Path, digest: str) -> None:
        """Know this state of it. Where that cannot be kept, the copy is mentioned again."""
        kept = {path: state for path, state in self._read().items() if path != str(copy)}
        kept[str(copy)] = digest
        data = json.dumps(dict([*kept.items()][-_MOST:]), ensure_ascii=False, indent=1)
        try:
            make_folder(self._file.parent)
            atomic_write(self._file, data.encode(), durable=False)
        except (FileError, OSError):
            return

    def _read(self) -> dict[str, str]:
        try:
            raw = json.loads(read_bytes(self._file, _LARGEST))
            return {str(path): str(state) for path, state in raw.items()}
        except (FileError, ValueError, AttributeError):
            return {}
