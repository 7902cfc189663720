"""Choosing another template for the open report: a newer version of its own, or another council's."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QLabel, QWidget

from clerkwell.packs import Pack
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.widgets import fit, framed, ok_cancel, words

_OWN, _OTHERS = "Other versions of this template", "Other templates"


class AnotherTemplateDialog(QDialog):
    """Shows the templates that the report can move to, and what each would change. `chosen` is the one taken."""

    def __init__(
        self,
        pack: Pack,
        packs: Sequence[Pack],
        tell: Callable[[Pack], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        """`tell` says what becomes of the report in a template, a sentence each."""
        super().__init__(parent)
        self.chosen: Pack | None = None
        self._packs = {str(at): each for at, each in enumerate(packs)}
        self._tell = tell
        self.list = ChoiceList("Templates", self, marked_first=True)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        label = QLabel("&What changes", self)
        self.changes = ChoiceList("What changes", self, marked_first=True)
        self.changes.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        label.setBuddy(self.changes)
        self.none = words(muted=True)
        buttons, self.ok = ok_cancel(self, "&Move the report")
        about = (
            f"It is written in {pack.told.title} {pack.told.version}. Every word comes along: what has no place in the "
            "other template goes to the tray. Undo takes it back."
        )
        column = framed(self, "Use another template", about)
        for widget in (self.list, label, self.changes, self.none, buttons):
            column.addWidget(widget)
        self.list.show_items(tuple(_items(pack, self._packs)))
        self.list.currentRowChanged.connect(self._told)
        self.list.chosen.connect(lambda _: self.accept())
        self._told()
        fit(self, 92, 30)
        self.list.setFocus()

    def accept(self) -> None:
        """Take the template that is marked."""
        self.chosen = self._packs.get(self.list.marked())
        super().accept()

    def _told(self) -> None:
        marked = self._packs.get(self.list.marked())
        said = self._tell(marked) if marked is not None else ()
        self.changes.show_items(tuple(Item(str(at), each) for at, each in enumerate(said)))
        self.changes.setVisible(bool(said))
        self.none.setVisible(not said)
        self.none.setText("Nothing that you would notice." if self._packs else "There is no other template here.")
        self.ok.setEnabled(marked is not None)


def _items(pack: Pack, packs: dict[str, Pack]) -> Sequence[Item]:
    """Those of its own series first."""
    own = [key for key, each in packs.items() if each.told.series == pack.told.series]
    return [
        Item(key, packs[key].told.title, f"Version {packs[key].told.version}", _OWN if key in own else _OTHERS)
        for key in (*own, *(key for key in packs if key not in own))
    ]
