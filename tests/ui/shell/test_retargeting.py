"""The open report moves to another template in the window, with what changes told before and undone after."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.model import SetField
from clerkwell.packs import Pack, load_files, understand
from clerkwell.storage import StoredReport, write_file
from clerkwell.ui.documents.account import AccountDialog
from clerkwell.ui.documents.another_template import AnotherTemplateDialog
from clerkwell.ui.shell import MainWindow
from clerkwell.ui.shell.retargeting import others, what_changes
from helpers.building import MANIFEST, make_pack
from helpers.desk import Recorder, open_desk
from helpers.modal import when_shown
from helpers.shipped import sample, shipped
from helpers.windows import Chosen, make_services, open_window

CITY, SOMERSET = "city-of-london-2023", "north-somerset-executive-2022"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    city, somerset = shipped(CITY), shipped(SOMERSET)
    services = make_services(tmp_path, city, somerset)
    with open_window(services, Recorder(), Chosen(None)) as made:
        qtbot.waitExposed(made)
        made.commands.open_file(kept(tmp_path, city))
        yield made


def kept(folder: Path, pack: Pack) -> Path:
    """A file with a City report that carries this pack."""
    path = folder / f"{pack.told.version}.clerkwell"
    report = sample(shipped(CITY)).model_copy(update={"pack": pack.ref})
    write_file(path, StoredReport(report=report, pack_files=pack.files, attachments=pack.sample_attachments))
    return path


def take(dialog: AnotherTemplateDialog) -> None:
    dialog.ok.click()


def test_the_desk_is_laid_out_for_the_other_template_and_for_the_first_again_on_undo(window: MainWindow) -> None:
    assert window.opened is not None
    assert window.desk is not None
    session, first = window.opened.session, window.desk
    assert "key-data" in first.parts.part_ids
    when_shown(AnotherTemplateDialog, take)
    window.commands.use_another_template()
    assert session.pack.id == SOMERSET
    assert window.desk is not first
    assert "policy" in window.desk.parts.part_ids
    assert "key-data" not in window.desk.parts.part_ids
    QApplication.processEvents()
    session.undo()
    assert "key-data" in window.desk.parts.part_ids
    for part in window.desk.parts.part_ids:
        window.desk.show_part(part)
    QApplication.processEvents()


def test_cancel_leaves_the_report_where_it_is(window: MainWindow) -> None:
    assert window.opened is not None
    when_shown(AnotherTemplateDialog, lambda dialog: dialog.reject())
    window.commands.use_another_template()
    assert window.opened.session.pack.id == CITY
    assert not window.opened.session.can_undo


def test_what_would_change_is_told_for_each(qtbot: QtBot) -> None:
    city, somerset = shipped(CITY), shipped(SOMERSET)
    session = open_desk(sample(city), city).session
    said = what_changes(session, somerset)
    assert "The new layout has no section “Key Data”: its text is in the tray." in said
    assert "“Policy” is still to be written." in said
    dialog = AnotherTemplateDialog(city, (somerset,), lambda pack: what_changes(session, pack))
    qtbot.addWidget(dialog)
    assert dialog.changes.count() == len(said)
    assert dialog.ok.isEnabled()


def test_a_newer_version_of_its_own_comes_first_and_tells_of_the_pack(qtbot: QtBot) -> None:
    city, somerset = shipped(CITY), shipped(SOMERSET)
    manifest = city.files["pack.toml"].decode().replace('version = "1.2.0"', 'version = "1.3.0"')
    files = {**city.files, "pack.toml": manifest.replace('title = "Key Data"', 'title = "Main facts"').encode()}
    newer = load_files(files, "newer")
    session = open_desk(sample(city), city).session
    assert "“Key Data” is now called “Main facts”." in what_changes(session, newer)
    dialog = AnotherTemplateDialog(city, (somerset, newer), lambda _: ())
    qtbot.addWidget(dialog)
    take(dialog)
    assert dialog.chosen is newer


def test_a_machine_with_one_template_offers_none(qtbot: QtBot, tmp_path: Path) -> None:
    city = shipped(CITY)
    catalogue = make_services(tmp_path, city).catalogue
    assert others(sample(city), city, catalogue, date(2026, 1, 1)) == ()
    two = replace(catalogue, packs=(shipped(SOMERSET), city))
    assert [each.id for each in others(sample(city), city, two, date(2026, 1, 1))] == [SOMERSET]
    dialog = AnotherTemplateDialog(city, (), lambda _: ())
    qtbot.addWidget(dialog)
    assert not dialog.ok.isEnabled()


def test_a_report_in_an_older_version_is_told_of_the_newer(qtbot: QtBot, tmp_path: Path) -> None:
    city = shipped(CITY)
    files = {**city.files, "pack.toml": city.files["pack.toml"].replace(b'version = "1.2.0"', b'version = "1.3.0"')}
    services, messages = make_services(tmp_path, load_files(files, "newer")), Recorder()
    with open_window(services, messages, Chosen(None)) as window:
        qtbot.waitExposed(window)
        for pack, told in ((city, 1), (load_files(files, "newer"), 0)):
            messages.noticed.clear()
            window.commands.open_file(kept(tmp_path, pack))
            assert len([each for each in messages.noticed if "there is version 1.3.0" in each]) == told


def test_a_meeting_that_another_version_is_in_date_for_is_told_when_its_day_is_given(
    qtbot: QtBot, tmp_path: Path
) -> None:
    somerset = shipped(SOMERSET)
    text = somerset.files["pack.toml"].decode()
    text = text.replace(f'version = "{somerset.told.version}"', 'version = "9.0.0"')
    text = text.replace(f"effective_from = {somerset.told.effective_from}", "effective_from = 2127-04-01")
    later = load_files({**somerset.files, "pack.toml": text.encode()}, "later")
    messages = Recorder()
    with open_window(make_services(tmp_path, later, somerset), messages, Chosen(None)) as window:
        qtbot.waitExposed(window)
        window.commands.new_in(SOMERSET)
        assert window.opened is not None
        session = window.opened.session
        assert session.pack.told.version == somerset.told.version
        spec = session.pack.field("meeting-date")
        assert spec is not None
        for day, told in (("1 March 2127", 0), ("7 April 2127", 1), ("8 April 2127", 2)):
            session.apply(SetField(field="meeting-date", value=understand(spec, day, session.pack)), "Typing")
            window.commands.tell_what_is_in_date()
            assert len([each for each in messages.noticed if "version 9.0.0 of this template is in" in each]) == told
        assert "See what changes" in messages.offers[-1].text.replace("&", "")


def test_a_text_that_comes_in_for_a_meeting_of_another_version_is_told_too(qtbot: QtBot, tmp_path: Path) -> None:
    old, text = make_pack(), tmp_path / "parks.txt"
    new = make_pack(MANIFEST.replace('version = "1.0.0"', 'version = "2.0.0"').replace("2020-01-01", "2127-04-01"))
    text.write_text(
        "Committee: Parks\nDate of meeting: 7 April 2127\nSubject: Fees\n\n"
        "Summary\n\nTen pounds.\n\nBackground\n\nOld.\n",
        encoding="utf-8",
    )
    messages = Recorder()
    with open_window(make_services(tmp_path, new, old), messages, Chosen(None)) as window:
        qtbot.waitExposed(window)
        when_shown(AccountDialog, lambda dialog: dialog.reject())
        window.commands.open_file(text)
        assert window.opened is not None
        assert window.opened.session.pack == old, "it is in what a report of today is in"
        assert any("For the meeting on 7 April 2127 version 2.0.0" in each for each in messages.noticed)
