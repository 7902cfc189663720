"""Sections: which stand, in what order, with what heading, and no holes where others were."""

import pytest

from clerkwell.model import Report, Section, give_ids
from clerkwell.word.writer import WordError, write_document
from helpers.building import MANIFEST, blocks, make_report
from helpers.docx_making import ROLES, body_of, p, pack_of, plain, sdt, section, tbl, tc, tr

GROUPED = MANIFEST.replace('id = "background"', 'id = "background"\ngroup = "main"') + (
    '\n[[group]]\nid = "main"\ntitle = "Main"\n' + ROLES
)
FREE = (
    MANIFEST.replace('numbering = "paragraphs"', 'numbering = "paragraphs"\norder = "report"')
    + '\n[[section]]\nid = "other"\ntitle = ""\n'
    + ROLES
)


def written(report: Report, body: str, manifest: str = MANIFEST + ROLES, *, draft: bool = False) -> str:
    return plain(body_of(write_document(report, pack_of(body, manifest), draft=draft)))


def test_a_section_has_its_heading_and_its_blocks() -> None:
    assert written(make_report({"summary": "One\n- two"}), section("summary")) == (
        p("Summary", "heading2") + p("One", "BodyText") + p("two", "ListBullet")
    )


def test_a_section_that_the_report_has_not_begun_leaves_nothing_behind() -> None:
    body = p("before") + section("summary") + section("options") + p("after")
    assert written(make_report({}), body) == p("before") + p("after")


def test_a_section_that_was_begun_but_is_empty_keeps_its_heading() -> None:
    assert written(make_report({"summary": ""}), section("summary") + p("after")) == (
        p("Summary", "heading2") + p("after")
    )


def test_a_heading_of_the_reports_own_takes_the_place_of_the_packs() -> None:
    report = make_report({"summary": "a"})
    told = report.model_copy(update={"sections": (report.sections[0].model_copy(update={"heading": "In short"}),)})
    assert p("In short", "heading2") in written(told, section("summary"))


def test_a_heading_that_is_as_the_pack_has_it_keeps_its_looks() -> None:
    looks = "<w:r><w:rPr><w:i/></w:rPr><w:t>Sum</w:t></w:r><w:r><w:t>mary</w:t></w:r>"
    body = sdt("section:summary", p(sdt("heading:summary", looks), "heading2") + sdt("body:summary", p("x")))
    assert p(looks, "heading2") in written(make_report({"summary": "a"}), body)


def test_numbered_paragraphs_have_the_style_that_word_numbers() -> None:
    assert p("One", "Numbered") in written(make_report({"background": "One"}), section("background"))


def test_a_run_in_heading_stands_on_the_first_line_whether_or_not_the_template_has_a_place_for_it() -> None:
    line = "<w:r><w:t>Financial implications – </w:t></w:r><w:r><w:t>None.</w:t></w:r>"
    without = sdt("section:financial", sdt("body:financial", p("x")))
    report = make_report({"financial": "None.\nMore."})
    for body in (section("financial"), without):
        assert written(report, body) == p(line, "Numbered") + p("More.", "Numbered")
    assert written(make_report({"financial": ""}), without) == p("Financial implications", "BodyText", "<w:keepNext/>")


def test_the_heading_of_a_group_stands_while_one_of_its_sections_does() -> None:
    body = sdt("group:main", p("Main", "heading2")) + section("background") + p("after")
    assert written(make_report({}), body, GROUPED) == p("after")
    assert written(make_report({"background": ""}), body, GROUPED).startswith(p("Main", "heading2"))


def test_a_section_may_be_a_row_of_a_table() -> None:
    row = sdt(
        "section:summary",
        tr(tc(p(sdt("heading:summary", "Summary"))), tc(sdt("body:summary", p("x")))),
    )
    other = sdt("section:options", tr(tc(p("Options")), tc(sdt("body:options", p("x")))))
    assert written(make_report({"summary": "One\nTwo"}), tbl(row, other)) == tbl(
        tr(tc(p("Summary")), tc(p("One", "BodyText") + p("Two", "BodyText")))
    )
    assert written(make_report({"summary": ""}), tbl(row)) == tbl(tr(tc(p("Summary")), tc(p())))


def test_a_body_may_be_a_cell() -> None:
    row = sdt("section:summary", tr(tc(p("Summary")), sdt("body:summary", tc(p("x")))))
    assert written(make_report({"summary": "One"}), tbl(row)) == tbl(tr(tc(p("Summary")), tc(p("One", "BodyText"))))


def test_a_body_inside_a_line_is_refused_in_words() -> None:
    body = sdt("section:summary", p("<w:r><w:t>In short:</w:t></w:r>" + sdt("body:summary", "x")))
    with pytest.raises(WordError, match="body:summary stands inside a paragraph"):
        written(make_report({"summary": "One"}), body)


def test_a_body_that_has_its_paragraph_to_itself_goes_round_it() -> None:
    body = sdt("section:summary", p(sdt("body:summary", "x", "<w:text/>"), "Quote"))
    report = make_report({"summary": "One\nTwo"})
    assert written(report, body) == p("One", "BodyText") + p("Two", "BodyText")
    kept = written(report, body, draft=True)
    assert "<w:text/>" not in kept
    assert kept.startswith("<w:sdt>")


def test_a_table_that_ends_a_body_or_a_cell_is_followed_by_a_paragraph() -> None:
    after = tbl(tr(tc(p("a")))) + section("summary")
    assert written(make_report({}), after).endswith("</w:tbl><w:p/>")


def test_sections_follow_the_reports_order_where_the_pack_says_so() -> None:
    body = p("top") + section("summary") + section("background") + section("other") + p("end")
    report = give_ids(
        Report(
            pack=make_report().pack,
            sections=(
                Section(id="background", blocks=blocks("B")),
                Section(id="own-1", heading="Our own", blocks=blocks("O")),
                Section(id="own-2", heading="Another", blocks=blocks("P")),
                Section(id="summary", blocks=blocks("S")),
            ),
        )
    )
    assert written(report, body, FREE) == (
        p("top")
        + p("Background", "heading2")
        + p("B", "Numbered")
        + p("Our own", "heading2")
        + p("O", "BodyText")
        + p("Another", "heading2")
        + p("P", "BodyText")
        + p("Summary", "heading2")
        + p("S", "BodyText")
        + p("end")
    )
    kept = written(report, body, FREE, draft=True)
    for kind in ("section", "heading", "body"):
        for own in ("own-1", "own-2"):
            assert f'<w:alias w:val="{kind}:other ({own})"/><w:tag w:val="{kind}:{own}"/>' in kept
        assert f'<w:tag w:val="{kind}:other"/>' not in kept


def test_a_section_without_a_place_in_the_template_is_not_lost_in_silence() -> None:
    with pytest.raises(WordError, match="no place for the section “Background”"):
        written(make_report({"background": "x"}), section("summary"))


def test_sections_of_a_pack_in_its_own_order_stay_where_the_template_has_them() -> None:
    body = section("options") + section("summary")
    found = written(make_report({"summary": "S", "options": "O"}), body)
    assert found.index("Options") < found.index("Summary")


def test_a_long_section_is_as_it_was_written() -> None:
    lines = [f"Paragraph {number}" for number in range(300)]
    found = written(make_report({"summary": "\n".join(lines)}), section("summary"))
    assert found == p("Summary", "heading2") + "".join(p(line, "BodyText") for line in lines)
