"""The template workshop for `helpers.every_window`: where it begins, its dialogs, and each of its pages."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from clerkwell.session.from_word import open_word
from clerkwell.session.making import PackSession
from clerkwell.session.shared_drafts import SharedDraft
from clerkwell.ui.studio.copying import CopyDialog
from clerkwell.ui.studio.from_word import FromWordDialog
from clerkwell.ui.studio.lists.paste import PasteDialog
from clerkwell.ui.studio.pages import PAGES
from clerkwell.ui.studio.parts.adding import Adding, AddPartDialog
from clerkwell.ui.studio.parts.adding_rows import AddRowsDialog
from clerkwell.ui.studio.parts.page import PartsPage
from clerkwell.ui.studio.parts.tree import PartOf
from clerkwell.ui.studio.start import WorkshopStart
from clerkwell.ui.studio.window import StudioWindow
from clerkwell.workshop import PackProblem
from clerkwell.workshop.draft.rows import standing_by, standings
from helpers.docx_making import docx, p
from helpers.workshop import copy_of, shipped, studio_services

# The check itself has its own tests; here it would take most of the time.
FOUND = (
    PackProblem("error", "“Legal implications” has no place in the document.", "template.docx, table 2, row 3"),
    PackProblem("warning", "The list “Committees” has names that are past their dates.", "pack.toml"),
    PackProblem("info", "A heading stands in a table.", "template.docx"),
)
# A laptop's screen, less what its own bars take.
_WIDTH, _HEIGHT = 1240, 640


def _start(folder: Path, _: ExitStack) -> QWidget:
    made = folder / "a template that is being made"
    if not made.exists():
        copy_of("generic-english-council", made)
    told = shipped().get("city-of-london-2023").told._replace(version="1.3.0", state="draft")
    shared = Path("T:/Democratic Services/Templates")
    drafts = (SharedDraft(shared / "City 2023", told), SharedDraft(shared / "city-1.3.0.clerkpack", told))
    return WorkshopStart((made,), shipped().packs, lambda: None, None, drafts)


def _copy(folder: Path, _: ExitStack) -> QWidget:
    pack = shipped().get("city-of-london-2023")
    return CopyDialog(pack, (pack.id,), folder, lambda _: None)


def _from_word(folder: Path, _: ExitStack) -> QWidget:
    packs = shipped().packs
    report = docx(
        p("Example Council")
        + p("Report to:\tHighways Committee")
        + p("Date of meeting:\t14 May 2026")
        + p("Subject:\t[Insert the title of the report]")
        + p("Summary", "heading2")
        + p("[Say in a few sentences what the report is about]")
        + p("Financial implications", "heading2")
    )
    source = open_word(report, "Report to committee.docx", packs)
    return FromWordDialog(source, packs, folder, lambda _: None, date(2026, 11, 23))


def _page(page: str, folder: Path, ending: ExitStack) -> QWidget:
    made = folder / "mine"
    session = PackSession(made) if made.exists() else copy_of("city-of-london-2023", made)
    window = StudioWindow(session, replace(studio_services(folder), check=lambda _: FOUND))
    ending.callback(window.bridge.let_go)
    window.resize(_WIDTH, _HEIGHT)
    window.show()
    window.show_page(page)
    QApplication.processEvents()
    return window


def _part(part: PartOf, folder: Path, ending: ExitStack) -> QWidget:
    window = _page("parts", folder, ending)
    assert isinstance(window, StudioWindow)
    assert isinstance(window.page, PartsPage)
    window.page.tree.choose(part)
    QApplication.processEvents()
    return window


def _paste(*_: object) -> QWidget:
    old = shipped().get("city-of-london-2023").manifest.vocab["committees"].entries
    text = f"Committee\tAlso known as\tUntil\n{old[0].name}\tTop table\t\nStreets Board\tSB\tsoon\n"
    return PasteDialog("Committees", old, text, date(2026, 11, 23))


def _add_part(*_: object) -> QWidget:
    where = "It comes after “Options”, and looks like the sections there."
    return AddPartDialog(Adding("section", "&Heading, as it is printed", where, lambda _: "", "Print it too"))


def _add_rows(*_: object) -> QWidget:
    pack = shipped().get("city-of-london-2023")
    best = standing_by(pack, "field:report-author")
    dialog = AddRowsDialog("after “Report author”", standings(pack), best, lambda _: "It is asked twice.")
    dialog.questions.setPlainText("Name\nTelephone\nEmail")
    dialog.line.setText("Further contacts")
    dialog.line.textEdited.emit("Further contacts")
    dialog.accept()
    return dialog


WORKSHOP: dict[str, Callable[[Path, ExitStack], QWidget]] = {
    "Template workshop": _start,
    "Copy a template": _copy,
    "Make a template from a Word document": _from_word,
    "Paste a list": _paste,
    "Add a part": _add_part,
    "Add a part that repeats": _add_rows,
    "Template workshop: a section": partial(_part, PartOf("section", "options")),
    "Template workshop: a question": partial(_part, PartOf("field", "spending")),
    "Template workshop: a heading over sections": partial(_part, PartOf("group", "implications")),
    "Template workshop: rows of questions": partial(_part, PartOf("repeat", "committees")),
    **{f"Template workshop: {spec.title}": partial(_page, spec.id) for spec in PAGES},
}
