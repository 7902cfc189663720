"""The help pages: Markdown files that come with the program, shown without a network."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, button, fit, in_order, words
from clerkwell.ui.preview.browser import ClosedBrowser
from clerkwell.ui.preview.help_looks import calm_headings, in_document, lay_out_code

# The order of the list; a page that is not named here comes after them.
ORDER = (
    "getting-started", "parts-and-states", "header", "writing", "consultation", "problems", "export", "preview",
    "publication", "blank-form", "recovery", "import", "coming-home", "notes", "versions", "keyboard", "maintaining",
    "packs", "pack-keys", "documents", "files", "data-protection", "it", "policy-keys", "rules", "rules-parts",
    "rules-law", "rules-sense", "rules-references", "rules-dates", "rules-names", "rules-spelling", "rules-grammar",
    "rules-punctuation", "rules-house", "rules-accessible",
)  # fmt: skip
# How a page of the rules names each of them, as the chore that makes the pages writes it.
_NAMED: Final = "Its name is {}."
# Pixels beside the words of a title: its padding and its edge, as the sheet has them, and one for the rounding.
_ROUND: Final = 10


@dataclass(frozen=True)
class HelpPage:
    """A help page: its name without the ending, its title, its Markdown, and the folder of its pictures."""

    name: str
    title: str
    text: str
    folder: Path | None = None


def help_pages(folder: Path) -> tuple[HelpPage, ...]:
    """The pages of a folder, in the order they are read in."""
    pages = []
    for path in folder.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        title = text.partition("\n")[0].lstrip("# ").strip()
        pages.append(HelpPage(path.stem, title, text, folder))
    return tuple(
        sorted(pages, key=lambda page: (ORDER.index(page.name) if page.name in ORDER else len(ORDER), page.name))
    )


class HelpViewer(QDialog):
    """The pages beside their list. `link_requested` carries the address of a link that leads out of the help."""

    link_requested = Signal(str)

    def __init__(self, pages: Sequence[HelpPage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = {page.name: page for page in pages}
        self._past: list[str] = []
        self.setWindowTitle("Help")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Help pages")
        self.list.setProperty("role", "plain")
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Whole(self.list))
        self.list.setSpacing(3)
        # Titles wrap anew in another width, rather than lose their ends.
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([page.title for page in pages])
        self.search = QLineEdit(self)
        self.search.setAccessibleName("Find in the help")
        self.search.setPlaceholderText("Find in the help")
        self.search.setClearButtonEnabled(True)
        self.search.setToolTip("Find pages by words in them (Ctrl+F). Return goes from one place to the next")
        self.none = words("No page has these words.", muted=True)
        self.none.hide()
        self.browser = ClosedBrowser(self)
        self.browser.setAccessibleName("Help")
        self.back_button = button("&Back", self.go_back, picture="previous")
        close = button("Close", self.close)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self._side())
        split.addWidget(self.browser)
        split.setStretchFactor(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.addWidget(split, 1)
        layout.addLayout(foot)
        in_order(self.search, self.list, self.browser, self.back_button, close)
        fit(self, 124, 38)
        # On a small screen the pages need the room more than their list does.
        em = self.fontMetrics().averageCharWidth()
        titles = min(em * 34, self.width() * 3 // 10)
        split.setSizes([titles, self.width() - titles])
        self.list.currentRowChanged.connect(lambda row: self._show(list(self._pages)[row], remember=True))
        self.browser.link_requested.connect(self._follow)
        self.search.textChanged.connect(self._sift)
        self.search.returnPressed.connect(self.find_next)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self, self.go_back)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._ask)
        QShortcut(QKeySequence("F3"), self, self.find_next)
        self._name = ""
        if pages:
            self.show_page(pages[0].name)

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._name

    def show_page(self, name: str) -> None:
        """Show the page of this name; one that there is not is passed over."""
        if name in self._pages:
            self._show(name, remember=True)

    def show_rule(self, rule: str) -> None:
        """Show what is said of a rule; the index of the rules where nothing is."""
        name = next((name for name, page in self._pages.items() if _NAMED.format(f"`{rule}`") in page.text), "rules")
        self.show_page(name)
        found = self.browser.document().find(_NAMED.format(rule))
        if found.isNull():
            return
        heading = found.block().previous()
        self.browser.setTextCursor(QTextCursor(heading))
        top = self.browser.document().documentLayout().blockBoundingRect(heading).top()
        self.browser.verticalScrollBar().setValue(int(top))
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_next(self) -> None:
        """Go to the next place with the first of the words, on this page or the next that has them all."""
        sought = self.search.text().split()
        if not sought or self.browser.find(in_document(sought[0])):
            return
        rows = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        if rows:
            now = self.list.currentRow()
            self.list.setCurrentRow(next((row for row in rows if row > now), rows[0]))
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            self.browser.find(in_document(sought[0]))

    def _ask(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _side(self) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for each in (self.search, self.none, self.list):
            column.addWidget(each)
        return side

    def _sift(self, typed: str) -> None:
        """List only the pages that have these words; show the first of them, at the words."""
        sought = typed.casefold().split()
        pages = list(self._pages.values())
        rows = [row for row, page in enumerate(pages) if all(word in page.text.casefold() for word in sought)]
        # Those whose title has the words are about them.
        rows.sort(key=lambda row: not all(word in pages[row].title.casefold() for word in sought))
        for row in range(self.list.count()):
            self.list.item(row).setHidden(row not in rows)
        self.none.setVisible(not rows)
        if sought and rows:
            self.list.setCurrentRow(rows[0])
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            self.browser.find(in_document(sought[0]))
        announce(self.search, f"{len(rows)} pages" if len(rows) != 1 else "1 page")

    def go_back(self) -> None:
        """Show the page that was shown before."""
        if self._past:
            self._show(self._past.pop(), remember=False)

    def _show(self, name: str, remember: bool) -> None:
        if name == self._name:
            return
        if remember and self._name:
            self._past.append(self._name)
        self._name = name
        self.browser.show_pictures_of(self._pages[name].folder)
        self.browser.setMarkdown(self._pages[name].text)
        document = self.browser.document()
        calm_headings(document)
        lay_out_code(document)
        # Qt lays a long page out bit by bit, and what was changed in between may be left without its lines.
        document.markContentsDirty(0, document.characterCount())
        # The list follows where a link was taken.
        row = list(self._pages).index(name)
        self.list.item(row).setHidden(False)
        self.list.setCurrentRow(row)
        self.back_button.setEnabled(bool(self._past))

    def _follow(self, address: str) -> None:
        page, _, anchor = address.partition("#")
        name = page.removesuffix(".md")
        if page.endswith(".md") and name in self._pages:
            self.show_page(name)
        elif page:
            self.link_requested.emit(address)
        if anchor:
            self.browser.scrollToAnchor(anchor)


class _Whole(QStyledItemDelegate):
    """Titles as high as they are when they wrap: Qt reckons without the room that the sheet puts round them."""

    def __init__(self, shown_in: QListWidget) -> None:
        super().__init__(shown_in)
        self._list = shown_in

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """See the class."""
        room = self._list.viewport().width() - 2 * (self._list.spacing() + _ROUND)
        # Qt keeps the words off the frame of the focus besides, at either side.
        beside = 2 * (self._list.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, self._list) + 1)
        words = self._list.fontMetrics().boundingRect(
            QRect(0, 0, max(room - beside, 1), 10_000), int(Qt.TextFlag.TextWordWrap), str(index.data())
        )
        least = super().sizeHint(option, index)
        return QSize(min(least.width(), room + 2 * _ROUND), max(least.height(), words.height() + _ROUND + 4))
