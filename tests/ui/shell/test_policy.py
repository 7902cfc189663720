"""What IT has set holds in the window, and whoever asks for something else is told whose word it is."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.packs import Catalogue, Pack
from clerkwell.storage import FileLock, read_file
from clerkwell.storage.backups import copies_in
from clerkwell.system import Settings
from clerkwell.system.meanings import SetBy
from clerkwell.ui.shell import MainWindow, printing_out
from clerkwell.ui.shell.check_page import CheckPage
from clerkwell.ui.start.page import first_choice, in_order
from helpers.building import MANIFEST, make_pack
from helpers.desk import Recorder
from helpers.windows import Chosen, write

TODAY = date(2026, 3, 2)
IT = SetBy("policy.toml", "ICT, Example Borough")
WHOSE = "(set by ICT, Example Borough for this computer: policy.toml)"


def ruled(window: MainWindow, **values: object) -> None:
    """Let IT have said this."""
    window.services.keeper.change(replace(Settings(), locks=dict.fromkeys(values, IT), **values))  # type: ignore[arg-type]  # any setting


def test_no_draft_leaves_the_window_by_any_way(
    qtbot: QtBot, window: MainWindow, messages: Recorder, chosen: Chosen, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruled(window, allow_drafts=False, make_pages_with="approximation")
    write(window, "summary", "Words.")
    said = f"Drafts may not be exported, printed or sent here {WHOSE}."
    for way in (window.commands.export_draft, window.commands.send_sections):
        way()
        assert messages.noticed.pop() == said
    monkeypatch.setattr(printing_out, "ask_printer", lambda *_, **__: pytest.fail("nothing is to be printed"))
    window.commands.print_pages()
    qtbot.waitUntil(lambda: any("Nothing was printed" in each for each in messages.noticed), timeout=20000)
    assert messages.noticed[-1].endswith(said)
    assert window.opened is not None
    session = window.opened.session
    qtbot.waitUntil(lambda: session.problems_revision == session.revision)
    window.commands.export_pdf()
    assert "a draft can be exported" not in messages.noticed[-1]
    assert "PDF of a &draft…" not in [offer.text for offer in messages.offers]
    assert chosen.suggested == [], "nobody was asked where to"


def test_the_page_of_checks_says_so_beside_the_button_which_stays_within_reach(window: MainWindow) -> None:
    ruled(window, allow_drafts=False)
    write(window, "summary", "Words.")
    window.commands.check()
    assert window.desk is not None
    (page,) = window.desk.findChildren(CheckPage)
    button = page.exports.buttons["draft"]
    assert button.isEnabled()
    assert WHOSE in button.accessibleDescription()


def test_errors_are_not_accepted_and_that_is_told(window: MainWindow, messages: Recorder, qtbot: QtBot) -> None:
    ruled(window, allow_acceptance=False)
    write(window, "summary", "Words.")
    assert window.opened is not None
    session = window.opened.session
    qtbot.waitUntil(lambda: session.problems_revision == session.revision)
    window.commands.export_final()
    assert messages.noticed[-1].endswith(f"Errors may not be accepted here {WHOSE}.")
    assert messages.offers == []


def test_the_size_of_the_text_stays_as_it_is_set(window: MainWindow, messages: Recorder) -> None:
    ruled(window, text_size=14)
    window.commands.resize_text(1)
    assert window.services.keeper.settings.text_size == 14
    assert messages.said[-1] == (
        "The text stays at 14 points. Set by ICT, Example Borough for this computer: policy.toml."
    )


def test_checks_weigh_what_it_says(window: MainWindow, qtbot: QtBot) -> None:
    ruled(window, check_levels={"misspelt": "error"})
    write(window, "summary", "The libary reopens.")
    assert window.opened is not None
    session = window.opened.session
    qtbot.waitUntil(lambda: session.problems_revision == session.revision)
    assert [each.severity for each in session.problems if each.rule == "misspelt"] == ["error"]


def test_a_saved_report_has_a_copy_and_an_open_one_no_lock_where_it_says_so(
    qtbot: QtBot, window: MainWindow, chosen: Chosen, tmp_path: Path
) -> None:
    ruled(window, backup_folder=str(tmp_path / "copies"), lock_reports=False)
    write(window, "summary", "Words.")
    window.commands.save()
    assert chosen.path is not None
    qtbot.waitUntil(lambda: bool(list((tmp_path / "copies").rglob("*.clerkwell"))))
    (place,) = (tmp_path / "copies").iterdir()
    (copy,) = copies_in(place)
    assert read_file(copy).report == read_file(chosen.path).report
    assert not FileLock(chosen.path).path.exists()
    ruled(window, backup_folder=str(tmp_path / "copies"))
    window.commands.close_report()
    window.commands.open_file(chosen.path)
    assert FileLock(chosen.path).path.exists()


def test_a_copy_that_cannot_be_kept_is_told_once(
    qtbot: QtBot, window: MainWindow, messages: Recorder, tmp_path: Path
) -> None:
    (tmp_path / "copies").write_text("a file")
    ruled(window, backup_folder=str(tmp_path / "copies"))
    write(window, "summary", "Words.")
    for words in ("More.", "Still more."):
        window.commands.save()
        write(window, "summary", words)
    window.commands.save()
    qtbot.waitUntil(lambda: bool(messages.noticed))
    window.commands.close_report()
    assert sum("its copy in the folder for copies is not up to date" in each for each in messages.noticed) == 1
    assert window.opened is None, "it was saved all the same"


def test_a_lock_that_a_colleague_has_counts_where_none_are_written(
    window: MainWindow, messages: Recorder, chosen: Chosen
) -> None:
    ruled(window, lock_reports=False, allow_take_over=False)
    write(window, "summary", "Words.")
    window.commands.save()
    path = chosen.path
    assert path is not None
    window.commands.close_report()
    since = window.services.now().isoformat()
    theirs = {"user": "robin", "machine": "elsewhere", "pid": 1, "began": "", "since": since, "token": "x"}
    FileLock(path).path.write_text(json.dumps(theirs))
    messages.answer = "read"
    window.commands.open_file(path)
    assert messages.asked[-1].more.endswith(f"It may not be taken over here {WHOSE}.")
    assert window.opened is not None
    assert window.opened.session.read_only


def pack(pack_id: str, council: str) -> Pack:
    """A pack of this council, in a series of its own."""
    put = {"id": pack_id, "series": f"{pack_id}-reports", "council": council}
    lines = [
        f'{key} = "{put.pop(key)}"' if (key := line.partition(" =")[0]) in put else line
        for line in MANIFEST.split("\n")
    ]
    return make_pack("\n".join(lines))


def test_the_council_and_the_template_it_names_come_first() -> None:
    catalogue = Catalogue((pack("alder", "Alder Council"), pack("birch", "Birch Council")))
    assert [each.id for each in in_order(catalogue, TODAY, "birch council")] == ["birch", "alder"]
    assert [each.id for each in in_order(catalogue, TODAY)] == ["alder", "birch"]
    given = Settings(default_pack="birch")
    assert first_choice(given, catalogue, TODAY) == "birch"
    assert first_choice(given.changed(last_pack="alder"), catalogue, TODAY) == "alder", "what the author used last"
    locked = replace(given, last_pack="alder", locks={"default_pack": IT})
    assert first_choice(locked, catalogue, TODAY) == "birch"
    assert first_choice(Settings(default_pack="birch-reports"), catalogue, TODAY) == "birch"
    assert first_choice(Settings(default_pack="gone", last_pack="alder"), catalogue, TODAY) == "alder"
