"""The list of changes, and the letters that decide about them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from clerkwell.comparing.results import Choice
from clerkwell.ui.kit.choices import ChoiceList
from clerkwell.ui.review.deciding import Decision

DECISIONS: Mapping[int, Decision] = {
    int(Qt.Key.Key_A): "accepted",
    int(Qt.Key.Key_R): "rejected",
    int(Qt.Key.Key_L): "open",
}
CHOICES: Mapping[int, Choice] = {int(Qt.Key.Key_O): "ours", int(Qt.Key.Key_T): "theirs", int(Qt.Key.Key_B): "both"}
NEXT_CONFLICT, NEXT_OPEN = int(Qt.Key.Key_C), int(Qt.Key.Key_N)
LETTERS = (*DECISIONS, *CHOICES, NEXT_CONFLICT, NEXT_OPEN)


class ChangesList(ChoiceList):
    """Leaves the letters that decide to the dialog; Qt would look for a line that begins with them."""

    @property
    def ids(self) -> list[str]:
        """The ids of the lines, in order."""
        every = [self.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.count())]
        return [str(each) for each in every if each is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if not event.modifiers() and int(event.key()) in LETTERS:
            event.ignore()
            return
        super().keyPressEvent(event)
