"""What goes with a part of the template that is left out, and what must not: one case at a time."""

import pytest
from lxml import etree

from clerkwell.model import FieldValue, Report
from clerkwell.packs import Pack
from clerkwell.word.writer import write_document
from helpers.building import MANIFEST, make_report
from helpers.docx_making import ROLES, SECT, W, body_of, p, pack_of, parts_of, plain, sdt, section, tbl, tc, tr
from helpers.tabled import HEADER_ROW, header_row

OPTIONAL = MANIFEST.replace('id = "purpose"', 'id = "purpose"\noptional = true\nlabels = ["Purpose:", "For:"]') + ROLES
PURPOSE = sdt("field:purpose", "x")
LABEL = "<w:r><w:t>Purpose: </w:t></w:r>"


def final(body: str, report: Report | None = None, manifest: str = OPTIONAL) -> str:
    return plain(body_of(write_document(report or make_report(), pack_of(body, manifest), draft=False)))


def draft(body: str) -> str:
    return plain(body_of(write_document(make_report(), pack_of(body, OPTIONAL), draft=True)))


# Lines and rows of optional fields -----------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["Purpose: ", "PURPOSE", "For: ", "Purpose"])
def test_the_label_of_an_empty_optional_field_goes_with_it(words: str) -> None:
    line = p(f"<w:r><w:t>{words}</w:t></w:r><w:r><w:tab/></w:r>" + PURPOSE)
    assert final(p("a") + line + p("b")) == p("a") + p("b")
    assert draft(p("a") + line + p("b")) == p("a") + p("b")
    row = tr(tc(p(words)), tc(p(PURPOSE)))
    assert final(tbl(tr(tc(p("a"))), row)) == tbl(tr(tc(p("a"))), columns=2)


@pytest.mark.parametrize("words", ["This report is for", "Purpose of the meeting:", "Purposeful"])
def test_other_words_beside_an_empty_optional_field_stay(words: str) -> None:
    assert words in final(p(f"<w:r><w:t>{words}</w:t></w:r>" + PURPOSE))
    assert words in final(tbl(tr(tc(p(words)), tc(p(PURPOSE)))))


def test_a_label_stays_with_an_answer_and_with_another_field() -> None:
    answered = make_report(fields={"purpose": "For Decision"})
    assert "For Decision" in final(p(LABEL + PURPOSE), answered)
    assert "Purpose: " in final(p(LABEL + PURPOSE), answered)
    beside = p(LABEL + PURPOSE + sdt("field:subject", "x"))
    assert "Purpose: " in final(beside)


def test_a_picture_or_a_page_break_keeps_its_line() -> None:
    picture = "<w:r><w:pict/></w:r>"
    assert "<w:pict/>" in final(p(LABEL + picture + PURPOSE))


def test_a_row_without_a_word_goes_from_a_final_whatever_its_fields() -> None:
    row = tr(tc(p(sdt("field:subject", "x"))), sdt("field:spending", tc(p("x"))))
    assert final(tbl(row, tr(tc(p("a"))))) == tbl(tr(tc(p("a"))), columns=2)
    assert draft(tbl(row, tr(tc(p("a"))))).count("<w:tr>") == 2


# Tables --------------------------------------------------------------------------------------------------------------


def test_a_table_that_is_left_with_its_header_rows_goes() -> None:
    row = sdt("section:summary", tr(tc(p(sdt("heading:summary", "Summary"))), tc(sdt("body:summary", p("x")))))
    assert final(p("a") + tbl(header_row("Issue", "What"), row) + p("b")) == p("a") + p("b")
    two = tbl(header_row("Issue", "What"), header_row("", "2026"), row)
    assert final(p("a") + two + p("b")) == p("a") + p("b")
    optional = tbl(header_row("Details"), tr(tc(p(PURPOSE))))
    assert final(p("a") + optional + p("b")) == p("a") + p("b")
    kept = tbl(header_row("Issue", "What"), row, tr(tc(p("Total")), tc(p("0"))))
    assert final(kept) == tbl(header_row("Issue", "What"), tr(tc(p("Total")), tc(p("0"))))


def test_an_unmarked_first_row_goes_with_a_part_but_not_with_a_field() -> None:
    first = tr(tc(p("Council name")))
    assert final(p("a") + tbl(first, tr(tc(p(PURPOSE)))) + p("b")) == p("a") + tbl(first) + p("b")
    part = sdt("repeat:background-papers", tr(tc(p(sdt("field:background-papers.title", "x")))))
    assert final(p("a") + tbl(tr(tc(p("Papers"))), part) + p("b")) == p("a") + p("b")


def test_two_tables_do_not_become_one_when_what_parted_them_goes() -> None:
    table = tbl(tr(tc(p("a"))))
    found = final(table + section("summary") + table + p("b"))
    assert "</w:tbl><w:tbl>" not in found
    assert found.count("<w:tbl>") == 2
    line = final(table + p(PURPOSE) + table + p("b"))
    assert "</w:tbl><w:tbl>" not in line


def test_what_parted_two_tables_goes_with_one_of_them() -> None:
    table = tbl(tr(tc(p("a"))))
    found = final(table + section("summary") + tbl(tr(tc(p(PURPOSE)))) + p("b"))
    assert found == table + p("b")


def test_a_table_at_the_end_of_a_body_does_not_join_the_next() -> None:
    from helpers.tabled import costs

    report = make_report({"summary": (costs(),)})
    body = sdt("section:summary", sdt("body:summary", p("x"))) + tbl(tr(tc(p("next")))) + p("b")
    assert "</w:tbl><w:tbl>" not in final(body, report)
    assert final(body, report).count("<w:tbl>") == 2


def test_a_part_in_a_cell_leaves_the_cell() -> None:
    part = sdt("section:summary", tc(p(sdt("heading:summary", "Summary"), "Quote"), sdt("body:summary", p("x"))))
    row = tr(tc(p("a")), part)
    assert final(tbl(row)) == tbl(tr(tc(p("a")), tc(p("", "Quote"))))
    assert final(p("b") + tbl(tr(part, tc(p())))) == p("b")


def test_words_of_a_merged_cell_stay_with_the_rows_that_are_left() -> None:
    def cell(words: str, merge: str) -> str:
        merged = f'<w:vMerge w:val="{merge}"/>' if merge != "continue" else "<w:vMerge/>"
        return f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/>{merged}</w:tcPr>{p(words)}</w:tc>'

    rows = [
        sdt(f"section:{name}", tr(cell(words, merge), tc(sdt(f"body:{name}", p("x")))))
        for name, words, merge in (("summary", "Both", "restart"), ("background", "", "continue"))
    ]
    found = final(tbl(*rows), make_report({"background": "B"}))
    assert found == tbl(tr(cell("Both", "restart"), tc(p("B", "Numbered"))))
    found = final(tbl(*rows), make_report({"summary": "S"}))
    assert found == tbl(tr(cell("Both", "restart"), tc(p("S", "BodyText"))))


# Marks and pages -----------------------------------------------------------------------------------------------------


def marks(xml: str) -> list[tuple[str, str]]:
    root = etree.fromstring(f'<x xmlns:w="{W}">{xml}</x>')
    return [
        (str(each.tag).rpartition("}")[2], each.get(f"{{{W}}}id", ""))
        for each in root.iter()
        if "bookmark" in str(each.tag)
    ]


@pytest.mark.parametrize("inside", ["start", "end", "both"])
def test_a_bookmark_that_goes_on_elsewhere_stays_whole(inside: str) -> None:
    start, end = '<w:bookmarkStart w:id="7" w:name="here"/>', '<w:bookmarkEnd w:id="7"/>'
    part = sdt("section:summary", p(start * (inside != "end") + "<w:r><w:t>x</w:t></w:r>" + end * (inside != "start")))
    before = p((start if inside == "end" else "") + "<w:r><w:t>a</w:t></w:r>")
    after = p("<w:r><w:t>b</w:t></w:r>" + (end if inside == "start" else ""))
    found = marks(final(before + part + after))
    assert found == ([] if inside == "both" else [("bookmarkStart", "7"), ("bookmarkEnd", "7")])


WIDE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
HEADED = '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def test_pages_before_a_part_that_ended_them_keep_their_shape() -> None:
    part = sdt("section:summary", p("x", more=WIDE))
    assert final(p("a") + part + p("b")) == p("a", more=WIDE) + p("b")
    again = final(tbl(tr(tc(p("a")))) + part + p("b"))
    assert again == tbl(tr(tc(p("a")))) + p("", more=WIDE) + p("b")


def test_pages_that_end_in_a_prompt_end_with_what_is_written_there() -> None:
    written = make_report({"background": "One\n\nTwo"})
    prompt = sdt("body:background", p("x", more=WIDE))
    for body in (
        sdt("section:background", prompt),
        sdt("section:background", sdt("body:background", p("x"))) + sdt("section:summary", p("x", more=WIDE)),
    ):
        done = final(p("a") + body + p("b"), written)
        assert done.count(WIDE) == 1
        assert "Two" in done.partition(WIDE)[2].partition("</w:p>")[0]
    lines = final(sdt("field:subject", p("x", more=WIDE)) + p("b"), make_report(fields={"subject": "One\nTwo"}))
    assert lines.replace("<w:pPr/>", "") == p("One") + p("Two", more=WIDE) + p("b")


def test_a_part_with_pages_of_its_own_goes_with_them() -> None:
    part = sdt("section:summary", p("x", more=SECT) + p("wide", more=WIDE))
    assert final(p("a") + part + p("b")) == p("a") + p("b")


def test_a_header_that_a_part_began_goes_on() -> None:
    part = sdt("section:summary", p("x", more=HEADED))
    pack = pack_of(part + p("b"), OPTIONAL, {"header1.xml": p("Head")})
    xml = parts_of(write_document(make_report(), pack, draft=False))["word/document.xml"].decode()
    assert 'w:headerReference w:type="default" r:id="rId3"' in xml


def test_a_page_break_goes_with_its_part_and_stays_without() -> None:
    broken = p('<w:r><w:br w:type="page"/></w:r>')
    assert "w:br" not in final(p("a") + sdt("section:summary", broken + p("x")) + p("b"))
    assert final(p("a") + broken + section("summary") + p("b")) == p("a") + broken + p("b")


def test_a_line_that_held_only_a_part_goes_in_any_shape() -> None:
    for tag in ("section:summary", "repeat:background-papers"):
        assert final(p("a") + p(sdt(tag, "x")) + p("b")) == p("a") + p("b")
        linked = p(f'<w:hyperlink w:anchor="x">{sdt(tag, "x")}</w:hyperlink>')
        assert final(p("a") + linked + p("b")) == p("a") + p("b")
        assert final(p("<w:r><w:t>a</w:t></w:r>" + sdt(tag, "x"))) == p("a")


def test_a_group_that_a_repeat_is_named_after_goes_with_its_last_row() -> None:
    row = sdt("repeat:committees", tr(tc(p(sdt("field:committees.name", "x")))))
    named = MANIFEST.replace('singular = "committee"\nrequired = "always"', 'singular = "committee"') + ROLES
    body = p("a") + sdt("group:committees", p("Committees") + tbl(tr(tc(p("Name"))), row)) + p("b")
    assert final(body, manifest=named) == p("a") + p("b")
    report = make_report().model_copy(update={"repeats": {"committees": ({"name": FieldValue(text="Parks")},)}})
    assert final(body, report, named) == p("a") + p("Committees") + tbl(tr(tc(p("Name"))), tr(tc(p("Parks")))) + p("b")


def test_a_header_row_that_is_marked_off_is_none() -> None:
    off = header_row("Kept").replace("<w:tblHeader/>", '<w:tblHeader w:val="0"/>')
    assert HEADER_ROW in header_row("x")
    assert "Kept" in final(tbl(off, tr(tc(p(PURPOSE)))))


def test_a_pack_of_another_shape_is_read_back_by_another_library() -> None:
    import io

    import docx

    pack: Pack = pack_of(tbl(tr(tc(p(PURPOSE))), tr(tc(p("a")))) + section("summary"), OPTIONAL)
    document = docx.Document(io.BytesIO(write_document(make_report({"summary": "S"}), pack, draft=False)))
    assert [each.text for each in document.paragraphs] == ["Summary", "S"]
