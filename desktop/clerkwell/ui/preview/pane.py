"""The pane that shows the report's pages, as they will be exported, at the place that is being written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from clerkwell.model import Place
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, button, words
from clerkwell.ui.preview.following import PageFollower
from clerkwell.ui.preview.making import Fresh, Maker, Quick, make_quick_pages
from clerkwell.ui.preview.pages import PagesView
from clerkwell.ui.preview.wording import made_by, pages_in_words

if TYPE_CHECKING:
    from clerkwell.printing.page_map import PageMap

_MAKING = "Making the pages…"
# Milliseconds after which it is said that they are being made: what comes and goes at each pause is in the way.
_LATE = 700
_OTHERWISE = "Try again, or choose another way to make pages in Settings, under Pages."


class PreviewPane(QWidget):
    """Follows one open report after each pause, while it can be seen. The last pages stay until there are new ones.

    `apart_requested` asks for a window of its own, or to be put back.
    """

    apart_requested = Signal()

    def __init__(
        self,
        bridge: SessionBridge,
        maker: Callable[[], Maker] | None = None,
        parent: QWidget | None = None,
        *,
        quick: Callable[[], Quick] | None = make_quick_pages,
    ) -> None:
        """`maker` gives what makes the pages; without it, whatever this computer has. `quick` has them sooner."""
        super().__init__(parent)
        self._bridge = bridge
        self._told = ""
        # What is to make better pages than those shown.
        self._awaits = ""
        self._map: PageMap | None = None
        # Where the caret is, and whether the user has not gone elsewhere in the pages since it came there.
        self._place: Place | None = None
        self._with_caret = True
        self.follower = PageFollower(bridge, maker, self, quick=quick)
        self.view = PagesView(self)
        self.about: QLabel = words("", muted=True)
        self.doing: QLabel = words("", muted=True)
        self.page: QLabel = words("")
        self.page.setWordWrap(False)
        self.smaller = _tool("–", "Smaller (Ctrl+minus)", lambda: self.view.step_zoom(-1))
        self.zoom = _tool("100 %", "Size on paper", lambda: self.view.set_zoom(1.0))
        self.larger = _tool("+", "Larger (Ctrl+plus)", lambda: self.view.step_zoom(1))
        self.fit = _tool("Fit", "As wide as there is room (Ctrl+0)", self.view.fit_width)
        self.fit.setCheckable(True)
        self.follows = _tool("Follow", "Go where you are writing", self._follow_again)
        self.follows.setCheckable(True)
        self.follows.setChecked(True)
        self.apart = _tool("Window", "In a window of its own, for another screen", self.apart_requested.emit)
        self.again = button("&Try again", self.follower.again)
        self.trouble: QLabel = words("")
        self._trouble = QWidget()
        under = QHBoxLayout(self._trouble)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.trouble, 1)
        under.addWidget(self.again)
        self._trouble.hide()
        self._lay_out()
        self.setFocusProxy(self.view)
        self.view.page_changed.connect(self._show_page)
        self.view.zoom_changed.connect(self._show_zoom)
        self.view.scrolled.connect(self._left_by_user)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE)
        self._late.timeout.connect(self.doing.show)
        self.follower.made.connect(self._show)
        self.follower.soon.connect(self._show)
        self.follower.failed.connect(self._fail)
        self.follower.working.connect(self._show_working)
        self._show_zoom(self.view.zoom)

    def show_place(self, place: Place | None) -> None:
        """Stand at the line with this place from now on, wherever it goes; the keyboard stays where it is.

        Who has gone elsewhere in the pages is left there until the caret comes to another paragraph.
        """
        if _line_of(place) != _line_of(self._place):
            self._with_caret = True
        self._place = place
        self._stand()

    def set_apart(self, apart: bool) -> None:
        """Say whether it is in a window of its own."""
        self.apart.setText("Put back" if apart else "Window")
        name = "Back beside the editor" if apart else "In a window of its own, for another screen"
        self.apart.setToolTip(name)
        self.apart.setAccessibleName(name)

    def close_down(self) -> None:
        """End all that works for the pane; it shows nothing new from now on."""
        self.follower.close()
        self.view.close_down()

    def showEvent(self, event: QShowEvent) -> None:
        """What happened while it was hidden shows now."""
        super().showEvent(event)
        self.follower.follow(True)
        self._stand()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pages that nobody sees are not made."""
        super().hideEvent(event)
        self.follower.follow(False)

    def _lay_out(self) -> None:
        self._bar = FoldingRow(
            self.page, _close(self.smaller, self.zoom, self.larger), self.fit, self.follows, self.apart
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self._bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._trouble)
        layout.addWidget(self.about)
        # Over the pages, as whatever pushed them would make them jump at each pause.
        over = QVBoxLayout(self.view.viewport())
        over.setContentsMargins(GAP, GAP, GAP, GAP)
        over.addWidget(self.doing, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter)
        self.doing.setAutoFillBackground(True)
        self.doing.setMargin(GAP)
        self.doing.hide()

    def _show(self, fresh: Fresh) -> None:
        made = fresh.made
        self._trouble.hide()
        self._map = fresh.map
        stood = self.view.marked
        self.view.clear_mark()
        self.view.show_pdf(fresh.pdf)
        # The line that is being read stays at its height, whatever became longer above it.
        self._stand(stood[1] if stood is not None and 0 <= stood[1] <= 1 else None)
        self.about.setText(made_by(made, self._bridge.session.pack, fresh.awaits))
        self._awaits = fresh.awaits
        count = pages_in_words(made.pages)
        self.view.setAccessibleName(f"Preview, {count}")
        self.view.setAccessibleDescription(
            f"{self.about.text()} The pages are pictures; their words are those of the editor."
        )
        self._show_page(self.view.page)
        # A screen reader is told once, and then whenever the length changes.
        if fresh.awaits:
            return
        if count != self._told and self.view.hasFocus():
            announce(self.view, f"Preview, {count}")
        self._told = count

    def _stand(self, level: float | None = None) -> None:
        """Mark the line with the caret, and bring it into view where that is wanted; to this `level`, if any."""
        if self._map is None or self._place is None or not self.isVisible():
            return
        from clerkwell.session.page_places import spot_of

        spot = spot_of(self._place, self._bridge.session.report, self._map)
        if spot is None:
            self.view.clear_mark()
            if self._place.field and self.follows.isChecked() and self._with_caret:
                self.view.show_page(1)
            return
        move = self.follows.isChecked() and self._with_caret
        self.view.reveal(spot.page, spot.top, spot.bottom, move=move, level=level)

    def _left_by_user(self) -> None:
        self._with_caret = False

    def _follow_again(self) -> None:
        self._with_caret = True
        self._stand()

    def _fail(self, sentence: str) -> None:
        older = "The pages shown are an approximation." if self._awaits else "The pages shown are from before."
        older = f" {older}" if self.view.count else ""
        self.trouble.setText(f"{sentence}{older} {_OTHERWISE}")
        self._trouble.show()
        self.view.say("There are no pages to show yet.")
        self.view.setAccessibleDescription(self.trouble.text())

    def _show_working(self, works: bool) -> None:
        if works:
            self._trouble.hide()
        self.view.say(_MAKING if works else "")
        self.doing.setText(_MAKING)
        if works and self.view.count:
            self._late.start()
        else:
            self._late.stop()
            self.doing.hide()

    def _show_page(self, page: int) -> None:
        self.page.setText(f"Page {page} of {self.view.count}" if page else "")

    def _show_zoom(self, zoom: float) -> None:
        self.zoom.setText(f"{zoom:.0%}".replace("%", " %"))
        self.zoom.setAccessibleName(f"Zoom, {zoom:.0%}")
        self.fit.setChecked(self.view.fits)


def _line_of(place: Place | None) -> tuple[object, ...]:
    return (place.section, place.block, place.field, place.row, place.appendix) if place is not None else ()


def _close(*tools: QWidget) -> QWidget:
    """Tools that are one control, without room between them."""
    together = QWidget()
    side_by_side = QHBoxLayout(together)
    side_by_side.setContentsMargins(0, 0, 0, 0)
    side_by_side.setSpacing(0)
    for each in tools:
        side_by_side.addWidget(each)
    return together


def _tool(text: str, tip: str, run: Callable[[], object]) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setToolTip(tip)
    made.setAccessibleName(tip.partition(" (")[0])
    made.clicked.connect(lambda: run())
    return made
