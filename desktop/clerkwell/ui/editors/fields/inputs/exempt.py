"""The paragraphs of Schedule 12A under which a report is exempt."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerkwell.model import FieldValue
from clerkwell.packs.exemption import EXEMPT, in_words
from clerkwell.proofing.law.exemption import REASONS, paragraphs_cited
from clerkwell.ui.editors.fields.inputs.base import FieldInput, NowSays
from clerkwell.ui.kit.tick import ParagraphTicks


class ExemptInput(FieldInput):
    """A tick box for each paragraph, with what it is about.

    Words that name the paragraphs otherwise, or say more, stay as they are written until a box is ticked or cleared.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = NowSays(self)
        self.paragraphs = ParagraphTicks(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._now)
        layout.addWidget(self.paragraphs)
        self.watch(*self.controls())
        self.paragraphs.chosen.connect(lambda: self.answered.emit(in_words(self.paragraphs.ticked())))

    def show_value(self, value: FieldValue) -> None:
        """Tick the paragraphs that the words name; say how they are written where that differs."""
        cited = paragraphs_cited(value.text) & REASONS
        self.paragraphs.show_ticked(cited)
        verbatim = value.text if value.text.strip() != in_words(cited) else ""
        self._now.tell(verbatim, more="Tick a paragraph to replace it.")

    def controls(self) -> tuple[QWidget, ...]:
        """The boxes."""
        return tuple(tick.box for tick in self.paragraphs.ticks.values())

    def describe(self, name: str, description: str) -> None:
        """A box is called by its paragraph; what is asked goes after it."""
        for number, tick in self.paragraphs.ticks.items():
            tick.box.setAccessibleName(f"Paragraph {number}: {EXEMPT[number]}, {name}")
            tick.box.setAccessibleDescription(description)
