"""A list of things to tick, in which the space bar ticks and a screen reader hears what is ticked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from clerkwell.ui.kit.style import GAP_SMALL

_ID = Qt.ItemDataRole.UserRole


class TickList(QListWidget):
    """Things with a box before each; `itemChanged` says that one was ticked or unticked."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("role", "plain")
        self.setWordWrap(True)
        self.setSpacing(GAP_SMALL)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)

    def add(self, item_id: str, text: str, detail: str = "", *, ticked: bool = False) -> None:
        """Put one more at the end."""
        item = QListWidgetItem(f"{text}\n{detail}" if detail else text)
        item.setData(_ID, item_id)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.addItem(item)

    def tick(self, item_id: str, ticked: bool = True) -> None:
        """Tick a thing, or untick it."""
        for at in range(self.count()):
            if self.item(at).data(_ID) == item_id:
                self.item(at).setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def tick_all(self, ticked: bool) -> None:
        """Tick everything, or nothing."""
        for at in range(self.count()):
            self.item(at).setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def ticked(self) -> tuple[str, ...]:
        """The ids of what is ticked, in the order of the list."""
        every = [self.item(at) for at in range(self.count())]
        return tuple(str(each.data(_ID)) for each in every if each.checkState() == Qt.CheckState.Checked)
