"""From blocks to a document: writing, writing the difference, mending."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from clerkwell.model import (
    Block,
    Blocks,
    Cell,
    Footnote,
    ListItem,
    Paragraph,
    Quotation,
    Reference,
    SubHeading,
    Table,
    Text,
)
from clerkwell.ui.editors.richtext.formats import WORDS, Looks, Setting, block_format
from clerkwell.ui.editors.richtext.projection import project
from clerkwell.ui.editors.richtext.rendering import mend, refresh, write, write_difference

LOOKS = Looks(em=16, points=11.5, link="#1d5c99", muted="#545b63")
SETTING = Setting(LOOKS, lambda reference: f"para {reference.target}")

runs = st.lists(
    st.builds(
        Text,
        text=st.text(alphabet="ab😀\n", min_size=1, max_size=3),
        bold=st.booleans(),
        link=st.sampled_from(["", "https://example.org"]),
    )
    | st.builds(Reference, to=st.just("paragraph"), target=st.sampled_from(["x", "y"]))
    | st.builds(Footnote, runs=st.just((Text(text="n"),))),
    max_size=3,
).map(tuple)
ids = st.sampled_from([f"b{index}" for index in range(12)])
some_block: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, id=ids, runs=runs, plain=st.booleans()),
    st.builds(SubHeading, id=ids, runs=runs),
    st.builds(ListItem, id=ids, runs=runs, level=st.integers(0, 2), ordered=st.booleans()),
    st.builds(Quotation, id=ids, runs=runs),
    st.builds(Table, id=ids, caption=st.sampled_from(["", "c"]), rows=st.just(((Cell(), Cell()),))),
)
some_blocks: st.SearchStrategy[Blocks] = st.lists(some_block, max_size=6, unique_by=lambda block: block.id).map(tuple)


def same(one: QTextDocument, other: QTextDocument) -> bool:
    """Whether two documents hold the same lines in the same looks."""
    if one.blockCount() != other.blockCount():
        return False
    mine, theirs = one.firstBlock(), other.firstBlock()
    while mine.isValid():
        if mine.text() != theirs.text() or mine.blockFormat() != theirs.blockFormat():
            return False
        for units in range(mine.length() - 1):
            if _format_at(one, mine.position() + units) != _format_at(other, theirs.position() + units):
                return False
        mine, theirs = mine.next(), theirs.next()
    return True


def _format_at(document: QTextDocument, position: int) -> QTextCharFormat:
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    return cursor.charFormat()


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=some_blocks, new=some_blocks)
def test_writing_the_difference_leaves_what_writing_anew_would(qtbot: QtBot, old: Blocks, new: Blocks) -> None:  # noqa: ARG001
    document, fresh = QTextDocument(), QTextDocument()
    write(document, old, SETTING)
    write_difference(document, old, new, SETTING)
    write(fresh, new, SETTING)

    assert same(document, fresh)
    assert project(document, new).blocks == new


def test_only_the_lines_that_differ_are_touched(qtbot: QtBot) -> None:  # noqa: ARG001
    document = QTextDocument()
    lines = tuple(Paragraph(id=f"b{index}", runs=(Text(text=f"Paragraph {index}"),)) for index in range(300))
    write(document, lines, SETTING)
    document.documentLayout()
    seen: list[tuple[int, int, int]] = []
    document.contentsChange.connect(lambda *change: seen.append(change))

    write_difference(document, lines, (*lines[:7], Paragraph(id="b7", runs=(Text(text="Other"),)), *lines[8:]), SETTING)

    # Qt counts the line end before it too.
    start = document.findBlockByNumber(7).position() - 1
    assert seen
    assert all(start <= position and position + added <= start + 40 for position, _, added in seen), seen


def test_nothing_is_written_where_nothing_differs(qtbot: QtBot) -> None:  # noqa: ARG001
    document = QTextDocument()
    lines = (Paragraph(id="a", runs=(Text(text="One"),)),)
    write(document, lines, SETTING)
    document.documentLayout()
    seen: list[int] = []
    document.contentsChanged.connect(lambda: seen.append(1))

    write_difference(document, lines, (Paragraph(id="a", runs=(Text(text="One"),)),), SETTING)

    assert seen == []


def test_mending_gives_back_ids_and_takes_out_looks_that_no_block_has(qtbot: QtBot) -> None:  # noqa: ARG001
    document = QTextDocument()
    lines = (SubHeading(id="a", runs=(Text(text="Head"),)),)
    write(document, lines, SETTING)
    cursor = QTextCursor(document)
    odd = QTextCharFormat()
    odd.setFontPointSize(40)
    cursor.setPosition(2)
    cursor.insertText("xx", odd)
    cursor.insertBlock()
    projected = project(document, lines)
    named = tuple(block.model_copy(update={"id": f"n{index}"}) for index, block in enumerate(projected.blocks))

    mend(document, projected, named, SETTING)

    fresh = QTextDocument()
    write(fresh, named, SETTING)
    assert same(document, fresh)


def test_references_and_notes_are_shown_in_new_words_when_these_change(qtbot: QtBot) -> None:  # noqa: ARG001
    document = QTextDocument()
    note = Footnote(runs=(Text(text="n"),))
    lines: Blocks = (
        Paragraph(id="a", runs=(Text(text="see "), Reference(to="paragraph", target="x"), note)),
        Paragraph(id="b", runs=(note,)),
    )
    write(document, lines, SETTING)
    assert _words(document) == ["para x", "1", "2"]

    refresh(document, lines, Setting(LOOKS, lambda _: "9", first_note=4))

    assert _words(document) == ["9", "4", "5"]


def test_notes_after_a_table_that_has_some_count_them(qtbot: QtBot) -> None:  # noqa: ARG001
    document = QTextDocument()
    note = Footnote(runs=(Text(text="n"),))
    rows = ((Cell(paragraphs=((Text(text="Cost"), note), (note,))),),)
    lines: Blocks = (Table(id="a", rows=rows), Paragraph(id="b", runs=(note,)))

    write(document, lines, SETTING)

    assert _words(document)[-1] == "3"


def _words(document: QTextDocument) -> list[str]:
    found = []
    line = document.firstBlock()
    while line.isValid():
        fragments = line.begin()
        while not fragments.atEnd():
            words = fragments.fragment().charFormat().stringProperty(WORDS)
            found += [words] if words else []
            fragments += 1
        line = line.next()
    return found


def test_an_item_stands_further_in_the_deeper_it_is(qtbot: QtBot) -> None:  # noqa: ARG001
    lefts = [block_format(ListItem(level=level), LOOKS).leftMargin() for level in range(3)]

    assert block_format(Paragraph(), LOOKS).leftMargin() < lefts[0] < lefts[1] < lefts[2]
