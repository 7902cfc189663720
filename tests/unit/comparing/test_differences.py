"""Differences as people read them."""

from datetime import UTC, datetime

import pytest

from clerkwell.comparing import Difference, Piece, aligned, compare, merge, reverted
from clerkwell.model import (
    BackgroundPaper,
    Blocks,
    Cell,
    Consultation,
    FieldValue,
    Footnote,
    ListItem,
    Paragraph,
    Reference,
    Report,
    Seal,
    SealedPart,
    Section,
    Table,
    Text,
    give_ids,
)
from helpers.building import MANIFEST, make_pack, make_report

PACK = make_pack()


def changed(before: str | Blocks, after: str | Blocks) -> tuple[Difference, ...]:
    """What differs in a section that came home without ids."""
    one, other = make_report({"summary": before}), make_report({"summary": after})
    return compare(one, aligned(one, other), PACK)


def marked(found: Difference) -> str:
    signs = {"same": "{}", "added": "[+{}+]", "removed": "[-{}-]"}
    return "".join(signs[piece.kind].format(piece.text) for piece in found.pieces)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("It costs £1,250 a year.", "It costs £1,300.50 a year.", "It costs £[-1,250-][+1,300.50+] a year."),
        ("The five red boats.", "The six blue boats.", "The [-five red-][+six blue+] boats."),
        ("One. Two.", "One. And three. Two.", "One. [+And three. +]Two."),
        ("It's on 07/09/2026.", "It's on 08/09/2026.", "It's on [-07/09/2026-][+08/09/2026+]."),
        ("The park is open", "The park is open.", "The park is open[+.+]"),
    ],
)
def test_words_differ_whole_and_signs_apart(before: str, after: str, shown: str) -> None:
    (found,) = changed(before, after)
    assert (found.kind, found.part, found.worded) == ("changed", "Summary", True)
    assert marked(found) == shown


def test_what_both_have_by_chance_does_not_part_a_change_into_confetti() -> None:
    (found,) = changed("Members approve plans for parks.", "Members reject schemes in ponds.")
    assert sum(piece.kind != "same" for piece in found.pieces) == 2


def test_long_stretches_that_both_have_are_cut_at_words() -> None:
    long = " ".join(f"word{number}" for number in range(200))
    (found,) = changed(f"{long} old.", f"{long} new.")
    assert found.pieces[0].text.startswith("… word")
    assert len(found.pieces[0].text) < 100
    assert (found.before, found.after) == ("old", "new")


def test_a_paragraph_that_was_moved_to_another_section_is_said_to_come_from_there() -> None:
    before = make_report({"summary": "One stays here.\nTwo is what moves away.", "background": "Three stays there."})
    after = make_report({"summary": "One stays here.", "background": "Three stays there.\nTwo is what moves away."})
    (found,) = compare(before, aligned(before, after), PACK)
    assert (found.kind, found.part, found.after, found.worded) == (
        "moved", "Background", "moved here from Summary", False,
    )  # fmt: skip


def test_looks_and_forms_are_said_in_words() -> None:
    plain = (Paragraph(runs=(Text(text="The costs are high."),)),)
    bold = (Paragraph(runs=(Text(text="The "), Text(text="costs", bold=True), Text(text=" are high."))),)
    (found,) = changed(plain, bold)
    assert (found.after, found.worded) == ("bold: costs", False)
    item = (ListItem(runs=plain[0].runs, level=1),)
    (found,) = changed(plain, item)
    assert (found.before, found.after) == ("a paragraph", "a bullet of the second level")
    private = (plain[0].model_copy(update={"private": True}),)
    (found,) = changed(plain, private)
    assert (found.before, found.after) == ("public", "not for publication")


def test_footnotes_and_references_are_said_by_what_they_say() -> None:
    before = (Paragraph(runs=(Text(text="As said."),)),)
    note = Footnote(runs=(Text(text="In May."),))
    (found,) = changed(before, (Paragraph(runs=(Text(text="As said."), note)),))
    assert found.after == "[footnote: In May.]"
    pointing = (Paragraph(runs=(Text(text="As said."), Reference(to="section", target="background"))),)
    (found,) = changed(before, pointing)
    assert found.after == "Background"


def _table(*rows: tuple[str, ...]) -> Table:
    return Table(rows=tuple(tuple(Cell(paragraphs=((Text(text=text),),)) for text in row) for row in rows))


def test_rows_columns_and_cells_are_said_apart() -> None:
    before = (_table(("Year", "Cost"), ("2025", "£1"), ("2026", "£2"), ("2027", "£3")),)
    after = (_table(("Year", "Note", "Cost"), ("2025", "x", "£1"), ("2027", "y", "£9"), ("2028", "z", "£4")),)
    found = changed(before, after)
    assert [(each.kind, each.id.split(":")[1], each.before, each.after) for each in found] == [
        ("added", "column", "", "Note | x | y | z"),
        ("removed", "row", "2026 | £2", ""),
        ("added", "row", "", "2028 | z | £4"),
        ("changed", "cell", "3", "9"),
    ]


def test_fields_rows_and_papers_differ_by_their_own_names() -> None:
    rows = ({"name": FieldValue(text="Parks")}, {"name": FieldValue(text="Finance"), "date": FieldValue(text="1 May")})
    before = make_report({}, {"subject": "The park"}).model_copy(
        update={"repeats": {"committees": rows}, "background_papers": (BackgroundPaper(title="The survey"),)}
    )
    other = {**rows[1], "date": FieldValue(text="2 May")}
    after = make_report({}, {"subject": "The new park"}).model_copy(
        update={"repeats": {"committees": (rows[0], other)}, "background_papers": ()}
    )
    found = compare(before, after, PACK)
    assert [(each.part, each.kind, each.before, each.after) for each in found] == [
        ("Subject", "changed", "", "new"),
        ("Date of meeting (2)", "changed", "1", "2"),
        ("Background Papers", "removed", "The survey", ""),
    ]
    assert found[1].place.row == 1


def test_a_section_that_came_is_one_difference_and_its_order_counts_where_the_report_gives_it() -> None:
    before = make_report({"summary": "One.", "background": "Two."})
    after = make_report({"summary": "One.", "background": "Two.", "options": "Three is new.\nFour is too."})
    (found,) = compare(before, aligned(before, after), PACK)
    assert (found.kind, found.part) == ("added", "Options")
    assert found.pieces == (Piece("Options\nThree is new.\nFour is too.", "added"),)
    turned = before.model_copy(update={"sections": before.sections[::-1]})
    assert compare(before, turned, PACK) == ()
    free = make_pack(MANIFEST.replace('title = "Test report"', 'title = "Test report"\norder = "report"'))
    (moved,) = compare(before, turned, free)
    assert (moved.kind, moved.after) == ("moved", "the order of sections")


def test_one_difference_is_taken_back_and_the_others_stay() -> None:
    before = make_report({"summary": "One is old.\nTwo goes away.\nThree stays."})
    after = aligned(before, make_report({"summary": "One is new.\nThree stays.\nFour is quite other."}))
    found = {each.kind: each.id for each in compare(before, after, PACK)}
    assert set(found) == {"changed", "removed", "added"}
    assert _lines(reverted(before, after, PACK, [found["removed"]])) == [
        "One is new.", "Two goes away.", "Three stays.", "Four is quite other.",
    ]  # fmt: skip
    assert _lines(reverted(before, after, PACK, [found["changed"], found["added"]])) == ["One is old.", "Three stays."]


def test_words_taken_back_keep_looks_that_are_not() -> None:
    before = make_report({"summary": (Paragraph(id="b1", runs=(Text(text="The park is old."),)),)})
    runs = (Text(text="The "), Text(text="park", bold=True), Text(text=" is new."))
    after = before.model_copy(update={"sections": (Section(id="summary", blocks=(Paragraph(id="b1", runs=runs),)),)})
    done = reverted(before, after, PACK, ["b1:words"])
    assert done.sections[0].blocks[0] == Paragraph(
        runs=(Text(text="The "), Text(text="park", bold=True), Text(text=" is old."))
    )


def test_ids_follow_words_that_were_reworded_moved_or_copied() -> None:
    base = make_report({"summary": "The first of all is here.\nThe second has words too.\nN/A", "background": "Other."})
    other = make_report(
        {"summary": "N/A\nThe second has words now.", "background": "Other.\nThe first of all is here.\nQuite new."}
    )
    done = aligned(base, other)
    assert [block.id for section in done.sections for block in section.blocks] == ["b3", "b2", "b4", "b1", "b5"]


def test_references_of_an_aligned_report_follow_its_blocks() -> None:
    base = make_report({"summary": "The first of all is here.\nThe second has words too."})
    pointing = Paragraph(runs=(Reference(to="paragraph", target="b2"), Text(text=" says so.")))
    moved = (Paragraph(id="b2", runs=(Text(text="The first of all is here."),)), pointing)
    other = give_ids(base.model_copy(update={"sections": (Section(id="summary", blocks=moved),)}))
    done = aligned(base, other)
    block = done.sections[0].blocks[1]
    assert isinstance(block, Paragraph)
    assert block.runs[0] == Reference(to="paragraph", target="b1")


def _lines(report: Report) -> list[str]:
    return [
        "".join(run.text for run in block.runs if isinstance(run, Text))
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]


def test_two_imports_of_one_document_are_held_against_each_other_by_their_words() -> None:
    lines = [f"Paragraph {number} tells of the {word} in its own words." for number, word in enumerate(_NOUNS)]
    before = make_report({"summary": "\n".join(lines)})
    after = make_report({"summary": "\n".join(["One that is quite new comes first.", *lines])})
    (found,) = compare(before, after, PACK)
    assert (found.kind, found.after) == ("added", "One that is quite new comes first.")
    assert found.place.block == after.sections[0].blocks[0].id
    assert _lines(reverted(before, after, PACK, [found.id])) == lines


_NOUNS = ("lake", "bridge", "fence", "library", "oak", "harbour", "market", "tower", "mill", "school")


def sealed(day: int, words: str) -> Seal:
    return Seal(when=datetime(2026, 3, day, 14, 5, tzinfo=UTC), parts=(SealedPart(part="summary", lines=(words,)),))


def logged(*entries: Consultation) -> Report:
    return make_report({"summary": "One."}).model_copy(update={"consultations": entries})


def test_a_clearance_that_was_given_is_told_and_can_be_taken_back() -> None:
    before = logged(Consultation(who="Legal", asked="1 March"))
    after = logged(Consultation(who="Legal", role="Solicitor", asked="1 March", seal=sealed(3, "One.")))
    role, found = compare(before, after, PACK)
    assert role.after == "Solicitor"
    assert (found.part, found.before, found.after) == (
        "Consultations",
        "not cleared",
        "cleared on 3 March 2026 at 14:05",
    )
    assert reverted(before, after, PACK, [role.id, found.id]) == before


def test_of_two_clearances_of_one_entry_the_later_stands() -> None:
    base = logged(Consultation(who="Legal", asked="1 March", seal=sealed(3, "One.")))
    ours = logged(Consultation(who="Legal", asked="1 March", seal=sealed(5, "Two.")))
    theirs = logged(Consultation(who="Legal", role="Solicitor", asked="1 March", seal=sealed(4, "Three.")))
    (entry,) = merge(base, ours, theirs, PACK).report.consultations
    assert (entry.role, entry.seal) == ("Solicitor", sealed(5, "Two."))
    (entry,) = merge(base, base, theirs, PACK).report.consultations
    assert entry.seal == sealed(4, "Three.")
