"""The standard wordings beside a section: their buttons put them into it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from clerkwell.model import Paragraph, plain
from clerkwell.ui.editors.guidance import guidance_of
from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.shell import MainWindow
from helpers.building import MANIFEST, make_pack, make_report
from helpers.desk import Recorder
from helpers.windows import Chosen, make_services, open_window

PACK = make_pack(
    MANIFEST.replace(
        'id = "background"\ntitle = "Background"', 'id = "background"\ntitle = "Background"\nwordings = ["note"]'
    )
    + '\n[wording.note]\ntitle = "Note it"\ntext = "That Members note … as it is."\n'
)


def card(window: MainWindow) -> QPushButton:
    assert window.desk is not None
    (found,) = [
        each for each in window.desk.guidance.findChildren(QPushButton) if each.accessibleName() == "Insert: Note it"
    ]
    return found


def words(window: MainWindow) -> list[str]:
    assert window.desk is not None
    blocks = window.desk.bridge.session.report.blocks("background")
    return [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]


def test_insert_puts_the_wording_where_the_caret_is_by_mouse_and_by_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    with open_window(make_services(tmp_path, PACK), Recorder(), Chosen(tmp_path / "a.clerkwell")) as window:
        qtbot.waitExposed(window)
        window.commands.new_in(PACK.id)
        assert window.desk is not None
        window.desk.enter_part("background")

        QTest.mouseClick(card(window), Qt.MouseButton.LeftButton)
        assert words(window) == ["That Members note … as it is."]

        # The gap of the first is selected and not yet filled: a second stands below it.
        card(window).setFocus()
        QTest.keyClick(card(window), Qt.Key.Key_Space)
        assert words(window) == ["That Members note … as it is."] * 2
        # The keyboard is at the gap of the last one, and fills it.
        qtbot.waitUntil(lambda: isinstance(window.focusWidget(), SectionEditor))
        QTest.keyClicks(window.focusWidget(), "it")
        assert words(window) == ["That Members note … as it is.", "That Members note it as it is."]
        assert window.desk.bridge.session.undo_label == "Typing"


def test_a_list_of_appendices_offers_no_wordings_as_it_has_no_caret() -> None:
    listed = make_pack(
        MANIFEST.replace('kind = "appendices"', 'kind = "appendices"\nwordings = ["note"]')
        + '\n[wording.note]\ntitle = "Note it"\ntext = "That Members note … as it is."\n'
    )
    assert guidance_of("appendices", make_report(pack=listed), listed).wordings == ()
