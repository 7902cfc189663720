"""Two people at one report: who changes other things never conflicts, and what both did is there."""

from hypothesis import given, settings
from hypothesis import strategies as st

from clerkwell.comparing import merge
from clerkwell.model import Cell, Paragraph, Report, SetBlocks, SetField, Table, Text, apply
from clerkwell.model.report import FieldValue
from clerkwell.packs import Pack
from helpers.building import make_pack, make_report

PACK: Pack = make_pack()
BASE = make_report(
    {
        "summary": "The park is worn out.\nIt costs more each year.\nNobody asked for it.\nThe lake is dry.",
        "background": "It was opened long ago.\nThe survey says so.\nTrees came in May.\nA fence stands round it.",
    },
    {"subject": "The park", "purpose": "For Decision"},
)
IDS = [block.id for section in BASE.sections for block in section.blocks]


def act(report: Report, block_id: str, how: str, word: str) -> Report:
    """One edit of one block, as a person makes it."""
    section = next(each for each in report.sections if any(block.id == block_id for block in each.blocks))
    blocks = list(section.blocks)
    at = next(index for index, block in enumerate(blocks) if block.id == block_id)
    block = blocks[at]
    assert isinstance(block, Paragraph)
    match how:
        case "reword":
            blocks[at] = block.model_copy(update={"runs": (Text(text=f"{word} instead of what was here."),)})
        case "append":
            blocks[at] = block.model_copy(update={"runs": (*block.runs, Text(text=f" And {word}.", italic=True))})
        case "remove":
            del blocks[at]
        case "move":
            blocks.insert(0, blocks.pop(at))
            if at == 0:
                blocks.append(blocks.pop(0))
        case "add":
            blocks.insert(at + 1, Paragraph(runs=(Text(text=f"{word} is new behind it."),)))
        case "bold":
            blocks[at] = block.model_copy(update={"runs": tuple(_bold(run) for run in block.runs)})
    return apply(SetBlocks(section=section.id, blocks=tuple(blocks)), report)


def _bold(run: object) -> Text:
    assert isinstance(run, Text)
    return run.model_copy(update={"bold": True})


ways = st.sampled_from(("reword", "append", "remove", "move", "add", "bold"))
words = st.sampled_from(("Swings", "Ponds", "Benches", "Paths"))


@st.composite
def apart(draw: st.DrawFn) -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    """What two people do, each to blocks of their own."""
    mine = draw(st.sets(st.sampled_from(IDS), max_size=4))
    others = draw(st.sets(st.sampled_from([each for each in IDS if each not in mine]), max_size=4))
    return tuple({name: (draw(ways), draw(words)) for name in sorted(names)} for names in (mine, others))  # type: ignore[return-value]  # two of them


def table(*rows: tuple[str, ...]) -> Table:
    return Table(rows=tuple(tuple(cell(text) for text in row) for row in rows))


def cell(text: str) -> Cell:
    return Cell(paragraphs=((Text(text=text),),)) if text else Cell()


def all_words(report: Report) -> list[str]:
    return [
        "".join(run.text for run in block.runs if isinstance(run, Text))
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]


@settings(max_examples=200)
@given(apart())
def test_edits_of_different_blocks_never_conflict_and_are_all_there(
    deeds: tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]],
) -> None:
    ours, theirs = BASE, BASE
    both = BASE
    for name, (how, word) in deeds[0].items():
        ours, both = act(ours, name, how, f"our {word}"), act(both, name, how, f"our {word}")
    for name, (how, word) in deeds[1].items():
        theirs, both = act(theirs, name, how, f"their {word}"), act(both, name, how, f"their {word}")
    merged = merge(BASE, ours, theirs, PACK)
    assert merged.conflicts == ()
    assert sorted(all_words(merged.report)) == sorted(all_words(both))
    other = merge(BASE, theirs, ours, PACK)
    assert sorted(all_words(other.report)) == sorted(all_words(merged.report))


@settings(max_examples=100)
@given(st.sampled_from(IDS), ways, ways, words)
def test_what_they_did_to_the_same_block_is_taken_or_in_conflict(name: str, mine: str, other: str, word: str) -> None:
    ours, theirs = act(BASE, name, mine, "our words"), act(BASE, name, other, f"their {word}")
    merged = merge(BASE, ours, theirs, PACK)
    if any(each.place.block == name for each in merged.conflicts):
        return
    left = {block.id: block for section in merged.report.sections for block in section.blocks}
    match other:
        case "reword" | "append" | "add":
            assert any(f"their {word}" in line for line in all_words(merged.report))
        case "remove":
            assert name not in left
        case "bold":
            block = left.get(name)
            assert mine == "remove" or (isinstance(block, Paragraph) and isinstance(block.runs[0], Text))
            assert block is None or (isinstance(block, Paragraph) and block.runs[0] == _bold(block.runs[0]))
        case "move":
            assert name in left or mine == "remove"


def test_a_field_that_both_changed_otherwise_is_asked_about() -> None:
    ours = apply(SetField(field="purpose", value=FieldValue(text="For Information", value="For Information")), BASE)
    theirs = apply(SetField(field="purpose", value=FieldValue(text="For Noting")), BASE)
    (conflict,) = merge(BASE, ours, theirs, PACK).conflicts
    assert (conflict.id, conflict.part, conflict.base) == ("field:purpose", "Purpose", "For Decision")
    chosen = merge(BASE, ours, theirs, PACK, {conflict.id: "theirs"})
    assert chosen.report.fields["purpose"].text == "For Noting"
    assert chosen.conflicts == ()


def test_two_changes_of_one_sentence_are_both_taken() -> None:
    ours = act(BASE, IDS[0], "append", "more")
    theirs = act(BASE, IDS[0], "bold", "")
    merged = merge(BASE, ours, theirs, PACK)
    assert merged.conflicts == ()
    block = merged.report.sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    assert [(run.text, run.bold, run.italic) for run in block.runs if isinstance(run, Text)] == [
        ("The park is worn out.", True, False),
        (" And more.", False, True),
    ]


def test_what_one_removed_and_the_other_changed_is_asked_about() -> None:
    ours, theirs = act(BASE, IDS[0], "remove", ""), act(BASE, IDS[0], "append", "more")
    merged = merge(BASE, ours, theirs, PACK)
    (conflict,) = merged.conflicts
    assert conflict.base == "The park is worn out."
    assert [piece.kind for piece in conflict.ours] == ["removed"]
    assert conflict.theirs[-1].text == " And more."
    assert "The park is worn out. And more." not in all_words(merged.report)
    kept = merge(BASE, ours, theirs, PACK, {conflict.id: "theirs"})
    assert all_words(kept.report)[0] == "The park is worn out. And more."
    (mirrored,) = merge(BASE, theirs, ours, PACK).conflicts
    assert mirrored.id == conflict.id


def test_both_words_may_be_wanted() -> None:
    ours, theirs = act(BASE, IDS[0], "reword", "We"), act(BASE, IDS[0], "reword", "They")
    (conflict,) = merge(BASE, ours, theirs, PACK).conflicts
    both = merge(BASE, ours, theirs, PACK, {conflict.id: "both"}).report
    assert "We" in all_words(both)[0]
    assert "They" in all_words(both)[0]


def test_a_row_of_theirs_and_a_column_of_ours_make_one_table() -> None:
    base = make_report({"summary": (table(("Year", "Cost"), ("2025", "£1"), ("2026", "£2")),)})
    name = base.sections[0].blocks[0].id

    def holding(*rows: tuple[str, ...]) -> Report:
        block = table(*rows).model_copy(update={"id": name})
        return apply(SetBlocks(section="summary", blocks=(block,)), base)

    ours = holding(("Year", "Note", "Cost"), ("2025", "a", "£1"), ("2026", "b", "£2"))
    theirs = holding(("Year", "Cost"), ("2025", "£1"), ("2026", "£3"), ("2027", "£4"))
    merged = merge(base, ours, theirs, PACK)
    assert merged.conflicts == ()
    block = merged.report.sections[0].blocks[0]
    assert isinstance(block, Table)
    assert block == table(("Year", "Note", "Cost"), ("2025", "a", "£1"), ("2026", "b", "£3"), ("2027", "", "£4"))
