"""A colleague with tracking on: whatever they do is listed once, comes in when it is accepted, and not otherwise."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerkwell.comparing import compare
from clerkwell.model import Report, words
from clerkwell.session.coming_home.returned import Returned, resume, take_in
from clerkwell.session.versions import keep_sent
from clerkwell.word.reader import read_document
from clerkwell.word.reader.settling import every
from helpers.came_back import edited, sent, shipped, typed
from helpers.reviewer import Reviewer

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
Doing = Callable[[Reviewer], object]


def insert_two(who: Reviewer) -> None:
    """Two paragraphs one after another."""
    who.insert_paragraph("A report a year ago", "One.")
    who.insert_paragraph("One.", "Two.")


# What is done, and the items that it makes: part, kind, and the words that go and come.
DOINGS: dict[str, tuple[Doing, tuple[str, str, str, str]]] = {
    "type over words": (
        lambda who: who.replace("24 public computers in the", "25 public screens in the"),
        ("Summary", "changed", "24 public computers in the", "25 public screens in the"),
    ),
    "type words": (lambda who: who.insert("one session in six", " or seven"), ("Summary", "added", "", " or seven")),
    "take words out": (
        lambda who: who.delete("A survey of 412 visitors"),
        ("Summary", "removed", "A survey of 412 visitors", ""),
    ),
    "insert a paragraph": (
        lambda who: who.insert_paragraph("This report proposes", "Legal has read this."),
        ("Summary", "added", "", "Legal has read this."),
    ),
    "insert two": (
        insert_two,
        ("Background", "added", "", "One.\nTwo."),
    ),
    "take a paragraph out": (
        lambda who: who.delete_paragraph("go elsewhere"),
        ("Background", "removed", "go elsewhere", ""),
    ),
    "move a paragraph": (
        lambda who: who.move_paragraph("what people use the computers for", "The library opened"),
        ("Background", "moved", "", "what people use the computers for"),
    ),
    "embolden": (
        lambda who: who.embolden("computer room"),
        ("Background", "formatting", "", "“computer room” in bold"),
    ),
    "insert a row": (
        lambda who: who.insert_row("First", "Zeroth", "9,900", "3 in 100", "Good"),
        ("Current Position", "added", "", "Zeroth\n9,900\n3 in 100\nGood"),
    ),
    "take a row out": (
        lambda who: who.delete_row("Second"),
        ("Current Position", "removed", "Second\n10,100\n5 in 100\nGreen", ""),
    ),
    "answer otherwise": (
        lambda who: who.replace("Sam Sample", "Kim Sample"),
        ("Report author", "changed", "Sam Sample", "Kim Sample"),
    ),
    "name an appendix otherwise": (
        lambda who: who.replace("Results of the visitor survey", "What visitors said"),
        ("Appendix 1", "changed", "Results of the visitor survey", "What visitors said"),
    ),
    "add a recommendation": (
        lambda who: who.insert_paragraph("Agree that the cost", "Thank the library."),
        ("Recommendation", "added", "", "Thank the library."),
    ),
}


def came_back(data: bytes, report: Report | None = None) -> Returned:
    pack, sample = shipped()
    return take_in(data, "x.docx", report or sample, pack, {}, pack.sample_attachments, when=NOW)


def told(returned: Returned) -> list[tuple[str, str, str, str]]:
    return [(item.part, item.kind, item.before, item.after) for item in returned.items]


@pytest.mark.parametrize("doing", DOINGS)
def test_what_a_colleague_did_is_one_item_and_comes_in_if_it_is_accepted(doing: str) -> None:
    do, item = DOINGS[doing]
    who = Reviewer(sent(), "Pat Legal")
    do(who)
    returned = came_back(who.saved)
    assert told(returned) == [item]
    assert returned.items[0].author == "Pat Legal"
    report = shipped()[1]
    assert returned.outcome([]).report == report
    after = returned.outcome([returned.items[0].id])
    assert {difference.part for difference in after.taken} == {item[0]}
    assert after.report == returned.document.read(every(read_document(who.saved))).report


def test_a_moved_paragraph_is_shown_between_the_ones_it_stands_between_now() -> None:
    who = Reviewer(sent(), "Pat Legal")
    who.move_paragraph("what people use the computers for", "a count of faults")
    (moved,) = came_back(who.saved).items
    assert [(piece.kind, piece.text) for piece in moved.pieces] == [
        ("same", "go without\n"),
        ("added", "what people use the computers for"),
        ("same", "\na count of faults, by machine and by hour"),
    ]


@settings(max_examples=8)
@given(
    done=st.lists(st.sampled_from(sorted(DOINGS)), unique=True, min_size=2, max_size=5),
    untracked=st.booleans(),
    data=st.data(),
)
def test_deciding_piece_by_piece_ends_where_deciding_at_once_does(
    done: list[str], untracked: bool, data: st.DataObject
) -> None:
    pack, sample = shipped()
    document = edited(sent(), typed("four weeks in spring", "five weeks in spring")) if untracked else sent()
    for name in done:
        who = Reviewer(document, f"Colleague {name}")
        DOINGS[name][0](who)
        document = who.saved
    kept = keep_sent(sample, sample, {}, "Draft", NOW)
    files = {**pack.sample_attachments, "x.docx": document}
    returned = take_in(document, "x.docx", kept.report, pack, kept.files, files, when=NOW)
    assert len(returned.items) == len(done) + untracked
    assert returned.outcome([]).report == kept.report

    names = [item.id for item in returned.items]
    taken = data.draw(st.sets(st.sampled_from(names)), label="accepted")
    at_once = returned.outcome(taken).report
    # What is left is the whole document with the others taken back.
    assert {each.part for each in compare(sample, at_once, pack)} <= {item.part for item in returned.items}

    first = set(data.draw(st.permutations(names), label="order")[: len(names) // 2])
    outcome = returned.outcome(first & taken, [name for name in names if name not in first])
    assert outcome.returned is not None
    waiting = outcome.returned.model_copy(update={"file": "x.docx"})
    report = outcome.report.model_copy(update={"returns": (waiting,)})
    again = resume(waiting, report, pack, kept.files, files)
    assert [item.id for item in again.items] == [name for name in names if name not in first]
    assert again.outcome(taken - first).report == at_once


def test_changes_of_many_people_are_told_with_their_names_and_times() -> None:
    one = Reviewer(sent(), "Pat Legal", datetime(2026, 11, 20, 10, 0))
    one.delete("A survey of 412 visitors")
    other = Reviewer(one.saved, "Sam Finance", datetime(2026, 11, 21, 10, 0))
    other.insert("one session in six", " or seven")
    items = came_back(other.saved).items
    assert [(item.author, item.when and item.when.day) for item in items] == [("Sam Finance", 21), ("Pat Legal", 20)]


def test_words_that_one_put_in_and_another_took_out_are_decided_by_both() -> None:
    one = Reviewer(sent(), "Pat Legal")
    one.insert("one session in six", " or seven")
    other = Reviewer(one.saved, "Sam Finance")
    other.delete("or seven")
    returned = came_back(other.saved)
    assert {item.author for item in returned.items} == {"Pat Legal", "Sam Finance"}
    report = shipped()[1]
    assert returned.outcome([item.id for item in returned.items]).report.section("background") == report.section(
        "background"
    )
    pats = [item.id for item in returned.items if item.author == "Pat Legal"]
    assert "six or seven" in words(returned.outcome(pats).report.blocks("summary")[0])
