"""Tracked changes are listed for people, with what stands round them."""

from datetime import datetime

from clerkwell.word.reader.document import Change, Span, WordCell, WordDocument, WordParagraph, WordRow, WordTable
from clerkwell.word.reader.tracked import tracked

WHEN = datetime(2026, 7, 1, 9, 30)


def change(name: str, kind: str, words: str = "", pair: str = "") -> Change:
    return Change(name, kind, "Ade Bright", WHEN, words, pair)  # type: ignore[arg-type]  # kinds of change by name


def test_a_change_is_told_with_the_words_round_it_and_its_controls() -> None:
    line = WordParagraph(
        spans=(Span(text="The park is "), Span(text="old", changes=("c1",)), Span(text=" and worn out.")),
        controls=(3, 4),
    )
    [told] = tracked(WordDocument(blocks=(line,), changes=(change("c1", "deletion", "old"),)))
    assert (told.change.author, told.change.when, told.change.words) == ("Ade Bright", WHEN, "old")
    assert (told.before, told.after, told.where, told.controls) == ("The park is ", " and worn out.", "body", (3, 4))
    assert (told.ids, told.whole) == (("c1",), False)


def test_long_neighbours_are_cut_between_words() -> None:
    long = "word " * 30
    line = WordParagraph(spans=(Span(text=long), Span(text="new", changes=("c1",)), Span(text=" " + long)))
    [told] = tracked(WordDocument(blocks=(line,), changes=(change("c1", "insertion"),)))
    assert told.before == "word " * 7
    assert told.after == (" word" * 8)[: len(told.after)]
    assert len(told.after) <= 40


def test_both_halves_of_a_move_are_one_where_its_words_went() -> None:
    document = WordDocument(
        blocks=(
            WordParagraph(spans=(Span(text="Moved", changes=("c1",)),), mark_changes=("c1",)),
            WordParagraph(spans=(Span(text="Stays"),)),
            WordParagraph(spans=(Span(text="Moved", changes=("c2",)),), mark_changes=("c2",)),
        ),
        changes=(change("c1", "move-from", "Moved", "c2"), change("c2", "move-to", "Moved", "c1")),
    )
    [told] = tracked(document)
    assert told.ids == ("c2", "c1")
    assert told.change.kind == "move-to"
    assert told.whole


def test_a_move_whose_other_half_is_missing_is_told_by_itself() -> None:
    line = WordParagraph(spans=(Span(text="Gone", changes=("c1",)), Span(text=" stays")))
    [told] = tracked(WordDocument(blocks=(line,), changes=(change("c1", "move-from", "Gone", "c9"),)))
    assert told.ids == ("c1",)


def test_every_change_is_told_once_in_the_documents_order_wherever_it_stands() -> None:
    note = (WordParagraph(spans=(Span(text="n", changes=("c4",)),)),)
    cell = WordCell(blocks=(WordParagraph(spans=(Span(text="x", changes=("c6",)),)),), changes=("c7",))
    rows = (WordRow(cells=(cell,), changes=("c5",)),)
    document = WordDocument(
        headers=(WordParagraph(spans=(Span(text="h", changes=("c1",)),)),),
        blocks=(
            WordParagraph(spans=(Span(text="b", changes=("c2",)),), box=True),
            WordParagraph(spans=(Span(text="a", changes=("c3",)), Span(note=note)), mark_changes=("c3",)),
            WordTable(rows=rows),
        ),
        footers=(WordParagraph(spans=(Span(text="f", changes=("c8",)),)),),
        changes=tuple(change(f"c{number}", "insertion") for number in range(1, 9)),
    )
    told = tracked(document)
    assert [each.change.id for each in told] == ["c1", "c2", "c3", "c4", "c5", "c7", "c6", "c8"]
    assert [each.where for each in told] == [
        "header", "text box", "body", "footnote", "table", "table", "table", "footer",
    ]  # fmt: skip
    assert [each.whole for each in told] == [False, False, True, False, True, True, False, False]
