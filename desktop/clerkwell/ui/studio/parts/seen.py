"""What the author will see of a part: the real widgets of the desk, on a blank report in the pack as it is now."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import UTC, date, datetime

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerkwell.packs import FieldSpec, Pack, options, understand
from clerkwell.packs.advice import need
from clerkwell.session import Session
from clerkwell.session.starting import new_report
from clerkwell.storage import StoredReport
from clerkwell.ui.editors.fields.cards import Cards
from clerkwell.ui.editors.fields.row import FieldRow
from clerkwell.ui.editors.guidance import GuidancePane
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.style import GAP, GAP_LARGE
from clerkwell.ui.kit.widgets import in_order, title, words
from clerkwell.ui.kit.workers import QtScheduler
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.parts.tree import PartOf

_LINES, _EDITOR = 16, 6


class PartSeen(QWidget):
    """Shows one part. It can be tried; nothing of that is kept. It is made anew only when the part is another."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._made_of: Hashable = None
        self._tried: SessionBridge | None = None
        self._scheduler: QtScheduler | None = None
        self.shown: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_part(self, part: PartOf | None) -> None:
        """Show this part as the pack has it now."""
        pack = self._bridge.pack
        made_of = (part, _of(part, pack))
        if made_of == self._made_of:
            return
        self._made_of = made_of
        self.let_go()
        self.shown = self._make(part, pack)
        self._column.addWidget(self.shown)
        self.shown.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is open while it cannot be seen; the page has it made anew when it is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.let_go()
            self._made_of = None

    def let_go(self) -> None:
        """Have nothing open any more."""
        if self.shown is not None:
            self._column.removeWidget(self.shown)
            self.shown.hide()
            self.shown.deleteLater()
            self.shown = None
        if self._tried is not None:
            self._tried.let_go()
            self._tried.session.close()
            self._tried.deleteLater()
            self._tried = None
        if self._scheduler is not None:
            self._scheduler.stop()
            self._scheduler.deleteLater()
            self._scheduler = None

    def _make(self, part: PartOf | None, pack: Pack) -> QWidget:
        match part:
            case PartOf("section", each):
                return self._section(each, pack)
            case PartOf("field", each) if (spec := pack.field(each)) is not None:
                return _question(spec, pack)
            case PartOf("repeat", each):
                return _rows(each, pack)
            case PartOf("group", each):
                return _group(each, pack)
            case _:
                return words("Choose a part on the left.", muted=True)

    def _section(self, section: str, pack: Pack) -> QWidget:
        self._scheduler = QtScheduler(self)
        report = new_report(pack, datetime.now(UTC))
        session = Session(
            StoredReport(report, pack_files=pack.files),
            pack,
            path=None,
            check=lambda _report, _pack: (),
            scheduler=self._scheduler,
            runner=self._bridge.runner,
            recovery=None,
            now=lambda: datetime.now(UTC),
        )
        self._tried = SessionBridge(session, self._bridge.messages, self)
        page = SectionPage(self._tried, section)
        page.editor.setFixedHeight(self.fontMetrics().lineSpacing() * _EDITOR)
        pane = GuidancePane(self._tried)
        pane.show_part(section)
        pane.wording_requested.connect(page.put_wording)
        pane.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        spec = pack.section(section)
        return _under(title(spec.title if spec else "", 1.5), page, pane)


def _question(spec: FieldSpec, pack: Pack) -> QWidget:
    made = FieldRow(spec, pack)
    made.answered.connect(lambda text: made.show_value(understand(spec, text, pack)))
    made.offer(options(spec, pack, date.today()))
    if spec.default:
        made.show_value(understand(spec, spec.default, pack))
    told = need(spec, pack)
    printed = "" if spec.printed else "It is not printed in the document."
    return _under(made, words(" ".join(filter(None, (told, printed))), muted=True))


def _rows(repeat: str, pack: Pack) -> QWidget:
    spec = pack.repeat(repeat)
    if spec is None:
        return words()
    cards = Cards(spec, pack)

    def have(rows: int) -> None:
        cards.set_count(rows)
        for row in (row for card in cards.cards for row in card.rows):
            row.offer(options(row.spec, pack, date.today()))
        in_order(*cards.controls())

    cards.added.connect(lambda: have(len(cards.cards) + 1))
    cards.wished.connect(lambda _, wish: have(max(len(cards.cards) - 1, 1)) if wish == "remove" else None)
    have(1)
    return cards


def _group(group: str, pack: Pack) -> QWidget:
    spec = pack.group(group)
    sections = [each.title for each in pack.manifest.section if each.group == group]
    if spec is None:
        return words()
    told = (
        "It stands over these sections in the list of parts and in the document."
        if spec.printed
        else "It stands over these sections in the list of parts. The document does not have it."
    )
    lines = [words(f"–  {each}") for each in sections] or [words("No section stands under it yet.")]
    return _under(title(spec.title, 1.2), *lines, words(told, muted=True))


def _under(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, GAP_LARGE)
    column.setSpacing(GAP)
    for each in widgets:
        column.addWidget(each)
    return holder


def _of(part: PartOf | None, pack: Pack) -> Hashable:
    """What the view is made of: while that stays, somebody may be trying it."""
    manifest = pack.manifest
    match part:
        case PartOf("section", each):
            spec = pack.section(each)
            wordings = tuple(manifest.wording[name].model_dump_json() for name in (spec.wordings if spec else ()))
            stem = pack.field("recommendation-stem") if each == "recommendations" else None
            return (spec.model_dump_json() if spec else "", wordings, stem.model_dump_json() if stem else "")
        case PartOf("field", each):
            spec_of = pack.field(each)
            vocab = manifest.vocab.get(spec_of.vocab) if spec_of else None
            return (spec_of.model_dump_json() if spec_of else "", vocab.model_dump_json() if vocab else "")
        case PartOf("repeat", each):
            repeat = pack.repeat(each)
            return (
                repeat.model_dump_json() if repeat else "",
                *(one.model_dump_json() for one in pack.fields_of(each)),
            )
        case PartOf("group", each):
            group = pack.group(each)
            return (group, tuple(one.title for one in manifest.section if one.group == each))
        case _:
            return None
