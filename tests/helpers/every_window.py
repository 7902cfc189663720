"""Every window, dialog and page of the program, each with invented content; `tests/ui/test_every_window.py` walks them.

A new one is added to `WINDOWS` (or stands on the desk, whose pages are all looked at): the test that counts the
program's widget classes fails until it is.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.comparing import Conflict, Difference, Piece
from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Cell,
    Image,
    Note,
    Place,
    Report,
    SetBlocks,
    Table,
    Text,
    TrayItem,
)
from clerkwell.rules import check, standing_errors
from clerkwell.session import Session
from clerkwell.session.coming_home.results import Outcome, ReviewItem
from clerkwell.session.gathering import Part, to_be_proved
from clerkwell.session.word_counts import count_parts, count_report
from clerkwell.storage import RecoveryFolder, StoredReport, write_file
from clerkwell.system import Settings, resources_folder, templates_folder
from clerkwell.system.meanings import SetBy
from clerkwell.system.settings import OPTIONS
from clerkwell.ui.documents import LetterDialog, MeetingDialog, SendDialog
from clerkwell.ui.documents.account import Account, AccountDialog
from clerkwell.ui.documents.another_template import AnotherTemplateDialog
from clerkwell.ui.editors.pictures import PictureDialog
from clerkwell.ui.editors.tables import TableDialog, blank_table
from clerkwell.ui.endmatter.dialogs import AppendixDialog, PaperDialog
from clerkwell.ui.find.preview import ReplacementsDialog
from clerkwell.ui.find.search import search
from clerkwell.ui.kit import Offer
from clerkwell.ui.kit.choices import Item
from clerkwell.ui.kit.setting_aside import ReasonDialog
from clerkwell.ui.notes import NoteDialog
from clerkwell.ui.preferences import PreferencesDialog
from clerkwell.ui.preview import HelpViewer, help_pages
from clerkwell.ui.recovery import RecoveryDialog, Told
from clerkwell.ui.review import Decided, ReviewDialog
from clerkwell.ui.shell import CrashDialog
from clerkwell.ui.shell.about import AboutDialog
from clerkwell.ui.shell.accepting import AcceptDialog
from clerkwell.ui.shell.actions import ACTIONS
from clerkwell.ui.shell.dialogs import FoundDialog
from clerkwell.ui.shell.gathering import GatherDialog
from clerkwell.ui.shell.palette import ActionFinder, Found
from clerkwell.ui.shell.shortcuts import ShortcutsDialog
from clerkwell.ui.shell.word_count import WordCountDialog
from clerkwell.ui.studio import CheckPackDialog
from clerkwell.ui.versions import ComparisonDialog, NameDialog, VersionsDialog
from clerkwell.workshop import check_pack
from helpers.building import blocks, make_pack, make_report
from helpers.came_back import shipped
from helpers.desk import Recorder, open_desk
from helpers.docx_making import png
from helpers.windows import Chosen, make_services, open_window
from helpers.workshop_windows import WORKSHOP
from helpers.writing_windows import WRITING

Make = Callable[[Path, ExitStack], QWidget]
LONG = "The opening hours of the library at Example Street and what they cost, from April to September"
WHEN = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
SUMMARY = Place(section="summary")
PIECES = (Piece("The fee is "), Piece("ten", "removed"), Piece("twelve", "added"), Piece(" pounds a day."))
CHANGES = (
    ReviewItem(
        "1", "Summary", SUMMARY, "changed", PIECES, "ten", "twelve", author="J. Sample", when=WHEN, tracked=True
    ),
    ReviewItem("2", "Background", Place(section="background"), "added", PIECES[2:], "", "twelve"),
)
CONFLICT = Conflict("c1", "Summary", SUMMARY, "Fees rise.", (Piece("Fall.", "added"),), (Piece("Stay.", "added"),))
DIFFERENCES = (
    Difference("1", "Summary", SUMMARY, "changed", PIECES, "ten", "twelve"),
    Difference("2", "Background", Place(section="background"), "moved", (), "", "the order of sections", False),
)


@dataclass(frozen=True)
class _Came:
    """What came back."""

    name: str = "draft.docx"
    items: tuple[ReviewItem, ...] = CHANGES
    notes: tuple[Note, ...] = (Note(id="1", place=SUMMARY, text="Is that so?"),)
    said: tuple[str, ...] = ("It was made of “As sent to Legal”.",)


@dataclass(frozen=True)
class _Found:
    """A finding of a letter."""

    kind_words: str
    words: str
    heading: str


def _conflicts(_: Decided, done: Callable[[Outcome], None]) -> None:
    done(Outcome(make_report({}), conflicts=(CONFLICT,)))


def _versions(_: Path, ending: ExitStack) -> QWidget:
    desk = open_desk(make_report({"summary": "Parks are busy."}), make_pack())
    ending.callback(desk.session.close)
    ending.callback(desk.bridge.let_go)
    desk.session.versions.keep("As sent to Legal")
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("Parks are quiet.")), "Typing")
    desk.session.versions.keep("After Legal")
    return VersionsDialog(desk.session, desk.messages, lambda *_: None, lambda _: None)


def _name(_: Path, ending: ExitStack) -> QWidget:
    desk = open_desk(make_report({"summary": "Parks are busy."}), make_pack())
    ending.callback(desk.session.close)
    ending.callback(desk.bridge.let_go)
    return NameDialog(desk.session.versions.keep)


def _recovery(folder: Path, _: ExitStack) -> QWidget:
    recovery = RecoveryFolder(folder / "recovery")
    for number, path in enumerate((folder / "parks.clerkwell", None)):
        keeper = recovery.keep(path, "digest")
        pack = make_pack()
        keeper.write(StoredReport(report=make_report({"summary": LONG}, pack=pack), pack_files=pack.files), number)
        keeper.abandon()
    told = Told("It differs from “Parks.clerkwell” in one way.", (Item("1", f"Added “{LONG}”", "", "Summary"),))
    return RecoveryDialog(recovery.found(), recovery, lambda _snapshot, then: then(told), 7)


def _pack_check(folder: Path, _: ExitStack) -> QWidget:
    copy = folder / "mine"
    if not copy.exists():
        shutil.copytree(templates_folder() / "generic-english-council", copy)
        manifest = copy / "pack.toml"
        manifest.write_text(manifest.read_text("utf-8").replace("council =", "counsil =", 1), "utf-8")
    dialog = CheckPackDialog(check_pack, lambda: copy)
    dialog.check_folder(copy)
    return dialog


def _account(_: Path, __: ExitStack) -> QWidget:
    lines = (Item("1", "Title", "Came in as it stood."), Item("2", LONG, "Left out.", picture="warning"))
    return AccountDialog(Account("What the import found", "Library.docx", "Most of it came in.", lines))


def _table(_: Path, __: ExitStack) -> QWidget:
    rows = (("Action", "Status"), ("Open on Sundays", "Green"), (LONG, "Red"))
    cells = tuple(tuple(Cell(paragraphs=((Text(text=words),),)) for words in row) for row in rows)
    return TableDialog(Table(id="b7", caption="Actions", rows=cells, rag_columns=(1,), header_rows=1))


def _new_table(_: Path, __: ExitStack) -> QWidget:
    return TableDialog(blank_table(), new=True)


def _new_picture(_: Path, __: ExitStack) -> QWidget:
    return PictureDialog(Image(attachment="plan.png"), png(300, 200), lambda _: None, new=True)


def _picture(_: Path, __: ExitStack) -> QWidget:
    image = Image(id="b8", attachment="plan.png", alt=LONG, caption=LONG, width=70)
    return PictureDialog(image, png(300, 200), lambda _: None, told=("It was made smaller.",))


def _appendix(_: Path, __: ExitStack) -> QWidget:
    appendix = Appendix(id="a", number="1", title=LONG, status="exempt", exempt_paragraphs=(3,))
    return AppendixDialog(appendix, lambda _: None, lambda _: None, england=True)


def _accept(_: Path, __: ExitStack) -> QWidget:
    pack, report = make_pack(), make_report({"summary": "TBC"})
    return AcceptDialog(standing_errors(check(report, pack), report), "Sam Sample")


def _finder(_: Path, ending: ExitStack) -> QWidget:
    parent = _parent(ending)
    found = tuple(Found(spec.plain, "Ctrl+N", spec.plain, QAction(spec.text, parent)) for spec in ACTIONS)
    return ActionFinder(found, parent)


def _replacements(_: Path, __: ExitStack) -> QWidget:
    pack, report = make_pack(), make_report({"summary": f"Libraries open. {LONG}", "background": "The libraries"})
    changes = [(found, "Reading rooms") for found in search(report, pack, "libraries")]
    return ReplacementsDialog(changes, report, pack, "“libraries” becomes “Reading rooms”.")


def _gathered(_: Path, ending: ExitStack) -> QWidget:
    log = "\n".join(f"2026-11-03 12:00:0{number} WARNING clerkwell.session: {LONG}" for number in range(9))
    texts = (Part("versions.txt", "Versions", "What this is, and what it stands on.", "Clerkwell 1.0"), Part(
        "log.txt", "Log", "What the program noted of its own faults.", log
    ))  # fmt: skip
    proof = replace(to_be_proved(), words="The self-test found nothing wrong, in 12 seconds.")
    dialog = GatherDialog(texts, lambda _: proof, lambda _: None)
    # Its thread ends with the dialog, however that goes.
    ending.callback(dialog.done, 0)
    return dialog


def _word_count(_: Path, __: ExitStack) -> QWidget:
    pack, report = make_pack(), make_report({"summary": "Parks are busy.", "background": f"{LONG}\n{LONG}"})
    counts = [("Selection", count_report(report)), ("Whole report", count_report(report))]
    return WordCountDialog(counts, count_parts(report, pack), "The report has about 9 pages · 3,450 words.")


WINDOWS: dict[str, Make] = {
    "About": lambda _, ending: AboutDialog(_parent(ending)),
    "Accept errors": _accept,
    "What the import found": _account,
    "Appendix": _appendix,
    "Background paper": lambda *_: PaperDialog(BackgroundPaper(title="Audit", link="https://example.org")),
    "Changes that came back": lambda *_: ReviewDialog(_Came(), "came back today", _conflicts, Recorder()),
    "Check a template": _pack_check,
    "Comparison": lambda *_: ComparisonDialog("As sent", "Now", DIFFERENCES, lambda: None),
    "Find an action": _finder,
    "Found": lambda _, ending: FoundDialog(("Appendix 1 is exempt, and was withheld.", LONG), _parent(ending)),
    "Gather what IT asks for": _gathered,
    "Help": lambda *_: HelpViewer(help_pages(resources_folder() / "help")),
    "Letter": lambda *_: LetterDialog(
        (_Found("Strength", LONG, "Strengths"),), Appendix(id="a", number="1", title="Letter"), "Background"
    ),
    "New from an earlier report": lambda *_: MeetingDialog("Library 2025.clerkwell"),
    "Use another template": lambda *_: AnotherTemplateDialog(
        shipped("city-of-london-2022")[0],
        (shipped("city-of-london-2023")[0], shipped("north-somerset-executive-2022")[0]),
        lambda pack: ("“Key Data” is new: not required.", f"The title is {pack.told.title}."),
    ),
    "Note": lambda *_: NoteDialog(LONG, "Background"),
    "Recovery": _recovery,
    "Replacements": _replacements,
    "Sections to send": lambda *_: SendDialog((("summary", "Summary"), ("background", LONG)), "background"),
    "Set aside": lambda *_: ReasonDialog(f"“{LONG}” is long.", "Sam Sample"),
    "Settings": lambda *_: PreferencesDialog(Settings(), own_words=frozenset({"Wellbrook", "Fernhill"})),
    "Settings that IT has locked": lambda *_: PreferencesDialog(
        Settings(locks=dict.fromkeys(OPTIONS, SetBy("HKLM\\Software\\Policies\\Clerkwell", "ICT, Example Borough")))
    ),
    "Shortcuts": lambda _, ending: ShortcutsDialog(_parent(ending)),
    "Something went wrong": lambda *_: CrashDialog("LookupError\n" * 30, "Your work is kept."),
    "Table": _table,
    "Picture": _picture,
    "New table": _new_table,
    "New picture": _new_picture,
    "Version's name": _name,
    "Versions": _versions,
    "Word count": _word_count,
    **WRITING,
    **WORKSHOP,
}


def _parent(ending: ExitStack) -> QWidget:
    parent = QWidget()
    ending.callback(parent.deleteLater)
    return parent


def parts_of_the_desk(qtbot: QtBot, folder: Path, size: QSize) -> Iterator[tuple[str, QWidget]]:
    """The main window without a report, and with one: each of its pages and panes in turn, where it is and itself."""
    for pack_id in ("city-of-london-2023", "generic-english-council", "north-somerset-executive-2022"):
        pack, report = shipped(pack_id)
        file = folder / f"{pack_id}.clerkwell"
        write_file(file, StoredReport(report=_busy(report), pack_files=pack.files, attachments=pack.sample_attachments))
        with open_window(make_services(folder, pack), Recorder(), Chosen(None)) as window:
            window.resize(size)
            yield "the window before a report is open", window.start
            window.commands.open_file(file)
            assert window.desk is not None
            assert window.opened is not None
            desk = window.desk
            qtbot.waitUntil(partial(_checked, window.opened.session), timeout=20_000)
            for part in desk.parts.part_ids:
                desk.show_part(part)
                QApplication.processEvents()
                QApplication.processEvents()
                yield f"{pack_id}: {part}", desk.pages.current()
            written = next((each for each in report.appendices if each.blocks), None)
            if written is not None:
                desk.show_place(Place(appendix=written.id, block=written.blocks[0].id))
                QApplication.processEvents()
                yield f"{pack_id}: an appendix that is written in the report", desk.pages.current()
                desk.show_part(desk.parts.part_ids[-1])
            window.strip.show_notice(LONG, "bad", (Offer("&Show the folder", lambda: None),))
            QApplication.processEvents()
            panes = {
                "parts": desk.parts,
                "guidance": desk.guidance,
                "lists beside": desk.beside,
                "notice": window.strip,
            }
            for name, pane in panes.items():
                yield f"{pack_id}: {name}", pane
            window.commands.toggle_notes()
            QApplication.processEvents()
            yield f"{pack_id}: notes", desk.beside
            window.strip.clear()
            window.commands.find()
            for _ in range(3):
                QApplication.processEvents()
            yield f"{pack_id}: find", desk.find_bar
            window.commands.toggle_preview()
            QApplication.processEvents()
            yield f"{pack_id}: preview", desk.preview
            yield f"{pack_id}: the whole window", window
            window.commands.preview_apart()
            apart = desk.previewing.window
            assert apart is not None
            apart.resize(size)
            QApplication.processEvents()
            yield f"{pack_id}: the preview in a window of its own", apart


def _checked(session: Session) -> bool:
    return bool(session.problems)


def _busy(report: Report) -> Report:
    """A report with something in the tray and with notes besides, so that every pane has something to show."""
    note = Note(id="n1", place=SUMMARY, text=LONG)
    item = TrayItem(text=LONG, came_from="Where we are now")
    return report.model_copy(update={"notes": (note,), "tray": (item,)})
