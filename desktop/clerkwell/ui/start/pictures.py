"""Pictures of the packs' first pages: those that came with the program, and those made here for packs of one's own.

All of it happens after the page is on the screen, on other threads.
"""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from clerkwell.packs import Pack
from clerkwell.packs.picture import picture_name
from clerkwell.ui.kit import QtRunner

# Pixels across: what a list shows of it on a screen of twice the usual sharpness.
WIDTH = 240
# Milliseconds after which a start has settled, and what is missing may be made.
_SETTLED = 4000


class PackPictures(QObject):
    """Finds the pictures of packs. `found` carries a pack's id and its picture."""

    found = Signal(str, QImage)

    def __init__(self, shipped: Path, own: Path, parent: QObject | None = None, settled: int = _SETTLED) -> None:
        """`shipped` is the folder of those that came with the program, `own` that of those made here."""
        super().__init__(parent)
        self._folders = (shipped, own)
        self._own = own
        self._settled = settled
        self._runner: QtRunner | None = None
        self._stop = Event()

    def look(self, packs: tuple[Pack, ...]) -> None:
        """Find the pictures of these packs, and make those that are nowhere yet."""
        if self._stop.is_set():
            return
        runner = self._runner = self._runner or QtRunner()

        def done(images: dict[str, QImage]) -> None:
            for pack_id, image in images.items():
                self.found.emit(pack_id, image)
            lacking = [pack for pack in packs if pack.id not in images]
            if lacking:
                QTimer.singleShot(self._settled, self, lambda: self._make(lacking))

        runner.run(lambda: {pack.id: image for pack in packs if (image := self._kept(pack)) is not None}, done)

    def stop(self) -> None:
        """Look for nothing more, and wait for what is under way."""
        self._stop.set()
        if self._runner is not None:
            self._runner.stop()
            self._runner.deleteLater()
            self._runner = None

    def _kept(self, pack: Pack) -> QImage | None:
        name = picture_name(pack)
        for folder in self._folders:
            image = QImage(str(folder / name))
            if not image.isNull():
                return image
        return None

    def _make(self, packs: list[Pack]) -> None:
        """Make one after another, so that nothing else waits for them."""
        runner = self._runner
        if not packs or runner is None:
            return
        pack, *others = packs

        def done(image: QImage | None) -> None:
            if image is not None:
                self.found.emit(pack.id, image)
            self._make(others)

        runner.run(lambda: self._made(pack), done)

    def _made(self, pack: Pack) -> QImage | None:
        # What makes pages is no part of what the start page loads.
        from clerkwell.session.first_page import first_page
        from clerkwell.system import FileError, make_folder

        made = first_page(pack, WIDTH * 2, stop=self._stop)
        if made is None:
            return None
        image = shrunk(made.data, made.width, made.height, made.stride)
        try:
            folder = make_folder(self._own)
        except FileError:
            return image
        # One picture a pack: those of what it was before go.
        for old in folder.glob(f"{pack.id}-????????????????.png"):
            old.unlink(missing_ok=True)
        image.save(str(folder / picture_name(pack)))
        return image


def shrunk(data: bytes, width: int, height: int, stride: int) -> QImage:
    """A page drawn at twice the size, as the list shows it: letters blur evenly that way."""
    page = QImage(data, width, height, stride, QImage.Format.Format_RGB32)
    return page.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
