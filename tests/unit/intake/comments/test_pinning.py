"""Comments of a Word document become notes on their words, and those that went out are known again."""

from datetime import UTC

import pytest

from clerkwell.intake.comments.noted import merged_notes
from clerkwell.intake.comments.pinning import pinned_notes
from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Cell,
    FieldValue,
    Footnote,
    Note,
    Paragraph,
    Place,
    Reply,
    Report,
    Section,
    Table,
    Text,
)
from clerkwell.model.pins import words_at
from clerkwell.word.reader import read_document
from clerkwell.word.reader.document import (
    Comment,
    Span,
    WordBlock,
    WordCell,
    WordDocument,
    WordParagraph,
    WordRow,
    WordTable,
)
from clerkwell.word.writer import write_document
from helpers.building import make_report
from helpers.noted import WHEN, note, noted, on_words, plain_words
from helpers.shipped import IDS, kept, sample, shipped

ASKED = Comment("1", "Is it?", "Ade Bright", WHEN)


def para(*pieces: str | Span, heading: int | None = None) -> WordParagraph:
    """A paragraph; words between stars are those of comment 1."""
    spans: list[Span] = []
    for piece in pieces:
        if isinstance(piece, Span):
            spans.append(piece)
            continue
        for index, part in enumerate(piece.split("*")):
            if part:
                spans.append(Span(text=part, comments=("1",) if index % 2 else ()))
    return WordParagraph(spans=tuple(spans), heading=heading)


def pin(report: Report, *blocks: WordBlock) -> Note:
    """Where comment 1 of a document of these blocks is pinned."""
    [found] = pinned_notes(WordDocument(blocks=blocks, comments=(ASKED,)), report)
    assert (found.text, found.by, found.when, found.shared) == ("Is it?", "Ade Bright", WHEN, True)
    assert words_at(report, found.place) == found.quote
    return found


REPORT = make_report(
    {"summary": "The park is worn out.\nThe park is loved.", "options": "Do nothing.\n- A bench\n- A new bench"},
    {"subject": "The park"},
)


def place(section: str, index: int, words: str) -> Place:
    block = REPORT.blocks(section)[index]
    text = "".join(run.text for run in getattr(block, "runs", ()))
    return Place(section=section, block=block.id, start=text.index(words), end=text.index(words) + len(words))


def test_a_comment_is_pinned_to_its_words() -> None:
    found = pin(REPORT, para("Summary", heading=1), para("The park is *worn out*."))
    assert (found.place, found.quote) == (place("summary", 0, "worn out"), "worn out")


def test_the_same_words_in_two_paragraphs_are_told_by_what_stands_round_them() -> None:
    found = pin(REPORT, para("The park is worn out."), para("The *park* is loved."))
    assert found.place == place("summary", 1, "park")
    found = pin(REPORT, para("• A *bench*"), para("• A new bench"))
    assert found.place == place("options", 1, "bench")
    found = pin(REPORT, para("• A bench"), para("• A new *bench*"))
    assert found.place == place("options", 2, "bench")


def test_white_space_that_changed_on_the_way_does_not_matter() -> None:
    found = pin(REPORT, para("The  park\tis *worn  out*."))
    assert found.quote == "worn out"


def test_a_comment_on_a_line_of_the_header_is_pinned_to_its_field() -> None:
    found = pin(REPORT, para("*Subject: The park*"), para("The park is worn out."))
    assert (found.place, found.quote) == (Place(field="subject", start=0, end=8), "The park")


def test_a_comment_over_several_paragraphs_is_pinned_to_the_first_that_is_there() -> None:
    found = pin(REPORT, para("*Gone*"), para("*The park is worn out.*"), para("*The park* is loved."))
    assert found.quote == "The park is worn out."


def test_a_comment_on_a_heading_is_pinned_to_what_it_heads() -> None:
    assert pin(REPORT, para("The park is loved."), para("*Options*", heading=1), para("Do nothing.")).place == Place(
        section="options"
    )


def test_a_comment_on_words_that_went_nowhere_is_pinned_to_the_nearest_part() -> None:
    assert pin(REPORT, para("The park is loved."), para("*Draft two*")).place == Place(section="summary")
    assert pin(REPORT, para("*Draft two*"), para("Do nothing.")).place == Place(section="options")
    assert pin(REPORT, para("*Draft two*")).place == Place(section="summary")
    assert pin(make_report({}), para("*Draft two*")).place == Place()


def test_a_comment_that_stands_nowhere_is_kept() -> None:
    assert pin(REPORT, para("The park is loved.")).place == Place(section="summary")


def test_a_comment_in_a_table_has_its_cell() -> None:
    rows = (("Item", "Cost"), ("Swing", "£100"), ("Slide", "£100"))
    table = Table(id="t", rows=tuple(tuple(Cell(paragraphs=(plain_words(each),)) for each in row) for row in rows))
    report = make_report({"summary": (table,)})
    read = WordTable(
        rows=tuple(
            WordRow(
                cells=tuple(
                    WordCell(blocks=(para(f"*{text}*" if (row, column) == (2, 1) else text),))
                    for column, text in enumerate(texts)
                )
            )
            for row, texts in enumerate(rows)
        )
    )
    assert pin(report, read).place == Place(section="summary", block="t", path=(2, 1, 0), start=0, end=4)


def test_a_comment_in_a_note_is_pinned_to_the_words_with_its_mark() -> None:
    runs = (Text(text="The park"), Footnote(runs=(Text(text="Since 1906."),)), Text(text=" is worn."))
    report = make_report({"summary": (Paragraph(runs=runs),)})
    inside = Span(note=(para("*Since* 1906."),))
    assert pin(report, para("The park", inside, " is worn.")).place == Place(
        section="summary", block=report.blocks("summary")[0].id
    )
    after = pin(report, para("The park", Span(note=(para("Since 1906."),)), " is *worn*."))
    assert after.quote == "worn"


def test_titles_at_the_end_and_headings_of_their_own_are_parts() -> None:
    report = make_report({}).model_copy(
        update={
            "sections": (Section(id="own-1", heading="The lake"), Section(id="background-papers")),
            "appendices": (Appendix(id="a1", number="1", title="Survey of trees"),),
            "background_papers": (BackgroundPaper(title="Tree strategy"),),
            "repeats": {"committees": ({"name": FieldValue(text="Parks")},)},
        }
    )
    assert pin(report, para("*The lake*", heading=2)).place == Place(section="own-1")
    assert pin(report, para("Appendix 1 – Survey of *trees*")).place == Place(appendix="a1")
    assert pin(report, para("*Tree* strategy")).place == Place(section="background-papers")
    assert pin(report, para("Committee: *Parks*")).place == Place(field="committees.name", row=0, start=0, end=5)


def test_a_thread_is_one_note_with_its_replies() -> None:
    comments = (
        ASKED,
        Comment("2", "It is.", "Bo Field", WHEN, parent="1"),
        Comment("3", "Since 1990.", "Cy Hill", parent="2"),
        Comment("4", "Other", done=True),
    )
    first, other = pinned_notes(WordDocument(blocks=(para("The *park* is loved."),), comments=comments), REPORT)
    assert first.replies == (Reply(text="It is.", by="Bo Field", when=WHEN), Reply(text="Since 1990.", by="Cy Hill"))
    assert (first.id, other.id, first.resolved, other.resolved) == ("note-1", "note-2", False, True)


def test_comments_that_answer_each_other_in_a_ring_are_kept() -> None:
    ring = (Comment("1", "a", parent="2"), Comment("2", "b", parent="1"))
    assert sum(1 + len(each.replies) for each in pinned_notes(WordDocument(comments=ring), REPORT)) == 2


@pytest.mark.parametrize("pack_id", IDS)
def test_notes_that_go_out_come_back_to_where_they_were(pack_id: str) -> None:
    pack = shipped(pack_id)
    report = noted(sample(pack))
    came = pinned_notes(read_document(write_document(report, pack, draft=True, attachments=kept(pack))), report)
    by_text = {each.text: each for each in came}
    assert len(came) == len(report.notes)
    for each in report.notes:
        back = by_text[each.text]
        if each.quote and each.place.block and each.quote != "nowhere":
            assert back.place.block == each.place.block
            assert back.quote.split() == each.quote.split() or not back.quote
        assert [reply.text for reply in back.replies] == [reply.text for reply in each.replies]
    assert merged_notes(report.notes, came, sent=report.notes) == report.notes


# Notes that went out and came back.

OURS = on_words(REPORT, "worn out", "Since when?", replies=(Reply(text="1990", by="Bo Field", when=WHEN),))


def back(**more: object) -> Note:
    """Our note as it comes back, with another id and the time with a zone."""
    return OURS.model_copy(update={"id": "note-9", "when": WHEN.replace(tzinfo=UTC), **more})


def test_a_note_that_comes_back_unchanged_stays_the_same() -> None:
    assert merged_notes((OURS,), (back(),), sent=(OURS,)) == (OURS,)
    assert merged_notes((OURS,), (back(),)) == (OURS,)


def test_replies_and_what_was_resolved_there_are_taken_over() -> None:
    new = Reply(text="No, 1991", by="Cy Hill")
    [found] = merged_notes((OURS,), (back(replies=(*OURS.replies, new), resolved=True),), sent=(OURS,))
    assert found == OURS.model_copy(update={"replies": (*OURS.replies, new), "resolved": True})


def test_what_was_answered_and_resolved_here_meanwhile_stays() -> None:
    here = OURS.model_copy(update={"replies": (*OURS.replies, Reply(text="Here", by="Di Moor")), "resolved": True})
    [found] = merged_notes((here,), (back(replies=(*OURS.replies, Reply(text="There", by="Cy Hill"))),), sent=(OURS,))
    assert [each.text for each in found.replies] == ["1990", "Here", "There"]
    assert found.resolved


def test_words_changed_there_are_taken_and_words_changed_in_both_are_both_kept() -> None:
    [found] = merged_notes((OURS,), (back(text="When?"),), sent=(OURS,))
    assert (found.id, found.text) == (OURS.id, "When?")
    here = OURS.model_copy(update={"text": "How long?"})
    [found] = merged_notes((here,), (back(text="When?"),), sent=(OURS,))
    assert found.text == "How long?"
    assert "When?" in [each.text for each in found.replies]


def test_a_note_taken_out_there_is_resolved_and_nothing_is_lost() -> None:
    [found] = merged_notes((OURS,), (), sent=(OURS,))
    assert found == OURS.model_copy(update={"resolved": True})
    assert merged_notes((OURS,), ()) == (OURS,)


def test_a_note_taken_out_here_comes_back_only_with_something_new() -> None:
    assert merged_notes((), (back(),), sent=(OURS,)) == ()
    [found] = merged_notes((), (back(replies=(*OURS.replies, Reply(text="But"))),), sent=(OURS,))
    assert found.text == OURS.text


def test_new_comments_get_ids_that_no_note_has_and_private_notes_stay() -> None:
    private = note(Place(), "Mine", id="note-1", shared=False)
    fresh = note(Place(section="options"), "New", id="note-1")
    assert [each.id for each in merged_notes((private, OURS), (fresh, back()), sent=(OURS,))] == [
        "note-1", OURS.id, "note-2",
    ]  # fmt: skip


def test_answers_that_came_as_comments_of_their_own_are_not_doubled() -> None:
    flat = note(OURS.place, "1990", by="Bo Field", id="note-2", quote=OURS.quote)
    assert merged_notes((OURS,), (back(replies=()), flat), sent=(OURS,)) == (OURS,)


def test_two_notes_with_the_same_words_are_told_by_their_place() -> None:
    first = note(place("summary", 0, "worn out"), "Why?", id="a", quote="worn out")
    second = note(place("summary", 1, "loved"), "Why?", id="b", quote="loved")
    came = (second.model_copy(update={"id": "note-1", "resolved": True}), first.model_copy(update={"id": "note-2"}))
    assert [each.resolved for each in merged_notes((first, second), came, sent=(first, second))] == [False, True]


def test_a_note_without_a_name_is_known_by_the_name_that_it_went_out_under() -> None:
    nameless = note(Place(section="summary"), "Whose?", by="", when=None)
    came = nameless.model_copy(update={"id": "note-4", "by": "Report author"})
    assert merged_notes((nameless,), (came,), sent=(nameless,)) == (nameless,)
