"""What keeps up with the size of the text: boxes, arrows and icons; and how the chosen line of a list is told."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QMenu,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clerkwell.ui.kit.icons import icon
from clerkwell.ui.kit.marking import draw_ground
from clerkwell.ui.kit.palettes import LOOKS, Colours
from clerkwell.ui.kit.style import dress, scaled


def test_boxes_arrows_and_icons_are_twice_as_large_beside_text_of_twice_the_size(
    qtbot: QtBot, qapp: QApplication
) -> None:
    def sizes() -> list[int]:
        style, page = qapp.style(), QWidget()
        qtbot.addWidget(page)
        box, dot, opening, bar, menu = (
            QCheckBox(page),
            QRadioButton(page),
            QPushButton(page),
            QToolButton(page),
            QMenu(page),
        )
        opening.setIcon(icon("open"))
        choice, drop = QComboBox(page), QStyle.SubControl.SC_ComboBoxArrow
        metric = QStyle.PixelMetric
        option = QStyleOptionComboBox()
        option.initFrom(choice)
        option.rect = QRect(0, 0, 400, 80)
        place = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, drop, choice)
        return [
            style.pixelMetric(metric.PM_IndicatorWidth, None, box) - 2,
            style.pixelMetric(metric.PM_ExclusiveIndicatorWidth, None, dot) - 2,
            opening.iconSize().width(),
            opening.icon().actualSize(QSize(400, 400)).width(),
            bar.iconSize().width(),
            style.pixelMetric(metric.PM_SmallIconSize, None, menu),
            place.width(),
        ]

    dress(qapp, "light", 11)
    ordinary = sizes()
    dress(qapp, "light", 22)
    assert sizes() == [2 * size for size in ordinary]
    assert scaled(16) == 32
    # Smaller words leave them as they are: less would not be seen.
    dress(qapp, "light", 8)
    assert sizes() == ordinary
    dress(qapp, "light", 11)


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "contrast-light", "contrast-dark"])
def test_what_is_chosen_in_a_list_is_told_by_more_than_a_wash(look: Colours) -> None:
    seen = QPixmap(80, 40)
    seen.fill(look.base)
    option = QStyleOptionViewItem()
    option.state = QStyle.StateFlag.State_Selected
    painter = QPainter(seen)
    draw_ground(painter, option, seen.rect(), look)
    painter.end()
    assert seen.toImage().pixelColor(1, 20).name() == look.accent
    assert seen.toImage().pixelColor(40, 20).name() == look.accent_wash
