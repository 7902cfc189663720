"""One window for one profile: a second start hands its file over to the first and ends.

Through a file in the state folder, so that nothing listens on any socket.
"""

import json
import secrets
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from clerkwell.system import FileError, atomic_write, make_folder, read_bytes
from clerkwell.system.held import HeldFile

_HELD = "window"
_SUFFIX = ".request"
# A window that does not answer within this many seconds hangs or is ending: a second one is opened then.
_PATIENCE = 3.0
_LARGEST = 100_000


class Handover(QObject):
    """The first window's side: holds the profile and passes on what later starts ask for."""

    requested = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is for this alone. Raises `FileError` if it cannot be made."""
        super().__init__(parent)
        self._folder = make_folder(folder)
        self._held = HeldFile(folder / _HELD)
        self._watcher: QFileSystemWatcher | None = None

    def hold(self) -> bool:
        """Become the first window; False if there is one."""
        try:
            return self._held.hold()
        except OSError:
            # A profile that cannot be locked (a network drive, say) still gets its window.
            return True

    def listen(self) -> None:
        """Pass requests on from now on, those first that came meanwhile."""
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(self._look)
        self._look()

    def close(self) -> None:
        """Leave the profile to the next start."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._held.let_go()

    def _look(self) -> None:
        for path in sorted(self._folder.glob(f"*{_SUFFIX}")):
            try:
                raw = json.loads(read_bytes(path, _LARGEST))
                file = Path(raw["file"]) if raw["file"] else None
                path.unlink()
            except (FileError, OSError, ValueError, KeyError, TypeError):
                continue
            self.requested.emit(file)


def ask_first(folder: Path, file: Path | None) -> bool:
    """Ask the first window to come forward, with this file; False if it does not answer."""
    request = folder / f"{time.time_ns()}-{secrets.token_hex(4)}{_SUFFIX}"
    try:
        atomic_write(request, json.dumps({"file": str(file.absolute()) if file else ""}).encode(), durable=False)
        deadline = time.monotonic() + _PATIENCE
        while request.exists():
            if time.monotonic() > deadline:
                request.unlink(missing_ok=True)
                return False
            time.sleep(0.05)
    except (FileError, OSError):
        return False
    return True
