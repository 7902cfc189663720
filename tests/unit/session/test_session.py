"""The session: edits, undo and redo, and what followers hear of them."""

import pytest
from hypothesis import given

from clerkwell.model import (
    Changes,
    Edit,
    EditError,
    FieldValue,
    Place,
    ReplaceWords,
    Report,
    Section,
    SetBlocks,
    SetField,
    Several,
    all_blocks,
    words,
)
from clerkwell.storage import StoredReport
from helpers.building import blocks, make_report
from helpers.clockwork import WhenTold
from helpers.sessions import OpenReport
from helpers.strategies import edits, reports


def subject(text: str) -> SetField:
    return SetField(field="subject", value=FieldValue(text=text, value=text or None))


def body(source: str, section: str = "summary") -> SetBlocks:
    return SetBlocks(section=section, blocks=blocks(source))


def test_an_edit_changes_the_report_and_says_what_and_who() -> None:
    desk = OpenReport()
    editor = object()
    desk.session.apply(subject("Trees"), "Change the subject", origin=editor)
    assert desk.session.report.field("subject").text == "Trees"
    (change,) = desk.changes
    assert (change.before, change.after) == (make_report(), desk.session.report)
    assert change.changes == Changes(fields=frozenset({"subject"}))
    assert change.origin is editor
    assert (change.revision, change.label, change.caret) == (1, "Change the subject", None)
    desk.session.close()


def test_an_edit_that_changes_nothing_is_no_step_and_no_news_of_content() -> None:
    desk = OpenReport(make_report({}, {"subject": "Trees"}))
    desk.session.apply(subject("Trees"), "Change the subject")
    assert not desk.session.can_undo
    assert not desk.session.dirty
    assert not any(change.changes.any for change in desk.changes)
    desk.session.apply(Several(edits=()), "Nothing")
    assert desk.session.revision == len(desk.changes)
    desk.session.close()


def test_new_ids_alone_are_no_step_but_are_what_the_report_has_from_then_on() -> None:
    desk = OpenReport(make_report({"summary": "One"}))
    desk.session.apply(body("One"), "Typing")
    assert not desk.session.can_undo
    assert not desk.session.dirty
    assert [block.id for _, block in all_blocks(desk.session.report)] == ["b2"]
    assert desk.session.revision == 1
    desk.session.close()


def test_an_edit_at_a_place_that_is_not_there_changes_nothing() -> None:
    desk = OpenReport()
    before = desk.session.report
    with pytest.raises(EditError):
        desk.session.apply(ReplaceWords(place=Place(section="x", block="b9"), words="y"), "Replace")
    assert desk.session.report is before
    assert not desk.session.can_undo
    assert desk.changes == []
    desk.session.close()


def test_undo_and_redo_go_through_every_part_of_the_report() -> None:
    desk = OpenReport()
    desk.session.apply(subject("Trees"), "Change the subject")
    desk.session.apply(body("One"), "Typing in Summary")
    assert (desk.session.undo_label, desk.session.redo_label) == ("Typing in Summary", "")
    desk.session.undo()
    assert desk.session.report.section("summary") is None
    assert (desk.session.undo_label, desk.session.redo_label) == ("Change the subject", "Typing in Summary")
    desk.session.undo()
    assert desk.session.report == make_report()
    assert not desk.session.can_undo
    desk.session.undo()
    desk.session.redo()
    desk.session.redo()
    assert words(desk.session.report.blocks("summary")[0]) == "One"
    assert not desk.session.can_redo
    desk.session.redo()
    assert [change.revision for change in desk.changes] == [1, 2, 3, 4, 5, 6]
    desk.session.close()


def test_a_new_edit_takes_away_what_could_be_done_again() -> None:
    desk = OpenReport()
    desk.session.apply(subject("a"), "A")
    desk.session.undo()
    desk.session.apply(subject("b"), "B")
    assert not desk.session.can_redo
    desk.session.undo()
    assert desk.session.report == make_report()
    desk.session.close()


class TestTyping:
    def typed(self, desk: OpenReport, *texts: str, pause: float = 0.2, merge: str = "summary") -> None:
        for text in texts:
            desk.session.apply(body(text, merge), "Typing", merge=merge)
            desk.clock.advance(pause)

    def test_without_a_pause_is_one_step(self) -> None:
        desk = OpenReport()
        self.typed(desk, "O", "On", "One")
        desk.session.undo()
        assert desk.session.report == make_report()
        desk.session.redo()
        assert words(desk.session.report.blocks("summary")[0]) == "One"
        desk.session.close()

    def test_after_a_pause_is_the_next_step(self) -> None:
        desk = OpenReport()
        self.typed(desk, "One", pause=1.6)
        self.typed(desk, "One two")
        desk.session.undo()
        assert words(desk.session.report.blocks("summary")[0]) == "One"
        desk.session.close()

    def test_in_another_section_is_the_next_step(self) -> None:
        desk = OpenReport()
        self.typed(desk, "One")
        self.typed(desk, "Two", merge="options")
        desk.session.undo()
        assert [section.id for section in desk.session.report.sections] == ["summary"]
        desk.session.close()

    def test_after_the_step_was_closed_is_the_next_one(self) -> None:
        desk = OpenReport()
        self.typed(desk, "One")
        desk.session.close_step()
        self.typed(desk, "One two")
        desk.session.undo()
        assert words(desk.session.report.blocks("summary")[0]) == "One"
        desk.session.close()

    def test_after_undo_is_a_step_of_its_own(self) -> None:
        desk = OpenReport()
        self.typed(desk, "One")
        desk.session.close_step()
        self.typed(desk, "One two")
        desk.session.undo()
        self.typed(desk, "One three")
        desk.session.undo()
        assert words(desk.session.report.blocks("summary")[0]) == "One"
        desk.session.close()

    def test_and_taking_it_away_again_leaves_nothing_to_undo(self) -> None:
        desk = OpenReport(make_report({"summary": "One"}))
        self.typed(desk, "One!", "One")
        assert not desk.session.can_undo
        assert not desk.session.dirty
        desk.session.close()

    def test_without_a_merge_key_every_edit_is_a_step(self) -> None:
        desk = OpenReport()
        desk.session.apply(subject("a"), "A")
        desk.session.apply(subject("b"), "B")
        desk.session.undo()
        assert desk.session.report.field("subject").text == "a"
        desk.session.close()

    def test_when_the_clock_is_set_back_is_the_next_step(self) -> None:
        desk = OpenReport()
        self.typed(desk, "One")
        desk.clock.advance(-3600)
        self.typed(desk, "One two")
        desk.session.undo()
        assert words(desk.session.report.blocks("summary")[0]) == "One"
        desk.session.close()


class TestCaret:
    def after_undo(self, report: Report, edit: Edit, caret: Place | None = None) -> Place | None:
        desk = OpenReport(report)
        desk.session.apply(edit, "Edit", caret=caret)
        desk.session.undo()
        desk.session.close()
        return desk.changes[-1].caret

    def after_redo(self, report: Report, edit: Edit) -> Place | None:
        desk = OpenReport(report)
        desk.session.apply(edit, "Edit")
        desk.session.undo()
        desk.session.redo()
        desk.session.close()
        return desk.changes[-1].caret

    def test_goes_back_to_where_the_editor_said_it_was(self) -> None:
        was = Place(section="summary", block="b1", start=1, end=2)
        assert self.after_undo(make_report({"summary": "One"}), body("Other"), was) == was

    def test_of_a_joined_step_goes_back_to_where_it_began(self) -> None:
        desk = OpenReport()
        for number, text in enumerate(("O", "On")):
            place = Place(section="summary", start=number, end=number)
            desk.session.apply(body(text), "Typing", merge="summary", caret=place)
        desk.session.undo()
        assert desk.changes[-1].caret == Place(section="summary", start=0, end=0)
        desk.session.close()

    def test_goes_after_what_undo_put_back(self) -> None:
        report = make_report({"summary": "The new oak"})
        (old,) = report.blocks("summary")
        edit = ReplaceWords(place=Place(section="summary", block=old.id, start=4, end=8), words="")
        assert self.after_undo(report, edit) == Place(section="summary", block="b1", start=8, end=8)

    def test_goes_after_what_redo_put_in(self) -> None:
        report = make_report({"summary": "The oak"})
        edit = ReplaceWords(place=Place(section="summary", block="b1", start=4, end=4), words="new ")
        assert self.after_redo(report, edit) == Place(section="summary", block="b1", start=8, end=8)
        assert self.after_undo(report, edit) == Place(section="summary", block="b1", start=4, end=4)

    def test_goes_to_the_block_before_those_that_went(self) -> None:
        report = make_report({"summary": "One"})
        grown = SetBlocks(section="summary", blocks=(*report.blocks("summary"), *blocks("Two")))
        assert self.after_undo(report, grown) == Place(section="summary", block="b1", start=3, end=3)

    def test_goes_to_the_beginning_where_the_first_block_went(self) -> None:
        report = make_report({"summary": "One"})
        grown = SetBlocks(section="summary", blocks=(*blocks("Nought"), *report.blocks("summary")))
        assert self.after_undo(report, grown) == Place(section="summary", block="b1", start=0, end=0)

    def test_goes_to_a_field(self) -> None:
        report = make_report({}, {"subject": "Trees"})
        assert self.after_undo(report, subject("Trees in parks")) == Place(field="subject", start=5, end=5)

    def test_goes_to_a_row_of_a_repeat(self) -> None:
        value = FieldValue(text="Parks")
        edit = SetField(field="committees.name", row=0, value=value)
        assert self.after_redo(make_report(), edit) == Place(field="committees.name", row=0)
        assert self.after_undo(make_report(), edit) is None

    @given(reports, edits)
    def test_is_always_at_a_place_that_the_report_has(self, report: Report, edit: Edit) -> None:
        desk = OpenReport(report)
        desk.session.apply(edit, "Edit")
        desk.session.undo()
        desk.session.redo()
        for change in desk.changes[1:]:
            if change.caret is not None and change.caret.block:
                found = {(place.section, block.id): block for place, block in all_blocks(change.after)}
                block = found[change.caret.section, change.caret.block]
                assert (change.caret.start or 0) <= len(words(block))
        desk.session.close()


class TestChecking:
    def test_begins_once_it_is_quiet(self) -> None:
        desk = OpenReport()
        desk.clock.advance(0.4)
        assert len(desk.problems) == 1
        for text in ("T", "Tr", "Tre"):
            desk.session.apply(subject(text), "Change the subject")
            desk.clock.advance(0.3)
        assert len(desk.problems) == 1
        desk.clock.advance(0.1)
        assert [problems[0].quote for problems in desk.problems] == ["", "Tre"]
        assert desk.session.problems == desk.problems[-1]
        assert desk.session.problems_revision == desk.session.revision == 3
        desk.session.close()

    def test_drops_an_answer_that_comes_too_late(self) -> None:
        runner = WhenTold()
        desk = OpenReport(runner=runner, recovery=None)
        desk.clock.advance(0.4)
        runner.work()
        desk.session.apply(subject("Trees"), "Change the subject")
        runner.answer()
        assert desk.problems == []
        assert desk.session.problems_revision == -1
        desk.clock.advance(0.4)
        runner.work()
        runner.answer()
        assert desk.problems[0][0].quote == "Trees"
        desk.session.close()

    def test_can_be_asked_for_at_once(self) -> None:
        desk = OpenReport()
        desk.session.recheck()
        assert len(desk.problems) == 1
        assert desk.session.problems_revision == 0
        desk.clock.advance(5)
        assert len(desk.problems) == 1
        desk.session.close()

    def test_ends_with_the_session(self) -> None:
        runner = WhenTold()
        desk = OpenReport(runner=runner)
        desk.session.recheck()
        runner.work()
        desk.session.close()
        runner.answer()
        assert desk.problems == []


def test_followers_are_told_of_the_state_only_when_it_differs() -> None:
    desk = OpenReport()
    desk.session.apply(subject("T"), "Typing", merge="subject")
    assert desk.states == 1
    desk.session.apply(subject("Tr"), "Typing", merge="subject")
    assert desk.states == 1
    desk.session.undo()
    assert desk.states == 2
    desk.session.close()


def test_a_report_that_comes_without_ids_is_given_them() -> None:
    bare = Report(pack=make_report().pack, sections=(Section(id="summary", blocks=blocks("One\nTwo")),))
    desk = OpenReport(bare)
    assert [block.id for _, block in all_blocks(desk.session.report)] == ["b1", "b2"]
    assert not desk.session.dirty
    desk.session.close()


def test_closing_leaves_nothing_waiting() -> None:
    desk = OpenReport()
    desk.session.apply(subject("Trees"), "Change the subject")
    assert desk.clock.waiting
    desk.session.close()
    assert desk.clock.waiting == 0


def test_a_report_to_read_only_stays_as_it_is_and_says_why() -> None:
    desk = OpenReport(stored=StoredReport(make_report(), read_only=True))
    desk.session.apply(subject("Trees"), "Change the subject")
    assert desk.session.report == make_report()
    assert desk.troubles == ["This report was opened to read only; save a copy of it to change it."]
    desk.session.close()
    desk = OpenReport(stored=StoredReport(make_report(), read_only=True, original=b"x"))
    desk.session.apply(subject("Trees"), "Change the subject")
    assert "newer version of Clerkwell" in desk.troubles[0]
    desk.session.close()


@pytest.mark.parametrize(
    ("asked", "taken", "kept"),
    [
        ("Plan.pdf", (), "Plan.pdf"),
        ("Plan.pdf", ("plan.PDF",), "Plan (2).pdf"),
        ("Plan.pdf", ("Plan.pdf", "Plan (2).pdf"), "Plan (3).pdf"),
        ("C:\\Users\\sam\\Plan.pdf", (), "Plan.pdf"),
        ("/home/sam/Plan.pdf", (), "Plan.pdf"),
        ('a<b>c:d"e|f?g*h.txt', (), "a_b_c_d_e_f_g_h.txt"),
        ("e\u0301.txt", (), "é.txt"),
        ("", (), "file"),
        ("..", (), "file"),
        (".hidden", (), "hidden"),
        ("x" * 300 + ".docx", (), "x" * 115 + ".docx"),
    ],
)
def test_a_kept_file_gets_a_name_that_every_system_can_hold(asked: str, taken: tuple[str, ...], kept: str) -> None:
    desk = OpenReport()
    for each in taken:
        desk.session.add_attachment(each, b"")
    assert desk.session.add_attachment(asked, b"data") == kept
    assert desk.session.attachments[kept] == b"data"
    assert desk.session.dirty
    desk.session.close()
