"""Notes as edits: what can be done with one leaves the others as they are."""

from datetime import UTC, datetime

import pytest

from clerkwell.model import FieldValue, Note, Place, Reply, Report, SetBlocks, SetField, apply
from clerkwell.session.days import by_and_on, day
from clerkwell.session.noting import (
    adding,
    answering,
    deleting,
    note_on,
    quoted,
    resolving,
    sharing,
    spoken,
    standing,
)
from helpers.building import blocks, make_report

WHEN = datetime(2026, 11, 3, 12, tzinfo=UTC)


@pytest.fixture
def report() -> Report:
    made = make_report({"summary": "Parks are busy.\nThey are green."})
    block = made.blocks("summary")[0].id
    first = note_on(Place(section="summary", block=block, start=10, end=14), "busy", "How busy?", "J. Smith", WHEN,
                    shared=False)  # fmt: skip
    made = apply(adding(made, first), made)
    return apply(adding(made, note_on(Place(section="summary"), "", "Shorter.", "", WHEN, shared=True)), made)


def test_each_note_gets_an_id_of_its_own_also_after_one_is_deleted(report: Report) -> None:
    left = apply(deleting(report, report.notes[0].id), report)
    more = apply(adding(left, note_on(Place(), "", "Third.", "", WHEN, shared=False)), left)
    assert len({note.id for note in more.notes}) == len(more.notes) == 2


def test_a_reply_stands_under_its_note_and_opens_it_again(report: Report) -> None:
    resolved = apply(resolving(report, report.notes[0].id, True), report)
    answered = apply(answering(resolved, report.notes[0].id, " Very. ", "P. Writer", WHEN), resolved)
    assert answered.notes[0].replies == (Reply(text="Very.", by="P. Writer", when=WHEN),)
    assert not answered.notes[0].resolved
    assert answered.notes[1] == report.notes[1]


def test_a_note_is_shared(report: Report) -> None:
    changed = apply(sharing(report, report.notes[0].id, True), report)
    assert (changed.notes[0].text, changed.notes[0].shared) == (report.notes[0].text, True)


def test_the_words_of_a_place_are_quoted(report: Report) -> None:
    assert quoted(report, report.notes[0].place) == "busy"
    assert quoted(report, Place(section="summary")) == ""
    answered = apply(SetField(field="subject", value=FieldValue(text="Parks")), report)
    assert quoted(answered, Place(field="subject")) == "Parks"


def test_a_note_finds_its_words_again_and_then_what_is_left_of_where_they_stood(report: Report) -> None:
    note = report.notes[0]
    moved = apply(SetBlocks(section="summary", blocks=blocks("Now: parks are busy.")), report)
    found = standing(moved, note)
    assert found is not None
    assert quoted(moved, found) == "busy"
    gone = apply(SetBlocks(section="summary", blocks=blocks("Parks are quiet.")), report)
    assert standing(gone, note) == Place(section="summary")
    assert standing(make_report(), note) is None


def test_a_note_is_said_with_who_and_when_and_how_many_answers() -> None:
    note = Note(id="1", place=Place(), text="Which\nyear?", by="J. Smith", when=WHEN, replies=(Reply(text="This."),))
    assert spoken(note) == "Note by J. Smith on 3 November 2026: Which year? 1 reply."
    assert spoken(Note(id="1", place=Place(), text="Why?", resolved=True)) == "Note, resolved: Why?"


def test_what_is_not_known_is_not_said() -> None:
    assert day(None) == ""
    assert by_and_on("", None) == ""
    assert by_and_on("J. Smith", None) == " by J. Smith"
