"""A reviewer's tracked changes arrive, each as it is decided, and nothing besides changes."""

import random
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import pytest

from clerkwell.model import give_ids, words
from clerkwell.packs import Pack
from clerkwell.session.coming_home.returned import take_in
from clerkwell.word.reader import read_document
from clerkwell.word.reader.document import WordBlock, WordDocument, WordTable
from clerkwell.word.reader.settling import every, settle
from clerkwell.word.reader.tracked import tracked
from clerkwell.word.writer import write_document
from helpers.exports import audit_faults, quick_faults
from helpers.noted import on_words
from helpers.office import Change, open_in_libreoffice
from helpers.reviewer import Reviewer
from helpers.shipped import kept, sample, shipped

Lines = list[str]
PACK = "city-of-london-2023"


def lines(document: WordDocument) -> Lines:
    """The paragraphs with words, tables cell by cell; what a live reference says is left to its number."""
    done: Lines = []

    def go(blocks: Sequence[WordBlock]) -> None:
        for block in blocks:
            if isinstance(block, WordTable):
                for row in block.rows:
                    for cell in row.cells:
                        go(cell.blocks)
            else:
                text = "".join("§" if span.target else span.text for span in block.spans)
                done.extend([text] if text.strip() else [])

    go(document.blocks)
    return done


def in_line(where: str, change: Callable[[str], str]) -> Callable[[Lines], Lines]:
    """The lines with the one that says this changed."""
    return lambda before: [change(each) if where in each else each for each in before]


def after_line(where: str, *new: str) -> Callable[[Lines], Lines]:
    def done(before: Lines) -> Lines:
        at = next(index for index, each in enumerate(before) if where in each)
        return [*before[: at + 1], *new, *before[at + 1 :]]

    return done


def without_line(where: str) -> Callable[[Lines], Lines]:
    return lambda before: [each for each in before if where not in each]


def moved(where: str, before_what: str) -> Callable[[Lines], Lines]:
    def done(before: Lines) -> Lines:
        line = next(each for each in before if where in each)
        rest = [each for each in before if each is not line]
        at = next(index for index, each in enumerate(rest) if before_what in each)
        return [*rest[:at], line, *rest[at:]]

    return done


def swapped(old: str, new: str) -> Callable[[Lines], Lines]:
    return in_line(old, lambda text: text.replace(old, new, 1))


def row_out(first: str, cells: int) -> Callable[[Lines], Lines]:
    return lambda before: [*before[: before.index(first)], *before[before.index(first) + cells :]]


def row_in(after: str, *texts: str) -> Callable[[Lines], Lines]:
    def done(before: Lines) -> Lines:
        at = before.index(after) + len(texts)
        return [*before[:at], *texts, *before[at:]]

    return done


# What is done to the draft of the sample, and what it makes of its lines.
SEVENTH = ("Seventh", "6,900", "18 in 100", "Red")
COUNT, PRICES = "a count of faults", "a comparison of prices"
DEEDS: tuple[tuple[Callable[[Reviewer], None], Callable[[Lines], Lines]], ...] = (
    (lambda one: one.replace("public services", "council services"), swapped("public services", "council services")),
    (lambda one: one.delete(" four weeks"), swapped(" four weeks", "")),
    (lambda one: one.insert("The fault count", ", twice,"), swapped("The fault count", "The fault count, twice,")),
    (lambda one: one.delete_paragraph("go elsewhere"), without_line("go elsewhere")),
    (lambda one: one.insert_paragraph(COUNT, "a count of visits"), after_line(COUNT, "a count of visits")),
    (lambda one: one.move_paragraph(PRICES, COUNT), moved(PRICES, COUNT)),
    (lambda one: one.delete_row("Fifth"), row_out("Fifth", 4)),
    (lambda one: one.insert_row("Sixth", *SEVENTH), row_in("Sixth", *SEVENTH)),
)


def draft(pack: Pack) -> bytes:
    return write_document(give_ids(sample(pack)), pack, draft=True, attachments=kept(pack))


@pytest.fixture(scope="module")
def reviewed() -> tuple[bytes, bytes]:
    """The draft as it was sent, and as it came back: each deed by somebody of its own."""
    sent = came = draft(shipped(PACK))
    for number, (do, _) in enumerate(DEEDS):
        reviewer = Reviewer(came, f"Reviewer {number}")
        do(reviewer)
        came = reviewer.saved
    return sent, came


def expected(sent: bytes, deeds: Collection[int]) -> Lines:
    done = lines(read_document(sent))
    for number, (_, change) in enumerate(DEEDS):
        if number in deeds:
            done = change(done)
    return done


def by(document: WordDocument, deeds: Collection[int]) -> set[str]:
    names = {f"Reviewer {number}" for number in deeds}
    return {each.id for each in document.changes if each.author in names}


def subsets() -> list[frozenset[int]]:
    dice = random.Random(4)
    whole = range(len(DEEDS))
    some = [frozenset(dice.sample(whole, dice.randrange(2, len(DEEDS)))) for _ in range(12)]
    return [frozenset(), frozenset(whole), *(frozenset({each}) for each in whole), *some]


def test_what_the_reviewer_saves_is_a_sound_document(reviewed: tuple[bytes, bytes]) -> None:
    assert not quick_faults(reviewed[1])
    assert not audit_faults(reviewed[1])


def test_every_change_arrives_by_its_author_and_none_besides(reviewed: tuple[bytes, bytes]) -> None:
    sent, came = reviewed
    document = read_document(came)
    assert {each.author for each in document.changes} == {f"Reviewer {number}" for number in range(len(DEEDS))}
    assert {each.change.author for each in tracked(document)} == {each.author for each in document.changes}
    assert every(document) == {each.id for each in document.changes}
    for deeds in subsets():
        settled = settle(document, by(document, deeds))
        assert lines(settled) == expected(sent, deeds), sorted(deeds)


def test_nothing_accepted_is_what_was_sent(reviewed: tuple[bytes, bytes]) -> None:
    sent, came = (read_document(each) for each in reviewed)
    undone = settle(came, ())
    assert [_look(each) for each in undone.blocks] == [_look(each) for each in sent.blocks]


def _look(block: WordBlock) -> object:
    """A block's words with their looks, its style and the tags of its places."""
    if isinstance(block, WordTable):
        return [[[_look(each) for each in cell.blocks] for cell in row.cells] for row in block.rows]
    letters = [(letter, span.bold, span.italic, span.link) for span in block.spans for letter in span.text]
    return letters, block.style, block.heading, block.listed, block.level, block.controls


def test_each_change_comes_home_as_it_is_decided(reviewed: tuple[bytes, bytes]) -> None:
    sent, came = reviewed
    pack = shipped(PACK)
    report = give_ids(sample(pack))
    returned = take_in(came, "came.docx", report, pack, {}, kept(pack))
    for deeds in subsets()[: 2 + len(DEEDS)]:
        names = {f"Reviewer {number}" for number in deeds}
        outcome = returned.outcome([each.id for each in returned.items if each.author in names])
        assert not outcome.conflicts
        after = write_document(outcome.report, pack, draft=True, attachments=kept(pack))
        assert lines(read_document(after)) == expected(sent, deeds), sorted(deeds)
        if not deeds:
            assert outcome.report.sections == report.sections


def test_one_person_s_deletion_in_another_s_insertion_is_decided_by_both() -> None:
    sent = draft(shipped(PACK))
    first = Reviewer(sent, "First")
    first.insert("a count of faults", ", by hand and by machine,")
    second = Reviewer(first.saved, "Second")
    second.delete(" and by machine")
    document = read_document(second.saved)
    ids = {each.author: each.id for each in document.changes}
    for accepted, text in (
        ({"First", "Second"}, "a count of faults, by hand,"),
        ({"First"}, "a count of faults, by hand and by machine,"),
        ({"Second"}, "a count of faults,"),
        (set[str](), "a count of faults,"),
    ):
        settled = settle(document, {ids[each] for each in accepted})
        assert any(each.startswith(text) for each in lines(settled)), (accepted, text)


def test_bold_is_taken_back_when_it_is_refused() -> None:
    reviewer = Reviewer(draft(shipped(PACK)), "Ade Bright")
    reviewer.embolden("public services")
    document = read_document(reviewer.saved)

    def bold(settled: WordDocument) -> bool:
        spans = [span for block in settled.blocks if not isinstance(block, WordTable) for span in block.spans]
        return any(span.bold and "public services" in span.text for span in spans)

    assert bold(settle(document, every(document)))
    assert not bold(settle(document, ()))


def test_comments_of_a_reviewer_become_notes_and_answers_come_home() -> None:
    pack = shipped(PACK)
    report = give_ids(sample(pack))
    asked = on_words(report, words(report.blocks("background")[0])[:20], "Asked here")
    gone = on_words(report, words(report.blocks("background")[1])[:20], "Also asked")
    report = report.model_copy(update={"notes": (asked, gone)})
    reviewer = Reviewer(write_document(report, pack, draft=True, attachments=kept(pack)), "Bo Field")
    reviewer.reply("Asked here", "Answered there")
    reviewer.resolve("Asked here")
    reviewer.remove_comment("Also asked")
    reviewer.comment("public services", "Which?")
    returned = take_in(reviewer.saved, "came.docx", report, pack, {}, kept(pack))
    notes = {each.text: each for each in returned.outcome(()).report.notes}
    assert set(notes) == {"Asked here", "Also asked", "Which?"}
    assert [each.text for each in notes["Asked here"].replies] == ["Answered there"]
    assert notes["Asked here"].resolved
    assert notes["Asked here"].place == asked.place
    assert (notes["Which?"].quote, notes["Which?"].by) == ("public services", "Bo Field")
    assert returned.outcome(()).report.sections == report.sections


@pytest.mark.libreoffice
def test_changes_and_comments_made_in_libreoffice_come_home(tmp_path: Path) -> None:
    pack = shipped(PACK)
    report = give_ids(sample(pack))
    sent = draft(pack)
    edits = (
        Change("record"),
        Change("replace", "public services", "council services"),
        Change("after", "a count of faults", "a count of visits"),
        Change("replace", "go elsewhere", ""),
    )
    # Each in a document of its own: LibreOffice 7.4 may end where a macro does both.
    remark = (Change("comment", "the network team", "Which team?"),)
    opened, commented = open_in_libreoffice([(sent, edits), (sent, remark)], tmp_path, look=False)
    returned = take_in(opened.saved, "came.docx", report, pack, {}, kept(pack))
    all_in = returned.outcome([each.id for each in returned.items]).report
    none_in = returned.outcome(()).report
    assert none_in.sections == report.sections
    before, after = (
        lines(read_document(write_document(each, pack, draft=True, attachments=kept(pack))))
        for each in (report, all_in)
    )
    want = swapped("public services", "council services")(before)
    want = without_line("go elsewhere")(after_line(COUNT, "a count of visits")(want))
    assert after == want
    remarked = take_in(commented.saved, "came.docx", report, pack, {}, kept(pack))
    assert not remarked.items
    [note] = remarked.outcome(()).report.notes
    assert (note.text, note.quote, note.by) == ("Which team?", "the network team", "Bo Field")
