"""The last day for publishing, under the date of the meeting."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.ui.editors.fields import HeaderForm
from clerkwell.ui.editors.fields.row import FieldRow
from clerkwell.ui.kit.style import dress
from helpers.desk import Desk, open_desk
from helpers.forms import PACK, a_report, line_of, question, with_committees


def shown(qtbot: QtBot, desk: Desk, today: date) -> HeaderForm:
    form = HeaderForm(desk.bridge, today=lambda: today)
    qtbot.addWidget(form, before_close_func=lambda _: desk.session.close())
    form.resize(720, 900)
    with qtbot.waitExposed(form):
        form.show()
    return form


def told(row: FieldRow) -> str:
    return "" if row.about.isHidden() else row.about.text()


def test_the_day_is_worked_out_while_the_date_is_typed(qtbot: QtBot) -> None:
    form = shown(qtbot, open_desk(with_committees(a_report(), ("Planning", "")), PACK), date(2023, 1, 1))
    row = question(form, "committees.date", 0)
    assert told(row) == ""
    QTest.keyClicks(line_of(form, "committees.date", 0), "23 January 2023")
    assert told(row) == "Publish by Friday 13 January 2023 (five clear days before Monday 23 January 2023)."
    assert told(row) in line_of(form, "committees.date", 0).accessibleDescription()


def test_it_stands_under_the_earliest_meeting_alone_and_goes_with_its_date(qtbot: QtBot) -> None:
    desk = open_desk(with_committees(a_report(), ("Planning", ""), ("Education", "")), PACK)
    form = shown(qtbot, desk, date(2023, 1, 1))
    QTest.keyClicks(line_of(form, "committees.date", 0), "23 January 2023")
    QTest.keyClicks(line_of(form, "committees.date", 1), "18/1/2023")
    assert told(question(form, "committees.date", 0)) == ""
    assert told(question(form, "committees.date", 1)).startswith("Publish by Tuesday 10 January 2023")
    line_of(form, "committees.date", 1).selectAll()
    QTest.keyClicks(line_of(form, "committees.date", 1), "soon")
    assert told(question(form, "committees.date", 1)) == ""
    assert told(question(form, "committees.date", 0)).startswith("Publish by Friday 13 January 2023")


@pytest.mark.parametrize(("width", "points"), [(720, 11), (330, 11), (520, 22)])
def test_what_is_below_stays_where_it_is_while_the_date_is_typed(
    qtbot: QtBot, qapp: QApplication, width: int, points: int
) -> None:
    dress(qapp, "light", points)
    form = shown(qtbot, open_desk(with_committees(a_report(), ("Planning", "")), PACK), date(2023, 1, 1))
    form.resize(width, 900)
    qtbot.wait(20)
    row = question(form, "committees.date", 0)
    bottom = row.mapTo(form, QPoint(0, row.height())).y()
    for day in ("18 May 2023", "Wednesday 27 September 2023", "not a day"):
        line_of(form, "committees.date", 0).selectAll()
        QTest.keyClicks(line_of(form, "committees.date", 0), day)
        qtbot.wait(20)
        assert bool(told(row)) == (day != "not a day")
        assert row.mapTo(form, QPoint(0, row.height())).y() == bottom, day
        assert row.about.height() >= row.about.heightForWidth(row.about.width()) or not told(row), "nothing is cut off"
    dress(qapp, "light", 11)
