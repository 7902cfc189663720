"""The parts list: a list box whose lines are the report's parts, under headings that cannot be chosen."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from clerkwell.session import ReportChanged
from clerkwell.session.lengths import Length, Lengths, Pages, length_in_words
from clerkwell.session.parts import Entry, entries, left_and_came, only_words_changed, progress
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.style import GAP, GAP_SMALL
from clerkwell.ui.kit.widgets import button
from clerkwell.ui.navigator.lines import LineDelegate
from clerkwell.ui.navigator.model import ENTRY, PartsModel
from clerkwell.ui.navigator.wording import came_back, foot, has_left, open_again

# The longest words that stand under the list of any ordinary report.
_LONGEST = "88 of 88 parts done, 88 need attention · about 888 pages · 88,888 words"


class PartsList(QWidget):
    """The list with the progress under it, and the way to the parts that an answer has made irrelevant.

    `refreshed`: some line may be other than before. `part_requested`: the user wants to see a part; `part_entered`:
    and to write in it (Return, or a click).
    """

    part_requested = Signal(str)
    part_entered = Signal(str)
    refreshed = Signal()

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._listed: tuple[Entry, ...] = ()
        self._current = ""
        self._told: set[str] = set()
        self._checked = False
        self._lengths = Lengths()
        self._length = Length()
        self._made: Pages | None = None
        self._model = PartsModel(self)
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(LineDelegate(self._view))
        self._view.setAccessibleName("Parts of the report")
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setUniformItemSizes(False)
        self._view.setResizeMode(QListView.ResizeMode.Adjust)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._progress = QLabel()
        self._progress.setProperty("role", "muted")
        self._progress.setWordWrap(True)
        self._progress.setContentsMargins(GAP, GAP_SMALL, GAP, GAP)
        self._progress.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.gone_button = button("", self._show_gone)
        self.gone_button.setCheckable(True)
        self.gone_button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(self._view)
        column.addWidget(self.gone_button)
        column.addWidget(self._progress)
        self.setFocusProxy(self._view)
        self._view.selectionModel().currentChanged.connect(self._chosen)
        self._view.clicked.connect(self._entered)
        self._view.installEventFilter(self)
        self._view.viewport().installEventFilter(self)
        bridge.changed.connect(self._follow)
        bridge.problems_changed.connect(self.refresh)
        self.refresh()

    @property
    def part_ids(self) -> tuple[str, ...]:
        """The parts in order, as they are shown."""
        return self._model.part_ids()

    @property
    def progress_text(self) -> str:
        """How far the report has come, and how long it is."""
        return self._progress.text()

    def entry(self, part_id: str) -> Entry | None:
        """The entry of a part as it is now, of one that has left the list too."""
        return next((entry for entry in self._listed if entry.id == part_id), None)

    @property
    def made(self) -> Pages | None:
        """The pages as they were last made; None before."""
        return self._made

    @property
    def length(self) -> str:
        """How long the report is, in words: "about 9 pages · 3,450 words"; nothing for an empty one."""
        return length_in_words(self._length, self._made)

    def pages_made(self, count: int) -> None:
        """Take the number of pages that the report has just been made into, for the words under the list."""
        self._made = Pages(count, self._lengths.of(self._bridge.session.report).words)
        self._show_progress()

    def _follow(self, event: ReportChanged) -> None:
        # A key in the middle of a section changes no line here, and must not cost anything.
        if not only_words_changed(event.before, event.after, event.changes):
            before = self._listed
            self.refresh()
            if "pack" not in event.changes.others:
                self._tell_of_moves(before)

    def refresh(self) -> None:
        """Work the parts out anew; the chosen one stays chosen, and nothing is asked for."""
        session = self._bridge.session
        self._listed = entries(session.report, session.pack, self._bridge.problems_now)
        # With the checks, and with what changes more than words: never on every key.
        self._length = self._lengths.of(session.report)
        self._show_lines()
        self._show_progress()
        self._tell_of_reopened()
        self.refreshed.emit()

    def show_part(self, part_id: str) -> None:
        """Mark the part that is being shown, without asking for it again."""
        if part_id != self._current:
            self._told.discard(self._current)
            self._current = part_id
            self._show_lines()
        with QSignalBlocker(self._view.selectionModel()):
            self._mark(part_id)
        self._view.viewport().update()

    def _show_lines(self) -> None:
        chosen = self._view.currentIndex().data(ENTRY)
        gone = [entry for entry in self._listed if entry.gone]
        shown = self.gone_button.isChecked()
        self.gone_button.setVisible(bool(gone))
        self.gone_button.setText(foot(len(gone), shown))
        with QSignalBlocker(self._view.selectionModel()):
            # The part that is up stays in the list until another is.
            self._model.show(tuple(each for each in self._listed if shown or not each.gone or each.id == self._current))
            if isinstance(chosen, Entry):
                self._mark(chosen.id)

    def _show_gone(self) -> None:
        self._show_lines()
        self.refreshed.emit()

    def _show_progress(self) -> None:
        told = (progress(self._listed), self.length)
        self._progress.setText(" · ".join(filter(None, told)))

    def _tell_of_reopened(self) -> None:
        """Say once that parts which were called done are open again: not again for every word typed in them."""
        if self._bridge.session.problems_revision < 0:
            return
        fresh = [entry for entry in self._listed if entry.reopened and entry.id not in self._told]
        self._told -= {entry.id for entry in self._listed if not entry.called_done}
        self._told |= {entry.id for entry in fresh}
        # What stood so when the report was opened is no news.
        if fresh and self._checked:
            names = {entry.id for entry in fresh}
            # For as long as each of them is.
            self._bridge.tell(open_again(fresh), lambda: names <= {each.id for each in self._listed if each.reopened})
        self._checked = True

    def _tell_of_moves(self, before: tuple[Entry, ...]) -> None:
        left, came = left_and_came(before, self._listed)
        told = " ".join(filter(None, (has_left(left), came_back(came))))
        if told:
            self._bridge.messages.say(told)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return goes into the part that is marked; another width wraps titles otherwise."""
        if event.type() == QEvent.Type.Resize:
            self._view.scheduleDelayedItemsLayout()
        if _is_return(event):
            self._entered(self._view.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the words under the list need other room."""
        super().resizeEvent(event)
        self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        """And in other letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()

    def _keep_room(self) -> None:
        """Give the words under the list the room that the longest would need, so that nothing above them ever moves
        under the mouse while they change."""
        room = QRect(0, 0, max(self.width() - 2 * GAP, 1), 10_000)
        needed = self._progress.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), _LONGEST)
        self._progress.setFixedHeight(needed.height() + GAP_SMALL + GAP)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest title in most packs."""
        return QSize(self.fontMetrics().averageCharWidth() * 34, 400)

    def _mark(self, part_id: str) -> None:
        row = self._model.row_of(part_id)
        if row is not None and self._view.currentIndex().row() != row:
            self._view.setCurrentIndex(self._model.index(row))
            self._view.scrollTo(self._model.index(row))

    def _entered(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry):
            self.part_entered.emit(entry.id)

    def _chosen(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry):
            self.part_requested.emit(entry.id)


def _is_return(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
