"""Tracked changes as they are read: who put in, took out and moved what, and when."""

from datetime import UTC, datetime

from clerkwell.word.reader.document import Change, Look, Span, WordParagraph, WordTable
from helpers.docx_making import p, tbl, tc, tr
from helpers.wordprocessing import only, paragraphs, read, t, tracked

WHEN = datetime(2026, 3, 1, 10, tzinfo=UTC)


def gone(words: str) -> str:
    return f"<w:r><w:delText>{words}</w:delText></w:r>"


def mark(*names: str) -> str:
    return f"<w:rPr>{''.join(tracked(name, '') for name in names)}</w:rPr>"


def test_words_put_in_and_taken_out_are_both_there() -> None:
    found = read(p(t("a ") + tracked("ins", t("new ")) + tracked("del", gone("old "), "Bob") + t("b")))
    assert only(found).spans == (Span("a "), Span("new ", changes=("c1",)), Span("old ", changes=("c2",)), Span("b"))
    assert found.changes == (
        Change("c1", "insertion", "Ann", WHEN, "new "),
        Change("c2", "deletion", "Bob", WHEN, "old "),
    )


def test_what_one_put_in_and_another_took_out_stands_in_both_changes() -> None:
    found = read(p(tracked("ins", t("kept ") + tracked("del", gone("lost"), "Bob"))))
    assert only(found).spans == (Span("kept ", changes=("c1",)), Span("lost", changes=("c1", "c2")))
    assert [(each.kind, each.words) for each in found.changes] == [("insertion", "kept lost"), ("deletion", "lost")]


def test_runs_and_paragraphs_put_in_together_are_one_change() -> None:
    body = p(t("a") + tracked("ins", t("b")) + tracked("ins", t("c", "<w:b/>")), more=mark("ins"))
    found = read(body + p(tracked("ins", t("d")) + t("e")))
    first, second = paragraphs(found.blocks)
    assert found.changes == (Change("c1", "insertion", "Ann", WHEN, "bc\nd"),)
    assert (first.mark_changes, second.mark_changes) == (("c1",), ())


def test_words_between_part_two_changes_of_one_person_and_time() -> None:
    found = read(p(tracked("ins", t("a")) + t(" and ") + tracked("ins", t("b"))))
    assert [each.words for each in found.changes] == ["a", "b"]


def test_a_paragraph_mark_alone_has_no_words() -> None:
    found = read(p(t("a"), more=mark("del")) + p(t("b")))
    assert found.changes == (Change("c1", "deletion", "Ann", WHEN, ""),)


def test_the_halves_of_a_move_name_each_other() -> None:
    def moved(way: str, inner: str) -> str:
        begin = f'<w:move{way}RangeStart w:id="1" w:name="move7" w:author="Ann"/>'
        return f'{begin}{tracked(f"move{way}", inner)}<w:move{way}RangeEnd w:id="1"/>'

    found = read(p(moved("From", t("goes"))) + p(t("x")) + p(moved("To", t("goes"))))
    assert found.changes == (
        Change("c1", "move-from", "Ann", WHEN, "goes", "c2"),
        Change("c2", "move-to", "Ann", WHEN, "goes", "c1"),
    )


def test_a_change_of_look_keeps_the_look_of_before() -> None:
    found = read(p(t("a ") + t("b", "<w:b/>" + tracked("rPrChange", "<w:rPr><w:i/></w:rPr>"))))
    assert only(found).spans == (Span("a "), Span("b", bold=True, changes=("c1",), former=Look(italic=True)))
    assert found.changes == (Change("c1", "formatting", "Ann", WHEN, "b"),)


def test_a_change_of_a_paragraphs_properties_keeps_what_it_was() -> None:
    change = tracked("pPrChange", '<w:pPr><w:pStyle w:val="heading2"/></w:pPr>')
    paragraph = only(read(p(t("a"), "ListBullet", change)))
    assert (paragraph.style, paragraph.listed, paragraph.mark_changes) == ("List Bullet", "bullet", ("c1",))
    assert paragraph.former == WordParagraph(style="heading 2", heading=2)


def test_a_list_that_was_put_on_a_paragraph_is_a_change_of_it() -> None:
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/>{tracked("ins", "")}</w:numPr>'
    paragraph = only(read(p(t("a"), "BodyText", numbering)))
    assert (paragraph.listed, paragraph.mark_changes) == ("bullet", ("c1",))
    assert paragraph.former == WordParagraph(style="Body Text")


def test_rows_and_cells_that_were_put_in_or_taken_out_say_so() -> None:
    row = f"<w:tr><w:trPr>{tracked('ins', '')}</w:trPr>{tc(p('new'))}</w:tr>"
    cell = f"<w:tc><w:tcPr>{tracked('cellDel', '', 'Bob')}</w:tcPr>{p('old')}</w:tc>"
    found = read(tbl(tr(tc(p("a"))), row, tr(cell)))
    [table] = found.blocks
    assert isinstance(table, WordTable)
    assert [each.changes for each in table.rows] == [(), ("c1",), ()]
    assert table.rows[2].cells[0].changes == ("c2",)
    assert [(each.kind, each.author) for each in found.changes] == [("insertion", "Ann"), ("deletion", "Bob")]


def test_times_without_a_zone_and_times_that_are_none_do_no_harm() -> None:
    changes = tracked("ins", t("a"), when="2026-03-01T10:00:00") + t("-") + tracked("ins", t("b"), when="yesterday")
    found = read(p(changes))
    assert [each.when for each in found.changes] == [WHEN, None]


def test_changes_in_headers_and_notes_are_numbered_with_the_others() -> None:
    sect = '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/></w:sectPr>'
    body = p(tracked("ins", t("a")) + t("b") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    note = f'<w:footnote w:id="2">{p(tracked("del", gone("n"), "Bob"))}</w:footnote>'
    found = read(body, parts={"header1.xml": p(tracked("ins", t("h"), "Cy")), "footnotes.xml": note}, sect=sect)
    assert [(each.id, each.author) for each in found.changes] == [("c1", "Ann"), ("c2", "Bob"), ("c3", "Cy")]
