"""Putting words of the tray where they belong: into a section, at its end, its beginning, or after a paragraph."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QWidget

from clerkwell.model import Blocks, Edit, Paragraph, Report, SetBlocks, SetTray, Several, Text, words
from clerkwell.packs import OTHER, Pack, outline
from clerkwell.session.parts import Entry
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.style import GAP_SMALL

# Places in a section that are no block's.
END, BEGINNING = "", "beginning"
_DRAGGED = "application/x-clerkwell-tray"
_SHORT = 50


def place_items(report: Report, rows: Sequence[int], section_id: str, after: str = END) -> Edit:
    """The edit that puts items' lines into a section as paragraphs, and takes the items out of the tray.

    `after` is the block that they follow, `BEGINNING`, or `END`; a block that is not there any more means the end.
    """
    lines = [line.strip() for row in rows for line in report.tray[row].text.splitlines()]
    fresh: Blocks = tuple(Paragraph(runs=(Text(text=line),)) for line in lines if line)
    blocks = report.blocks(section_id)
    ids = [block.id for block in blocks]
    at = 0 if after == BEGINNING else ids.index(after) + 1 if after in ids else len(ids)
    return Several(
        edits=(
            SetBlocks(section=section_id, blocks=(*blocks[:at], *fresh, *blocks[at:])),
            discard_items(report, rows),
        )
    )


def discard_items(report: Report, rows: Sequence[int]) -> SetTray:
    """The edit that takes items out of the tray."""
    return SetTray(tray=tuple(item for at, item in enumerate(report.tray) if at not in rows))


def spots(report: Report, section_id: str) -> list[tuple[str, str]]:
    """Where in a section words can be put: what a person reads, and what `place_items` takes for it."""
    found = [("At the end", END)]
    blocks = report.blocks(section_id)
    if blocks:
        found.append(("At the beginning", BEGINNING))
    for block in blocks[:-1]:
        text = " ".join(words(block).split())
        if text:
            found.append((f"After “{text[:_SHORT].rstrip()}{'…' if len(text) > _SHORT else ''}”", block.id))
    return found


def takes_words(report: Report, pack: Pack, part_id: str) -> bool:
    """Whether words of the tray can be put into a part."""
    return any(part.id == part_id and part.relevant and part.id != OTHER for part in outline(report, pack))


class TrayList(QListWidget):
    """The items, of which several can be chosen; they can be dragged onto a part in the list of parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Words not placed yet")
        self.setProperty("role", "plain")
        self.setWordWrap(True)
        # Words wrap: there is nothing beside them to scroll to.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(GAP_SMALL)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def chosen(self) -> list[int]:
        """The rows that are chosen, in order."""
        return sorted(index.row() for index in self.selectedIndexes())

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:  # noqa: N802 - Qt's name
        """What is dragged: which items, in the order of the tray."""
        data = QMimeData()
        data.setData(_DRAGGED, ",".join(str(row) for row in sorted(map(self.row, items))).encode())
        return data


class TrayDrops(QObject):
    """Lets items of the tray be dropped onto a section in a list of parts."""

    def __init__(self, bridge: SessionBridge, parts: QListView) -> None:
        super().__init__(parts)
        self._bridge = bridge
        self._parts = parts
        parts.viewport().setAcceptDrops(True)
        parts.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what comes from the tray, over a section."""
        if isinstance(event, QDropEvent) and event.mimeData().hasFormat(_DRAGGED):
            self._dragged(event)
            return True
        return super().eventFilter(watched, event)

    def _dragged(self, event: QDropEvent) -> None:
        entry = self._at(event.position().toPoint())
        if isinstance(event, QDragEnterEvent):
            event.acceptProposedAction()
        elif entry is None or self._bridge.session.read_only:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if not isinstance(event, QDragMoveEvent):
                self._drop(event, entry)

    def _drop(self, event: QDropEvent, entry: Entry) -> None:
        session = self._bridge.session
        rows = [int(row) for row in bytes(event.mimeData().data(_DRAGGED).data()).decode().split(",") if row]
        rows = [row for row in rows if row < len(session.report.tray)]
        if rows:
            session.apply(place_items(session.report, rows, entry.id), f"Place words in “{entry.title}”")
            self._bridge.messages.say(f"Put at the end of “{entry.title}”. Undo takes it back.")

    def _at(self, point: QPoint) -> Entry | None:
        session = self._bridge.session
        entry = self._parts.indexAt(point).data(Qt.ItemDataRole.UserRole)
        there = isinstance(entry, Entry) and takes_words(session.report, session.pack, entry.id)
        return entry if there else None
