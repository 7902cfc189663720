"""What the pack says about a part of the report, beside the editor of that part."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from clerkwell.model import Report
from clerkwell.packs import Pack, SectionSpec, limits_in_words, own_spec, section_advice
from clerkwell.packs.manifest import Wording
from clerkwell.rules import part_title, section_words
from clerkwell.session import ReportChanged
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.style import GAP, GAP_LARGE
from clerkwell.ui.kit.widgets import button, title, words

_LOG = (
    "Note whom you asked about the report, and their answer. When somebody clears the report or a part of it, record a "
    "clearance: the words are kept, and whatever changes afterwards is shown here, on the page of that part, and by "
    "the check."
)
_TRAY = (
    "These are words that an import could not place. Put each where it belongs, or discard it. "
    "Nothing in this list is exported."
)
_CHECK = (
    "Everything the report still needs is listed here, errors first. "
    "Errors stop the final export; they never stop a draft."
)
_AUTHORS = "Who signs the report off, and how Members reach them. It is printed at the end."


@dataclass(frozen=True)
class Guidance:
    """What to say about a part: paragraphs, each with a few words over it where it needs them, and wordings."""

    title: str
    paragraphs: tuple[tuple[str, str], ...]
    wordings: tuple[Wording, ...] = ()


def guidance_of(part: str, report: Report, pack: Pack) -> Guidance:
    """What the pack says about a part: a section's id, or `header`, `authors`, `consultation-log`, `tray`,
    `check`."""
    match part:
        case "header":
            return Guidance("Report details", tuple(_header(pack)))
        case "authors":
            return Guidance("Report author", (("", _AUTHORS),))
        case "consultation-log":
            return Guidance("Consultation log", (("", _LOG),))
        case "tray":
            return Guidance("Not placed yet", (("", _TRAY),))
        case "check":
            return Guidance("Check your report", (("", _CHECK),))
        case _:
            section = report.section(part)
            spec = pack.section(part) or (own_spec(section, pack) if section else None)
            if spec is None:
                return Guidance(part_title(report, pack, part), ())
            # A list has no caret at which words could go in.
            named = spec.wordings if spec.kind == "text" else ()
            wordings = tuple(pack.manifest.wording[each] for each in named)
            return Guidance(part_title(report, pack, part), tuple(_section(spec, report, pack, part)), wordings)


def _header(pack: Pack) -> Iterator[tuple[str, str]]:
    about, deadlines = pack.manifest.pack, pack.manifest.deadlines
    yield "", f"This report is written in the template “{about.title}”."
    if about.description:
        yield "", about.description
    if deadlines.note:
        yield "When it is published", deadlines.note
    elif about.nation == "england":
        yield "When it is published", f"At least {deadlines.clear_days} clear days before the meeting."
    if about.nation != "england":
        name = about.nation.replace("-", " ").title()
        yield "The law", f"Clerkwell knows the law of England. It checks nothing of the law of {name}: ask the clerk."


def _section(spec: SectionSpec, report: Report, pack: Pack, part: str) -> Iterator[tuple[str, str]]:
    for heading, text in section_advice(spec, pack):
        counted = spec.words is not None and text == limits_in_words(spec.words)
        yield heading, f"{text} It has {section_words(report, part):,} now." if counted else text


class GuidancePane(QScrollArea):
    """Shows the guidance of one part. `wording_requested` carries the `Wording` to insert where the caret is."""

    wording_requested = Signal(object)

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._part = "header"
        self._shown: Guidance | None = None
        self.setWidgetResizable(True)
        # It takes the keyboard, to be scrolled by it, and shows that.
        self.setProperty("role", "read")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Guidance")
        bridge.changed.connect(self._on_changed)
        bridge.problems_changed.connect(self._refresh)
        self._refresh()

    def show_part(self, part: str) -> None:
        """Show what the pack says about this part: a section's id, or `header`, `authors`, `tray`, `check`."""
        self._part = part
        self._refresh()
        self.verticalScrollBar().setValue(0)

    def _on_changed(self, event: ReportChanged) -> None:
        # Counts of words follow the checks, after a pause.
        if "pack" in event.changes.others:
            self._refresh()

    def _refresh(self, _: object = None) -> None:
        session = self._bridge.session
        guidance = guidance_of(self._part, session.report, session.pack)
        if guidance == self._shown:
            return
        at = self.verticalScrollBar().value()
        self._shown = guidance
        self.setWidget(self._page(guidance))
        self.verticalScrollBar().setValue(at)

    def _page(self, guidance: Guidance) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(title(guidance.title, 1.25))
        column.addWidget(_to_read(guidance.paragraphs or (("", "The template says nothing about this part."),)))
        if guidance.wordings:
            column.addWidget(_bold("Standard wordings"))
            for wording in guidance.wordings:
                column.addWidget(self._wording(wording))
        column.addStretch(1)
        return page

    def _wording(self, wording: Wording) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setSpacing(GAP)
        column.addWidget(_bold(wording.title))
        text = words(wording.text)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(text)
        insert = button("Insert", lambda: self.wording_requested.emit(wording))
        insert.setAccessibleName(f"Insert: {wording.title}")
        insert.setAccessibleDescription(wording.text)
        insert.setEnabled(not self._bridge.session.read_only)
        column.addWidget(insert, 0, Qt.AlignmentFlag.AlignLeft)
        return card


def _bold(text: str) -> QLabel:
    label = words(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def _to_read(paragraphs: tuple[tuple[str, str], ...]) -> QLabel:
    """All of it as one text: one stop for the tab key, read and copied as a whole."""
    label = QLabel(
        "".join(
            (f'<p style="margin: 10px 0 2px 0;"><b>{escape(heading)}</b></p>' if heading else "")
            + f'<p style="margin: 0 0 6px 0;">{escape(text)}</p>'
            for heading, text in paragraphs
        )
    )
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(" ".join(f"{heading}: {text}" if heading else text for heading, text in paragraphs))
    return label
