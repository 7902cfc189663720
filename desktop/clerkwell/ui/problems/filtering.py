"""Which of the problems are shown: those of one weight, and those with certain words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.problems.wording import Group, Line

ASIDE = "set-aside"
_KINDS = (("", "Everything"), ("error", "Errors"), ("warning", "Warnings"), ("info", "Notes"), (ASIDE, "Set aside"))


@dataclass(frozen=True)
class Filter:
    """`kind` is a severity, or "set-aside"; "" lets all through. `words` are looked for in what a line says."""

    kind: str = ""
    words: str = ""

    @property
    def any(self) -> bool:
        """Whether it keeps anything out."""
        return bool(self.kind or self.words.strip())

    def lets(self, line: Line) -> bool:
        """Whether a line is shown."""
        if self.kind and kind_of(line) != self.kind:
            return False
        quote = line.problem.quote if line.problem else ""
        said = f"{line.word} {line.message} {line.where} {quote}".casefold()
        return all(word in said for word in self.words.casefold().split())


def kind_of(line: Line) -> str:
    """The weight of a line: a severity, or that it was set aside."""
    return line.problem.severity if line.problem else ASIDE


def filtered(groups: Iterable[Group], wanted: Filter) -> tuple[Group, ...]:
    """The groups with the lines that are let through; what was looked for is not folded away."""
    if not wanted.any:
        return tuple(groups)
    kept = (replace(group, lines=tuple(filter(wanted.lets, group.lines)), fold=False) for group in groups)
    return tuple(group for group in kept if group.lines)


class FilterBar(FoldingRow):
    """What is shown, and how it is grouped. `changed` says that either is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.kinds = ComboBox()
        self.kinds.setAccessibleName("Show")
        for kind, text in _KINDS:
            self.kinds.addItem(text, kind)
        self.grouped = ComboBox()
        self.grouped.setAccessibleName("Grouped")
        self.grouped.addItems(["By part", "By kind"])
        self.words = QLineEdit()
        self.words.setAccessibleName("Show only problems with these words")
        self.words.setPlaceholderText("With these words")
        self.words.setClearButtonEnabled(True)
        super().__init__(self.kinds, self.grouped, self.words, parent=parent)
        self.kinds.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kinds.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.grouped.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.words.textChanged.connect(lambda _: self.changed.emit())

    @property
    def by_part(self) -> bool:
        """Whether problems stand together by the part they are in."""
        return self.grouped.currentIndex() == 0

    def wanted(self) -> Filter:
        """What is asked for."""
        return Filter(str(self.kinds.currentData() or ""), self.words.text())

    def clear(self) -> None:
        """Let everything through again."""
        self.words.clear()
        self.kinds.setCurrentIndex(0)

    def count(self, groups: Iterable[Group]) -> None:
        """Say how many there are of each kind."""
        counts = Counter(kind_of(line) for group in groups for line in group.lines)
        counts[""] = sum(counts.values())
        for at, (kind, text) in enumerate(_KINDS):
            said = f"{text} ({counts[kind]})"
            if self.kinds.itemText(at) != said:
                self.kinds.setItemText(at, said)
        # They have other widths with other numbers.
        self.resizeEvent(QResizeEvent(self.size(), self.size()))
