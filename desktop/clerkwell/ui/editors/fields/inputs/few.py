"""One answer out of a few, as with yes and no: all of them in view, a click away."""

from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from clerkwell.model import FieldValue
from clerkwell.ui.editors.fields.inputs.base import FieldInput, NowSays, Options
from clerkwell.ui.editors.fields.inputs.text import TextInput
from clerkwell.ui.kit.folding_row import FoldingRow


class FewChoices(FieldInput):
    """A button for each answer. A list that is open takes words of one's own too, in a line under them.

    Words that name an answer otherwise stay as they are written until one is chosen.
    """

    def __init__(self, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        self._now = NowSays(self)
        self._typing = False
        self._row: FoldingRow | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._now)
        self.own: TextInput | None = None
        if is_open:
            self.own = TextInput(width=60, parent=self)
            label = QLabel("Or in your own words:", self)
            label.setProperty("role", "muted")
            label.setBuddy(self.own.line)
            layout.addWidget(label)
            layout.addWidget(self.own)
            self.own.answered.connect(self._on_own)
            self.own.left.connect(self.left)

    def offer(self, options: Options) -> None:
        """Take other answers to choose from, keeping the one chosen."""
        if [_answer(button) for button in self._buttons] == list(options):
            return
        chosen = next((_answer(button) for button in self._buttons if button.isChecked()), None)
        for button in self._buttons:
            self._group.removeButton(button)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout), "made above"
        if self._row is not None:
            layout.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
        self._buttons = [QRadioButton(option.replace("&", "&&")) for option in options]
        self._row = FoldingRow(*self._buttons, parent=self)
        layout.insertWidget(0, self._row)
        for button in self._buttons:
            self._group.addButton(button)
            button.setChecked(_answer(button) == chosen)
            button.clicked.connect(self._on_clicked)
        self.watch(*self._buttons)

    def show_value(self, value: FieldValue) -> None:
        """Choose what was understood; show words that are none of the answers."""
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(_answer(button) == value.value)
        self._group.setExclusive(True)
        understood = next((_answer(button) for button in self._buttons if button.isChecked()), "")
        verbatim = value.text if value.text.strip() != understood else ""
        if self.own is not None and not understood:
            # Words being typed stay where they are.
            if not (self._typing and self.own.line.text() == value.text):
                self.own.show_value(FieldValue(text=verbatim))
            verbatim = ""
        elif self.own is not None:
            self.own.show_value(FieldValue())
        self._now.tell(verbatim, understood, "" if understood else "Choose an answer to replace it.")

    def controls(self) -> tuple[QWidget, ...]:
        """The buttons, then the line for one's own words."""
        return (*self._buttons, *(self.own.controls() if self.own else ()))

    def is_typing(self) -> bool:
        """Words of one's own come letter by letter."""
        return self._typing

    def describe(self, name: str, description: str) -> None:
        """A button is called by its answer; what is asked comes after it."""
        for button in self._buttons:
            button.setAccessibleName(f"{_answer(button)}, {name}")
            button.setAccessibleDescription(description)
        if self.own is not None:
            self.own.describe(f"{name}, in your own words", description)

    def _on_own(self, text: str) -> None:
        self._typing = True
        self.answered.emit(text)

    def _on_clicked(self) -> None:
        self._typing = False
        self.answered.emit(next(_answer(button) for button in self._buttons if button.isChecked()))


def _answer(button: QRadioButton) -> str:
    return button.text().replace("&&", "&")
