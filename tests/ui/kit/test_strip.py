"""The notice over the page: what it offers stands beside the words, or under them where there is no room."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.ui.kit import Offer
from clerkwell.ui.kit.palettes import DARK, LIGHT
from clerkwell.ui.kit.strip import NoticeStrip
from clerkwell.ui.kit.style import dress

LONG = "The final document was not made: 3 errors were in the way, and 2 parts were still to do. Look at the list."
OFFERS = (Offer("Accep&t and export…", lambda: None), Offer("PDF of a &draft…", lambda: None))


@pytest.fixture
def strip(qtbot: QtBot) -> Iterator[NoticeStrip]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    made = NoticeStrip()
    column.addWidget(made)
    column.addStretch(1)
    qtbot.addWidget(holder)
    holder.resize(1200, 300)
    holder.show()
    made.show_notice(LONG, "bad", OFFERS)
    # The holder lives as long as the test.
    yield made
    holder.close()


def parts(strip: NoticeStrip) -> tuple[QLabel, list[QPushButton]]:
    label = next(each for each in strip.findChildren(QLabel) if each.text() == LONG)
    return label, [each for each in strip.findChildren(QPushButton) if each.isVisible()]


def resize(qtbot: QtBot, strip: NoticeStrip, width: int) -> None:
    strip.window().resize(width, 300)
    qtbot.waitUntil(lambda: abs(strip.width() - width) < 40)


def test_in_a_wide_window_buttons_stand_beside_the_words(qtbot: QtBot, strip: NoticeStrip) -> None:
    label, buttons = parts(strip)
    qtbot.waitUntil(lambda: buttons[0].mapTo(strip, buttons[0].rect().center()).y() < label.geometry().bottom() + 12)
    assert len(buttons) == 2


def test_in_a_narrow_one_they_stand_under_them_and_nothing_is_cut(qtbot: QtBot, strip: NoticeStrip) -> None:
    # As narrow as its buttons let it be, which are wider in the program's own look.
    resize(qtbot, strip, max(420, strip.minimumSizeHint().width() + 30))
    label, buttons = parts(strip)
    qtbot.waitUntil(lambda: buttons[0].mapTo(strip, buttons[0].rect().topLeft()).y() >= label.geometry().bottom())
    for each in buttons:
        corner = each.mapTo(strip, each.rect().topLeft())
        assert corner.y() >= label.geometry().bottom()
        assert each.width() >= each.sizeHint().width()
        assert corner.x() + each.width() <= strip.width()
        assert corner.y() + each.height() <= strip.height()
    assert label.height() >= label.heightForWidth(label.width())
    resize(qtbot, strip, 1200)
    qtbot.waitUntil(lambda: parts(strip)[1][0].mapTo(strip, parts(strip)[1][0].rect().topLeft()).y() < 40)


def test_a_notice_without_offers_has_none(strip: NoticeStrip) -> None:
    strip.show_notice(LONG, "plain", ())
    assert parts(strip)[1] == []


def test_escape_puts_it_away(qtbot: QtBot, strip: NoticeStrip) -> None:
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert strip.text == ""


def test_a_notice_takes_the_colours_of_a_look_chosen_while_it_stands(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, "light", 11)
    strip = NoticeStrip()
    qtbot.addWidget(strip)
    strip.show_notice("Saved.", "good", ())
    dress(qapp, "dark", 11)
    assert DARK.good_wash in strip.styleSheet()
    dress(qapp, "light", 11)
    assert LIGHT.good_wash in strip.styleSheet()
