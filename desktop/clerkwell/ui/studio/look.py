"""How the council's document looks: the sample's pages now, beside those from before, and what is other in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from clerkwell.packs import Pack
from clerkwell.printing.pdf import Pdf
from clerkwell.session.trial import TrialError, trial_pages
from clerkwell.ui.kit.style import GAP_SMALL
from clerkwell.ui.kit.widgets import button, row, words
from clerkwell.ui.preview.pages import PagesView
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.page import StudioPage
from clerkwell.word.ooxml import WordError
from clerkwell.workshop import pack_changes

_LEAD = (
    "Open the document in Word, change fonts, headings, the logo’s place, header and footer, and save it there. It is "
    "taken in at once, and the example report is shown in it, beside the version before."
)


class LookPage(StudioPage):
    """Opens the document in Word, and shows what became of it."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__(bridge, "The Word document", _LEAD)
        self.now, self._now_title = PagesView(), QLabel("Now")
        self.before, self._before_title = PagesView(), QLabel()
        self.now.setAccessibleName("The example report now")
        self.before.setAccessibleName("The example report before")
        self.changes = QPlainTextEdit()
        self.changes.setReadOnly(True)
        self.changes.setTabChangesFocus(True)
        self.changes.setAccessibleName("What is different from before")
        self.changes.setMaximumHeight(self.fontMetrics().lineSpacing() * 4)
        self._shown: dict[PagesView, Pack] = {}
        self._pdfs: dict[PagesView, Pdf] = {}
        self._compared: tuple[Pack, Pack] | None = None
        self.column.addWidget(
            row(button("Open in &Word", self._open, primary=True), button("Make the pages &again", self._again))
        )
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        for heading, view in ((self._before_title, self.before), (self._now_title, self.now)):
            sides.addWidget(_side(heading, view))
            view.fit_width()
        self.column.addWidget(sides, 1)
        self.column.addWidget(words("What is different from before"))
        self.column.addWidget(self.changes)
        self.now.verticalScrollBar().valueChanged.connect(lambda _: self._follow(self.now, self.before))
        self.before.verticalScrollBar().valueChanged.connect(lambda _: self._follow(self.before, self.now))

    def show_pack(self) -> None:
        """Make the pages of the pack as it is now, where they are not there yet."""
        now, before = self.bridge.pack, self.bridge.before
        self._now_title.setText(f"Now: version {now.manifest.pack.version}")
        kept = "in use" if before is not self.bridge.session.opened else "as it was opened"
        self._before_title.setText(f"Before: version {before.manifest.pack.version}, {kept}")
        self._compare(before, now)
        self._show(self.before, before)
        self._show(self.now, now)

    def _open(self) -> None:
        path = self.bridge.session.folder / "template.docx"
        if not self.bridge.services.show_file(path):
            self.bridge.messages.notice(f"No program opened {path.name}. It is in {path.parent}.", "bad")

    def _again(self) -> None:
        self._shown.clear()
        self.show_pack()

    def _show(self, view: PagesView, pack: Pack) -> None:
        was = self._shown.get(view)
        if was is not None and was.files == pack.files:
            return
        self._shown[view] = pack
        view.say("The pages are being made…")
        stop = self.bridge.runner.stopping

        def job() -> Pdf | str | None:
            try:
                return trial_pages(pack, stop=stop)
            except TrialError as error:
                return str(error)

        def done(made: Pdf | str | None) -> None:
            if self._shown.get(view) is not pack or made is None:
                if isinstance(made, Pdf):
                    made.close()
                return
            if isinstance(made, str):
                view.say(made)
                return
            old = self._pdfs.get(view)
            self._pdfs[view] = made
            view.show_pdf(made)
            if old is not None:
                old.close()

        self.bridge.runner.run(job, done)

    def _compare(self, before: Pack, now: Pack) -> None:
        """Say what is other, worked out elsewhere."""
        if self._compared is not None and [each.files for each in self._compared] == [before.files, now.files]:
            return
        pair = self._compared = (before, now)

        def done(said: str) -> None:
            if self._compared is pair:
                self.changes.setPlainText(said)

        self.bridge.runner.run(lambda: _said(before, now), done)

    def _follow(self, moved: PagesView, other: PagesView) -> None:
        """Scroll the pages beside along with these."""
        bar, beside = moved.verticalScrollBar(), other.verticalScrollBar()
        if bar.maximum() and beside.value() != bar.value():
            beside.setValue(min(bar.value(), beside.maximum()))


def _side(heading: QLabel, view: PagesView) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    # Two lines of words must not meet where the pages do.
    column.setContentsMargins(GAP_SMALL, 0, GAP_SMALL, 0)
    column.setSpacing(GAP_SMALL)
    column.addWidget(heading)
    column.addWidget(view, 1)
    return holder


def _said(before: Pack, now: Pack) -> str:
    """What is other, a line each."""
    try:
        found = [change.says for change in pack_changes(before, now) if change.subject == "The document"]
    except WordError as error:
        return str(error)
    return "\n".join(found) or "Nothing."
