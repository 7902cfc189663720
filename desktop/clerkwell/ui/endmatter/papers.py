"""The page of the background papers."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from clerkwell.model import BackgroundPaper, Place
from clerkwell.session import ReportChanged
from clerkwell.ui.endmatter.dialogs import PaperDialog
from clerkwell.ui.endmatter.entries import EntryList
from clerkwell.ui.endmatter.leftover import Leftover
from clerkwell.ui.endmatter.listing import other_words, say_none, say_nothing, says_none, section_of, with_papers
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.style import GAP_LARGE
from clerkwell.ui.kit.widgets import in_order, words

# Puts the dialog and waits; None when the user would rather not.
AskPaper = Callable[[PaperDialog], BackgroundPaper | None]


def ask_paper(dialog: PaperDialog) -> BackgroundPaper | None:
    """Put the dialog and wait."""
    return dialog.paper() if dialog.exec() == QDialog.DialogCode.Accepted else None


class BackgroundPapersPage(QWidget):
    """The background papers of one open report, or the plain answer that there are none."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None, *, ask: AskPaper = ask_paper) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._ask = ask
        self.entries = EntryList("Background papers", "a paper", self)
        self.none = QCheckBox("There are &no background papers", self)
        self.leftover = Leftover(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_LARGE)
        hint = words(
            "A published work, such as an Act or a letter on a public website, is not a background paper.", muted=True
        )
        for widget in (hint, self.leftover, self.none):
            layout.addWidget(widget)
        layout.addWidget(self.entries, 1)
        in_order(self.leftover.remove_button, self.none, self.entries.list, *self.entries.ways)
        self.entries.added.connect(self.add)
        self.entries.edited.connect(self.edit)
        self.entries.removed.connect(self.remove)
        self.entries.moved.connect(self.move_to)
        self.none.clicked.connect(self._say_none)
        self.leftover.removal_requested.connect(lambda: self._say_none(False))
        bridge.changed.connect(self._on_changed)
        if bridge.session.read_only:
            self.entries.forbid()
            self.leftover.forbid()
        self._refresh()

    def add(self) -> None:
        """Ask for one more paper, and put it at the end."""
        papers = self._papers
        asked = self._told(BackgroundPaper(title=""))
        if asked is not None:
            self._set((*papers, asked), "Add a background paper")
            self.entries.choose(len(papers))

    def edit(self, at: int) -> None:
        """Ask for other words about a paper."""
        papers = self._papers
        asked = self._told(papers[at])
        if asked is not None and asked != papers[at]:
            self._set((*papers[:at], asked, *papers[at + 1 :]), "Change a background paper")

    def remove(self, at: int) -> None:
        """Take a paper out."""
        papers = self._papers
        self._set((*papers[:at], *papers[at + 1 :]), "Remove a background paper")
        self._bridge.messages.say("Background paper removed. Undo brings it back.")

    def move_to(self, at: int, to: int) -> None:
        """Put a paper in another place."""
        papers = list(self._papers)
        papers.insert(to, papers.pop(at))
        self._set(tuple(papers), "Move a background paper")
        self.entries.choose(to)
        self._bridge.messages.say(f"Moved: now number {to + 1} of {len(papers)}.")

    def show_place(self, _: Place) -> None:
        """Put the keyboard where one goes on from a problem about the papers."""
        (self.entries.list if self._papers else self.none).setFocus()

    @property
    def _papers(self) -> tuple[BackgroundPaper, ...]:
        return self._bridge.session.report.background_papers

    @property
    def _section(self) -> str:
        return section_of("background-papers", self._bridge.session.pack)

    def _told(self, paper: BackgroundPaper) -> BackgroundPaper | None:
        dialog = PaperDialog(paper, self)
        try:
            return self._ask(dialog)
        finally:
            dialog.deleteLater()

    def _set(self, papers: tuple[BackgroundPaper, ...], label: str) -> None:
        session = self._bridge.session
        session.apply(with_papers(session.report, session.pack, papers), label, origin=None)

    def _say_none(self, none: bool) -> None:
        session = self._bridge.session
        edit = say_none(self._section) if none else say_nothing(session.report, self._section)
        label = "Say that there are no background papers" if none else "Take words away"
        session.apply(edit, label, origin=None)

    def _on_changed(self, event: ReportChanged) -> None:
        if event.changes.others & {"background_papers", "pack"} or self._section in event.changes.sections:
            self._refresh()

    def _refresh(self) -> None:
        session = self._bridge.session
        report = session.report
        self.entries.show_entries([(paper.title, paper.link) for paper in report.background_papers])
        self.none.setChecked(says_none(report, self._section))
        # Whoever lists some cannot say that there are none.
        self.none.setEnabled(not session.read_only and not report.background_papers)
        self.none.setToolTip("There are some: take them off the list first" if report.background_papers else "")
        self.leftover.show_words(other_words(report, self._section))
