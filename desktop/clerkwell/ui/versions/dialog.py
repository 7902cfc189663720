"""The versions of an open report: keep, compare, bring back, delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QWidget

from clerkwell.model import Version
from clerkwell.session import Session
from clerkwell.session.versions import VersionError
from clerkwell.storage import ReadOnlyError
from clerkwell.ui.kit import Choice, Messages, Question
from clerkwell.ui.kit.choices import ChoiceList
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, button, fit, framed, row, words
from clerkwell.ui.versions.asking import keep_version
from clerkwell.ui.versions.wording import NOW, version_items

if TYPE_CHECKING:
    from clerkwell.session.comparing_reports import Side

_WORD_FILE = "A Word document or a report…"


# Shows what differs between two sides.
Compare = Callable[["Side", "Side"], None]
# Asks for a Word document or a report, and hands on what it says as a state of this report; nothing where there is
# none to compare.
AskWord = Callable[[Callable[["Side"], None]], None]


class VersionsDialog(QDialog):
    """Lists the versions of a report, the newest first."""

    def __init__(
        self,
        session: Session,
        messages: Messages,
        compare: Compare,
        ask_word: AskWord,
        parent: QWidget | None = None,
        keep: Callable[[Session, QWidget], Version | None] = keep_version,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = messages
        self._compare = compare
        self._ask_word = ask_word
        self._keep = keep
        self.list = _Keys("Versions", self.delete_current)
        self.none = words("No version has been kept yet.", muted=True)
        self.other = ComboBox()
        self.other.setAccessibleName("Compare it with")
        self.other.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.other.setMinimumContentsLength(20)
        self.compare_button = button("&Compare", self.compare_current, primary=True)
        self.file_button = button("Compare the report with a &file…", self.compare_now)
        self.file_button.setToolTip("The report as it is, with a Word document or another report such as last year’s")
        self.back_button = button("&Bring back…", self.bring_back)
        self.delete_button = button("&Delete", self.delete_current)
        self.keep_button = button("&Keep a version…", self.keep_now, picture="add")
        label = QLabel("Compare it &with")
        label.setBuddy(self.other)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        for each in (self.keep_button, self.back_button, self.delete_button):
            foot.addWidget(each)
        foot.addStretch(1)
        foot.addWidget(button("Close", self.reject))
        column = framed(
            self,
            "Versions",
            "A version is the report as it was, kept in its file. One is kept by itself when a draft goes out.",
        )
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addWidget(row(label, self.other, self.compare_button))
        column.addWidget(row(self.file_button))
        column.addLayout(foot)
        self.list.chosen.connect(lambda _: self.compare_current())
        self.list.currentItemChanged.connect(lambda *_: self._show_current())
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self._refresh()
        fit(self, 84, 26)
        self.list.setFocus()

    def current(self) -> Version | None:
        """The chosen version."""
        marked = self.list.marked()
        return next((each for each in self._session.versions.all if each.name == marked), None)

    def keep_now(self) -> None:
        """Ask for a name, and keep the report as it is now."""
        kept = self._keep(self._session, self)
        if kept is not None:
            self._refresh()
            self.list.mark(kept.name)
            announce(self.list, f"Kept as “{kept.name}”.")

    def compare_current(self) -> None:
        """Show what differs between the chosen version and what it is compared with."""
        before = self._side(self.current())
        if before is None:
            return
        other = self.other.currentData()
        if other is None:
            self._ask_word(lambda side: self._compare(before, side))
            return
        after = self._now() if other == "" else self._side(self._named(str(other)))
        if after is not None:
            # From the earlier one to the later one, whichever was chosen first.
            first, second = (before, after) if other == "" else self._ordered(before, after)
            self._compare(first, second)

    def compare_now(self) -> None:
        """Show what differs between a file, taken for the earlier, and the report as it is."""
        now = self._now()
        self._ask_word(lambda side: self._compare(side, now))

    def bring_back(self) -> None:
        """Put the chosen version in place of the report, after asking; undo takes it back."""
        version = self.current()
        if version is None or self._messages.ask(_about_bringing_back(version.name)) != "back":
            return
        try:
            self._session.versions.bring_back(version)
        except (VersionError, ReadOnlyError) as error:
            self._messages.notice(str(error), "bad")
        else:
            self._messages.notice(f"The report is as it was in “{version.name}”. Undo takes it back.", "good")
        self.accept()

    def delete_current(self) -> None:
        """Take the chosen version out; undo brings it back."""
        version, at = self.current(), self.list.currentRow()
        if version is None or self._session.read_only:
            return
        try:
            self._session.versions.remove(version)
        except ReadOnlyError as error:
            self._messages.notice(str(error), "bad")
            return
        self._refresh()
        self.list.mark_near(at)
        self._messages.say(f"The version “{version.name}” is deleted. Undo brings it back.")
        announce(self.list, f"“{version.name}” deleted.")

    # ------------------------------------------------------------------------------------------------------------

    def _side(self, version: Version | None) -> Side | None:
        from clerkwell.session.comparing_reports import Side

        if version is None:
            return None
        try:
            return Side(version.name, self._session.versions.open(version), self._session.attachments)
        except VersionError as error:
            self._messages.notice(str(error), "bad")
            return None

    def _now(self) -> Side:
        from clerkwell.session.comparing_reports import Side

        return Side(NOW, self._session.report, self._session.attachments)

    def _ordered(self, one: Side, other: Side) -> tuple[Side, Side]:
        names = [each.name for each in self._session.versions.all]
        return (one, other) if names.index(one.name) <= names.index(other.name) else (other, one)

    def _named(self, name: str) -> Version | None:
        return next((each for each in self._session.versions.all if each.name == name), None)

    def _refresh(self) -> None:
        versions = self._session.versions.all
        marked = self.list.marked()
        self.list.show_items(version_items(versions))
        self.list.mark(marked)
        self.list.setVisible(bool(versions))
        self.none.setVisible(not versions)
        self._show_current()

    def _show_current(self) -> None:
        version = self.current()
        may = not self._session.read_only
        self.keep_button.setEnabled(may)
        self.back_button.setEnabled(version is not None and may)
        self.delete_button.setEnabled(version is not None and may)
        self.compare_button.setEnabled(version is not None)
        chosen = self.other.currentText()
        self.other.clear()
        self.other.addItem(NOW, "")
        for each in reversed(self._session.versions.all):
            if version is not None and each.name != version.name:
                self.other.addItem(f"“{each.name}”", each.name)
        self.other.addItem(_WORD_FILE, None)
        self.other.setCurrentIndex(max(self.other.findText(chosen), 0))


class _Keys(ChoiceList):
    """Delete deletes; Return compares."""

    def __init__(self, name: str, delete: Callable[[], None]) -> None:
        super().__init__(name)
        self._delete = delete

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self._delete()
            return
        super().keyPressEvent(event)


def _about_bringing_back(name: str) -> Question:
    return Question(
        "Bring a version back",
        f"The report becomes as it was in “{name}”.",
        (Choice("back", "&Bring it back"), Choice("no", "Cancel")),
        "no",
        "What has been written since makes way; undo takes it back. Keep a version first to have both by name.",
    )
