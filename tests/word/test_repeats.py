"""Rows that fill themselves: answers and recommendations."""

import re

import pytest

from clerkwell.model import (
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Report,
    SubHeading,
    Text,
)
from clerkwell.packs import Pack, understand
from clerkwell.word.writer import write_document
from helpers.docx_making import body_of, p, parts_of, plain, png, sdt, tbl, tc, tr
from helpers.tabled import (
    MANIFEST,
    costs,
    header_row,
    inline,
    lines,
    outcomes,
    recommendations,
    tabled_pack,
    tabled_report,
    template,
    told,
    written,
)


def answered(pack: Pack, text: str) -> Report:
    spec = pack.field("outcomes")
    assert spec is not None
    return Report(pack=pack.ref, fields={"outcomes": understand(spec, text, pack)})


# Outcomes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Safe streets\nGood homes", ["Safe streets", "Good homes"]),
        ("1. Safe streets\n\n 3. Good homes ", ["1. Safe streets", "3. Good homes"]),
        ("Safe streets, Good homes", ["Safe streets", "Good homes"]),
        ("Something of our own\nand more", ["Something of our own", "and more"]),
        ("Something of our own, and more", ["Something of our own, and more"]),
        ("Outcome 1, Good homes", ["Outcome 1, Good homes"]),
        ("Outcome 1; Clean air; Good homes", ["Outcome 1; Clean air; Good homes"]),
        ("2. Clean air 3. Good homes", ["Clean air", "Good homes"]),
        ("Outcome 1\nGood homes", ["Outcome 1", "Good homes"]),
    ],
)
def test_each_answer_has_a_row_and_none_of_what_was_typed_is_lost(typed: str, shown: list[str]) -> None:
    pack = tabled_pack(outcomes())
    assert lines(pack, answered(pack, typed)) == ["Outcomes:", *shown]


def test_answers_may_be_rows_of_a_table_and_stand_beside_the_plain_field() -> None:
    row = sdt("repeat:outcomes", tr(tc(inline("field:outcomes.name"))))
    pack = tabled_pack(tbl(row) + inline("field:outcomes"))
    found = written(pack, answered(pack, "Clean air\nGood homes"))
    assert found.startswith(tbl(tr(tc(p("Clean air"))), tr(tc(p("Good homes")))))
    assert "<w:t>Clean air</w:t><w:br/><w:t>Good homes</w:t>" in found


def test_without_an_answer_the_label_goes_too() -> None:
    pack = tabled_pack(p("a") + outcomes() + p("b"))
    assert written(pack, answered(pack, "")) == p("a") + p("b")


# Recommendations -----------------------------------------------------------------------------------------------------


def test_each_recommendation_has_a_row_with_its_number_and_the_rest_keeps_its_place() -> None:
    pack = tabled_pack(recommendations())
    report = told(pack, recommendations="Members are asked to:\n1. approve it\n1. note it\nThank you.")
    assert written(pack, report) == (
        p("Recommendations", "heading2")
        + p("Members are asked to:", "BodyText")
        + tbl_of(2, header_row("No.", "Recommendation"), row("1", "approve it"), row("2", "note it"))
        + p("Thank you.", "BodyText", '<w:spacing w:before="160"/>')
    )


def tbl_of(columns: int, *rows: str) -> str:
    grid = f'<w:gridCol w:w="{9000 // columns}"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str) -> str:
    return tr(*[tc(p(each)) for each in cells])


def test_words_after_the_rows_leave_no_empty_paragraph_behind_them() -> None:
    pack = tabled_pack(recommendations() + sdt("section:background", sdt("body:background", p("x"))))
    assert written(pack, told(pack, recommendations="1. one\nThank you.")).endswith(">Thank you.</w:t></w:r></w:p>")


@pytest.mark.parametrize("body", [True, False])
def test_no_word_is_lost_whether_or_not_there_is_a_place_for_text(body: bool) -> None:
    source = (
        "Stem:\n1. one\n  - deeper\nbetween\n# For the council\nlead\n1. two\n  1. a\nafter\n1. three\nend\n- bullet"
    )
    pack = tabled_pack(recommendations(body=body))
    found = lines(pack, told(pack, recommendations=source))
    assert found == [
        *("Recommendations", "Stem:", "No.", "Recommendation"),
        *("1", "one", "deeper", "between", "1", "For the council", "lead", "two", "a", "after"),
        *("2", "three", "end", "4", "bullet"),
    ]


def test_a_bullet_after_a_numbered_list_is_an_item_too() -> None:
    pack = tabled_pack(recommendations())
    found = lines(pack, told(pack, recommendations="1. one\n- two"))
    assert found == ["Recommendations", "No.", "Recommendation", "1", "one", "2", "two"]


def test_rows_without_a_list_are_the_paragraphs() -> None:
    pack = tabled_pack(recommendations())
    assert lines(pack, told(pack, recommendations="That it is approved.\nThat it is noted.")) == [
        *("Recommendations", "No.", "Recommendation", "1", "That it is approved.", "2", "That it is noted."),
    ]


def test_a_nil_answer_is_no_recommendation_and_the_table_goes() -> None:
    nil = (Paragraph(runs=(Text(text="None."),), nil=True),)
    for body in (True, False):
        pack = tabled_pack(recommendations(body=body) + p("after"))
        assert lines(pack, told(pack, recommendations=nil)) == ["Recommendations", "None.", "after"]
        assert lines(pack, told(pack, recommendations="")) == ["Recommendations", "after"]
        assert lines(pack, told(pack)) == ["after"]


def test_looks_links_notes_and_references_survive_in_a_row() -> None:
    pack = tabled_pack()
    written = write_document(tabled_report(pack), pack, draft=False)
    xml = plain(body_of(written))
    cell = xml[xml.index("approve the") : xml.index("its cost")]
    assert "<w:rPr><w:b/><w:bCs/></w:rPr><w:t>design</w:t>" in cell
    assert "REF _Ref" in cell
    assert "<w:footnoteReference " in cell
    assert '<w:hyperlink r:id="' in xml[xml.index("note the") : xml.index("thank the")]
    assert b"Drawn in spring." in parts_of(written)["word/footnotes.xml"]


def test_a_reference_to_a_numbered_row_is_the_number_in_its_place() -> None:
    pack = tabled_pack()
    xml = plain(body_of(write_document(tabled_report(pack), pack, draft=False)))
    found = re.search(r'<w:bookmarkStart w:id="(\d+)" w:name="(_Ref\d+)"/><w:r><w:t>1</w:t></w:r><w:bookmarkEnd', xml)
    assert found is not None
    after = xml[xml.index("See ") : xml.index(" above")]
    assert f"REF {found[2]} \\h" in after
    assert "<w:t>1</w:t>" in after
    assert "\\r" not in after


def test_a_number_is_printed_with_what_the_pack_puts_round_it_and_references_say_it_so() -> None:
    spec = '\n[[field]]\nid = "recommendations.number"\ntitle = "Number"\nprefix = "R"\n'
    named = '\n[[repeat]]\nid = "recommendations"\ntitle = "R"\nsingular = "r"\n'
    pack = tabled_pack()
    manifest = MANIFEST.replace("[[group]]", named + spec + "\n[[group]]", 1)
    from helpers.docx_making import pack_of

    prefixed = pack_of(template(), manifest)
    found = lines(prefixed, tabled_report(pack))
    assert found.count("R1") == 1
    assert "See R1 above." in found


def test_without_a_place_for_the_number_word_numbers_the_words() -> None:
    pack = tabled_pack(recommendations(numbered=False))
    report = told(pack, recommendations="1. one\n  1. deeper\n1. two")
    xml = written(pack, report)
    assert xml.count('<w:pStyle w:val="ListNumber"/>') >= 2
    [first, second, third] = re.findall(r'<w:ilvl w:val="(\d)"/><w:numId w:val="(\d+)"/>', xml)
    assert first[0] == "0"
    assert second[0] == "1"
    assert first == third


def test_a_template_that_numbers_its_own_paragraphs_keeps_its_style() -> None:
    line = sdt("repeat:recommendations", p(sdt("field:recommendations.text", "x"), "Numbered"))
    pack = tabled_pack(sdt("section:recommendations", line + sdt("body:recommendations", p("x"))))
    assert written(pack, told(pack, recommendations="1. one\n1. two")) == p("one", "Numbered") + p("two", "Numbered")


@pytest.mark.parametrize(
    "place",
    [
        sdt("field:recommendations.text", p("x", "Quote")),
        p(sdt("field:recommendations.text", "x"), "Quote"),
    ],
)
def test_blocks_may_repeat_and_keep_what_a_row_could_not_hold_between_them(place: str) -> None:
    pack = tabled_pack(sdt("section:recommendations", sdt("repeat:recommendations", place)))
    content = (
        ListItem(runs=(Text(text="one"),)),
        costs(),
        ListItem(runs=(Text(text="two"),)),
    )
    xml = written(pack, told(pack, recommendations=content))
    assert xml.index("one") < xml.index("<w:tbl>") < xml.index("two")
    assert p("one", "Quote") in xml


def test_a_cell_may_be_the_place_for_the_words() -> None:
    table = tbl(sdt("repeat:recommendations", tr(sdt("field:recommendations.text", tc(p("x"))))))
    pack = tabled_pack(sdt("section:recommendations", table))
    report = told(pack, recommendations="- one\n  - deeper\n- two")
    xml = written(pack, report)
    assert xml.count("<w:tr>") == 2
    assert lines(pack, report) == ["one", "deeper", "two"]


def test_tables_and_wide_pages_do_not_go_into_a_row_but_pictures_do() -> None:
    pack = tabled_pack(recommendations() + p("after"))
    content = (
        ListItem(runs=(Text(text="one"),)),
        costs(),
        Image(attachment="plan.png", alt="Plan"),
        Landscape(blocks=(Paragraph(runs=(Text(text="wide"),)),)),
        ListItem(runs=(Text(text="two"),)),
    )
    report = told(pack, recommendations=content)
    xml = plain(body_of(write_document(report, pack, draft=False, attachments={"plan.png": png()})))
    rows = xml[: xml.index("</w:tbl>")]
    assert "<w:drawing>" in rows
    assert "two" in rows
    assert xml.index("two") < xml.index("Swings") < xml.index("wide") < xml.index(">after<")
    assert "<w:tbl>" not in rows[rows.index("<w:tbl>") + 5 :]
    assert 'w:orient="landscape"' in xml


def test_numbers_begin_where_the_list_does() -> None:
    items = tuple(
        ListItem(runs=(Text(text=each),), ordered=True, start=start) for each, start in (("a", 4), ("b", None))
    )
    pack = tabled_pack(recommendations())
    assert lines(pack, told(pack, recommendations=items))[3:] == ["4", "a", "5", "b"]


def test_a_sub_heading_goes_with_what_it_heads() -> None:
    content = (
        ListItem(runs=(Text(text="one"),)),
        SubHeading(runs=(Text(text="For the council"),)),
        ListItem(runs=(Text(text="two"),)),
    )
    pack = tabled_pack(recommendations())
    assert lines(pack, told(pack, recommendations=content))[3:] == ["1", "one", "2", "For the council", "two"]
