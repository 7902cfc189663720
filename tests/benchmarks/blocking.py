"""The longest stretch in which the window takes no key, for what a person does with a long report.

Each thing is done once, as a menu or a key does it, and followed until the window has nothing left to do. A stretch is
one turn of the event loop; time in which other programs had the processor does not count, where the system tells it.
Where the pointer says meanwhile that the program is at work, more time may pass than where nothing does.
Dialogs that wait for an answer are opened, painted and closed again, by a timer, as somebody would: nothing of Qt's own
is put in the place of something else.
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QMimeData, Qt, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from benchmarks.measuring import Row
from benchmarks.sizes import FULL, Sizes, count, pack, report
from clerkwell.__main__ import SWITCH
from clerkwell.app import build_window, make_application
from clerkwell.model import Report, TrayItem, words
from clerkwell.storage import StoredReport, write_file
from clerkwell.system import folders
from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.find import patiently
from clerkwell.ui.kit import busy
from clerkwell.ui.shell import MainWindow
from clerkwell.ui.shell.desk import Desk
from clerkwell.ui.versions.asking import NameDialog
from helpers.windows import Chosen

# Milliseconds after which somebody who types notices; and that are borne where the pointer says what is going on.
NOTICED, BORNE = 250.0, 2_000.0
# Seconds without anything to do after which what was begun has ended, and the longest that is waited for it.
_QUIET, _LONGEST = 0.7, 60.0
# The same where nothing is measured, and what follows much later need not be seen.
_SHORT = 0.05
# Seconds in which a dialog has nothing left to do, after which it is answered; milliseconds between looks at it.
_STANDS, _LOOK = 0.1, 1
# Words that stand in the report thousands of times, and hundreds of times.
_OFTEN, _WORD, _MISSPELT = "the", "library", "libary"
_PATTERN = r"\b(\w)\w+ \1"
_PASTED = 2_000


def run(sizes: Sizes = FULL) -> list[Row]:
    """A row for each thing that is done."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    usual = sys.getswitchinterval()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder, ExitStack() as ending:
        sys.setswitchinterval(SWITCH)
        ending.callback(sys.setswitchinterval, usual)
        file = Path(folder) / "large.clerkwell"
        write_file(file, StoredReport(report=_tray(report(sizes.large)), pack_files=pack().files))
        window = build_window(make_application(), folders({"CLERKWELL_HOME": folder}), ending)
        stretches = _Stretches(_QUIET if sizes.rounds > 1 else _SHORT)
        ending.callback(stretches.close)
        for module in (busy, patiently):
            ending.enter_context(patch.object(module, "QApplication", _Pointer(stretches)))
        window.show()
        stretches.of(lambda: None)
        gc.freeze()
        for what, act in _acts(window, file):
            longest = stretches.of(act)
            told = f"{what}, with a sign" if stretches.signs else what
            rows.append(Row(told, count(sizes.large), longest, most=BORNE if stretches.signs else NOTICED))
        if window.opened is not None:
            window.opened.session.save()
        window.close()
    # What was cut is a QMimeData made in Python, which crashes at exit where it is left on the clipboard.
    QApplication.clipboard().clear()
    return rows


def _tray(made: Report) -> Report:
    texts = [words(block) for section in made.sections for block in section.blocks][:200]
    return made.model_copy(update={"tray": tuple(TrayItem(text=text) for text in texts)})


class _Pointer:
    """Stands where the program's own code has the application, to see when the pointer says that it is at work."""

    def __init__(self, stretches: "_Stretches") -> None:
        self._stretches = stretches

    def setOverrideCursor(self, shape: Qt.CursorShape) -> None:  # noqa: N802 - Qt's name
        """Note that it says so."""
        self._stretches.signs = True
        QApplication.setOverrideCursor(shape)

    def __getattr__(self, name: str) -> object:
        return getattr(QApplication, name)


class _Stretches:
    """Watches how long the window takes no key."""

    def __init__(self, quiet: float) -> None:
        """`quiet`: seconds without anything to do after which what was done is over."""
        self._quiet = quiet
        self._since = 0.0
        self._longest = 0.0
        # Whether the pointer has said that the program is at work.
        self.signs = False
        # When the dialog that waits for an answer did something last.
        self._stands: float | None = None
        self._look = QTimer()
        self._look.setTimerType(Qt.TimerType.PreciseTimer)
        self._look.timeout.connect(self._answer)
        self._look.start(_LOOK)

    def close(self) -> None:
        """Look no more."""
        self._look.stop()

    def of(self, act: Callable[[], object]) -> float:
        """Milliseconds of the longest stretch while this is done, and what follows from it."""
        self.signs = False
        self._longest, self._since = 0.0, _now()
        act()
        self._turned()
        self._settle(self._quiet)
        return self._longest * 1000

    def _answer(self) -> None:
        """Answer the dialog that waits in an event loop of its own, once it stands: each look ends one of its turns."""
        dialog = QApplication.activeModalWidget()
        if QThread.currentThread().loopLevel() == 0 or not isinstance(dialog, QDialog):
            self._stands = None
            return
        now = time.monotonic()
        if self._turned() > _LOOK / 1000 + 0.002 or self._stands is None:
            self._stands = now
        self._since = _now()
        if now - self._stands < _STANDS:
            return
        self._stands = None
        if isinstance(dialog, NameDialog):
            dialog.name.setText("Before the changes")
            dialog.accept()
        else:
            dialog.reject()

    def _settle(self, quiet: float) -> None:
        last = began = time.monotonic()
        while time.monotonic() - last < quiet and time.monotonic() - began < _LONGEST:
            self._since = _now()
            QApplication.processEvents()
            if self._turned() > 0.002:
                last = time.monotonic()
            time.sleep(0.001)

    def _turned(self) -> float:
        took = _now() - self._since
        self._longest = max(self._longest, took)
        return took


def _now() -> float:
    """Seconds, without those in which this thread could have worked and others had the processor."""
    try:
        waited = int(Path("/proc/self/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
    except OSError:
        waited = 0.0
    return time.monotonic() - waited


def _acts(window: MainWindow, file: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is done, in order, with its name."""
    commands = window.commands
    yield "open", lambda: commands.open_file(file)
    desk = window.desk
    if desk is None or window.opened is None:
        raise RuntimeError("the report did not open")
    session, bar = window.opened.session, desk.find_bar
    begun = [section.id for section in session.report.sections if section.blocks]
    yield "go to a section", lambda: desk.show_part(begun[len(begun) // 2])
    yield "type a word", lambda: QTest.keyClicks(_editor(desk), "word")
    yield "find a word that is everywhere", _both(bar.open_bar, partial(bar.find_line.setText, _OFTEN))
    yield "go to the next", bar.find_next
    yield "list its replacements", _both(partial(bar.replace_line.setText, "THE"), bar.preview)
    yield "replace all of it", bar.replace_all
    yield "undo that", commands.undo
    yield "do it again", commands.redo
    yield "undo it once more", commands.undo
    yield "find with a pattern", _both(partial(bar.pattern.setChecked, True), partial(bar.find_line.setText, _PATTERN))
    bar.pattern.setChecked(False)
    yield (
        "misspell a word everywhere",
        _both(partial(bar.find_line.setText, _WORD), partial(bar.replace_line.setText, _MISSPELT)),
    )
    yield "hear of hundreds of problems", bar.replace_all
    problems = desk.problems
    yield "filter them by words", lambda: problems.filter.words.setText("libary summary")
    yield "show all of them", lambda: problems.filter.words.clear()
    yield "group them by kind", lambda: problems.filter.grouped.setCurrentIndex(1)
    yield "go to the next problem", lambda: desk.step_problem(1)
    yield "check the report", commands.check
    yield "go back to a section", lambda: desk.show_part(begun[0])
    yield "undo the misspelling", commands.undo
    bar.close_bar()
    yield "paste 2,000 words", lambda: _paste(_editor(desk))
    yield "undo the paste", commands.undo
    yield "select all and delete", lambda: _delete_all(_editor(desk))
    yield "undo the deletion", commands.undo
    yield "count the words", commands.count_words
    yield "keep a version", commands.keep_version
    yield "list the versions", commands.versions
    yield "open the tray", lambda: desk.show_part("tray")
    yield "open the log of consultations", lambda: desk.show_part("consultation-log")
    yield "larger text", lambda: commands.resize_text(1)
    yield "smaller text", lambda: commands.resize_text(-1)
    yield "show the preview", commands.toggle_preview
    yield "hide the preview", commands.toggle_preview
    commands._dialogs = Chosen(file.with_name("again.clerkwell"))  # noqa: SLF001 - in place of a dialog
    yield "save as", commands.save_as
    commands._dialogs = Chosen(file.with_name("draft.docx"))  # noqa: SLF001 - in place of a dialog
    yield "export a draft", commands.export_draft
    yield "close the report", commands.close_report


def _both(*acts: Callable[[], object]) -> Callable[[], object]:
    return lambda: [act() for act in acts]


def _editor(desk: Desk) -> SectionEditor:
    content = desk.pages.current().content
    assert isinstance(content, SectionPage)
    content.editor.setFocus()
    return content.editor


def _paste(editor: SectionEditor) -> None:
    line = " ".join(f"word{index % 97}" for index in range(40))
    mime = QMimeData()
    mime.setText("\n".join([line] * (_PASTED // 40)))
    editor.insertFromMimeData(mime)


def _delete_all(editor: SectionEditor) -> None:
    editor.selectAll()
    editor.cut_piece()
