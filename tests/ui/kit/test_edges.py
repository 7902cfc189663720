"""Where edges, rings, arrows and the words beside boxes are drawn, in every look."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QGroupBox,
    QListWidget,
    QMenu,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QTableWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clerkwell.ui.kit.controls import SpinBox
from clerkwell.ui.kit.style import Theme, colours, dress
from clerkwell.ui.kit.tick import Tick
from clerkwell.ui.kit.widgets import button

Show = Callable[..., None]
LOOKS: tuple[Theme, ...] = ("light", "dark", "high-contrast-light", "high-contrast-dark")
pytestmark = [
    pytest.mark.parametrize("theme", LOOKS),
    # What the screenless platform says of a window with a fixed size.
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"),
]


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    dress(qapp, "light", 11)


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Shows widgets under one another in a window, which lasts as long as the test."""
    windows: list[QWidget] = []

    def shown(*widgets: QWidget) -> None:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        for each in widgets:
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        window.show()
        window.activateWindow()
        QApplication.processEvents()

    yield shown
    windows.clear()


@pytest.mark.parametrize("kind", [QListWidget, QTableWidget, QTreeWidget])
def test_the_ring_round_a_list_is_whole(
    show: Show, qapp: QApplication, theme: Theme, kind: type[QListWidget | QTableWidget | QTreeWidget]
) -> None:
    dress(qapp, theme, 11)
    shown = _filled(kind)
    show(shown, QPushButton("Other"))
    shown.resize(160, 120)
    shown.setFocus()
    QApplication.processEvents()
    drawn, wide = shown.grab().toImage(), 3 if colours().high else 2
    middle_x, middle_y = drawn.width() // 2, drawn.height() // 2
    for at in range(wide):
        for spot in (
            QPoint(at, middle_y),
            QPoint(drawn.width() - 1 - at, middle_y),
            QPoint(middle_x, at),
            QPoint(middle_x, drawn.height() - 1 - at),
        ):
            assert drawn.pixelColor(spot) == QColor(colours().accent), (at, spot)


def test_the_words_of_a_list_do_not_move_when_the_keyboard_comes(show: Show, qapp: QApplication, theme: Theme) -> None:
    dress(qapp, theme, 11)
    shown, other = QListWidget(), QPushButton("Other")
    shown.addItems(["One", "Two"])
    show(shown, other)
    other.setFocus()
    before = shown.viewport().geometry()
    shown.setFocus()
    QApplication.processEvents()
    assert shown.viewport().geometry() == before


def test_the_words_of_a_chosen_line_stand_where_those_of_others_do(
    show: Show, qapp: QApplication, theme: Theme
) -> None:
    dress(qapp, theme, 11)
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setRootIsDecorated(False)
    lines = [QTreeWidgetItem(tree, ["mmm"]) for _ in range(2)]
    tree.setCurrentItem(lines[0])
    show(tree, QPushButton("Other"))
    drawn = tree.viewport().grab().toImage()
    chosen, plain = (_first_ink(drawn, tree.visualItemRect(line).center().y() + 1) for line in lines)
    assert chosen == plain


def test_which_button_has_the_keyboard_can_be_seen(show: Show, qapp: QApplication, theme: Theme) -> None:
    dress(qapp, theme, 11)
    main, plain = button("Keep", lambda: None, primary=True), QPushButton("Cancel")
    show(main, plain)
    look = colours()
    plain.setFocus()
    QApplication.processEvents()
    at_rest, ring = main.grab().toImage(), plain.grab().toImage().pixelColor(40, 1)
    main.setFocus()
    QApplication.processEvents()
    drawn = main.grab().toImage()
    # Within the button, where its own ground is behind the ring whatever the window's is.
    across = {drawn.pixelColor(x, drawn.height() // 2).name() for x in range(3, 16)}
    before = {at_rest.pixelColor(x, drawn.height() // 2).name() for x in range(3, 16)}
    assert before == {look.accent}
    assert look.on_accent in across
    assert ring == QColor(look.accent)
    ground = plain.grab().toImage().pixelColor(8, 8)
    plain.setFocus()
    QApplication.processEvents()
    assert (plain.grab().toImage().pixelColor(8, 8) != ground) == look.high


def test_a_button_with_a_menu_shows_an_arrow(show: Show, qapp: QApplication, theme: Theme) -> None:
    dress(qapp, theme, 22)
    menu = QPushButton("Add")
    menu.setMenu(QMenu(menu))
    menu.setFixedWidth(300)
    show(menu)
    drawn = menu.grab().toImage()
    ground = drawn.pixelColor(5, 8).name()
    right = [
        (x, y)
        for x in range(drawn.width() - 36, drawn.width() - 5)
        for y in range(8, drawn.height() - 8)
        if drawn.pixelColor(x, y).name() != ground
    ]
    # Of the text's size: Qt's own stays a few pixels wide whatever that is.
    assert max(x for x, _ in right) - min(x for x, _ in right) >= 12


def test_a_group_has_an_edge(show: Show, qapp: QApplication, theme: Theme) -> None:
    dress(qapp, theme, 11)
    group = QGroupBox("Group")
    QVBoxLayout(group).addWidget(QPushButton("Inside"))
    show(group)
    drawn, look = group.grab().toImage(), colours()
    foot = {drawn.pixelColor(drawn.width() // 2, drawn.height() - 1 - at).name() for at in range(3)}
    assert (look.line if look.high else look.hairline) in foot


def test_a_card_has_an_edge(show: Show, qapp: QApplication, theme: Theme) -> None:
    dress(qapp, theme, 11)
    card = QFrame()
    card.setProperty("role", "card")
    QVBoxLayout(card).addWidget(QPushButton("Inside"))
    show(card)
    drawn, look = card.grab().toImage(), colours()
    assert drawn.pixelColor(drawn.width() // 2, 0).name() == (look.line if look.high else look.hairline)


@pytest.mark.parametrize("points", [11, 22])
def test_words_stand_as_far_from_one_box_as_from_another(
    show: Show, qapp: QApplication, theme: Theme, points: int
) -> None:
    dress(qapp, theme, points)
    wrapping, plain = Tick("Words"), QCheckBox("Words")
    show(wrapping, plain)
    option = QStyleOptionButton()
    plain.initStyleOption(option)
    begins = plain.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, plain).left()
    assert wrapping.findChildren(QWidget)[-1].x() == begins
    # The gap keeps up with the words.
    assert begins - plain.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, option, plain) >= 8 * points / 11


def test_a_number_stands_clear_of_the_edge_of_its_box(show: Show, qapp: QApplication, theme: Theme) -> None:
    dress(qapp, theme, 11)
    box = SpinBox()
    box.setSuffix(" clear days")
    show(box)
    drawn = box.grab().toImage()
    middle = drawn.height() // 2
    ground = drawn.pixelColor(4, middle).name()
    assert ground == colours().base
    assert _first_ink(drawn, middle, start=4) >= 6


def _first_ink(drawn: QImage, y: int, start: int = 4) -> int:
    """Where the first letter begins on a line of dots, after what marks the line."""
    ground = drawn.pixelColor(start, y).name()
    return next(x for x in range(start, drawn.width()) if drawn.pixelColor(x, y).name() != ground)


def _filled(kind: type[QListWidget | QTableWidget | QTreeWidget]) -> QListWidget | QTableWidget | QTreeWidget:
    """One with more in it than it has room for."""
    shown = kind()
    if isinstance(shown, QListWidget):
        shown.addItems([f"Line {at}" for at in range(30)])
    elif isinstance(shown, QTableWidget):
        shown.setRowCount(30)
        shown.setColumnCount(2)
    else:
        for at in range(30):
            QTreeWidgetItem(shown, [f"Line {at}"])
    return shown
