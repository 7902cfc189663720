"""Sub-headings stand one level under their section's heading, in every pack and wherever the template puts that."""

import pytest

from clerkwell.model import Appendix, Paragraph, Report, Section, SubHeading, Text, give_ids
from clerkwell.word.reader import document_lines
from clerkwell.word.writer import write_document
from helpers.building import make_report
from helpers.docx_making import body_of, p, pack_of, sdt
from helpers.shipped import IDS, all_relevant, shipped

BELOW = "Sub-heading of "


def levels(data: bytes) -> list[tuple[int, str]]:
    return [(line.heading, line.text) for line in document_lines(data) if line.story == "body" and line.heading]


@pytest.mark.parametrize("pack_id", IDS)
@pytest.mark.parametrize("draft", [True, False])
def test_a_sub_heading_is_one_level_under_what_it_stands_under(pack_id: str, draft: bool) -> None:
    pack = shipped(pack_id)
    sections = tuple(
        Section(id=spec.id, blocks=(SubHeading(runs=(Text(text=BELOW + spec.id),)), Paragraph(runs=(Text(text="x"),))))
        for spec in pack.manifest.section
        if spec.kind == "text" and spec.id != "other"
    )
    own = (SubHeading(runs=(Text(text=BELOW + "appendix"),)),)
    appendix = Appendix(id="a1", number="1", title="Survey", blocks=own)
    report = give_ids(Report(pack=pack.ref, fields=all_relevant(pack), sections=sections, appendices=(appendix,)))
    found = levels(write_document(report, pack, draft=draft))
    # A section whose heading runs in to its text stands under the heading of its group.
    heading = {part.id: True for part in sections}
    above = 0
    for level, text in found:
        if text.startswith(BELOW):
            assert level == above + 1, text
            assert heading.pop(text.removeprefix(BELOW), text.endswith("appendix"))
        else:
            above = level
    assert not heading


def test_a_template_without_a_style_of_that_level_has_the_sub_headings_look_at_the_right_level() -> None:
    report = make_report({"summary": "# Costs\nWords"})
    deep = p(sdt("heading:summary", "Summary"), "heading3") + sdt("body:summary", p("Text"))
    data = write_document(report, pack_of(sdt("section:summary", deep)), draft=False)
    assert [(line.style, line.text) for line in document_lines(data)][:2] == [
        ("heading 3", "Summary"),
        ("heading 3", "Costs"),
    ]
    assert '<w:pStyle w:val="heading3"/><w:outlineLvl w:val="3"/>' in body_of(data)


def test_a_template_that_tells_no_level_leaves_the_packs_own() -> None:
    report = make_report({"summary": "# Costs\nWords"})
    plain = p(sdt("heading:summary", "Summary")) + sdt("body:summary", p("Text"))
    data = write_document(report, pack_of(sdt("section:summary", plain)), draft=False)
    assert levels(data) == [(3, "Costs")]
