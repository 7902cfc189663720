"""What a template is called, whose it is and from when it holds: a page of the workshop."""

from __future__ import annotations

from datetime import date
from threading import Event

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from clerkwell.model.days import in_form
from clerkwell.packs import Pack
from clerkwell.printing.pdf import Picture
from clerkwell.session.first_page import first_page
from clerkwell.session.rolling_out import correction_after
from clerkwell.ui.kit.style import GAP, scaled
from clerkwell.ui.kit.widgets import button, row, title, words
from clerkwell.ui.studio.asking import DATES, Asked
from clerkwell.ui.studio.beside import Beside
from clerkwell.ui.studio.boxes import NamesRow, ParagraphRow
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.forms import ChoiceRow, DateRow, Form, LineRow, TickRow
from clerkwell.ui.studio.page import StudioPage
from clerkwell.ui.studio.roll_out_words import since_asked, version_asked, with_version
from clerkwell.workshop.draft.part import reads, writes

_LEAD = "What authors read where they choose a template, and how Clerkwell knows the reports that are written in it."
_NATIONS = (
    ("england", "England"),
    ("wales", "Wales"),
    ("scotland", "Scotland"),
    ("northern-ireland", "Northern Ireland"),
)
_NUMBERING = (
    ("none", "nothing is numbered"),
    ("paragraphs", "paragraphs: 1, 2, 3 through the report"),
    ("headings", "headings: 1, and their paragraphs 1.1, 1.2"),
)
_ORDER = (
    ("pack", "the order of this template"),
    ("report", "the order that each author gives them, with sections of their own"),
)
# Pixels across that the picture of the first page has beside text of the ordinary size.
_WIDE = 260
# Milliseconds without a change before it is made again.
_QUIET = 500


class AboutPage(StudioPage):
    """Asks what the template is, and shows how it stands on the start page."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__(bridge, "About the template", _LEAD)
        self._stop = Event()
        self._pictured: Pack | None = None
        self._soon = QTimer(self, singleShot=True, interval=_QUIET)
        self._soon.timeout.connect(self._show_picture)
        self.next = button("", self._raise)
        self.form = Form()
        self._ask()
        self.title, self.detail, self.dates = title("", 1.1), words(), words(muted=True)
        self.picture = QLabel("The first page is being made…")
        self.picture.setWordWrap(True)
        self.picture.setAccessibleName("The first page of the example report")
        self.picture.setFixedWidth(scaled(_WIDE) + 2)
        seen = QWidget()
        column = QVBoxLayout(seen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for each in (self.title, self.detail, self.dates, self.picture):
            column.addWidget(each)
        self.column.addWidget(Beside(self.form, seen))
        self.column.addStretch(1)
        self.destroyed.connect(self._stop.set)

    def show_pack(self) -> None:
        """Show what the template says of itself now."""
        self.form.show_pack()
        pack = self.bridge.pack
        about = pack.manifest.pack
        self.next.setText(f"&Next: {correction_after(about.version)}")
        self.title.setText(about.title)
        self.detail.setText(about.description)
        self.detail.setVisible(bool(about.description))
        since = f"For meetings from {in_form(about.effective_from, DATES)}"
        until = f" until {in_form(about.effective_to, DATES)}" if about.effective_to else ""
        self.dates.setText(f"{about.council} · version {about.version} · {since}{until}")
        self._soon.start()

    def leave(self) -> None:
        """Take in what is being typed."""
        self.form.leave()

    def _raise(self) -> None:
        self.leave()
        version = correction_after(self.bridge.pack.manifest.pack.version)
        self.bridge.apply(lambda pack: with_version(pack, version), "Raise the version")

    def _ask(self) -> None:
        bridge, form = self.bridge, self.form

        def line(label: str, name: str, why: str) -> LineRow:
            return LineRow(bridge, Asked(label, why, reads("pack", name), writes("pack", name)), needed=True)

        def choice(label: str, name: str, why: str, options: tuple[tuple[str, str], ...]) -> ChoiceRow:
            return ChoiceRow(bridge, Asked(label, why, reads("pack", name), writes("pack", name)), options)

        form.add(
            line("Title", "title", "The council, the kind of report, and a year if there are several."),
            line("Council", "council", "Its name in full, as the document prints it."),
            ParagraphRow(
                bridge,
                Asked(
                    "In a sentence or two",
                    "Which reports it is for, and what it asks. Authors read it where they choose.",
                    reads("pack", "description"),
                    writes("pack", "description"),
                ),
                least=2,
            ),
            LineRow(bridge, version_asked(), needed=True),
        )
        form.column.addWidget(row(self.next))
        form.add(
            DateRow(bridge, since_asked(), needed=True),
            DateRow(
                bridge,
                Asked(
                    "Until",
                    "The last day of a meeting that it is for; empty for no end.",
                    reads("pack", "effective_to"),
                    writes("pack", "effective_to"),
                    self._until_fault,
                ),
            ),
            choice("Nation", "nation", "Which law the checks go by. Clerkwell knows that of England.", _NATIONS),
            TickRow(
                bridge,
                Asked(
                    "Reports to an executive",
                    "A cabinet or an executive: key decisions and their notice are checked.",
                    reads("pack", "executive"),
                    writes("pack", "executive"),
                ),
            ),
            choice("Sections stand in", "order", "A general template keeps each report’s own order.", _ORDER),
            choice("What is numbered", "numbering", "As Word numbers it in the council’s document.", _NUMBERING),
        )
        form.heading("How reports in this layout are known")
        for label, name, why in (
            (
                "Every one of them says",
                "always",
                "Words of labels and headings, a line each. A text without them is none.",
            ),
            ("Most of them say", "often", "The more of these a text has, the likelier it is one."),
            ("None of them says", "never", "Words by which another layout is told from this one."),
        ):
            asked = Asked(label, why, reads("recognise", name), writes("recognise", name))
            form.add(NamesRow(bridge, asked, least=2))

    def _until_fault(self, day: date | None) -> str:
        since = self.bridge.pack.manifest.pack.effective_from
        return "That is before the day from which it holds." if day and day < since else ""

    def _show_picture(self) -> None:
        """Have the first page made again where the document or its example has changed."""
        pack = self.bridge.pack
        if not self.isVisible() or (self._pictured is not None and self._pictured.files == pack.files):
            return
        self._pictured = pack
        stop, wide = self._stop, scaled(_WIDE) * 2

        def done(made: Picture | None) -> None:
            if self._pictured is not pack:
                return
            if made is None:
                self.picture.setText("The first page cannot be shown.")
                return
            page = QImage(made.data, made.width, made.height, made.stride, QImage.Format.Format_RGB32)
            small = page.scaledToWidth(wide // 2, Qt.TransformationMode.SmoothTransformation)
            self.picture.setPixmap(QPixmap.fromImage(small))

        self.bridge.runner.run(lambda: first_page(pack, wide, stop=stop), done)
