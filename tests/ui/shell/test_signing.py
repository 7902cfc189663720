"""Putting one's own details into a report, at any time."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, Place, Report, Stale, apply
from clerkwell.packs import Pack
from clerkwell.session import Session
from clerkwell.session.again.starting import StartedAgain
from clerkwell.session.starting import new_report
from clerkwell.system import Settings
from clerkwell.ui.editors.fields import HeaderForm
from clerkwell.ui.preferences import PreferencesDialog
from clerkwell.ui.shell import MainWindow
from clerkwell.ui.shell.signing import others, signed, signed_again, signing
from helpers.building import MANIFEST, make_pack, make_report
from helpers.desk import Recorder, open_desk
from helpers.shipped import shipped
from helpers.windows import Chosen, make_services, open_window

pytestmark = pytest.mark.usefixtures("qtbot")

AUTHORS = """
[[repeat]]
id = "authors"
title = "Authors"
singular = "author"

[[field]]
id = "report-author"
title = "Report author"

[[field]]
id = "authors.name"
title = "Name"

[[field]]
id = "authors.email"
title = "E-mail"

[[field]]
id = "authors.telephone"
title = "Telephone"
"""
PACK = make_pack(MANIFEST.replace('[[field]]\nid = "subject"', AUTHORS + '\n[[field]]\nid = "subject"'))
WHEN = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
MINE = Settings(author_name="Jo Reed", author_post="Planner", author_email="jo.reed@example.org")


def written_by(*rows: dict[str, str], header: str = "") -> Report:
    report = make_report(fields={"report-author": header} if header else {}, pack=PACK)
    given = tuple({name: FieldValue(text=text, value=text) for name, text in row.items()} for row in rows)
    return report.model_copy(update={"repeats": {"authors": given}})


def rows(report: Report) -> list[dict[str, str]]:
    return [{name: value.text for name, value in row.items()} for row in report.repeats.get("authors", ())]


def put(report: Report, *, beside: bool = False, pack: Pack = PACK) -> Report:
    return apply(signing(report, pack, MINE, beside=beside), report)


def test_an_empty_author_block_is_filled() -> None:
    after = put(written_by())
    assert rows(after) == [{"name": "Jo Reed", "email": "jo.reed@example.org"}]
    assert after.field("report-author").text == "Jo Reed, Planner"
    assert signed(written_by(), PACK, MINE) == after


def test_ones_own_row_is_brought_up_to_date_and_keeps_what_the_settings_do_not_know() -> None:
    report = written_by(
        {"name": "Kim Hale"}, {"name": "jo  reed", "telephone": "01632 960123", "email": "old@example.org"}
    )
    assert rows(put(report)) == [
        {"name": "Kim Hale"},
        {"name": "Jo Reed", "telephone": "01632 960123", "email": "jo.reed@example.org"},
    ]


def test_somebody_elses_row_is_taken_over_with_nothing_of_theirs_left() -> None:
    report = written_by({"name": "Kim Hale", "telephone": "01632 960456"}, header="Kim Hale, Engineer")
    after = put(report)
    assert rows(after) == [{"name": "Jo Reed", "email": "jo.reed@example.org"}]
    assert after.field("report-author").text == "Jo Reed, Planner"
    assert others(report, PACK, MINE) == ("Kim Hale",)
    assert others(after, PACK, MINE) == ()


def test_one_more_author_stands_beside_the_others() -> None:
    report = written_by({"name": "Kim Hale"}, header="Kim Hale, Engineer")
    after = put(report, beside=True)
    assert [row["name"] for row in rows(after)] == ["Kim Hale", "Jo Reed"]
    assert after.field("report-author").text == "Kim Hale, Engineer"


def test_without_a_name_there_is_nothing_to_put_in() -> None:
    assert signing(written_by(), PACK, Settings()).edits == ()


@pytest.mark.parametrize(
    ("answer", "names"), [("instead", ["Jo Reed"]), ("beside", ["Kim Hale", "Jo Reed"]), ("no", ["Kim Hale"])]
)
def test_where_others_stand_one_is_asked(answer: str, names: list[str], tmp_path: Path) -> None:
    messages = Recorder(answer=answer)
    services = make_services(tmp_path, PACK)
    services.keeper.change(MINE)
    with open_window(services, messages, Chosen(tmp_path / "parks.clerkwell")) as window:
        session = _begun(window)
        session.apply(signing(session.report, PACK, Settings(author_name="Kim Hale")), "Before")
        window.commands.put_my_details_in()
        assert [row["name"] for row in rows(session.report)] == names
        assert "Kim Hale stands there as author" in messages.asked[-1].text


def test_the_button_of_the_form_does_it_in_one_step(tmp_path: Path) -> None:
    messages = Recorder()
    services = make_services(tmp_path, PACK)
    with open_window(services, messages, Chosen(tmp_path / "parks.clerkwell")) as window:
        session = _begun(window)
        assert window.desk is not None
        form = window.desk.pages.current().content
        assert isinstance(form, HeaderForm)
        assert form.details_button is not None
        services.keeper.change(MINE)
        QTest.mouseClick(form.details_button, Qt.MouseButton.LeftButton)
        assert session.undo_label == "Put my details in"
        assert rows(session.report) == [{"name": "Jo Reed", "email": "jo.reed@example.org"}]
        window.commands.put_my_details_in()
        assert messages.said[-1] == "Your details stand there already."
        session.undo()
        assert rows(session.report) == []


def test_details_that_are_not_known_are_asked_for_and_put_in_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages = Recorder()
    begun_with: list[str] = []

    def give(dialog: PreferencesDialog) -> int:
        page = dialog.tabs.currentWidget()
        begun_with.append(dialog.tabs.tabText(dialog.tabs.currentIndex()))
        for line in page.findChildren(QLineEdit):
            line.setText({"Name": "Jo Reed", "E-mail": "jo.reed@example.org"}.get(line.accessibleName(), ""))
        return 1

    with open_window(make_services(tmp_path, PACK), messages, Chosen(tmp_path / "parks.clerkwell")) as window:
        session = _begun(window)
        monkeypatch.setattr(PreferencesDialog, "exec", lambda _: 0)
        window.commands.put_my_details_in()
        assert rows(session.report) == []
        assert messages.said[-1] == "Nothing was put in: Clerkwell does not know your name yet."
        monkeypatch.setattr(PreferencesDialog, "exec", give)
        window.commands.put_my_details_in()
        assert begun_with == ["Your details"]
        assert rows(session.report) == [{"name": "Jo Reed", "email": "jo.reed@example.org"}]
        assert messages.noticed == []
        # Their name stands under what they set aside from now on.
        assert window.desk is not None
        assert window.desk.bridge.author == "Jo Reed"


def test_a_pack_that_asks_for_the_author_in_one_line_gets_everything_in_it() -> None:
    pack = shipped("north-somerset-executive-2022")
    mine = MINE.changed(author_telephone="01632 960123")
    report = apply(signing(new_report(pack, WHEN), pack, mine), new_report(pack, WHEN))
    assert report.field("author").text == "Jo Reed, Planner, 01632 960123, jo.reed@example.org"


@pytest.mark.parametrize(
    ("earlier", "names", "said"),
    [
        (("Kim Hale",), ["Jo Reed"], ("Your details stand where Kim Hale stood as author.",)),
        (("Kim Hale", "Lee Park"), ["Kim Hale", "Lee Park"], ()),
        (("Jo Reed",), ["Jo Reed"], ()),
    ],
)
def test_a_report_from_an_earlier_one_is_its_new_authors(
    earlier: tuple[str, ...], names: list[str], said: tuple[str, ...]
) -> None:
    stale: tuple[Stale, ...] = tuple(
        Stale(place=Place(field="authors.name", row=at), quote=each, why="Is it?") for at, each in enumerate(earlier)
    )
    report = written_by(*({"name": each} for each in earlier)).model_copy(update={"stale": stale})
    started = signed_again(StartedAgain(report, PACK, {}), MINE)
    assert [row["name"] for row in rows(started.report)] == names
    assert started.said == said
    assert [each.quote for each in started.report.stale] == list(earlier if len(earlier) > 1 else ())


def test_the_button_stands_above_the_first_question_about_the_author(qtbot: QtBot) -> None:
    desk = open_desk(make_report(pack=PACK), PACK)
    form = HeaderForm(desk.bridge)
    qtbot.addWidget(form, before_close_func=lambda _: desk.session.close())
    form.show()
    first, button = form.row("report-author"), form.details_button
    assert first is not None
    assert button is not None
    top = button.mapTo(form, QPoint()).y()
    assert top < first.mapTo(form, QPoint()).y()
    assert button.mapTo(form, QPoint()).x() == first.controls()[0].mapTo(form, QPoint()).x()


def _begun(window: MainWindow) -> Session:
    window.commands.new_in(PACK.id)
    assert window.opened is not None
    return window.opened.session


def test_the_keyboard_goes_to_the_author_when_that_part_is_entered_and_not_when_it_is_looked_at(tmp_path: Path) -> None:
    with open_window(make_services(tmp_path, PACK), Recorder(), Chosen(tmp_path / "x.clerkwell")) as window:
        window.commands.new_in("test-council")
        desk = window.desk
        assert desk is not None
        form = desk.pages.current().content
        assert isinstance(form, HeaderForm)
        name = form.row("authors.name", 0)
        assert name is not None
        desk.parts.setFocus()
        desk.show_part("authors")
        assert not form.isAncestorOf(window.focusWidget()), "whoever goes down the list stays in it"
        desk.enter_part("authors")
        assert name.isAncestorOf(window.focusWidget())
