"""A question to answer with yes or no."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from clerkwell.model import FieldValue
from clerkwell.ui.editors.fields.inputs.base import FieldInput, NowSays
from clerkwell.ui.kit.style import GAP_LARGE


class YesNoInput(FieldInput):
    """Yes and No. Other words that stand in the report ("N/A") are shown until one of the two is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.yes = QRadioButton("Yes", self)
        self.no = QRadioButton("No", self)
        self._group = QButtonGroup(self)
        self._now = NowSays(self)
        line = QHBoxLayout()
        line.setSpacing(GAP_LARGE)
        for button in (self.yes, self.no):
            self._group.addButton(button)
            line.addWidget(button)
            button.clicked.connect(self._on_clicked)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self._now)
        self.watch(self.yes, self.no)

    def show_value(self, value: FieldValue) -> None:
        """Choose what was understood; with neither, neither is chosen."""
        # A group that is exclusive always keeps one button down.
        self._group.setExclusive(False)
        self.yes.setChecked(value.value == "Yes")
        self.no.setChecked(value.value == "No")
        self._group.setExclusive(True)
        understood = value.value if value.value in ("Yes", "No") else ""
        verbatim = value.text if value.text.strip() != understood else ""
        self._now.tell(verbatim, str(understood), "" if understood else "Choose Yes or No to replace it.")

    def controls(self) -> tuple[QWidget, ...]:
        """The two buttons."""
        return (self.yes, self.no)

    def describe(self, name: str, description: str) -> None:
        """A button is called by its answer; what is asked comes after it."""
        for button in self.controls():
            answer = "Yes" if button is self.yes else "No"
            button.setAccessibleName(f"{answer}, {name}")
            button.setAccessibleDescription(description)

    def _on_clicked(self) -> None:
        self.answered.emit("Yes" if self.yes.isChecked() else "No")
