"""The dialogs of writing for `helpers.every_window`: what is put in, asked of others and cleared."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QCalendarWidget, QWidget

from clerkwell.model import Cell, Consultation, Image, Place, SetBlocks, Table, Text, apply
from clerkwell.packs import outline
from clerkwell.packs.sealing import HEADER, sealable
from clerkwell.session.clearances import changed, cleared
from clerkwell.session.footnotes import Footnoted
from clerkwell.session.own_inserts import AuthorsInserts
from clerkwell.session.referring import pointables
from clerkwell.ui.editors.fields.inputs.date import DateInput
from clerkwell.ui.editors.pictures import PictureDialog
from clerkwell.ui.editors.tables import TableDialog
from clerkwell.ui.editors.tools.footnotes import FootnotesDialog
from clerkwell.ui.editors.tools.moving import MoveDialog
from clerkwell.ui.editors.tools.references import ReferenceDialog
from clerkwell.ui.editors.tools.symbols import SymbolsDialog
from clerkwell.ui.editors.tools.wordings_dialog import WordingNameDialog, WordingsDialog
from clerkwell.ui.endmatter.consulting import ClearanceDialog, ConsultationDialog
from clerkwell.ui.endmatter.since import SinceDialog
from helpers.building import blocks, make_pack, make_report
from helpers.picturing import picture_bytes

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
PACK = make_pack()
REPORT = make_report({"summary": "The cat sat.\n- a cat", "background": "A cat"}, {"subject": "Cats"}, PACK)
ASKED = Consultation(who="Legal", role="Solicitor")


def _since(_: Path, __: ExitStack) -> QWidget:
    clearance = cleared(ASKED, ("summary", "background", HEADER), REPORT, PACK, NOW)
    report = REPORT.model_copy(update={"consultations": (clearance,)})
    report = apply(SetBlocks(section="summary", blocks=blocks("The dog sat.")), report)
    report = apply(SetBlocks(section="background", blocks=blocks("A dog")), report)
    return SinceDialog(changed(report, PACK), report, PACK)


def _picture(_: Path, __: ExitStack) -> QWidget:
    image = Image(id="b4", attachment="plan.png", alt="The crossing", caption="Plan", width=50)
    return PictureDialog(image, picture_bytes("png"), lambda _: None)


def _typing(_: Path, __: ExitStack) -> QWidget:
    said = (("Item", "Cost"), ("Desks", "1,250"))
    rows = tuple(tuple(Cell(paragraphs=((Text(text=words),),)) for words in row) for row in said)
    dialog = TableDialog(Table(id="b7", rows=rows, header_rows=1))
    cell = dialog.grid.item(1, 0)
    assert cell is not None
    dialog.grid.openPersistentEditor(cell)
    return dialog


def _calendar(_: Path, ending: ExitStack) -> QWidget:
    asks = DateInput()
    ending.callback(asks.deleteLater)
    asks.show()
    asks.open_calendar()
    popup = asks.findChildren(QCalendarWidget)[0].parentWidget()
    asks.hide()
    assert popup is not None
    return popup


def _footnotes(_: Path, __: ExitStack) -> QWidget:
    notes = tuple(Footnoted(at, Place(section="summary"), f"The survey of year {at}.", "Summary") for at in (1, 2))
    return FootnotesDialog(notes)


WRITING: dict[str, Callable[[Path, ExitStack], QWidget]] = {
    "Changed since it was cleared": _since,
    "Clearance": lambda *_: ClearanceDialog(ASKED, sealable(REPORT, PACK), NOW),
    "Consultation": lambda *_: ConsultationDialog(ASKED, sealable(REPORT, PACK)),
    "Calendar": _calendar,
    "Footnotes": _footnotes,
    "Move": lambda *_: MoveDialog(outline(REPORT, PACK), "Two paragraphs are moved."),
    "Name of a wording": lambda *_: WordingNameDialog(AuthorsInserts(), "Thanks"),
    "Picture": _picture,
    "Reference": lambda *_: ReferenceDialog(pointables(REPORT, PACK)),
    "Special character": lambda *_: SymbolsDialog(("½",)),
    "Standard wordings": lambda *_: WordingsDialog(lambda: (), AuthorsInserts()),
    "Table that is typed in": _typing,
}
