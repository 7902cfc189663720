"""Tracked changes are decided as Word decides them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.word.reader.document import (
    Change,
    ChangeKind,
    Look,
    ReadControl,
    Span,
    WordCell,
    WordDocument,
    WordParagraph,
    WordRow,
    WordTable,
)
from clerkwell.word.reader.settling import every, settle

KINDS: dict[str, ChangeKind] = {
    "i": "insertion",
    "d": "deletion",
    "f": "move-from",
    "t": "move-to",
    "l": "formatting",
}


def span(text: str, *changes: str) -> Span:
    return Span(text=text, changes=changes)


def para(
    *spans: Span | str, end: tuple[str, ...] = (), style: str = "", controls: tuple[int, ...] = ()
) -> WordParagraph:
    told = tuple(Span(text=each) if isinstance(each, str) else each for each in spans)
    return WordParagraph(spans=told, mark_changes=end, style=style, controls=controls)


def row(*texts: str, changes: tuple[str, ...] = ()) -> WordRow:
    return WordRow(cells=tuple(WordCell(blocks=(para(text),)) for text in texts), changes=changes)


def changes(*names: str) -> tuple[Change, ...]:
    """Changes named by their kind's first letter and a number; "f1" and "t1" are the halves of a move."""
    pairs = {"f": "t", "t": "f"}
    return tuple(
        Change(
            id=name,
            kind=KINDS[name[0]],
            author="Ade Bright",
            pair=pairs[name[0]] + name[1:] if name[0] in pairs else "",
        )
        for name in names
    )


def document(*blocks: WordParagraph | WordTable, of: tuple[Change, ...]) -> WordDocument:
    return WordDocument(blocks=blocks, changes=of)


def lines(settled: WordDocument) -> list[str]:
    done: list[str] = []
    for block in settled.blocks:
        if isinstance(block, WordParagraph):
            done.append(block.text)
        else:
            done += [
                "|".join(" ".join(each.text for each in _lines(cell)) for cell in line.cells) for line in block.rows
            ]
    return done


def _lines(cell: WordCell) -> list[WordParagraph]:
    return [block for block in cell.blocks if isinstance(block, WordParagraph)]


def test_words_put_in_and_taken_out_follow_the_decision_on_each() -> None:
    made = document(para("The park is ", span("old", "d1"), span("worn", "i2"), " out."), of=changes("d1", "i2"))
    assert lines(settle(made, every(made))) == ["The park is worn out."]
    assert lines(settle(made, ())) == ["The park is old out."]
    assert lines(settle(made, {"d1"})) == ["The park is  out."]
    assert lines(settle(made, {"i2"})) == ["The park is oldworn out."]


def test_what_comes_out_names_no_change_anywhere() -> None:
    table = WordTable(rows=(row("One"), row("Two", changes=("i3",))))
    made = document(para(span("a", "i1"), "b", end=("i2",)), para("c"), table, of=changes("i1", "i2", "i3"))
    for accepted in ((), every(made)):
        assert not [name for name in ("i1", "i2", "i3") if name in repr(settle(made, accepted))]
        assert settle(made, accepted).changes == ()


def test_words_inserted_by_one_and_deleted_by_another_are_there_only_for_the_first_alone() -> None:
    made = document(para("Pay ", span("at once", "i1", "d2"), "."), of=changes("i1", "d2"))
    assert lines(settle(made, {"i1"})) == ["Pay at once."]
    assert lines(settle(made, {"i1", "d2"})) == ["Pay ."]
    assert lines(settle(made, {"d2"})) == ["Pay ."]
    assert lines(settle(made, ())) == ["Pay ."]


def test_a_deleted_paragraph_goes_whole_and_the_next_one_keeps_its_style() -> None:
    made = document(
        para("First", style="Body"),
        para(span("Second", "d1"), end=("d1",), style="Body"),
        para("Heading", style="Heading 2"),
        of=changes("d1"),
    )
    assert [(each.text, each.style) for each in _paragraphs(settle(made, {"d1"}))] == [
        ("First", "Body"),
        ("Heading", "Heading 2"),
    ]
    assert lines(settle(made, ())) == ["First", "Second", "Heading"]


def test_joined_paragraphs_take_the_properties_of_the_mark_that_stays() -> None:
    made = document(
        para("One ", end=("d1",), style="Bullet"),
        para("two", end=("d2",), style="Quote"),
        para(" three", style="Body"),
        of=changes("d1", "d2"),
    )
    [joined] = _paragraphs(settle(made, every(made)))
    assert (joined.text, joined.style) == ("One two three", "Body")
    first, last = _paragraphs(settle(made, {"d1"}))
    assert (first.text, first.style, last.text) == ("One two", "Quote", " three")


def test_a_paragraph_that_was_parted_is_whole_again_when_the_parting_is_undone() -> None:
    made = document(para("One.", end=("i1",)), para(span("New. ", "i2"), "Two."), of=changes("i1", "i2"))
    assert lines(settle(made, ())) == ["One.Two."]
    assert lines(settle(made, {"i1"})) == ["One.", "Two."]
    assert lines(settle(made, every(made))) == ["One.", "New. Two."]


def test_an_inserted_paragraph_before_a_table_leaves_nothing_behind() -> None:
    made = document(para("One"), para(span("New", "i1"), end=("i1",)), WordTable(rows=(row("Cell"),)), of=changes("i1"))
    assert lines(settle(made, ())) == ["One", "Cell"]
    assert lines(settle(made, every(made))) == ["One", "New", "Cell"]


def test_words_before_a_table_stay_though_their_mark_goes() -> None:
    made = document(para("One", end=("d1",)), WordTable(rows=(row("Cell"),)), of=changes("d1"))
    assert lines(settle(made, every(made))) == ["One", "Cell"]


def test_rows_and_whole_tables_come_and_go() -> None:
    table = WordTable(rows=(row("Head"), row("New", changes=("i1",)), row("Old", changes=("d2",))))
    gone = WordTable(rows=(row("Gone", changes=("d3",)),))
    made = document(para("One"), table, gone, para("Two"), of=changes("i1", "d2", "d3"))
    assert lines(settle(made, every(made))) == ["One", "Head", "New", "Two"]
    assert lines(settle(made, ())) == ["One", "Head", "Old", "Gone", "Two"]


def test_a_cell_that_went_on_from_a_row_that_goes_stands_alone() -> None:
    def line(*cells: WordCell, of: tuple[str, ...] = ()) -> WordRow:
        return WordRow(cells=cells, changes=of)

    def cell(text: str, *, on: bool = False) -> WordCell:
        return WordCell(blocks=(para(text),), continues=on)

    rows = (
        line(cell("a"), cell("1"), of=("d1",)),
        line(cell("", on=True), cell("2")),
        line(cell("", on=True), cell("3")),
    )
    table = WordTable(rows=rows)
    made = document(table, of=changes("d1"))
    [settled] = settle(made, every(made)).blocks
    assert isinstance(settled, WordTable)
    assert [each.cells[0].continues for each in settled.rows] == [False, True]
    [kept] = settle(made, ()).blocks
    assert isinstance(kept, WordTable)
    assert [each.cells[0].continues for each in kept.rows] == [False, True, True]


def test_a_column_that_was_put_in_goes_again() -> None:
    cells = (WordCell(blocks=(para("a"),)), WordCell(blocks=(para("new"),), changes=("i1",)))
    made = document(WordTable(rows=(WordRow(cells=cells),)), of=changes("i1"))
    assert lines(settle(made, ())) == ["a"]
    assert lines(settle(made, every(made))) == ["a|new"]


def test_both_halves_of_a_move_are_decided_together() -> None:
    made = document(
        para(span("Moved", "f1"), end=("f1",)), para("Other"), para(span("Moved", "t1"), end=("t1",)), para("Last"),
        of=changes("f1", "t1"),
    )  # fmt: skip
    for accepted in ({"f1"}, {"t1"}, {"f1", "t1"}):
        assert lines(settle(made, accepted)) == ["Other", "Moved", "Last"]
    assert lines(settle(made, ())) == ["Moved", "Other", "Last"]


def test_changes_inside_cells_notes_and_headers_are_decided_too() -> None:
    note = Span(note=(para("Note ", span("old", "d1"), end=("i4",)), para("more")))
    table = WordTable(rows=(WordRow(cells=(WordCell(blocks=(para("x", span("y", "i2"), end=("d3",)), para("z"))),)),))
    made = WordDocument(
        blocks=(para("Words", note), table),
        headers=(para(span("Head", "i5")),),
        footers=(para(span("Foot", "d5x")),),
        changes=(*changes("d1", "i2", "d3", "i4", "i5"), Change(id="d5x", kind="deletion")),
    )
    done = settle(made, every(made))
    assert lines(done) == ["Words", "xyz"]
    held = _paragraphs(done)[0].spans[1].note
    assert held is not None
    assert [each.text for each in held] == ["Note ", "more"]
    assert [each.text for each in done.headers if isinstance(each, WordParagraph)] == ["Head"]
    assert [each.text for each in done.footers if isinstance(each, WordParagraph)] == [""]
    undone = settle(made, ())
    held = _paragraphs(undone)[0].spans[1].note
    assert held is not None
    assert [each.text for each in held] == ["Note oldmore"]
    assert lines(undone) == ["Words", "x z"]


def test_the_last_paragraph_of_a_cell_stays_though_all_of_it_goes() -> None:
    cell = WordCell(blocks=(para(span("All", "d1"), end=("d1",)),))
    made = document(WordTable(rows=(WordRow(cells=(cell,)),)), of=changes("d1"))
    assert lines(settle(made, every(made))) == [""]


def test_a_text_box_joins_nothing_of_the_text_round_it() -> None:
    box = replace(para("Box ", end=("d1",)), box=True)
    made = document(para("One ", end=("d2",)), box, para("two"), of=changes("d1", "d2"))
    assert sorted(lines(settle(made, every(made)))) == ["Box ", "One two"]


def test_formatting_that_is_refused_is_taken_back() -> None:
    bold = Span(text="now", bold=True, changes=("l1",), former=Look(italic=True))
    made = document(para("Pay ", bold), of=changes("l1"))
    assert _paragraphs(settle(made, ()))[0].spans[1] == Span(text="now", italic=True)
    assert _paragraphs(settle(made, every(made)))[0].spans[1] == Span(text="now", bold=True)


def test_a_style_that_is_refused_is_taken_back() -> None:
    heading = replace(para("Costs", end=("l1",), style="Heading 2"), heading=2, former=WordParagraph(style="Body"))
    made = document(heading, of=changes("l1"))
    assert settle(made, ()).blocks == (para("Costs", style="Body"),)
    assert settle(made, every(made)).blocks == (replace(para("Costs", style="Heading 2"), heading=2),)


def test_a_control_that_lost_all_its_paragraphs_stays_empty() -> None:
    made = document(
        para("Heading"),
        para(span("One", "d1"), end=("d1",), controls=(7,)),
        para(span("Two", "d1"), end=("d1",), controls=(7,)),
        para("Next", controls=(8,)),
        of=changes("d1"),
    )
    assert [(each.text, each.controls) for each in _paragraphs(settle(made, every(made)))] == [
        ("Heading", ()),
        ("", (7,)),
        ("Next", (8,)),
    ]


def test_a_control_among_words_that_lost_its_own_stays_empty_while_its_line_stays() -> None:
    field = Span(text="Ade", changes=("d1",), controls=(4,))
    made = document(para("Author: ", field, "."), of=changes("d1"))
    assert _paragraphs(settle(made, every(made)))[0].spans == (
        Span(text="Author: "),
        Span(controls=(4,)),
        Span(text="."),
    )


def test_a_control_that_came_with_an_insertion_goes_with_it() -> None:
    made = WordDocument(
        blocks=(para(span("New", "i1"), end=("i1",), controls=(5,)), para("Old", controls=(6,))),
        changes=changes("i1"),
        controls={5: ReadControl(5, "field:a"), 6: ReadControl(6, "field:b")},
    )
    assert set(settle(made, ()).controls) == {6}
    assert set(settle(made, every(made)).controls) == {5, 6}
    assert lines(settle(made, ())) == ["Old"]


def test_words_do_not_cross_into_the_next_place_when_a_mark_goes() -> None:
    made = document(para("One", end=("d1",), controls=(1,)), para("Heading", controls=(2,)), of=changes("d1"))
    assert [(each.text, each.controls) for each in _paragraphs(settle(made, every(made)))] == [
        ("One", (1,)),
        ("Heading", (2,)),
    ]


def test_a_document_without_changes_is_what_it_was() -> None:
    made = document(para("One"), of=())
    assert settle(made, ()) is made


NAMES = ("i1", "i2", "d3", "d4")
PIECES = st.tuples(
    st.text("ab ¶", min_size=1, max_size=6), st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple)
)


@given(st.lists(PIECES, max_size=8), st.sets(st.sampled_from(NAMES)))
def test_settled_text_is_the_stream_of_its_characters_without_those_that_go(
    pieces: list[tuple[str, tuple[str, ...]]], accepted: set[str]
) -> None:
    paragraphs: list[WordParagraph] = []
    spans: list[Span] = []
    kept = ""
    for text, names in pieces:
        stands = all((name[0] == "i") == (name in accepted) for name in names)
        kept += text if stands else ""
        for letter in text:
            if letter == "¶":
                paragraphs.append(para(*spans, end=names))
                spans = []
            else:
                spans.append(Span(text=letter, changes=names))
    made = document(*paragraphs, para(*spans, "end"), of=changes(*NAMES))
    settled = settle(made, accepted)
    assert "\n".join(lines(settled)) == (kept + "end").replace("¶", "\n")
    assert settle(settled, ()) == settled


def _paragraphs(settled: WordDocument) -> list[WordParagraph]:
    return [block for block in settled.blocks if isinstance(block, WordParagraph)]
