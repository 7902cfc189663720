"""The dialogs of writing for `helpers.every_window`: what is put in, asked of others and cleared."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from clerkwell.model import Consultation, Image, SetBlocks, apply
from clerkwell.packs.sealing import HEADER, sealable
from clerkwell.session.clearances import changed, cleared
from clerkwell.session.own_inserts import AuthorsInserts
from clerkwell.ui.editors.pictures import PictureDialog
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


WRITING: dict[str, Callable[[Path, ExitStack], QWidget]] = {
    "Changed since it was cleared": _since,
    "Clearance": lambda *_: ClearanceDialog(ASKED, sealable(REPORT, PACK), NOW),
    "Consultation": lambda *_: ConsultationDialog(ASKED, sealable(REPORT, PACK)),
    "Name of a wording": lambda *_: WordingNameDialog(AuthorsInserts(), "Thanks"),
    "Picture": _picture,
    "Special character": lambda *_: SymbolsDialog(("½",)),
    "Standard wordings": lambda *_: WordingsDialog(lambda: (), AuthorsInserts()),
}
