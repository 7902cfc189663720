"""Empty lines at the end of a section are taken out when it is left, and that is no step of undo."""

from datetime import UTC, datetime

from clerkwell.model import Blocks, Cell, ListItem, Note, Paragraph, Place, SetBlocks, SetNotes, Table, Text, words
from clerkwell.session.empty_ends import tidied
from helpers.building import make_pack, make_report
from helpers.desk import open_desk

ONE = Paragraph(runs=(Text(text="One"),))
TABLE = Table(rows=((Cell(),),))


def after(blocks: Blocks) -> list[str]:
    edit = tidied(make_report({"background": blocks}), "background")
    return [words(block) if block.kind != "table" else "table" for block in (edit.blocks if edit else blocks)]


def test_empty_lines_at_the_end_go_and_those_between_words_stay() -> None:
    blank = Paragraph(runs=(Text(text=" "),))
    assert after((ONE, Paragraph(), ONE, blank, ListItem(), Paragraph())) == ["One", "", "One"]
    assert after((ONE, TABLE, Paragraph())) == ["One", "table"]
    assert after((Paragraph(), Paragraph())) == []
    assert tidied(make_report({"background": (ONE, TABLE)}), "background") is None
    assert tidied(make_report({}), "background") is None


def test_an_empty_line_with_a_note_stays() -> None:
    pack = make_pack()
    desk = open_desk(make_report({"background": (ONE, Paragraph())}, pack=pack), pack)
    place = Place(section="background", block=desk.report.blocks("background")[1].id)
    when = datetime(2026, 3, 2, tzinfo=UTC)
    note = Note(id="n", place=place, quote="", text="What goes here?", by="", when=when)
    desk.session.apply(SetNotes(notes=(note,)), "Note")

    assert tidied(desk.report, "background") is None
    desk.bridge.let_go()
    desk.session.close()


def test_tidying_is_no_step_and_undo_goes_past_it() -> None:
    pack = make_pack()
    desk = open_desk(make_report({"background": (ONE,)}, pack=pack), pack)
    before = desk.report.blocks("background")
    desk.session.apply(SetBlocks(section="background", blocks=(*before, Paragraph())), "Typing")
    edit = tidied(desk.report, "background")
    assert edit is not None

    desk.session.tidy(edit)

    assert desk.report.blocks("background") == before
    assert desk.session.undo_label == "Typing"
    desk.session.undo()
    assert desk.report.blocks("background") == before
    desk.bridge.let_go()
    desk.session.close()
