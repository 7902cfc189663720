"""The start page: a new report in one of the packs, a report worked on lately, another one, or unsaved work."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clerkwell.packs import Catalogue, Pack
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.style import GAP_LARGE, MARGIN
from clerkwell.ui.kit.widgets import button, row, title, words
from clerkwell.ui.start.recents import Recent

_WIDEST = 1100


class StartPage(QScrollArea):
    """What the window shows when no report is open."""

    new_requested = Signal(str)
    open_requested = Signal()
    recent_requested = Signal(object)
    recover_requested = Signal()
    earlier_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.packs = ChoiceList("Start a new report")
        self.packs.chosen.connect(self.new_requested)
        self.recent = ChoiceList("Reports worked on lately")
        self.recent.chosen.connect(lambda path: self.recent_requested.emit(Path(path)))
        self._none = words(
            "No reports yet. Choose a layout to start one, or drop a report or a Word document onto this window.",
            muted=True,
        )
        self._trouble = words()
        self._open = button("&Open a report…", self.open_requested.emit, picture="open")
        self.earlier = button("New &from an earlier report…", self.earlier_requested.emit, picture="new")
        self._recover = button("&Recover unsaved work…", self.recover_requested.emit, picture="recover")
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GAP_LARGE)
        grid.addWidget(title("Clerkwell", 2.0), 0, 0, 1, 2)
        grid.addWidget(
            words("Write a committee report in your council’s own template, checked as you go.", muted=True), 1, 0, 1, 2
        )
        grid.addWidget(self._trouble, 2, 0, 1, 2)
        grid.addWidget(title("Start a new report", 1.2), 3, 0)
        grid.addWidget(title("Carry on with a report", 1.2), 3, 1)
        grid.addWidget(self.packs, 4, 0)
        right = QVBoxLayout()
        right.setSpacing(GAP_LARGE)
        right.addWidget(row(self._open, self._recover))
        right.addWidget(row(self.earlier))
        right.addWidget(self._none)
        right.addWidget(self.recent, 1)
        right.addStretch(0)
        grid.addLayout(right, 4, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(4, 1)
        inner.setMaximumWidth(_WIDEST)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(inner, 100)
        line.addStretch(1)
        self.setWidget(holder)
        self.setFocusProxy(self.packs)

    def show_catalogue(self, catalogue: Catalogue, today: date, last: str = "") -> None:
        """Show the packs by council, the newest of a series first, and say which ones could not be used.

        The pack used last is marked.
        """
        self.packs.show_items(tuple(_item(pack, today) for pack in in_order(catalogue)))
        self.packs.mark(last)
        faulty = [f"{each.folder.name} cannot be used: {each.reason}" for each in catalogue.faulty]
        self._trouble.setText("\n".join(faulty))
        self._trouble.setVisible(bool(faulty))

    def show_recent(self, recent: tuple[Recent, ...]) -> None:
        """Show the reports worked on lately."""
        self.recent.show_items(
            tuple(
                Item(
                    each.path,
                    each.subject or Path(each.path).stem,
                    " · ".join(filter(None, (f"Meeting {each.meeting}" if each.meeting else "", each.path))),
                    picture="document",
                )
                for each in recent
            )
        )
        self.recent.setVisible(bool(recent))
        self._none.setVisible(not recent)

    def offer_recovery(self, found: bool) -> None:
        """Show the way to unsaved work only where there is some."""
        self._recover.setVisible(found)


def in_order(catalogue: Catalogue) -> list[Pack]:
    """One pack an id: by council, councils' own before the generic one, the newest layout first."""
    newest = {pack.id: pack for pack in reversed(catalogue.packs)}.values()
    ordered = sorted(newest, key=lambda pack: pack.manifest.pack.effective_from, reverse=True)
    return sorted(ordered, key=lambda pack: (pack.manifest.pack.order == "report", pack.manifest.pack.council))


def _item(pack: Pack, today: date) -> Item:
    about = pack.manifest.pack
    # The council stands over its packs already.
    short = about.title.removeprefix(about.council).lstrip(": –-") or about.title
    until = about.effective_to
    ended = f"Earlier layout, for meetings to {until.day} {until:%B %Y}. " if until and until < today else ""
    return Item(about.id, short[0].upper() + short[1:], ended + about.description, about.council, "document")
