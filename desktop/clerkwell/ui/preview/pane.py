"""The pane that shows the report's pages beside the editor, as they will be exported."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, button, words
from clerkwell.ui.preview.following import Fresh, Maker, PageFollower
from clerkwell.ui.preview.pages import PagesView
from clerkwell.ui.preview.wording import made_by, pages_in_words

_MAKING = "Making the pages…"
_OTHERWISE = "Try again, or choose another way to make pages in Settings, under Pages."


class PreviewPane(QWidget):
    """Follows one open report after each pause, while it can be seen. The last pages stay until there are new ones."""

    def __init__(
        self, bridge: SessionBridge, maker: Callable[[], Maker] | None = None, parent: QWidget | None = None
    ) -> None:
        """`maker` gives what makes the pages; without it, whatever this computer has."""
        super().__init__(parent)
        self._bridge = bridge
        self._told = ""
        self.follower = PageFollower(bridge, maker, self)
        self.view = PagesView(self)
        self.about: QLabel = words("", muted=True)
        self.doing: QLabel = words("", muted=True)
        self.page: QLabel = words("")
        self.page.setWordWrap(False)
        self.smaller = _tool("–", "Smaller (Ctrl+minus)", lambda: self.view.step_zoom(-1))
        self.zoom = _tool("100 %", "Size on paper", lambda: self.view.set_zoom(1.0))
        self.larger = _tool("+", "Larger (Ctrl+plus)", lambda: self.view.step_zoom(1))
        self.fit = _tool("Fit width", "As wide as there is room (Ctrl+0)", self.view.fit_width)
        self.fit.setCheckable(True)
        self.again = button("&Try again", self.follower.again)
        self.trouble: QLabel = words("")
        self._trouble = QWidget()
        under = QHBoxLayout(self._trouble)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.trouble, 1)
        under.addWidget(self.again)
        self._trouble.hide()
        self._place()
        self.setFocusProxy(self.view)
        self.view.page_changed.connect(self._show_page)
        self.view.zoom_changed.connect(self._show_zoom)
        self.follower.made.connect(self._show)
        self.follower.failed.connect(self._fail)
        self.follower.working.connect(self._show_working)
        self._show_zoom(self.view.zoom)

    def close_down(self) -> None:
        """End all that works for the pane; it shows nothing new from now on."""
        self.follower.close()
        self.view.close_down()

    def showEvent(self, event: QShowEvent) -> None:
        """What happened while it was hidden shows now."""
        super().showEvent(event)
        self.follower.follow(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Pages that nobody sees are not made."""
        super().hideEvent(event)
        self.follower.follow(False)

    def _place(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(GAP // 2)
        bar.addWidget(self.page)
        bar.addStretch(1)
        for each in (self.smaller, self.zoom, self.larger, self.fit):
            bar.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.doing)
        layout.addWidget(self._trouble)
        layout.addWidget(self.about)
        self.doing.hide()

    def _show(self, fresh: Fresh) -> None:
        made = fresh.made
        self._trouble.hide()
        self.view.show_pdf(fresh.pdf)
        self.about.setText(made_by(made, self._bridge.session.pack))
        count = pages_in_words(made.pages)
        self.view.setAccessibleName(f"Preview, {count}")
        self.view.setAccessibleDescription(
            f"{self.about.text()} The pages are pictures; their words are those of the editor."
        )
        self._show_page(self.view.page)
        # A screen reader is told once, and then whenever the length changes.
        if count != self._told and self.view.hasFocus():
            announce(self.view, f"Preview, {count}")
        self._told = count

    def _fail(self, sentence: str) -> None:
        older = " The pages shown are from before." if self.view.count else ""
        self.trouble.setText(f"{sentence}{older} {_OTHERWISE}")
        self._trouble.show()
        self.view.say("There are no pages to show yet.")
        self.view.setAccessibleDescription(self.trouble.text())

    def _show_working(self, works: bool) -> None:
        if works:
            self._trouble.hide()
        self.view.say(_MAKING if works else "")
        self.doing.setText(_MAKING if self.view.count else "")
        self.doing.setVisible(works and self.view.count > 0)

    def _show_page(self, page: int) -> None:
        self.page.setText(f"Page {page} of {self.view.count}" if page else "")

    def _show_zoom(self, zoom: float) -> None:
        self.zoom.setText(f"{zoom:.0%}".replace("%", " %"))
        self.zoom.setAccessibleName(f"Zoom, {zoom:.0%}")
        self.fit.setChecked(self.view.fits)


def _tool(text: str, tip: str, run: Callable[[], object]) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setToolTip(tip)
    made.setAccessibleName(tip.partition(" (")[0])
    made.clicked.connect(lambda: run())
    return made
