"""The dialogs that ask for an appendix and for a background paper."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from clerkwell.model import Appendix, BackgroundPaper, is_empty
from clerkwell.ui.endmatter.listing import STATUSES
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.last_folder import LastFolder, ask_to_read
from clerkwell.ui.kit.style import GAP, GAP_SMALL
from clerkwell.ui.kit.tick import ParagraphTicks
from clerkwell.ui.kit.widgets import FRAME, button, fit, framed, in_order, ok_cancel, row, scrolled, words

# Asks for a file; None when the user would rather not.
AskFile = Callable[[QWidget], Path | None]
_BESIDE = "A file goes beside the Word document"
_AT_END = "Words that are written here stand at the end of the Word document"
_INTEREST = "A sentence for the clerk and the check: what would be lost by publishing it, and why that weighs more."
# Keeps a file with the report and gives the name it is kept under; None when it could not be read.
Keep = Callable[[Path], str | None]


class AppendixDialog(QDialog):
    """Everything about one appendix. `appendix()` is what was said of it.

    Only what matters to it is asked: why it is kept from the public where it is, an address where it has one.
    """

    def __init__(
        self, appendix: Appendix, ask_file: AskFile, keep: Keep, england: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appendix = appendix
        self._ask_file = ask_file
        self._keep = keep
        self._england = england
        self._attachment = appendix.attachment
        self.wants_words = False
        self.number = _line(appendix.number, "Number")
        self.number.setFixedWidth(9 * self.fontMetrics().averageCharWidth())
        self.heading = _line(appendix.title, "Title")
        self.status = ComboBox(self)
        self.status.setAccessibleName("Public status")
        for status, name in STATUSES.items():
            self.status.addItem(name, status)
        self.status.setCurrentIndex(self.status.findData(appendix.status))
        self.paragraphs = ParagraphTicks(self, columns=2)
        self.paragraphs.show_ticked(appendix.exempt_paragraphs)
        self._under = QLabel("under Schedule 12A, paragraph")
        self.interest = _interest(appendix.public_interest)
        self._why = self._reasons()
        self.file = words()
        self.attach_button = button("Attac&h a file…", self._attach)
        self.detach_button = button("Take a&way", self._detach)
        self.address_button = button("Give a web &address…", self._give_address)
        self.link = _line(appendix.link, "Web address")
        self._has_link = row(_label("Web a&ddress", self.link), self.link, stretch_last=True)
        self._has_link.setVisible(bool(appendix.link))
        self.write_button = button("Write it h&ere…", self._write)
        for each, told in ((self.attach_button, _BESIDE), (self.write_button, _AT_END)):
            each.setToolTip(told)
            each.setAccessibleDescription(told)
        self.holds = words("Its words are written in the report.", muted=True)
        self._lay_out()
        self.status.currentIndexChanged.connect(self._show_reasons)
        self.heading.textChanged.connect(self._enable)
        self._enable()
        self._show_what_it_holds()
        self._show_reasons()
        self.heading.setFocus()

    def appendix(self) -> Appendix:
        """The appendix as it was told."""
        cited = self.paragraphs.ticked() if self._is_withheld and self._england else ()
        return Appendix.model_validate(
            {
                **self._appendix.model_dump(exclude={"blocks"}),
                "blocks": self._appendix.blocks,
                "number": self.number.text().strip(),
                "title": self.heading.text().strip(),
                "status": self.status.currentData(),
                "exempt_paragraphs": cited,
                "public_interest": self.interest.toPlainText().strip() if self._is_withheld else "",
                "link": self.link.text().strip(),
                "attachment": self._attachment,
            }
        )

    def _lay_out(self) -> None:
        named = QHBoxLayout()
        named.setSpacing(GAP)
        widget: QWidget
        for widget in (_label("&Number", self.number), self.number, _label("&Title", self.heading)):
            named.addWidget(widget)
        named.addWidget(self.heading, 1)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(named)
        column.addWidget(row(_label("&Public status", self.status), self.status, self._under))
        ways = QHBoxLayout()
        ways.setSpacing(GAP)
        for widget in (self.file, self.detach_button, self.attach_button, self.address_button, self.write_button):
            ways.addWidget(widget)
        ways.addStretch(1)
        for widget in (self._why, self.holds, self._has_link):
            column.addWidget(widget)
        column.addLayout(ways)
        column.addStretch(1)
        self._buttons, self.ok = ok_cancel(self, "&Keep")
        buttons = self._buttons
        layout = framed(self, f"Appendix {self._appendix.number}".strip(), window="Appendix")
        # What a small screen has no room for can be scrolled to.
        layout.addWidget(scrolled(self._inner), 1)
        layout.addWidget(buttons)
        boxes = [tick.box for tick in self.paragraphs.ticks.values()]
        holds = (self.link, self.detach_button, self.attach_button, self.address_button, self.write_button)
        in_order(self.number, self.heading, self.status, *boxes, self.interest, *holds, *buttons.buttons())

    def _reasons(self) -> QWidget:
        """Why it is kept from the public. The law of England asks for a paragraph, and for the weighing."""
        why = QWidget(self)
        column = QVBoxLayout(why)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(self.paragraphs)
        column.addSpacing(GAP_SMALL)
        column.addWidget(_label("Why the public &interest is in keeping it private", self.interest))
        column.addWidget(self.interest)
        return why

    def _enable(self) -> None:
        named = bool(self.heading.text().strip())
        self.ok.setEnabled(named)
        self.write_button.setEnabled(named)

    def _write(self) -> None:
        self.wants_words = True
        self.accept()

    def _attach(self) -> None:
        path = self._ask_file(self)
        kept = self._keep(path) if path else None
        if path is None or kept is None:
            return
        self._attachment = kept
        if not self.heading.text().strip():
            self.heading.setText(path.stem)
        self._show_what_it_holds()

    def _detach(self) -> None:
        self._attachment = ""
        self._show_what_it_holds()
        self.attach_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_address(self) -> None:
        self._has_link.show()
        self._show_what_it_holds()
        self.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_what_it_holds(self) -> None:
        written = not is_empty(self._appendix.blocks)
        self.file.setText(f"File: {self._attachment}")
        for widget in (self.file, self.detach_button):
            widget.setVisible(bool(self._attachment))
        self.attach_button.setVisible(not self._attachment)
        self.address_button.setVisible(self._has_link.isHidden())
        self.holds.setVisible(written)
        self.write_button.setText("Go on with its words…" if written else "Write it h&ere…")
        self._fit()

    @property
    def _is_withheld(self) -> bool:
        return self.status.currentData() in ("exempt", "part-exempt")

    def _show_reasons(self) -> None:
        for widget in (self._under, self._why):
            widget.setVisible(self._is_withheld and self._england)
        self._fit()

    def _fit(self) -> None:
        """As high as what is asked now, as far as the screen has it."""
        fit(self, 88)
        layout, inner = self.layout(), self._inner.layout()
        if layout is None or inner is None:
            return
        edges, around = layout.contentsMargins(), (layout.itemAt(0), layout.itemAt(layout.count() - 1))
        foot = sum(each.sizeHint().height() + layout.spacing() for each in around if each is not None)
        inner.activate()
        # Qt tells no height for a width where nothing that shows wraps.
        wide = self.width() - edges.left() - edges.right()
        needed = max(inner.totalHeightForWidth(wide), inner.totalSizeHint().height())
        room = self.screen().availableGeometry().height() - FRAME
        self.resize(self.width(), min(needed + foot + edges.top() + edges.bottom(), room))


@dataclass(frozen=True)
class Told:
    """What was said of an appendix, and whether its words are to be written next."""

    appendix: Appendix
    wants_words: bool = False


# Puts the dialog and waits; None when the user would rather not.
AskAppendix = Callable[[AppendixDialog], Told | None]


def ask_appendix(dialog: AppendixDialog) -> Told | None:
    """Put the dialog and wait."""
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return Told(dialog.appendix(), dialog.wants_words) if accepted else None


class PaperDialog(QDialog):
    """Asks for a background paper. `paper()` is what was said of it."""

    def __init__(self, paper: BackgroundPaper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = _line(paper.title, "Title")
        self.link = _line(paper.link, "Web address")
        buttons, self.ok = ok_cancel(self, "&Keep")
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow("&Title", self.heading)
        form.addRow("&Web address, if it has one", self.link)
        layout = framed(
            self,
            "Background paper",
            "An unpublished document that the report relies on, with its date and where it can be read.",
        )
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.heading.textChanged.connect(lambda text: self.ok.setEnabled(bool(text.strip())))
        self.ok.setEnabled(bool(paper.title.strip()))
        fit(self, 72)
        self.heading.setFocus()

    def paper(self) -> BackgroundPaper:
        """The paper as it was told."""
        return BackgroundPaper(title=self.heading.text().strip(), link=self.link.text().strip())


def ask_file(parent: QWidget, last: LastFolder | None = None) -> Path | None:
    """Put the file dialog and wait; it begins where a file was chosen `last`."""
    return next(iter(ask_to_read(parent, "Attach a file", "All files (*)", last)), None)


def _line(text: str, name: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setAccessibleName(name)
    return line


def _label(text: str, of: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(of)
    return label


def _interest(text: str) -> QPlainTextEdit:
    interest = QPlainTextEdit(text)
    interest.setAccessibleName("Why the public interest is in keeping it private")
    interest.setAccessibleDescription(_INTEREST)
    interest.setPlaceholderText(_INTEREST)
    interest.setTabChangesFocus(True)
    interest.setFixedHeight(2 * interest.fontMetrics().lineSpacing() + 2 * GAP)
    return interest
