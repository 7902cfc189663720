"""The desk with a long report on it, for pictures."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from clerkwell.packs import load_folder
from clerkwell.storage import StoredReport, write_file
from clerkwell.system import templates_folder
from helpers.desk import Recorder
from helpers.inventing import invented_report
from helpers.windows import Chosen, make_services, open_window


def parts_of_a_long_desk(words: int, folder: Path, size: QSize) -> Iterator[tuple[str, QWidget]]:
    """A report of so many words, open at some of its parts: where it is, and the page."""
    pack = load_folder(templates_folder() / "city-of-london-2023")
    report = invented_report(pack, words)
    file = folder / "long.clerkwell"
    write_file(file, StoredReport(report=report, pack_files=pack.files))
    with open_window(make_services(folder, pack), Recorder(), Chosen(None)) as window:
        window.resize(size)
        window.commands.open_file(file)
        assert window.desk is not None
        begun = [section.id for section in report.sections if section.blocks]
        for part in ("header", begun[0], begun[len(begun) // 2], "check"):
            window.desk.show_part(part)
            QApplication.processEvents()
            yield part, window.desk.pages.current()
