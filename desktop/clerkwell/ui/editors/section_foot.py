"""The line under a section's editor: how many words it has against the council's advice, and how easy they read."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from clerkwell.model import Block, Blocks, words
from clerkwell.packs import SectionSpec
from clerkwell.rules import SectionFigures

# Paragraphs of which figures are worked out in one go: more would be felt by who types.
_AT_ONCE = 8


class SectionFoot(QWidget):
    """Counts the words of one section."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._eased: Blocks | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)
        self._figures = SectionFigures()
        self._counts: dict[str, tuple[Block, int]] = {}
        self._count = QLabel()
        self._ease = QLabel()
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        # At a large text size it wraps, rather than take the room of what stands beside it.
        self._count.setWordWrap(True)
        line.addWidget(self._count, 1)
        line.addWidget(self._ease)
        for label in (self._count, self._ease):
            label.setProperty("role", "muted")

    @property
    def ease_text(self) -> str:
        """How easy the section is to read; nothing where it has too few words to tell."""
        return self._ease.text()

    @property
    def count_text(self) -> str:
        """How many words there are, and how many the council advises."""
        return self._count.text()

    def count(self, blocks: Blocks, spec: SectionSpec) -> None:
        """Count these blocks. A block that is the same object has the words it had: it is asked for every key."""
        counts = {block.id: (block, self._counts.get(block.id)) for block in blocks}
        self._counts = {
            name: was if was is not None and was[0] is block else (block, len(words(block).split()))
            for name, (block, was) in counts.items()
        }
        count = sum(each for _, each in self._counts.values())
        limits = spec.words
        told = f"{count:,} word{'' if count == 1 else 's'}"
        if limits is not None:
            room = f"{limits.least:,} to {limits.most:,}" if limits.least else f"up to {limits.most:,}"
            told += f" · {'limit' if limits.grade == 'limit' else 'advice'}: {room}"
        self._count.setText(told)

    def ease(self, blocks: Blocks) -> None:
        """Tell how easy these blocks are to read; once the keys are quiet, for nobody needs it on every letter."""
        if blocks is self._eased:
            return
        self._eased = blocks
        self._go_on()

    def _go_on(self) -> None:
        blocks = self._eased
        if blocks is None or not self.isVisibleTo(self.window()):
            # Another part is up: whoever comes back asks again.
            self._eased = None
            return
        if not self._figures.look(blocks, _AT_ONCE):
            self._next.start(0)
            return
        figures = self._figures.of(blocks)
        self._ease.setText(f"Reading ease {round(figures.ease)} of 100" if figures.enough else "")
        # At once: it comes while nothing else moves, and is drawn in the room of no words otherwise.
        self._line.activate()
        about = f"This section has {figures.in_words}. 60 and more is plain English. A hint, and no verdict."
        self._ease.setToolTip(about if figures.enough else "")
        self._ease.setAccessibleDescription(self._ease.toolTip())
