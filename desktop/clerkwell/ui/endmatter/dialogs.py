"""The dialogs that ask for an appendix and for a background paper."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from clerkwell.model import Appendix, BackgroundPaper, is_empty
from clerkwell.ui.endmatter.listing import EXEMPT, STATUSES
from clerkwell.ui.kit.style import GAP, MARGIN
from clerkwell.ui.kit.widgets import button, fit, in_order, row, scrolled, words

# Asks for a file; None when the user would rather not.
AskFile = Callable[[QWidget], Path | None]
_INTEREST = "A sentence for the clerk and the check: what would be lost by publishing it, and why that weighs more."
# Keeps a file with the report and gives the name it is kept under; None when it could not be read.
Keep = Callable[[Path], str | None]


class AppendixDialog(QDialog):
    """Everything about one appendix. `appendix()` is what was said of it."""

    def __init__(
        self, appendix: Appendix, ask_file: AskFile, keep: Keep, england: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appendix = appendix
        self._ask_file = ask_file
        self._keep = keep
        self._attachment = appendix.attachment
        self.setWindowTitle("Appendix")
        self.number = _line(appendix.number, "Number")
        self.number.setMaximumWidth(8 * self.fontMetrics().averageCharWidth())
        self.heading = _line(appendix.title, "Title")
        self.status = QComboBox(self)
        self.status.setAccessibleName("Public status")
        for status, name in STATUSES.items():
            self.status.addItem(name, status)
        self.status.setCurrentIndex(self.status.findData(appendix.status))
        self.link = _line(appendix.link, "Web address")
        self.file = words()
        self.written = words("None yet" if is_empty(appendix.blocks) else "Written in the report")
        self.wants_words = False
        self.write_button = button("Write it h&ere…", self._write)
        self.attach_button = button("Attac&h a file…", self._attach)
        self.detach_button = button("Take a&way", self._detach)
        self.paragraphs = _paragraphs(appendix.exempt_paragraphs) if england else None
        self.interest = QPlainTextEdit(appendix.public_interest, self)
        self.interest.setAccessibleName("Why the public interest is in keeping it private")
        self.interest.setAccessibleDescription(_INTEREST)
        self.interest.setTabChangesFocus(True)
        self.interest.setFixedHeight(3 * self.interest.fontMetrics().lineSpacing() + 2 * GAP)
        self._asks_interest = QGroupBox("Why the public &interest is in keeping it private", self)
        asks = QVBoxLayout(self._asks_interest)
        asks.setSpacing(GAP // 2)
        asks.addWidget(self.interest)
        asks.addWidget(words(_INTEREST, muted=True))
        buttons, self.ok = _buttons(self)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("&Number", self.number)
        form.addRow("&Title", self.heading)
        form.addRow("&Public status", self.status)
        if self.paragraphs is not None:
            form.addRow(self.paragraphs)
        form.addRow(self._asks_interest)
        form.addRow("File", row(self.file, self.attach_button, self.detach_button))
        form.addRow("or &web address", self.link)
        form.addRow("or its words", row(self.written, self.write_button))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        inner = QWidget()
        inner.setLayout(form)
        # What a small screen has no room for can be scrolled to.
        layout.addWidget(scrolled(inner), 1)
        layout.addWidget(
            words(
                "A file is copied into the report and exported beside the Word document; words "
                "that are written here are printed at its end.",
                muted=True,
            )
        )
        layout.addWidget(buttons)
        self.status.currentIndexChanged.connect(self._show_paragraphs)
        self.heading.textChanged.connect(self._enable)
        self._enable()
        self._show_file()
        self._show_paragraphs()
        boxes = [box for _, box in _boxes(self.paragraphs)]
        file = (self.attach_button, self.detach_button, self.link, self.write_button)
        in_order(self.number, self.heading, self.status, *boxes, self.interest, *file, *buttons.buttons())
        self.heading.setFocus()

    def appendix(self) -> Appendix:
        """The appendix as it was told."""
        cited = tuple(number for number, box in _boxes(self.paragraphs) if box.isChecked() and not self._is_open())
        return Appendix.model_validate(
            {
                **self._appendix.model_dump(exclude={"blocks"}),
                "blocks": self._appendix.blocks,
                "number": self.number.text().strip(),
                "title": self.heading.text().strip(),
                "status": self.status.currentData(),
                "exempt_paragraphs": cited,
                "public_interest": "" if self._is_open() else self.interest.toPlainText().strip(),
                "link": self.link.text().strip(),
                "attachment": self._attachment,
            }
        )

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
        self._show_file()

    def _detach(self) -> None:
        self._attachment = ""
        self._show_file()

    def _show_file(self) -> None:
        self.file.setText(self._attachment or "None attached")
        self.detach_button.setVisible(bool(self._attachment))

    def _is_open(self) -> bool:
        return self.status.currentData() not in ("exempt", "part-exempt")

    def _show_paragraphs(self) -> None:
        exempt = not self._is_open()
        if self.paragraphs is not None:
            self.paragraphs.setVisible(exempt)
        # The weighing is asked for by the law of England.
        self._asks_interest.setVisible(exempt and self.paragraphs is not None)
        fit(self, 84, 42 if exempt and self.paragraphs is not None else 22)


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
        self.setWindowTitle("Background paper")
        self.heading = _line(paper.title, "Title")
        self.link = _line(paper.link, "Web address")
        buttons, self.ok = _buttons(self)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow("&Title", self.heading)
        form.addRow("&Web address, if it has one", self.link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addLayout(form)
        layout.addWidget(
            words(
                "An unpublished document that the report relies on, with its date and where it can be read.", muted=True
            )
        )
        layout.addWidget(buttons)
        self.heading.textChanged.connect(lambda text: self.ok.setEnabled(bool(text.strip())))
        self.ok.setEnabled(bool(paper.title.strip()))
        fit(self, 72)
        self.heading.setFocus()

    def paper(self) -> BackgroundPaper:
        """The paper as it was told."""
        return BackgroundPaper(title=self.heading.text().strip(), link=self.link.text().strip())


def ask_file(parent: QWidget) -> Path | None:
    """Put the file dialog and wait."""
    name, _ = QFileDialog.getOpenFileName(parent, "Attach a file", "", "All files (*)")
    return Path(name) if name else None


def _line(text: str, name: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setAccessibleName(name)
    return line


def _buttons(dialog: QDialog) -> tuple[QDialogButtonBox, QPushButton]:
    box = QDialogButtonBox(dialog)
    ok = QPushButton("&Keep", dialog)
    ok.setProperty("primary", True)
    box.addButton(ok, QDialogButtonBox.ButtonRole.AcceptRole)
    box.addButton(QPushButton("Cancel", dialog), QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box, ok


def _paragraphs(cited: tuple[int, ...]) -> QGroupBox:
    group = QGroupBox("Exempt under Schedule 12A, paragraph")
    layout = QVBoxLayout(group)
    layout.setSpacing(GAP // 2)
    for number, meaning in EXEMPT.items():
        box = QCheckBox(f"{number}  {meaning}", group)
        box.setProperty("paragraph", number)
        box.setChecked(number in cited)
        layout.addWidget(box)
    return group


def _boxes(group: QGroupBox | None) -> list[tuple[int, QCheckBox]]:
    return [(int(box.property("paragraph")), box) for box in group.findChildren(QCheckBox)] if group else []
