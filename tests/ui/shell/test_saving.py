"""Saving as a person meets it."""

from pathlib import Path

import pytest

from clerkwell.model import SetBlocks
from clerkwell.storage import read_file, write_file
from clerkwell.ui.kit import Question
from clerkwell.ui.shell.saved import saved_words, window_title
from clerkwell.ui.shell.saving import Saving, file_name, suggested
from clerkwell.ui.start import RecentReports
from helpers.building import blocks, make_pack, make_report
from helpers.desk import Desk, Recorder, open_desk
from helpers.windows import Chosen

WORDS = "The new words."


def test_a_report_without_a_file_is_asked_for_one(desk: Desk, tmp_path: Path) -> None:
    saving, messages = _saving(tmp_path, tmp_path / "parks.clerkwell")
    assert saving.save(desk.session)
    assert read_file(tmp_path / "parks.clerkwell").report == desk.report
    assert messages.said == ["Saved in parks.clerkwell."]
    assert saved_words(desk.session) == "All changes saved"


def test_thinking_better_of_the_name_saves_nothing_and_says_nothing(desk: Desk, tmp_path: Path) -> None:
    saving, messages = _saving(tmp_path, None)
    assert not saving.save(desk.session)
    assert desk.session.dirty
    assert messages == Recorder()


def test_what_cannot_be_saved_is_never_said_to_be(desk: Desk, tmp_path: Path) -> None:
    saving, messages = _saving(tmp_path, tmp_path / "no such folder" / "parks.clerkwell")
    assert not saving.save(desk.session)
    assert not messages.said
    assert len(messages.noticed) == 1
    assert desk.session.dirty


def test_a_saved_report_is_left_without_a_question(desk: Desk, tmp_path: Path) -> None:
    saving, messages = _saving(tmp_path, tmp_path / "parks.clerkwell")
    saving.save(desk.session)
    assert saving.may_leave(desk.session)
    assert not messages.asked


def test_a_named_report_is_saved_before_it_is_left(desk: Desk, tmp_path: Path) -> None:
    saving, messages = _saving(tmp_path, tmp_path / "parks.clerkwell")
    saving.save(desk.session)
    desk.session.apply(SetBlocks(section="background", blocks=blocks("More.")), "Typing")
    assert saving.may_leave(desk.session)
    assert not messages.asked
    assert read_file(tmp_path / "parks.clerkwell").report == desk.report


@pytest.mark.parametrize(("answer", "left"), [("save", True), ("discard", True), ("cancel", False)])
def test_unsaved_words_are_let_go_only_on_request(desk: Desk, tmp_path: Path, answer: str, left: bool) -> None:
    saving, messages = _saving(tmp_path, tmp_path / "parks.clerkwell", answer)
    assert saving.may_leave(desk.session) is left
    assert (tmp_path / "parks.clerkwell").exists() is (answer == "save")
    assert _safe(messages.asked[0])


def test_save_and_then_no_name_keeps_the_report_open(desk: Desk, tmp_path: Path) -> None:
    saving, _ = _saving(tmp_path, None, "save")
    assert not saving.may_leave(desk.session)


@pytest.mark.parametrize("answer", ["copy", "overwrite", "no"])
def test_a_file_that_somebody_else_changed_is_overwritten_only_on_request(
    desk: Desk, tmp_path: Path, answer: str
) -> None:
    first = tmp_path / "parks.clerkwell"
    saving, messages = _saving(tmp_path, first, answer)
    saving.save(desk.session)
    theirs = read_file(first)
    other = make_report({"summary": "Theirs."}, pack=make_pack())
    write_file(first, type(theirs)(report=other, pack_files=theirs.pack_files))
    desk.session.apply(SetBlocks(section="background", blocks=blocks("Mine.")), "Typing")
    copy = tmp_path / "mine.clerkwell"
    saving_copy = Saving(messages, Chosen(copy), RecentReports(tmp_path / "recent.json"), tmp_path)
    assert saving_copy.save(desk.session) is (answer != "no")
    assert (read_file(first).report == other) is (answer != "overwrite")
    assert copy.exists() is (answer == "copy")
    assert _safe(messages.asked[0])


def test_the_suggested_name_is_the_subject_without_what_file_systems_refuse(tmp_path: Path) -> None:
    report = make_report(fields={"subject": 'Parks: a "review"\nof 1/2'})
    assert file_name(report) == "Parks a review of 1 2"
    assert file_name(make_report()) == "Committee report"
    assert len(file_name(make_report(fields={"subject": "long " * 60}))) <= 80
    desk = open_desk(make_report(fields={"subject": "Parks"}, pack=make_pack()), make_pack())
    assert suggested(desk.session, tmp_path, ".docx") == tmp_path / "Parks.docx"
    desk.session.close()


def test_the_saved_state_is_always_in_words(desk: Desk, tmp_path: Path) -> None:
    assert saved_words(None) == ""
    assert saved_words(desk.session) == "Not saved in a file yet (Ctrl+S)"
    saving, _ = _saving(tmp_path, tmp_path / "parks.clerkwell")
    saving.save(desk.session)
    desk.session.apply(SetBlocks(section="background", blocks=blocks("More.")), "Typing")
    assert saved_words(desk.session) == "Changes not saved yet"
    assert window_title(desk.session) == "parks[*] – Clerkwell"


@pytest.fixture
def desk() -> Desk:
    made = open_desk(make_report(pack=make_pack()), make_pack())
    made.session.apply(SetBlocks(section="summary", blocks=blocks(WORDS)), "Typing")
    return made


def _saving(folder: Path, chosen: Path | None, answer: str = "") -> tuple[Saving, Recorder]:
    messages = Recorder(answer=answer)
    return Saving(messages, Chosen(chosen), RecentReports(folder / "recent.json"), folder), messages


def _safe(question: Question) -> bool:
    """Whether what changes nothing is among the answers, and is what closing the dialog means."""
    return question.escape in {choice.id for choice in question.choices} and question.escape in ("cancel", "no")
