"""The program with a window: the one place where everything is built and connected."""

from __future__ import annotations

import gc
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QStandardPaths, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from clerkwell import __version__
from clerkwell.packs import Remembered, find_packs
from clerkwell.packs.load import SAMPLE
from clerkwell.session import Pace
from clerkwell.session.installed import InstalledPacks
from clerkwell.session.later import check, check_pack, unpack, usable
from clerkwell.session.own_words import AuthorsWords
from clerkwell.storage import RecoveryFolder
from clerkwell.system import (
    CrashLog,
    FileError,
    Folders,
    Settings,
    folders,
    left_behind,
    levels,
    load_settings,
    save_settings,
    start_logging,
    templates_folder,
)
from clerkwell.system.files import keep_to_user, put_aside
from clerkwell.system.places import place
from clerkwell.system.policy import read_toml
from clerkwell.ui.kit import Offer
from clerkwell.ui.kit.busy import busy
from clerkwell.ui.kit.garbage import GarbageRounds
from clerkwell.ui.kit.icons import pixmap
from clerkwell.ui.kit.palettes import LIGHT
from clerkwell.ui.kit.style import dress, follow_system
from clerkwell.ui.shell import (
    LAST_TIME,
    CrashDialog,
    CrashPath,
    Handover,
    MainWindow,
    PackWatch,
    Services,
    ask_first,
    load_standing,
    save_standing,
)
from clerkwell.ui.start import RecentReports

if TYPE_CHECKING:
    from clerkwell.packs import Pack
    from clerkwell.session.checking import OwnCheck
    from clerkwell.session.own_inserts import AuthorsInserts

log = logging.getLogger(__name__)


class SettingsInUse:
    """The settings, kept in the user's file and shown in the looks."""

    def __init__(self, app: QApplication, settings: Settings, path: Path) -> None:
        self._app = app
        self._path = path
        self.settings = settings
        # A home on a network may have been away for a moment: what the file held is not to be lost to the usual values.
        self._unread = read_toml(path, []) is None
        self._stop_following = follow_system(app, self.show)
        self.show()

    def show(self) -> None:
        """Dress the program as they say."""
        dress(self._app, self.settings.theme, self.settings.text_size)

    def change(self, settings: Settings) -> None:
        """Use these from now on, and keep them. Raises `FileError` if they cannot be kept."""
        self.settings = settings
        # Every control there is is laid out anew.
        with busy():
            self.show()
        if self._unread:
            put_aside(self._path)
            self._unread = False
        save_settings(settings, self._path)

    def close(self) -> None:
        """Follow the desktop's looks no more."""
        self._stop_following()


def run_window(arguments: Sequence[str]) -> int:
    """Open the window, with the file that `arguments` may name; the exit code."""
    if _no_screen():
        from clerkwell.cli.output import complain

        complain("There is no screen to open a window on; start Clerkwell from a desktop.")
        return 2
    file = Path(arguments[0]) if arguments else None
    places = folders()
    for own in (places.config, places.data, places.state):
        keep_to_user(own)
    with ExitStack() as ending:
        handover = _handover(places)
        if handover is not None:
            ending.callback(handover.close)
            if not handover.hold() and ask_first(places.window, file):
                return 0
        app = make_application()
        qInstallMessageHandler(_to_log)
        ending.callback(qInstallMessageHandler, None)
        crashes = _crash_log(places, ending)
        crash_path = CrashPath(crashes.note if crashes else None)
        before = sys.excepthook
        sys.excepthook = crash_path.caught
        ending.callback(setattr, sys, "excepthook", before)
        try:
            window = build_window(app, places, ending)
        except Exception as error:  # the top of the program: without a window, Qt has nobody to tell of it
            crash_path.caught(type(error), error, error.__traceback__)
            return 2
        crash_path.window = window
        window.take_geometry(load_standing(places.state))
        window.closed.connect(lambda: save_standing(places.state, window.geometry_to_keep()))
        window.show()
        if handover is not None:
            handover.requested.connect(lambda path: _come_forward(window, path))
            handover.listen()
        if sys.platform == "darwin":
            from clerkwell.ui.shell.finder import OpenedByFinder

            OpenedByFinder(app, lambda path: _come_forward(window, path))
        window.commands.tidy()
        PackWatch(window, window.services).begin()
        _tell_of_the_past(window, places, crashes is not None)
        # What was lost comes first, even if a file was asked for: it may be about that very file.
        if not window.commands.offer_recovery() and file is not None:
            window.commands.open_file(file.absolute())
        # What is loaded by now stays: whenever garbage is looked for, it need not be looked through.
        gc.freeze()
        window.settled.connect(gc.freeze)
        rounds = GarbageRounds(app)
        code = app.exec()
        rounds.stop()
        # A QMimeData made in Python and left on the clipboard crashes at exit.
        app.clipboard().clear()
    return code


def self_test() -> int:
    """Prove that this installation works: a window opens, each pack that ships is checked, exported and read back.

    0, or 1 with what failed on the standard error. Nothing of the user's is read or written.
    """
    # On Windows a program with a window has no streams to write to, and its exit code says it all.
    from clerkwell.cli.output import complain, say

    if _no_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="clerkwell-") as folder, ExitStack() as ending:
        places = folders({"CLERKWELL_HOME": folder})
        app = make_application()
        qInstallMessageHandler(_to_log)
        ending.callback(qInstallMessageHandler, None)
        window = build_window(app, places, ending)
        window.show()
        app.processEvents()
        if not window.isVisible():
            failures.append("The window did not open.")
        catalogue = find_packs([templates_folder()], usable)
        failures += [f"{faulty.folder.name} cannot be used: {faulty.reason}" for faulty in catalogue.faulty]
        if not catalogue.packs:
            failures.append(f"There are no packs in {templates_folder()}.")
        for pack in catalogue.packs:
            found = _tried(pack, Path(folder), window, app)
            failures += [f"{pack.id}: {failure}" for failure in found]
            say(f"{'failed' if found else 'ok'}: {pack.id} {pack.manifest.pack.version}")
        window.close()
    for failure in failures:
        complain(failure)
    return 1 if failures else 0


def _tried(pack: Pack, folder: Path, window: MainWindow, app: QApplication) -> list[str]:
    """What goes wrong when this pack's sample is checked, kept, opened, exported and read back."""
    # A window should not wait for what only this test uses at once.
    from clerkwell.model import Paragraph, Report, walk, words
    from clerkwell.model.text import OBJECT
    from clerkwell.rules import standing_errors
    from clerkwell.session.exporting import export_report
    from clerkwell.storage import StoredReport, read_file, write_file
    from clerkwell.word.reader.lines import document_lines

    failures = [problem.message for problem in check_pack(pack) if problem.severity == "error"]
    sample = pack.files.get(SAMPLE)
    if failures or sample is None:
        return failures or ["it has no sample report"]
    report = Report.model_validate_json(sample)
    failures += [problem.message for problem in standing_errors(check(report, pack), report)]
    kept, document = folder / f"{pack.id}.clerkwell", folder / f"{pack.id}.docx"
    write_file(kept, StoredReport(report=report, pack_files=pack.files, attachments=pack.sample_attachments))
    if read_file(kept).report != report:
        failures.append("the report was read back otherwise than it was saved")
    window.commands.open_file(kept)
    app.processEvents()
    if window.desk is None:
        return [*failures, "the sample report could not be opened"]
    for part in window.desk.parts.part_ids:
        window.desk.show_part(part)
        app.processEvents()
    export_report(report, pack, pack.sample_attachments, document, draft=True)
    shown = "\n".join(line.text for line in document_lines(document.read_bytes()))
    blocks = walk(block for section in report.sections for block in section.blocks)
    written = [words(block) for block in blocks if isinstance(block, Paragraph) and OBJECT not in words(block)]
    failures += [f"these words are not in the Word document: {each}" for each in written if each not in shown]
    return failures


def make_application() -> QApplication:
    """The Qt application, with its names. There is one in a process."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        app = QApplication(sys.argv[:1])
    app.setApplicationName("clerkwell")
    app.setApplicationDisplayName("Clerkwell")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("clerkwell")
    app.setWindowIcon(QIcon(_logo()))
    return app


def build_window(app: QApplication, places: Folders, ending: ExitStack) -> MainWindow:
    """The window with everything it needs; `ending` gets what is to be undone at the end."""
    settings = load_settings(places.settings, places.machine_settings)
    _start_log(places, ending)
    keeper = SettingsInUse(app, settings, places.settings)
    ending.callback(keeper.close)
    words = AuthorsWords(places.own_words)
    installed = InstalledPacks(places, usable, unpack, Remembered(places.state / "packs.json", __version__))
    installed.find(settings)
    window = MainWindow(
        Services(
            installed=installed,
            keeper=keeper,
            check=lambda: _checks(words),
            words=words,
            check_pack=lambda pack: check_pack(pack, date.today(), installed.catalogue.newest(pack.id)),
            recovery=RecoveryFolder(places.recovery),
            recent=RecentReports(places.state / "recent.json"),
            documents=_documents(keeper.settings),
            state=places.state,
            now=now,
            pace=_pace,
            inserts=cache(lambda: _inserts(places.inserts)),
        )
    )
    ending.callback(window.deleteLater)
    for note in settings.notes:
        log.warning("settings: %s", note)
    if settings.notes:
        # One notice takes the place of the one before.
        window.messages.notice("\n".join(settings.notes), "plain")
    return window


def _checks(words: AuthorsWords) -> OwnCheck:
    # Its rules are no part of what the start page loads.
    from clerkwell.session.checking_apart import CheckApart

    apart = CheckApart(lambda: words.own_words, today=date.today)
    apart.begin()
    return apart


def _inserts(path: Path) -> AuthorsInserts:
    from clerkwell.session.own_inserts import AuthorsInserts

    return AuthorsInserts(path)


def now() -> datetime:
    """The time, with its zone."""
    return datetime.now().astimezone()


def _pace(settings: Settings) -> Pace:
    return Pace() if settings.save_by_itself else Pace(save=None)


def _no_screen() -> bool:
    """Whether Qt would end the program for want of a screen; it says so in no words that a user knows."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return sys.platform.startswith("linux") and not named


def _to_log(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """What Qt has to say goes into the log, not onto a terminal that nobody sees."""
    del context
    serious = kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
    log.log(logging.ERROR if serious else logging.INFO, "Qt: %s", message)


def _handover(places: Folders) -> Handover | None:
    try:
        return Handover(places.window)
    except FileError:
        return None  # a profile that cannot be written: the window opens all the same, and says so when it matters


def _crash_log(places: Folders, ending: ExitStack) -> CrashLog | None:
    try:
        crashes = CrashLog(places.crashes, __version__)
        crashes.start()
    except FileError:
        return None
    ending.callback(crashes.stop)
    return crashes


def _start_log(places: Folders, ending: ExitStack) -> None:
    try:
        ending.callback(start_logging(places.logs, rooms=levels(os.environ.get("CLERKWELL_LOG", ""))))
    except FileError:
        return


def _tell_of_the_past(window: MainWindow, places: Folders, looked: bool) -> None:
    traces = left_behind(places.crashes) if looked else ()
    if traces:
        show: Callable[[], object] = lambda: CrashDialog(traces[-1], LAST_TIME, window).exec()  # noqa: E731
        window.messages.notice(
            "Clerkwell ended with a fault last time. What was not saved is offered for recovery.",
            "plain",
            (Offer("Show the &cause", show),),
        )


def _come_forward(window: MainWindow, file: Path | None) -> None:
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()
    if file is not None:
        window.commands.open_file(file)


def _documents(settings: Settings) -> Path:
    own = place(settings.documents)
    if own is not None and own.is_dir():
        return own
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()


def _logo() -> QPixmap:
    return pixmap("document", 64, 1.0, LIGHT.accent, LIGHT.base)
