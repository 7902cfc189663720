"""What every page of the template workshop is: a heading, what it is for, and what it shows of the pack."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerkwell.ui.kit.style import GAP, MARGIN
from clerkwell.ui.kit.widgets import title, words
from clerkwell.ui.studio.bridge import PackBridge


class StudioPage(QWidget):
    """A page of the workshop. `column` is where it puts its controls, under its heading."""

    def __init__(self, bridge: PackBridge, heading: str, lead: str) -> None:
        super().__init__()
        self.bridge = bridge
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(GAP)
        self.column.addWidget(title(heading, 1.2))
        self.column.addWidget(words(lead, muted=True))

    def show_pack(self) -> None:
        """Show the pack as it is now: when the page comes into view, and after each change while it is there.

        What the keyboard is in must not be taken away: a change is told of while its control still has the focus.
        """
        raise NotImplementedError

    def leave(self) -> None:
        """Take in what is still being typed, as the page goes out of view or the window closes. Mostly nothing."""
