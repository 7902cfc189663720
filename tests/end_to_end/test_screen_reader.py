"""The real window read over AT-SPI, as a screen reader reads it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clerkwell.model import FieldValue, SetBlocks, SetField, apply
from clerkwell.storage import StoredReport, write_file
from helpers.building import blocks
from helpers.came_back import shipped
from helpers.listener import bus, lacking, listening, read, settled
from helpers.screen import Screen, running, wait_for

pytestmark = [pytest.mark.display, pytest.mark.timeout(180)]

SUBJECT = "Replacing the public computers of the Example Street Library"
FIRST, SECOND = "The comittee met in June.", "It meets again in September."


@pytest.fixture
def heard(screen: Screen, tmp_path: Path) -> Iterator[Screen]:
    """The screen, with the program on it and a report open: one answer is wanting, and one word is misspelt."""
    if lacking():
        pytest.skip(lacking())
    pack, report = shipped()
    report = apply(SetField(field="report-author", value=FieldValue()), report)
    report = apply(SetBlocks(section="background", blocks=blocks(f"{FIRST}\n{SECOND}")), report)
    file = tmp_path / "library.clerkwell"
    write_file(file, StoredReport(report=report, pack_files=pack.files, attachments=pack.sample_attachments))
    with bus(screen), running(screen, tmp_path / "profile", str(file)) as program:
        screen.wait_title("Example Street Library")
        settled(screen, "list", "Parts of the report")
        yield screen
        screen.key("ctrl+q")
        assert program.wait() == 0, "the program ends cleanly under a screen reader"
    assert (tmp_path / "profile.log").read_text() == ""


def test_the_parts_are_read_with_their_states(heard: Screen) -> None:
    wait_for("the check", lambda: "Background, Needs attention, Main Report" in _parts(heard))
    parts = _parts(heard)
    assert parts[:2] == ["Header", "Report details, In progress, Header"]
    assert "Summary, Done, Front" in parts
    assert parts[-1] == "Check your report, Finish"
    chosen = [
        each.name for each in read(heard).named("Parts of the report", "list").inside if "selected" in each.states
    ]
    assert chosen == ["Report details, In progress, Header"]


def test_the_fields_are_read_with_their_names_answers_and_problems(heard: Screen) -> None:
    subject = settled(heard, "text", "Subject")
    assert subject.text == SUBJECT
    assert "editable" in subject.states
    wait_for("the check", lambda: any("“Report author” is blank" in each.name for each in read(heard).walk()))
    for _ in range(12):
        heard.key("F8")
        if any(each.name == "Report author" and "focused" in each.states for each in read(heard).walk()):
            break
    author = read(heard).named("Report author", "text")
    assert "focused" in author.states, "F8 goes to the answer that is wanting"
    assert author.text == ""
    wait_for("what is wrong with it", lambda: "blank" in read(heard).named("Report author", "text").description)


def test_the_words_of_a_section_are_read_with_the_caret(heard: Screen) -> None:
    heard.key(*["ctrl+Next"] * 3)
    editor = settled(heard, "text", "Background")
    assert editor.text.splitlines() == [FIRST, SECOND], "no empty lines between paragraphs"
    assert {"focused", "editable", "multi-line"} <= set(editor.states)
    assert editor.caret == 0
    heard.key("End")
    wait_for("the caret at the end of the line", lambda: read(heard).named("Background", "text").caret == len(FIRST))


def test_the_problems_are_read_as_lines_that_say_what_where_and_why(heard: Screen) -> None:
    def slips() -> list[str]:
        problems = read(heard).named("Problems", "tree")
        return [each.name for each in problems.walk() if "comittee" in each.name]

    (slip,) = wait_for("the misspelt word in the list", slips)
    assert slip.startswith("Warning: ")
    assert "Change it to “committee”" in slip
    assert "Background" in slip
    (line,) = [each for each in read(heard).named("Problems", "tree").walk() if each.name == slip]
    assert "dictionary" in slip
    assert line.description, "why it is a problem"


def test_what_happens_elsewhere_is_announced(heard: Screen) -> None:
    heard.key(*["ctrl+Next"] * 3)
    settled(heard, "text", "Background")
    wait_for("the check", lambda: "Background, Needs attention, Main Report" in _parts(heard))
    with listening(heard) as said:
        heard.key("F8", "F8")
    assert any("comittee" in each for each in said), said


def test_the_saved_state_is_read_in_its_words(heard: Screen) -> None:
    shown = [each.name for each in read(heard).walk() if each.role == "label" and "showing" in each.states]
    assert "All changes saved" in shown


def _parts(screen: Screen) -> list[str]:
    return [each.name for each in read(screen).named("Parts of the report", "list").inside]
