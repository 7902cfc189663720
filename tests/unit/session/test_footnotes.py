"""The footnotes of a report, and other words for one."""

from clerkwell.model import (
    Appendix,
    Cell,
    Footnote,
    Landscape,
    Paragraph,
    Place,
    SetAppendices,
    SetBlocks,
    Table,
    Text,
    apply,
)
from clerkwell.session.footnotes import count_footnotes, footnotes, retyped
from helpers.building import make_pack, make_report


def note(words: str) -> Footnote:
    return Footnote(runs=(Text(text=words),))


def test_footnotes_are_numbered_through_the_report() -> None:
    first = Paragraph(runs=(Text(text="One"), note("a"), Text(text=" two"), note("b")))
    report = make_report({"background": (first,), "options": (Paragraph(runs=(note("c"),)),)})

    found = footnotes(report, make_pack())

    block = report.blocks("background")[0].id
    assert [(each.number, each.words, each.part) for each in found] == [
        (1, "a", "Background"), (2, "b", "Background"), (3, "c", "Options"),
    ]  # fmt: skip
    assert found[1].place == Place(section="background", block=block, start=8, end=9)


def test_footnotes_in_tables_and_in_appendices_are_counted_where_the_document_has_them() -> None:
    rows = ((Cell(paragraphs=((Text(text="Cost"), note("b")),)), Cell()),)
    turned = Landscape(blocks=(Table(rows=rows),))
    report = make_report({"background": (Paragraph(runs=(Text(text="One"), note("a"))), turned)})
    written = (Paragraph(runs=(Text(text="More"), note("d"))),)
    options = (Paragraph(runs=(note("c"),)),)
    report = apply(SetBlocks(section="options", blocks=options), report)
    appendices = (Appendix(id="x1", number="1", title="A plan", blocks=written),)
    report = apply(SetAppendices(appendices=appendices), report)

    found = footnotes(report, make_pack())

    assert [(each.number, each.words, each.part) for each in found] == [
        (1, "a", "Background"), (2, "b", "Background"), (3, "c", "Options"), (4, "d", "Appendix 1"),
    ]  # fmt: skip
    assert (found[1].place.path, found[1].place.start) == ((0, 0, 0), 4)
    assert found[3].place.appendix == "x1"
    assert count_footnotes(report.blocks("background")) == 2


def test_words_that_stay_keep_their_looks_and_links() -> None:
    was = Footnote(runs=(Text(text="See "), Text(text="the plan", link="https://example.org"), Text(text=", page 3")))

    assert retyped(was, "See the plan, page 14").runs == (*was.runs[:2], Text(text=", page 14"))
    assert retyped(was, "See the plan").runs == was.runs[:2]
    assert retyped(note("a"), "b").runs == (Text(text="b"),)
