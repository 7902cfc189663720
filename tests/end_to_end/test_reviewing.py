"""A draft comes home in the real window, with the keyboard alone: changes decided, a note added, versions kept."""

from pathlib import Path

import pytest

from clerkwell.model import Report, words
from clerkwell.storage import StoredReport, read_file, write_file
from helpers.came_back import commented, edited, sent, shipped, tracked
from helpers.screen import Screen, running, wait_for

pytestmark = [pytest.mark.display, pytest.mark.timeout(180)]


def test_an_officer_reviews_what_came_back_by_keys_alone(screen: Screen, tmp_path: Path) -> None:
    pack, report = shipped()
    path, draft = tmp_path / "library.clerkwell", tmp_path / "back.docx"
    write_file(path, StoredReport(report=report, pack_files=pack.files, attachments=pack.sample_attachments))
    changed = edited(sent(), tracked("lends", "gives"), tracked("computer room", "", by="Sam Finance"))
    draft.write_bytes(commented(changed, "four weeks in spring", "Which weeks?", "Sam Finance"))
    with running(screen, tmp_path / "profile", str(path)) as program:
        screen.wait_title("Example Street Library")
        screen.key("ctrl+alt+k")
        screen.wait_title("Keep a version")
        screen.type("As sent to Legal")
        screen.key("Return")
        screen.wait_title("Example Street Library")
        screen.key("ctrl+o")
        screen.wait_title("Open a report")
        screen.key("ctrl+a")
        screen.type(str(draft))
        screen.key("Return")
        screen.wait_title("Changes that came back")
        # The first is accepted, the second rejected; then Apply, by its letter.
        screen.key("a", "r", "alt+p")
        screen.wait_title("Example Street Library")
        wait_for("the words of the draft", lambda: _has(_saved(path), "gives"))
        assert _has(_saved(path), "computer room")
        assert [note.text for note in _saved(path).notes] == ["Which weeks?"]
        assert not _saved(path).returns
        screen.key("F9")
        screen.key("ctrl+z")
        wait_for("undo of all of it", lambda: _has(_saved(path), "lends"))
        assert "As sent to Legal" in [each.name for each in _saved(path).versions]
        screen.key("ctrl+q")
        assert program.wait() == 0


def _saved(path: Path) -> Report:
    return read_file(path).report


def _has(report: Report, text: str) -> bool:
    return any(text in words(block) for section in report.sections for block in section.blocks)
