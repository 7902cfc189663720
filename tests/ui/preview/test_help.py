"""The help pages and their viewer."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from clerkwell.rules import catalogue
from clerkwell.system import resources_folder
from clerkwell.ui.kit.style import dress
from clerkwell.ui.preview import HelpPage, HelpViewer, help_pages
from clerkwell.ui.preview.browser import MARKS
from clerkwell.ui.preview.help_viewer import ORDER

PAGES = help_pages(resources_folder() / "help")


def test_every_page_of_the_list_is_there_with_a_title() -> None:
    assert [page.name for page in PAGES] == list(ORDER)
    assert all(page.title and page.text.startswith("# ") for page in PAGES)


def test_every_link_leads_to_a_page() -> None:
    names = {f"{page.name}.md" for page in PAGES}
    for page in PAGES:
        for link in re.findall(r"(?<!!)\[[^]]*\]\(([^)]+)\)", page.text):
            assert link in names, (page.name, link)


def test_every_picture_is_there_says_what_it_shows_and_is_small() -> None:
    folder = resources_folder() / "help"
    shown = [found for page in PAGES for found in re.findall(r"!\[([^]]*)\]\(([^)]+)\)", page.text)]
    assert {name for _, name in shown} == {path.name for path in folder.glob("*.png")}
    assert all(len(says) > 40 for says, _ in shown)
    assert sum(path.stat().st_size for path in folder.glob("*.png")) < 400_000


def test_a_page_shows_its_pictures_and_no_other_file(qtbot: QtBot, tmp_path: Path) -> None:
    picture = QImage(2400, 100, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    folder = tmp_path / "help"
    folder.mkdir()
    for path in (folder / "wide.png", tmp_path / "outside.png"):
        assert picture.save(str(path))
    viewer = HelpViewer((HelpPage("one", "One", "![Wide](wide.png) ![Outside](../outside.png)", folder),))
    qtbot.addWidget(viewer)
    with qtbot.waitExposed(viewer):
        viewer.show()
    kind = QTextDocument.ResourceType.ImageResource.value
    shown = viewer.browser.loadResource(kind, QUrl("wide.png"))
    assert isinstance(shown, QImage)
    assert 0 < shown.width() <= viewer.browser.viewport().width()
    for other in ("../outside.png", f"file://{tmp_path}/outside.png", "https://example.org/wide.png"):
        assert viewer.browser.loadResource(kind, QUrl(other)) is None


def test_the_pages_speak_plainly() -> None:
    for page in PAGES:
        if page.name.startswith("rules-"):
            # They show what others write.
            continue
        for word in ("please", "sorry", "invalid", "simply", "color", "click on"):
            assert not re.search(rf"\b{word}\b", page.text, re.IGNORECASE), (page.name, word)


def test_what_the_first_page_says_to_choose_is_there_to_be_chosen() -> None:
    text = next(page.text for page in PAGES if page.name == "getting-started")
    bold = re.finditer(r"(?P<step>\d\. )?\*\*(?P<words>.+?)\*\*", " ".join(text.split()))
    # What a step begins with is its own; what has a stop or a plus in it is a file or a key.
    named = [each["words"] for each in bold if not each["step"] and not re.search(r"[.+]|^F\d$", each["words"])]
    assert "Start the report" in named
    folder = resources_folder().parent / "desktop" / "clerkwell" / "ui"
    ours = "".join(file.read_text(encoding="utf-8") for file in folder.rglob("*.py")).replace("&", "")
    # The tick of a part is worded by what the part is: “This section is”, “These details are”.
    assert [each for each in named if each.removesuffix(" done") not in ours] == []


def test_a_link_goes_to_its_page_and_back_returns(qtbot: QtBot) -> None:
    viewer = HelpViewer(PAGES)
    qtbot.addWidget(viewer)
    with qtbot.waitExposed(viewer):
        viewer.show()
    assert viewer.page == "getting-started"
    viewer.browser.anchorClicked.emit(QUrl("import.md"))
    assert viewer.page == "import"
    assert viewer.list.currentItem().text() == "Import"
    assert "Not placed yet" in viewer.browser.toPlainText()
    QTest.mouseClick(viewer.back_button, Qt.MouseButton.LeftButton)
    assert viewer.page == "getting-started"
    assert not viewer.back_button.isEnabled()


def test_the_list_is_gone_through_with_the_keyboard(qtbot: QtBot) -> None:
    viewer = HelpViewer(PAGES)
    qtbot.addWidget(viewer)
    with qtbot.waitExposed(viewer):
        viewer.show()
    QTest.keyClick(viewer.list, Qt.Key.Key_Down)
    assert viewer.page == "parts-and-states"
    viewer.show_page("no-such-page")
    assert viewer.page == "parts-and-states"


def test_what_is_said_of_a_rule_is_gone_to(qtbot: QtBot) -> None:
    viewer = HelpViewer(PAGES)
    qtbot.addWidget(viewer)
    with qtbot.waitExposed(viewer):
        viewer.show()
    viewer.show_rule("section-empty")
    assert viewer.page == "rules-parts"
    block = viewer.browser.textCursor().block()
    assert block.blockFormat().headingLevel() == 2
    assert block.next().text().endswith("Its name is section-empty.")
    assert viewer.browser.verticalScrollBar().value() > 0
    viewer.show_rule("no-such-rule")
    assert viewer.page == "rules"


def test_a_long_page_is_laid_out_to_its_end_while_it_is_in_view(qtbot: QtBot) -> None:
    viewer = HelpViewer(PAGES)
    qtbot.addWidget(viewer)
    with qtbot.waitExposed(viewer):
        viewer.show()
    longest = max(PAGES, key=lambda page: len(page.text))
    viewer.show_page(longest.name)
    document = viewer.browser.document()
    document.size()
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    assert [block.text() for block in blocks if block.text() and not block.layout().lineCount()] == []


def test_every_rule_is_in_the_help() -> None:
    told = "".join(page.text for page in PAGES)
    assert [rule.id for rule in catalogue() if f"Its name is `{rule.id}`." not in told] == []


def test_an_address_outside_is_only_asked_for(qtbot: QtBot) -> None:
    viewer = HelpViewer(PAGES)
    qtbot.addWidget(viewer)
    with qtbot.waitSignal(viewer.link_requested) as asked:
        viewer.browser.anchorClicked.emit(QUrl("https://www.example.org/"))
    assert asked.args == ["https://www.example.org/"]
    assert viewer.page == "getting-started"


def test_the_pages_have_most_of_the_room_and_a_title_that_is_too_long_wraps(qtbot: QtBot) -> None:
    viewer = HelpViewer(PAGES)
    qtbot.addWidget(viewer)
    with qtbot.waitExposed(viewer):
        viewer.show()
    assert viewer.browser.width() >= viewer.width() * 6 // 10
    viewer.resize(viewer.width() // 2, viewer.height())
    line = viewer.fontMetrics().lineSpacing()
    at = max(range(len(PAGES)), key=lambda each: len(PAGES[each].title))
    qtbot.waitUntil(lambda: viewer.list.visualItemRect(viewer.list.item(at)).height() >= 2 * line)


def test_pages_are_found_by_their_words_and_the_place_is_shown(qtbot: QtBot) -> None:
    viewer = HelpViewer(PAGES)
    qtbot.addWidget(viewer)
    with qtbot.waitExposed(viewer):
        viewer.show()
    QTest.keyClick(viewer.browser, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert viewer.focusWidget() is viewer.search
    QTest.keyClicks(viewer.search, "clearance")
    shown = [page.name for at, page in enumerate(PAGES) if not viewer.list.item(at).isHidden()]
    assert shown == [page.name for page in PAGES if "clearance" in page.text.casefold()]
    assert viewer.page == "consultation"
    assert viewer.browser.textCursor().selectedText().casefold() == "clearance"
    first = viewer.browser.textCursor().position()
    QTest.keyClick(viewer.search, Qt.Key.Key_Return)
    assert viewer.browser.textCursor().position() > first
    viewer.search.setText("zebra")
    assert viewer.none.isVisible()
    viewer.search.clear()
    assert not any(viewer.list.item(at).isHidden() for at in range(viewer.list.count()))


def test_no_title_of_the_list_is_cut(qtbot: QtBot, qapp: QApplication) -> None:
    # The program's own look: its sheet takes room from the words.
    dress(qapp, "light", 11)
    viewer = HelpViewer(PAGES)
    qtbot.addWidget(viewer)
    viewer.resize(900, 600)
    with qtbot.waitExposed(viewer):
        viewer.show()
    style, metrics = viewer.list.style(), viewer.list.fontMetrics()
    # The style keeps the words off the frame of the focus.
    frame = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, viewer.list) + 1
    for at in range(viewer.list.count()):
        item, option = viewer.list.item(at), QStyleOptionViewItem()
        option.rect = viewer.list.visualItemRect(item)
        option.text = item.text()
        feature = QStyleOptionViewItem.ViewItemFeature
        option.features = feature.HasDisplay | feature.WrapText
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, viewer.list)
        room = place.adjusted(frame, 0, -frame, 0)
        needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), item.text())
        assert needed.height() <= place.height(), item.text()


@pytest.fixture
def viewer(qtbot: QtBot) -> HelpViewer:
    """The viewer on a page of commands and long paths."""
    long = "C:" + "\\a-long-folder" * 40
    long = "C:" + "\\a-long-folder" * 20
    text = (
        "# One\n\nIt is in `C:\\Program Files\\Example`, and `\\\\server\\share` too.\n\n```\n"
        f"install /quiet --folder {long}\nremove /quiet\n```\n\nAfter it.\n"
    )
    viewer = HelpViewer((HelpPage("one", "One", text),))
    qtbot.addWidget(viewer)
    viewer.resize(700, 500)
    with qtbot.waitExposed(viewer):
        viewer.show()
    return viewer


def test_a_long_command_goes_on_below_itself_and_no_page_is_scrolled_sideways(viewer: HelpViewer) -> None:
    assert viewer.browser.horizontalScrollBar().maximum() == 0
    block = viewer.browser.document().find("install").block()
    assert block.layout().lineCount() > 1
    # On the line below it stands further in, so that nobody takes it for another command.
    assert block.blockFormat().textIndent() < 0


def test_what_is_copied_is_what_was_written(viewer: HelpViewer) -> None:
    viewer.browser.selectAll()
    copied = viewer.browser.createMimeDataFromSelection()
    assert "install /quiet --folder C:\\a-long-folder\\a-long-folder" in copied.text()
    assert "\nremove /quiet\n" in copied.text()
    assert not set(MARKS) & {*copied.text(), *copied.html()}
    assert set(MARKS) <= {*viewer.browser.document().find("install").block().text()}


def test_paths_and_switches_are_found_as_they_are_typed(viewer: HelpViewer) -> None:
    for typed in ("files\\example", "/QUIET", "--folder", "\\\\server\\share"):
        viewer.search.setText(typed)
        selected = viewer.browser.textCursor().selectedText().translate(str.maketrans("", "", MARKS))
        assert selected.casefold() == typed.casefold()
