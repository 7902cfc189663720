"""What the pack says about a part."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from clerkwell.model import SetBlocks
from clerkwell.ui.editors.guidance import GuidancePane, guidance_of
from clerkwell.ui.kit.style import dress
from clerkwell.ui.kit.widgets import focus_first
from helpers.building import MANIFEST, blocks, make_pack, make_report
from helpers.desk import open_desk

PACK = make_pack(
    MANIFEST.replace(
        'id = "background"\ntitle = "Background"',
        'id = "background"\ntitle = "Background"\nguidance = "What led to this, & why."\nwordings = ["law"]\n'
        'consult = ["Legal Services"]\nwords = { least = 100, most = 150 }',
    )
    + '\n[wording.law]\ntitle = "The duty"\ntext = "The council has a duty under section 1."\n'
)


def told(part: str) -> dict[str, str]:
    return dict(guidance_of(part, make_report({"background": "three words here"}, pack=PACK), PACK).paragraphs)


def test_everything_that_the_pack_says_of_a_section_is_told() -> None:
    assert told("background")["What to write"] == "What led to this, & why."
    assert told("background")["Who to ask"] == "Legal Services"
    assert told("background")["How long"] == "100 to 150 words. It has 3 now."


def test_a_condition_is_told_in_words() -> None:
    assert told("options")["When it is needed"] == "When “Purpose” is For Decision."


def test_parts_that_are_no_sections_have_their_own_words() -> None:
    for part in ("header", "authors", "tray", "check"):
        assert guidance_of(part, make_report(pack=PACK), PACK).paragraphs


def test_authors_of_another_nation_are_told_that_no_law_is_checked() -> None:
    welsh = make_pack(MANIFEST.replace('nation = "england"', 'nation = "wales"'))
    paragraphs = dict(guidance_of("header", make_report(pack=welsh), welsh).paragraphs)
    assert "nothing of the law of Wales" in paragraphs["The law"]
    assert "The law" not in told("header")


def test_a_part_that_nobody_knows_is_passed_over() -> None:
    assert guidance_of("own-7", make_report(pack=PACK), PACK).paragraphs == ()


def test_a_wording_is_asked_for_by_its_card(qtbot: QtBot) -> None:
    pane = GuidancePane(open_desk(make_report(pack=PACK), PACK).bridge)
    qtbot.addWidget(pane)
    pane.show_part("background")
    (insert,) = pane.findChildren(QPushButton)
    assert insert.accessibleName() == "Insert: The duty"
    with qtbot.waitSignal(pane.wording_requested) as asked:
        QTest.mouseClick(insert, Qt.MouseButton.LeftButton)
    assert asked.args == [PACK.manifest.wording["law"]]


def test_the_count_of_words_follows_after_a_pause(qtbot: QtBot) -> None:
    desk = open_desk(make_report(pack=PACK), PACK)
    pane = GuidancePane(desk.bridge)
    qtbot.addWidget(pane)
    pane.show_part("background")
    desk.session.apply(SetBlocks(section="background", blocks=blocks("five words are in here")), "x")
    desk.clock.pass_time()
    page = pane.widget()
    assert page is not None
    assert any("It has 5 now" in label.text() for label in page.findChildren(QLabel))


def test_the_keyboard_is_seen_in_the_guidance_and_scrolls_it(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, "light")
    pane = GuidancePane(open_desk(make_report(pack=PACK), PACK).bridge)
    qtbot.addWidget(pane)
    pane.show_part("background")
    pane.resize(220, 90)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    before = pane.grab().toImage()

    focus_first(pane)

    focused = qapp.focusWidget()
    assert focused is not None
    assert focused is pane
    assert pane.grab().toImage() != before, "a ring shows where the keyboard is"
    QTest.keyClick(focused, Qt.Key.Key_PageDown)
    assert pane.verticalScrollBar().value() > 0
