"""Blocks are turned onto landscape pages and back, by one command and one step of undo."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.model import Blocks, Image, Landscape, ListItem, Paragraph, Quotation, Table, Text
from clerkwell.model.blocks import Cell
from clerkwell.ui.editors.richtext import Selection, Spot
from clerkwell.ui.editors.richtext.landscape import turn
from helpers.editing import Editing

Opener = Callable[..., Editing]
TABLE = Table(caption="Visits", rows=((Cell(paragraphs=((Text(text="May"),),)), Cell()),))
ONE, TWO = Paragraph(runs=(Text(text="One"),)), Paragraph(runs=(Text(text="Two"),))
SAID = Quotation(runs=(Text(text="Said"),))


def across(editing: Editing, first: int, last: int) -> None:
    editing.editor().select(Selection(Spot(first, 0), Spot(last, 1)))


def test_a_table_is_turned_and_turned_back(opened: Opener) -> None:
    editing = opened({"background": (ONE, TABLE, TWO)})
    page = editing.pages["background"]
    across(editing, 1, 1)
    page.actions_by_id["landscape"].trigger()
    assert editing.blocks() == (ONE, Landscape(blocks=(TABLE,)), TWO)
    assert editing.desk.session.undo_label == "Turn onto a landscape page"
    assert page.actions_by_id["landscape"].isChecked()
    page.actions_by_id["landscape"].trigger()
    assert editing.blocks() == (ONE, TABLE, TWO)
    assert editing.desk.session.undo_label == "Turn back upright"
    editing.desk.session.undo()
    editing.desk.session.undo()
    assert editing.blocks() == (ONE, TABLE, TWO)


def test_several_blocks_go_onto_the_same_pages_and_keep_their_ids(opened: Opener) -> None:
    editing = opened({"background": (ONE, SAID, TABLE)})
    ids = [block.id for block in editing.blocks()]
    across(editing, 0, 2)
    editing.pages["background"].actions_by_id["landscape"].trigger()
    (page,) = editing.blocks()
    assert isinstance(page, Landscape)
    assert [block.id for block in page.blocks] == ids
    assert page.blocks == (ONE, Paragraph(runs=SAID.runs), TABLE)


def test_an_empty_line_is_not_turned_and_that_is_said(opened: Opener) -> None:
    editing = opened({"background": ()})
    said: list[str] = []
    editing.editor().notice.connect(said.append)
    editing.pages["background"].actions_by_id["landscape"].trigger()
    assert editing.blocks() == ()
    assert "nothing to turn" in said[0]


def test_what_is_not_for_publication_stays_so_both_ways() -> None:
    hidden = TABLE.model_copy(update={"private": True})
    there = turn((hidden,), Selection.at(0, 0))
    assert there is not None
    assert there.blocks[0].private
    back = turn(there.blocks, Selection.at(0, 0))
    assert back is not None
    assert back.blocks == (hidden,)
    mixed = turn((ONE, hidden), Selection(Spot(0, 0), Spot(1, 1)))
    assert mixed is not None
    assert not mixed.blocks[0].private
    page = mixed.blocks[0]
    assert isinstance(page, Landscape)
    assert [each.private for each in page.blocks] == [False, True]


lines = st.lists(
    st.sampled_from(
        [ONE, TWO, TABLE, ListItem(runs=ONE.runs), Image(attachment="a.png"), Landscape(blocks=(TABLE, TWO))]
    ),
    min_size=1,
    max_size=5,
).map(tuple)


@given(lines, st.integers(0, 4), st.integers(0, 4))
def test_nothing_is_lost_whichever_way_it_is_turned(blocks: Blocks, one: int, other: int) -> None:
    first, last = sorted((one % len(blocks), other % len(blocks)))
    chosen = Selection(Spot(first, 0), Spot(last, 1))
    done = turn(blocks, chosen)
    assert done is not None
    assert _flat(done.blocks) == _flat(blocks)
    assert not any(isinstance(inner, Landscape) for b in done.blocks if isinstance(b, Landscape) for inner in b.blocks)


def _flat(blocks: Blocks) -> list[object]:
    return [each for block in blocks for each in (block.blocks if isinstance(block, Landscape) else (block,))]
