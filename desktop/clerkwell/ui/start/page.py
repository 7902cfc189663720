"""The start page: a new report in one of the packs, a report worked on lately, another one, or unsaved work."""

from datetime import date

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from clerkwell.packs import Catalogue, Pack
from clerkwell.system import Settings
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP, GAP_LARGE, MARGIN
from clerkwell.ui.kit.widgets import button, title, words
from clerkwell.ui.start.carrying_on import MANY, CarryingOn
from clerkwell.ui.start.examples import ExamplesButton
from clerkwell.ui.start.pictures import PackPictures
from clerkwell.ui.start.recents import Recent

# Letters across.
_WIDEST = 150


class StartPage(QScrollArea):
    """What the window shows when no report is open."""

    new_requested = Signal(str)
    open_requested = Signal()
    recent_requested = Signal(object)
    lost_requested = Signal(object)
    unwanted = Signal(str)
    recover_requested = Signal()
    earlier_requested = Signal()
    example_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._pictures: PackPictures | None = None
        self._catalogue = Catalogue(())
        # The versions that there have been since the program was started, and what came after that: in which words.
        self._known: set[tuple[str, str]] = set()
        self._new: dict[tuple[str, str], str] = {}
        self._newest = ""
        # The versions of which pictures were looked for.
        self._pictured: dict[str, str] = {}
        self._today = date.min
        self._council = ""
        self.packs = ChoiceList("Start a new report", pages=True, marked_first=True)
        self.packs.chosen.connect(self.new_requested)
        self.start_button = button("&Start the report", self._start, primary=True)
        self._how = words("In the template that is marked. Return or a double click does the same.", muted=True)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("Find a template")
        self.search.textChanged.connect(lambda _: self._show_packs())
        self.search.returnPressed.connect(self.packs.setFocus)
        self._find_label = QLabel("Find a te&mplate")
        self._find_label.setBuddy(self.search)
        self._no_find = words("No template has these words in its council, its title or its description.")
        self.carrying_on = CarryingOn()
        self.recent = self.carrying_on.list
        self.carrying_on.chosen.connect(self.recent_requested)
        self.carrying_on.lost.connect(self.lost_requested)
        self.carrying_on.unwanted.connect(self.unwanted)
        self._trouble = words()
        self._open = button("&Open a report…", self.open_requested.emit, picture="open")
        self.earlier = button("New &from an earlier report…", self.earlier_requested.emit, picture="new")
        self.examples = ExamplesButton(self._marked, self.example_requested.emit)
        self._recover = button("&Recover unsaved work…", self.recover_requested.emit, picture="recover")
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GAP_LARGE)
        grid.addWidget(title("Clerkwell", 1.6), 0, 0, 1, 2)
        grid.addWidget(
            words("Write a committee report in your council’s own template, checked as you go.", muted=True), 1, 0, 1, 2
        )
        grid.addWidget(self._trouble, 2, 0, 1, 2)
        grid.addWidget(title("Start a new report", 1.2), 3, 0)
        grid.addWidget(title("Carry on with a report", 1.2), 3, 1)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        for widget in (self._find_label, self.search, self._no_find):
            left.addWidget(widget)
        left.addWidget(self.packs, 1)
        # Under the buttons: beside one it would take five lines of large text, and leave the list next to none.
        left.addWidget(FoldingRow(self.start_button, self.examples))
        left.addWidget(self._how)
        left.addStretch(0)
        grid.addLayout(left, 4, 0)
        right = QVBoxLayout()
        right.setSpacing(GAP_LARGE)
        right.addWidget(FoldingRow(self._open, self._recover, self.earlier))
        right.addWidget(self.carrying_on, 1)
        grid.addLayout(right, 4, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(4, 1)
        self._inner = inner
        self._widen()
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(inner, 100)
        line.addStretch(1)
        self.setWidget(holder)
        self.setFocusProxy(self.packs)

    def show_catalogue(self, catalogue: Catalogue, today: date, last: str = "", council: str = "") -> None:
        """Show the packs by council, the newest of a series first, and say which ones could not be used.

        The pack used last is marked; those of `council` come first. One that has come since the program was started
        says so, and is brought into view.
        """
        self._catalogue, self._today, self._council = catalogue, today, council
        self._take_in(catalogue)
        self._show_packs()
        self.packs.mark(last)
        self.packs.bring_up(self._newest)
        self._trouble.setText("\n".join(catalogue.trouble))
        self._trouble.setVisible(bool(catalogue.faulty))
        if self.isVisible():
            self._look_for_pictures()

    def _take_in(self, catalogue: Catalogue) -> None:
        offered = in_order(catalogue, self._today, self._council)
        ids, self._newest = {pack_id for pack_id, _ in self._known}, ""
        for pack in offered if self._known else ():
            if (pack.id, pack.told.version) not in self._known:
                self._new[pack.id, pack.told.version] = "New version" if pack.id in ids else "New"
                self._newest = self._newest or pack.id
        self._known |= {(pack.told.id, pack.told.version) for pack in (*catalogue.packs, *offered)}
        if self._newest and self.search.text():
            # What has just come would not be found by what was sought before.
            self.search.clear()

    def show_recent(self, recent: tuple[Recent, ...]) -> None:
        """Show the reports worked on lately."""
        self.carrying_on.show_recent(recent)

    def picture_from(self, pictures: PackPictures) -> None:
        """Show pictures of the packs' first pages, once the page itself is on the screen."""
        self._pictures = pictures
        pictures.found.connect(self.packs.show_page)

    def showEvent(self, event: QShowEvent) -> None:
        """The pictures come after the first look at the page."""
        super().showEvent(event)
        # What came while a report was open, as soon as there are rows to go to.
        QTimer.singleShot(0, self, lambda: self.packs.bring_up(self._newest))
        if self._pictures is not None:
            QTimer.singleShot(0, self, self._look_for_pictures)

    def changeEvent(self, event: QEvent) -> None:
        """Keep to the same letters across in another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_inner"):
            self._widen()

    def _widen(self) -> None:
        metrics = QFontMetrics(QApplication.font())
        self._inner.setMaximumWidth(metrics.averageCharWidth() * _WIDEST)

    def stop(self) -> None:
        """Look for nothing more: the window is closing."""
        self.carrying_on.stop()
        if self._pictures is not None:
            self._pictures.stop()

    def _look_for_pictures(self) -> None:
        shown = in_order(self._catalogue, self._today, self._council)
        lacking = tuple(pack for pack in shown if self._pictured.get(pack.id) != pack.told.version)
        if self._pictures is not None and lacking:
            self._pictured |= {pack.id: pack.told.version for pack in lacking}
            self._pictures.look(lacking)

    def _show_packs(self) -> None:
        every = [
            _item(pack, self._today, self._new.get((pack.id, pack.told.version), ""))
            for pack in in_order(self._catalogue, self._today, self._council)
        ]
        sought = self.search.text().casefold().split()
        shown = [each for each in every if all(word in f"{each.group} {each.spoken}".casefold() for word in sought)]
        self.packs.show_items(tuple(shown))
        many = len(every) >= MANY
        self._find_label.setVisible(many)
        self.search.setVisible(many)
        self.packs.setVisible(bool(shown) or not every)
        self._no_find.setVisible(bool(every) and not shown)
        self.start_button.setEnabled(bool(shown))

    def _start(self) -> None:
        if self.packs.marked():
            self.new_requested.emit(self.packs.marked())

    def _marked(self) -> Pack | None:
        """The template that is marked, in the version that a new report gets."""
        marked = self.packs.marked()
        return next((pack for pack in self._catalogue.offered(self._today) if pack.id == marked), None)

    def offer_recovery(self, found: bool) -> None:
        """Show the way to unsaved work only where there is some."""
        self._recover.setVisible(found)


def in_order(catalogue: Catalogue, today: date, council: str = "") -> list[Pack]:
    """What is offered: by council, this one first, councils' own before the generic one, the newest layout first."""
    ordered = sorted(catalogue.offered(today), key=lambda pack: pack.told.effective_from, reverse=True)
    first = council.strip().casefold()

    def stands(pack: Pack) -> tuple[bool, bool, str]:
        own = bool(first) and pack.told.council.casefold() == first
        return not own, pack.told.general, pack.told.council

    return sorted(ordered, key=stands)


def first_choice(settings: Settings, catalogue: Catalogue, today: date) -> str:
    """The id of the pack that is marked at first: the one used last, or the one that the settings name until there is
    one, or always where IT has locked it."""
    offered = in_order(catalogue, today, settings.default_council)
    named = settings.default_pack.strip()
    meant = next((each.id for each in offered if named and named in (each.id, each.told.series)), "")
    if meant and "default_pack" in settings.locked:
        return meant
    used = next((each.id for each in offered if each.id == settings.last_pack), "")
    return used or meant or settings.last_pack


def _item(pack: Pack, today: date, new: str = "") -> Item:
    about = pack.told
    # The council stands over its packs already.
    short = about.title.removeprefix(about.council).lstrip(": –-") or about.title
    since, until = about.effective_from, about.effective_to
    when = f"Earlier layout, for meetings to {until.day} {until:%B %Y}. " if until and until < today else ""
    when = f"For meetings from {since.day} {since:%B %Y}. " if since > today else when
    name, detail = short[0].upper() + short[1:], when + about.description
    name = f"{new}: {name}" if new else name
    said = ", ".join(filter(None, (name, detail, about.council, "with a picture of its first page")))
    return Item(about.id, name, detail, about.council, spoken=said)
