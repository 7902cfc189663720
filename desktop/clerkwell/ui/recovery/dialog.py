"""Unsaved work that was found: recover one of them, or put it aside."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from clerkwell.storage import RecoveryFolder, Snapshot
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.style import GAP_LARGE, MARGIN
from clerkwell.ui.kit.widgets import button, fit, title, words


class RecoveryDialog(QDialog):
    """Lists what was found. `chosen` is the one to open, if any; what is put aside is offered no more."""

    def __init__(self, found: tuple[Snapshot, ...], recovery: RecoveryFolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: Snapshot | None = None
        self._found = {snapshot.id: snapshot for snapshot in found}
        self._recovery = recovery
        self.setWindowTitle("Recover unsaved work")
        self.list = ChoiceList("Unsaved work")
        self.list.chosen.connect(self._recover_this)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        self._recover = button("&Recover", self._recover_marked, primary=True)
        self._discard = button("&Discard", self._discard_marked)
        self._discard.setToolTip("Offers it no more. The last ten discarded are kept for a while.")
        buttons = QDialogButtonBox()
        buttons.addButton(self._recover, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._discard, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.addButton("&Later", QDialogButtonBox.ButtonRole.RejectRole).clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP_LARGE)
        column.addWidget(title("Clerkwell closed before this work was saved", 1.2))
        column.addWidget(
            words(
                "Recover opens it as it was within a second of the end. Nothing is saved until you save it.", muted=True
            )
        )
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self._show()
        fit(self, 84, 24)

    def _show(self) -> None:
        self.list.show_items(
            tuple(
                Item(
                    snapshot.id,
                    " ".join(snapshot.subject.split())
                    or (snapshot.base.stem if snapshot.base else "Report without a subject"),
                    _detail(snapshot),
                    picture="recover",
                )
                for snapshot in self._found.values()
            )
        )
        self._recover.setEnabled(bool(self._found))
        self._discard.setEnabled(bool(self._found))
        self.list.setFocus()

    def _recover_this(self, snapshot_id: str) -> None:
        self.chosen = self._found.get(snapshot_id)
        self.accept()

    def _recover_marked(self) -> None:
        if self.list.marked():
            self._recover_this(self.list.marked())

    def _discard_marked(self) -> None:
        marked = self.list.marked()
        if marked:
            self._recovery.discard(marked)
            del self._found[marked]
            self._show()
            if not self._found:
                self.reject()


def _detail(snapshot: Snapshot) -> str:
    when = snapshot.made.astimezone()
    told = f"Last change {when.day} {when:%B %Y} at {when:%H:%M}"
    if snapshot.base is None:
        return f"{told} · never saved in a file"
    changed = " · that file has changed since" if snapshot.base_changed() else ""
    return f"{told} · {snapshot.base}{changed}"
