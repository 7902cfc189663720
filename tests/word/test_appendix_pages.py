"""Appendices that are written in the report: printed on pages of their own, after all else."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from clerkwell.model import (
    Appendix,
    Block,
    FieldValue,
    Footnote,
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Reference,
    Report,
    Section,
    SubHeading,
    Text,
    give_ids,
)
from clerkwell.packs import Pack, numbers
from clerkwell.rules import check
from clerkwell.word.writer import write_document
from helpers import strategies
from helpers.building import MANIFEST
from helpers.docx_making import ROLES, W, body_of, p, pack_of, parts_of, plain, png, sdt, section, tbl, tc, tr
from helpers.independent import paragraphs_of, shown_by_libreoffice
from helpers.shipped import IDS, kept, sample, shipped
from helpers.tabled import costs

PLAN = "plan.png"
WORDS = Paragraph(runs=(Text(text="What is built."),))


def paragraph(*pieces: str | Text | Reference | Footnote) -> Paragraph:
    return Paragraph(runs=tuple(Text(text=each) if isinstance(each, str) else each for each in pieces))


def with_appendices(*appendices: Appendix, background: tuple[Block, ...] = ()) -> Report:
    sections = (Section(id="background", blocks=background),) if background else ()
    return give_ids(
        Report.model_validate({"pack": {"id": "test-council", "version": "1.0.0"}}).model_copy(
            update={"appendices": appendices, "sections": sections}
        )
    )


def appendix(*blocks: Block, number: str = "1", title: str = "The design", **more: str) -> Appendix:
    return Appendix(id=f"a{number}", number=number, title=title, blocks=blocks, **more)


LISTED = sdt(
    "section:appendices",
    p(sdt("heading:appendices", "Appendices"), "heading2")
    + sdt(
        "repeat:appendices",
        p("<w:r><w:t>Appendix </w:t></w:r>" + sdt("field:appendices.number", "1") + sdt("field:appendices.title", "x")),
    ),
)
TEMPLATE = section("background") + LISTED + p("Author")


def a_pack(body: str = TEMPLATE, manifest: str = MANIFEST + ROLES) -> Pack:
    return pack_of(body, manifest)


def final(report: Report, pack: Pack) -> bytes:
    return write_document(report, pack, draft=False, attachments={PLAN: png()})


def xml(report: Report, body: str = TEMPLATE) -> str:
    return plain(body_of(final(report, a_pack(body))))


def test_an_appendix_stands_after_the_author_on_a_page_of_its_own() -> None:
    heading = "".join(f"<w:r><w:t>{each}</w:t></w:r>" for each in ("Appendix ", "1", " – The design"))
    assert xml(with_appendices(appendix(WORDS))).endswith(
        p("Author") + p(heading, "heading2", "<w:pageBreakBefore/>") + p("What is built.", "BodyText")
    )


def test_each_has_a_page_and_those_that_are_written_elsewhere_have_none() -> None:
    report = with_appendices(
        appendix(WORDS),
        appendix(number="2", title="A file", attachment="survey.docx"),
        appendix(Paragraph(runs=(Text(text="  "),)), number="3", title="Nothing yet"),
        appendix(WORDS, number="4", title=""),
        appendix(WORDS, number="", title="Unnumbered"),
    )
    found = paragraphs_of(final(report, a_pack()))
    assert [each for each in found if each.startswith("Appendix ")][5:] == [
        "Appendix 1 – The design",
        "Appendix 4",
        "Appendix – Unnumbered",
    ]
    assert xml(report).count("<w:pageBreakBefore/>") == 3


def test_one_that_is_also_a_file_or_a_link_is_printed_too() -> None:
    report = with_appendices(appendix(WORDS, attachment="survey.docx", link="https://example.org/survey"))
    found = xml(report)
    assert found.count("The design") == 2
    assert "What is built." in found
    assert found.count("<w:hyperlink ") == 1


def test_its_paragraphs_have_no_numbers_and_the_reports_do_not_change() -> None:
    pack = a_pack()
    alone = with_appendices(background=(paragraph("One"), paragraph("Two")))
    report = with_appendices(appendix(WORDS), background=(paragraph("One"), paragraph("Two")))
    assert (
        sorted(numbers(report, pack).paragraphs.values()) == sorted(numbers(alone, pack).paragraphs.values()) == [1, 2]
    )
    assert "Numbered" not in xml(report)[xml(report).index("The design</w:t></w:r></w:p><w:p>") :]


def test_it_may_hold_every_kind_of_block() -> None:
    blocks = (
        paragraph("Words ", Text(text="in bold", bold=True), Footnote(runs=(Text(text="Noted."),))),
        SubHeading(runs=(Text(text="Sub"),)),
        ListItem(runs=(Text(text="first"),), ordered=True),
        ListItem(runs=(Text(text="second"),), ordered=True),
        costs(),
        Image(attachment=PLAN, alt="A plan"),
    )
    written = final(with_appendices(appendix(*blocks)), a_pack())
    found = plain(body_of(written))
    for each in ("in bold", "heading3", "ListNumber", "Swings", "<w:drawing>", "<w:footnoteReference "):
        assert each in found, each
    assert b"Noted." in parts_of(written)["word/footnotes.xml"]


def test_references_to_it_and_from_it_hold() -> None:
    reading = (paragraph("See ", Reference(to="table", target="costs"), " in ", Reference(to="appendix", target="a1")),)
    back = Reference(to="section", target="background")
    own = paragraph("As in ", back, " and ", Reference(to="table", target="costs"))
    report = with_appendices(appendix(own, costs()), background=reading)
    pack = a_pack()
    found = paragraphs_of(final(report, pack))
    assert "See Table\u00a01 in Appendix 1" in found
    assert "As in Background and Table\u00a01" in found
    assert "missing reference" not in " ".join(found)
    assert [each.rule for each in check(report, pack) if each.rule == "reference-broken"] == []


def test_a_reference_to_a_table_of_an_appendix_that_is_not_printed_is_told() -> None:
    hidden = MANIFEST.replace('kind = "appendices"', 'kind = "appendices"\nonly = { purpose = "For Decision" }') + ROLES
    reading = (paragraph("See ", Reference(to="table", target="costs")),)
    report = with_appendices(appendix(costs()), background=reading)
    pack = a_pack(manifest=hidden)
    assert [each.rule for each in check(report, pack) if each.rule == "reference-broken"] == ["reference-broken"]
    asked = report.model_copy(update={"fields": {"purpose": FieldValue(text="For Decision", value="For Decision")}})
    assert [each.rule for each in check(asked, pack) if each.rule == "reference-broken"] == []
    assert "Swings" not in " ".join(paragraphs_of(final(report, pack)))
    assert "Swings" in " ".join(paragraphs_of(final(asked, pack)))


def test_the_template_may_say_where_and_how_they_stand() -> None:
    place = sdt(
        "repeat:appendix-pages",
        p("<w:r><w:t>Annex </w:t></w:r>" + sdt("field:appendix-pages.number", "1"), "Quote")
        + p(sdt("field:appendix-pages.title", "x"))
        + p(sdt("field:appendix-pages.text", "x")),
    )
    group = sdt("group:appendix-pages", p("What follows", "heading2") + place)
    report = with_appendices(appendix(WORDS, costs()), appendix(WORDS, number="2", title="Another"))
    found = paragraphs_of(final(report, a_pack(p("before") + group + p("Author") + LISTED)))
    assert found[:6] == ["before", "What follows", "Annex 1", "The design", "What is built.", "Table\u00a01: Costs"]
    assert found[-7:-3] == ["Annex 2", "Another", "What is built.", "Author"]
    assert xml(report, group + LISTED).count("<w:pageBreakBefore/>") == 2
    assert xml(with_appendices(), p("before") + group + p("Author")) == p("before") + p("Author")


def test_a_heading_that_the_pack_numbers_has_no_second_number() -> None:
    from helpers.docx_making import STYLES, docx

    numbered = STYLES.replace(
        '<w:pPr><w:outlineLvl w:val="1"/>', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>'
    )
    pack = a_pack()
    template = docx(TEMPLATE, styles=numbered)
    found = plain(body_of(final(with_appendices(appendix(WORDS)), Pack(pack.manifest, {"template.docx": template}))))
    assert '<w:pageBreakBefore/><w:numPr><w:numId w:val="0"/></w:numPr>' in found


def test_no_empty_paragraph_stands_between_a_table_at_the_end_and_the_appendix() -> None:
    found = xml(with_appendices(appendix(WORDS)), LISTED + tbl(tr(tc(p("a")))) + "<w:p/>")
    assert "<w:p/>" not in found


def test_a_draft_can_come_home_with_it() -> None:
    report = with_appendices(appendix(WORDS), appendix(WORDS, number="2", title="Another"))
    found = body_of(write_document(report, a_pack(), draft=True))
    tags = re.findall(r'<w:tag w:val="([^"]*appendix-pages[^"]*)"/>', found)
    each = [
        f"{kind}:appendix-pages{name}"
        for kind, name in (("repeat", ""), ("field", ".number"), ("field", ".title"), ("field", ".text"))
    ]
    assert tags == each * 2
    ids = re.findall(r'<w:id w:val="(\d+)"/>', found)
    assert len(set(ids)) == len(ids)
    titles = re.findall(r'<w:alias w:val="([^"]*)"/>', found)
    assert len(set(titles)) == len(titles)


WIDE = Landscape(blocks=(paragraph("Wide words"),))


@pytest.mark.parametrize("blocks", [(WIDE,), (WORDS, WIDE), (WIDE, WORDS), (WIDE, WIDE)])
@pytest.mark.parametrize("more", [0, 1])
def test_wide_pages_at_either_end_leave_no_empty_page(blocks: tuple[Block, ...], more: int) -> None:
    report = with_appendices(*[appendix(*blocks, number=str(each)) for each in range(1, more + 2)])
    root = etree.fromstring(parts_of(final(report, a_pack()))["word/document.xml"])
    empty = [each for each in root.iter(f"{{{W}}}p") if not "".join(each.itertext()).strip()]
    assert empty == []
    [body] = root
    assert body[-1].tag == f"{{{W}}}sectPr"
    turned = body[-1].find(f"{{{W}}}pgSz").get(f"{{{W}}}orient")  # type: ignore[union-attr]  # every page has a size
    assert turned == ("landscape" if blocks[-1] is WIDE else None)


@pytest.mark.parametrize("pack_id", IDS)
def test_headings_of_the_samples_skip_no_level_and_there_is_one_title(pack_id: str) -> None:
    pack = shipped(pack_id)
    written = write_document(sample(pack), pack, draft=False, attachments=kept(pack))
    styles = etree.fromstring(parts_of(written)["word/styles.xml"])
    names = {
        each.get(f"{{{W}}}styleId"): each.find(f"{{{W}}}name").get(f"{{{W}}}val", "").casefold()  # type: ignore[union-attr]
        for each in styles.iter(f"{{{W}}}style")
    }
    body = etree.fromstring(parts_of(written)["word/document.xml"])
    used = [names.get(each.get(f"{{{W}}}val"), "") for each in body.iter(f"{{{W}}}pStyle")]
    levels = [int(found[1]) for each in used if (found := re.match(r"heading (\d)", each))]
    assert levels.count(1) <= 1
    assert levels[-1] == 2
    assert all(after <= before + 1 for before, after in pairwise(levels))


@settings(max_examples=60, deadline=None)
@given(strategies.bodies, strategies.bodies)
def test_any_blocks_may_stand_in_an_appendix(first: tuple[Block, ...], second: tuple[Block, ...]) -> None:
    report = with_appendices(appendix(*first), appendix(*second, number="2"))
    for draft in (True, False):
        written = write_document(report, a_pack(), draft=draft, attachments={PLAN: png()})
        etree.fromstring(parts_of(written)["word/document.xml"])
        assert written == write_document(report, a_pack(), draft=draft, attachments={PLAN: png()})


@pytest.mark.libreoffice
def test_libreoffice_puts_each_on_a_page_of_its_own(tmp_path: Path) -> None:
    pack = a_pack()
    report = with_appendices(appendix(WORDS), appendix(WIDE, number="2", title="Wide"))

    shown = shown_by_libreoffice(final(report, pack), tmp_path)
    assert shown[-4:] == ["Appendix 1 – The design", "What is built.", "Appendix 2 – Wide", "Wide words"]
