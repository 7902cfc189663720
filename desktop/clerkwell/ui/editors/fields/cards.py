"""A repeated part of the form: a card for each committee, author, …"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clerkwell.packs import Pack, RepeatSpec
from clerkwell.ui.editors.fields.messages import Bar, FieldMessages
from clerkwell.ui.editors.fields.row import FieldRow
from clerkwell.ui.kit.style import GAP, GAP_LARGE, colours

# With Alt, the letters that nothing else in the window is pressed by.
_FREE = "cutklmnsb"
# What a card's buttons ask for: "remove" it, or move it "up" or "down".
Wish = str


class Card(QFrame):
    """One row of a repeat: its fields, and what can be done with the whole of it."""

    wished = Signal(str)

    def __init__(self, spec: RepeatSpec, rows: Sequence[FieldRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = tuple(rows)
        self._spec = spec
        self.setObjectName("card")
        self._title = QLabel(self)
        # In line with the words of the fields, which stand beside their bar.
        self._title.setIndent(Bar.WIDTH + GAP)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self.buttons: Mapping[Wish, QPushButton] = {
            "up": QPushButton("Up", self),
            "down": QPushButton("Down", self),
            "remove": QPushButton("Remove", self),
        }
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP_LARGE, GAP_LARGE)
        layout.setSpacing(GAP_LARGE)
        layout.addLayout(head)
        for row in self.rows:
            layout.addWidget(row)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch(1)
        for wish, button in self.buttons.items():
            foot.addWidget(button)
            button.clicked.connect(lambda _=False, wish=wish: self.wished.emit(wish))
        layout.addLayout(foot)

        self._draw_edge()

    def changeEvent(self, event: QEvent) -> None:
        """Another look has another edge."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_edge()

    def _draw_edge(self) -> None:
        wanted = f"#card {{ border: 1px solid {colours(self).line}; border-radius: 6px; }}"
        # A style sheet that is set is news of the palette again.
        if self.styleSheet() != wanted:
            self.setStyleSheet(wanted)

    def place(self, index: int, count: int) -> None:
        """Say which one of how many this is, and offer what can be done with it there."""
        name = f"{self._spec.singular.capitalize()} {index + 1}"
        self._title.setText(f"{name} of {count}" if count > 1 else name)
        self.setAccessibleName(self._title.text())
        self.buttons["up"].setVisible(count > 1)
        self.buttons["down"].setVisible(count > 1)
        self.buttons["up"].setEnabled(index > 0)
        self.buttons["down"].setEnabled(index < count - 1)
        self.buttons["up"].setAccessibleName(f"Move {name.lower()} up")
        self.buttons["down"].setAccessibleName(f"Move {name.lower()} down")
        self.buttons["remove"].setAccessibleName(f"Remove {name.lower()}")

    def focus_button(self, wish: Wish) -> None:
        """Put the keyboard on a button, or on one beside it where that one is off."""
        for each in (wish, "up", "down", "remove"):
            if self.buttons[each].isEnabled() and self.buttons[each].isVisible():
                self.buttons[each].setFocus(Qt.FocusReason.OtherFocusReason)
                return


class Cards(QWidget):
    """The cards of one repeat, and the button that adds one. It shows one card even where the report has no row yet.

    `answered` carries row, field id and text; `wished` row and wish; `added` the wish for one more;
    `left` the field and row that the keyboard has gone from.
    """

    answered = Signal(int, str, str)
    wished = Signal(int, str)
    fix_requested = Signal(object)
    added = Signal()
    left = Signal(str, object)

    def __init__(self, spec: RepeatSpec, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._pack = pack
        self.cards: list[Card] = []
        self._rows = -1
        self.messages = FieldMessages(self)
        title = QLabel(spec.title, self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self.add_button = QPushButton(f"Add another {spec.singular}", self)
        self.add_button.clicked.connect(self.added)
        # The letters of the window's menus and of the buttons round the form are left to those.
        free = next((letter for letter in spec.singular if letter in _FREE), "")
        if free:
            self.add_button.setText(f"Add another {spec.singular.replace(free, f'&{free}', 1)}")
        self._places = QVBoxLayout()
        self._places.setSpacing(GAP_LARGE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Bar.WIDTH + GAP, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(title)
        if spec.guidance:
            hint = QLabel(spec.guidance, self)
            hint.setTextFormat(Qt.TextFormat.PlainText)
            hint.setProperty("role", "muted")
            hint.setWordWrap(True)
            layout.addWidget(hint)
        layout.addWidget(self.messages)
        layout.addLayout(self._places)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_count(0)

    def set_count(self, rows: int) -> None:
        """Have a card for each of so many rows; those that stay are not made anew."""
        if rows == self._rows:
            return
        self._rows = rows
        while len(self.cards) < max(rows, 1):
            self._add_card()
        while len(self.cards) > max(rows, 1):
            card = self.cards.pop()
            self._places.removeWidget(card)
            card.hide()
            card.deleteLater()
        for index, card in enumerate(self.cards):
            card.place(index, len(self.cards))
            card.buttons["remove"].setVisible(rows > 0)

    def row(self, field_id: str, index: int) -> FieldRow | None:
        """The question about this field on the card of this row."""
        if not 0 <= index < len(self.cards):
            return None
        return next((row for row in self.cards[index].rows if row.spec.id == field_id), None)

    def controls(self) -> list[QWidget]:
        """Everything that takes the keyboard, in order."""
        done: list[QWidget] = []
        for card in self.cards:
            for row in card.rows:
                done += row.controls()
            done += card.buttons.values()
        return [*done, self.add_button]

    def forbid(self) -> None:
        """Let the cards be read and not changed."""
        for button in (self.add_button, *(each for card in self.cards for each in card.buttons.values())):
            button.hide()

    def _index(self, card: Card) -> int | None:
        """Which card it is; None for one that has just been taken away."""
        return self.cards.index(card) if card in self.cards else None

    def _add_card(self) -> None:
        rows = [FieldRow(spec, self._pack) for spec in self._pack.fields_of(self.spec.id)]
        card = Card(self.spec, rows, self)
        for row in rows:
            row.answered.connect(lambda text, row=row: self.answered.emit(self.cards.index(card), row.spec.id, text))
            row.fix_requested.connect(self.fix_requested)
            row.input.left.connect(lambda row=row: self.left.emit(row.spec.id, self._index(card)))
        card.wished.connect(lambda wish: self.wished.emit(self.cards.index(card), wish))
        self.cards.append(card)
        self._places.addWidget(card)
