"""The settings: a tab for each page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from clerkwell.system import Settings
from clerkwell.ui.kit.widgets import fit, framed, ok_cancel, scrolled
from clerkwell.ui.preferences import appearance, author, checking, files, pages, places
from clerkwell.ui.preferences.locked import TITLE, page_of_the_rest
from clerkwell.ui.preferences.page import Read, build
from clerkwell.ui.preferences.path_line import PathLine

# Milliseconds.
_PAUSE = 250
_PAGES = (appearance.PAGE, author.PAGE, checking.PAGE, files.PAGE, places.PAGE, pages.PAGE)


class PreferencesDialog(QDialog):
    """Shows the settings; `settings()` is what they would be. Nothing changes before it is accepted."""

    def __init__(
        self,
        settings: Settings,
        parent: QWidget | None = None,
        own_words: frozenset[str] = frozenset(),
        try_on: Callable[[Settings], object] | None = None,
        begin: Callable[[], Path | None] = lambda: None,
    ) -> None:
        """`try_on` shows a look and a size of text while they are being chosen, and those from before on Cancel;
        choosing a folder or a file begins in what `begin` gives."""
        super().__init__(parent)
        self._settings = settings
        self._reads: dict[str, Read] = {}
        self._own_words = checking.OwnWordsList(own_words)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Pages of settings")
        for spec in _PAGES:
            page, reads = build(spec, settings)
            self._reads |= reads
            form = page.layout()
            if spec is checking.PAGE and isinstance(form, QFormLayout):
                form.addRow(self._own_words)
            # What a small screen has no room for can be scrolled to.
            self.tabs.addTab(scrolled(page), spec.title)
        rest = page_of_the_rest(settings, (option.name for spec in _PAGES for option in spec.options))
        if rest is not None:
            self.tabs.addTab(scrolled(rest), TITLE)
        for line in self.tabs.findChildren(PathLine):
            line.begin = begin
        if try_on is not None:
            self._let_try(try_on)
        buttons, _ = ok_cancel(self, "&Keep")
        column = framed(self, "Settings")
        column.addWidget(self.tabs)
        column.addWidget(buttons)
        fit(self, 92, 26)
        # Else Qt begins at “Keep”, behind all that there is to keep.
        self.tabs.setFocus()

    def _let_try(self, try_on: Callable[[Settings], object]) -> None:
        # Once the list is away, or nothing more is typed: all that is open is laid out anew.
        pause = QTimer(self, singleShot=True, interval=_PAUSE)
        pause.timeout.connect(lambda: try_on(self.settings()))
        page = self.tabs.widget(_PAGES.index(appearance.PAGE))
        for box in page.findChildren(QComboBox) if page is not None else ():
            box.currentIndexChanged.connect(lambda _: pause.start())
        for spin in page.findChildren(QSpinBox) if page is not None else ():
            spin.valueChanged.connect(lambda _: pause.start())
        self.accepted.connect(pause.stop)
        shown = {"now": False}

        def put_back() -> None:
            pause.stop()
            if shown["now"]:
                try_on(self._settings)

        pause.timeout.connect(lambda: shown.update(now=True))
        self.rejected.connect(put_back)

    def show_page(self, page: str) -> None:
        """Begin with the page of this title, with the keyboard in it; a title that no page has changes nothing."""
        for at in range(self.tabs.count()):
            shown = self.tabs.widget(at)
            if page and shown is not None and self.tabs.tabText(at) == page:
                self.tabs.setCurrentIndex(at)
                # The dialog may not be seen yet, and takes the keyboard where it is told to.
                stops = (each for each in shown.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
                first = next((each for each in stops if each.isEnabled()), None)
                if first is not None:
                    first.setFocus(Qt.FocusReason.OtherFocusReason)

    def own_words(self) -> frozenset[str]:
        """The author's own words as the list has them."""
        return self._own_words.words()

    def settings(self) -> Settings:
        """The settings as the pages show them; what IT has locked stays."""
        return self._settings.changed(**{name: read() for name, read in self._reads.items()})
