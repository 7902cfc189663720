"""A pack made of a council's own Word document: what is proposed, why, and what comes of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from clerkwell.model import Report
from clerkwell.packs import Pack, load_files
from clerkwell.packs.load import read_manifest
from clerkwell.word.ooxml.controls import unwrap
from clerkwell.word.ooxml.names import SDT
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.reader import read_document
from clerkwell.word.template import template_lines, template_looks
from clerkwell.word.writer import write_document
from clerkwell.workshop import check_pack
from clerkwell.workshop.making import Guess, Proposal, Whose, changed, make, propose
from helpers.docx_making import docx, p, parts_of, tbl, tc, tr, zipped
from helpers.shipped import IDS, shipped

WHOSE = Whose("example-council", "Example Council", "Example Council: committee report", date(2026, 1, 1))
LONG = "The footbridge at Mill Lane has been closed since the flood of last winter, and the school is on the far side."


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(shipped(each) for each in IDS)


def proposed(body: str, name: str = "Report.docx", parts: Mapping[str, str] | None = None) -> Proposal:
    return propose(docx(body, parts), name, packs())


def made(proposal: Proposal) -> Pack:
    return load_files(make(proposal, WHOSE, packs()), "the made pack")


def fields(proposal: Proposal) -> dict[str, Guess]:
    return {each.id: each for each in proposal.guesses if each.what == "field"}


def sections(proposal: Proposal) -> list[str]:
    return [each.id for each in proposal.guesses if each.what == "section"]


def errors(pack: Pack) -> list[str]:
    return [f"{each.where}: {each.message}" for each in check_pack(pack, date(2026, 6, 1)) if each.severity == "error"]


def words_of(pack: Pack) -> list[str]:
    """The lines of the sample's export."""
    sample = Report.model_validate_json(pack.files["sample.json"])
    export = write_document(sample, pack, draft=False)
    return [line.shown for line in template_lines(export) if line.shown]


def bold(words: str) -> str:
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def heading(words: str) -> str:
    return p(words, "heading2")


REPORT = (
    p(bold("Example Council"))
    + p(f"{bold('Report to:')}<w:r><w:tab/><w:t>Highways Committee</w:t></w:r>")
    + p(f"{bold('Date of meeting:')}<w:r><w:tab/><w:t>14 May 2024</w:t></w:r>")
    + p(f"{bold('Subject:')}<w:r><w:tab/><w:t>Reopening the footbridge</w:t></w:r>")
    + p(f"{bold('Bridge number:')}<w:r><w:tab/></w:r>")
    + heading("Summary")
    + p(LONG)
    + p(LONG)
    + heading("Recommendations")
    + p("Members are asked to:")
    + p("approve the repair.", "ListNumber")
    + heading("Bridges and byways")
    + p(LONG)
    + heading("Financial implications")
    + p(LONG)
    + heading("Appendices")
    + p("Appendix 1 – Plan of the footbridge", "ListBullet")
    + heading("Background papers")
    + p("None")
    + p("Morgan Sample")
    + p("Bridges Engineer")
    + p("T: 020 7946 0123")
    + p("E: morgan.sample@example.org")
)


def test_an_old_report_gives_its_header_its_sections_and_its_author() -> None:
    proposal = proposed(REPORT, "Footbridge report.docx")
    assert proposal.report
    assert proposal.council == "Example Council"
    found = fields(proposal)
    assert {"committees.name", "committees.date", "subject", "bridge-number", "authors.name", "authors.email"} <= set(
        found
    )
    assert found["bridge-number"].reason == "“Bridge number:” is a label with a gap after it"
    assert found["subject"].found == "Reopening the footbridge"
    assert {each.id for each in proposal.guesses if each.what == "rows"} == {"committees", "authors"}
    assert sections(proposal) == [
        "summary", "recommendations", "bridges-and-byways", "financial", "appendices", "background-papers",
    ]  # fmt: skip


def test_what_is_made_of_it_passes_the_check_and_exports_its_sample() -> None:
    pack = made(proposed(REPORT))
    assert errors(pack) == []
    said = words_of(pack)
    # Labels and headings stay; the old report's own words are gone.
    assert "Example Council" in said
    assert "Subject: Renewal of the library computer service" in said
    assert "Members are asked to:" in said
    assert said.index("Summary") < said.index("Recommendations") < said.index("Bridges and byways")
    assert [each for each in said if each.startswith(("T: ", "E: "))] == ["T: 01632 960123", "E: name@example.org"]
    assert not any("footbridge" in each or "Morgan" in each for each in said)


def test_a_heading_that_is_no_section_goes_to_the_text_above_it() -> None:
    proposal = proposed(REPORT)
    number = next(each.number for each in proposal.guesses if each.id == "bridges-and-byways")
    pack = made(changed(proposal, number, what="inside"))
    assert [spec.id for spec in pack.manifest.section] == [
        "summary", "recommendations", "financial", "appendices", "background-papers",
    ]  # fmt: skip
    assert "Bridges and byways" not in words_of(pack)
    stays = made(changed(proposal, number, what="stays"))
    assert {"Bridges and byways", LONG} <= set(words_of(stays))
    assert errors(stays) == []


def test_an_answer_that_is_left_stays_in_the_template() -> None:
    proposal = proposed(REPORT)
    pack = made(changed(proposal, fields(proposal)["subject"].number, taken=False))
    assert pack.field("subject") is None
    assert "Subject: Reopening the footbridge" in words_of(pack)


def test_rows_that_are_left_make_fields_of_their_own() -> None:
    proposal = proposed(REPORT)
    rows = next(each for each in proposal.guesses if each.id == "committees")
    pack = made(changed(proposal, rows.number, taken=False))
    assert {"committee", "meeting-date"} <= {spec.id for spec in pack.manifest.field}
    assert errors(pack) == []


TABLE = (
    tbl(
        tr(tc(p(bold("Committee(s)"))), tc(p(bold("Date(s)")))),
        tr(tc(p("Highways Committee")), tc(p("14 May 2024"))),
        tr(tc(p("Finance Committee")), tc(p("21 May 2024"))),
        tr(tc(p(f"{bold('Subject: ')}<w:r><w:t>The footbridge</w:t></w:r>")), tc(p("Public"))),
        tr(tc(p(bold("Is this a trial?"))), tc(p("[Yes / No]"))),
    )
    + heading("Summary")
    + p("[Say in a few sentences what the report is about and why it comes now]")
    + tbl(
        tr(tc(p(bold("Issue"))), tc(p(bold("Implications"))), tc(p(bold("Sign-off")))),
        tr(tc(p(bold("Financial implications"))), tc(p("[Cost]")), tc(p("[Name]"))),
        tr(tc(p(bold("Legal implications"))), tc(p("[Law]")), tc(p("[Name]"))),
    )
)


def test_cells_beside_labels_rows_of_columns_and_rows_that_are_sections() -> None:
    proposal = proposed(TABLE, "Template.docx")
    found = fields(proposal)
    assert not proposal.report
    assert found["subject"].title == "Subject"
    assert found["public-status"].reason == "“Public” is one of the answers to “Public status”"
    assert (found["is-this-a-trial"].kind, found["is-this-a-trial"].title) == ("yes-no", "Is this a trial?")
    assert sections(proposal) == ["summary", "financial", "legal"]
    pack = made(proposal)
    assert errors(pack) == []
    assert "Finance Committee" not in words_of(pack)
    assert pack.section("summary") is not None
    assert "Say in a few sentences" in next(spec.guidance for spec in pack.manifest.section)
    assert any("Is this a trial?" in each for each in words_of(pack))


def form_field(name: str, kind: str, shown: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/><w:enabled/>{kind}</w:ffData>'
        '</w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown or "     "}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


FORM = (
    p(f"<w:r><w:t>Ward affected:</w:t><w:tab/></w:r>{form_field('Text1', '<w:textInput/>')}")
    + p(
        "<w:r><w:t>Route:</w:t><w:tab/></w:r>"
        + form_field(
            "Dropdown1",
            '<w:ddList><w:listEntry w:val="Part 1"/><w:listEntry w:val="Part 2 only"/></w:ddList>',
            "Part 1",
        )
    )
    + heading("Background")
    + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MACROBUTTON NoMacro [Click here and type]'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
    + heading("Options")
    + p("")
)  # fmt: skip


def with_macros(document: bytes) -> bytes:
    """The document as Word saves it with macros, as a template."""
    parts = parts_of(document)
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = parts["[Content_Types].xml"].replace(
        main, b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
    )
    kind = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    relation = (
        b'<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        b'Target="vbaProject.bin"/></Relationships>'
    )
    return zipped(
        {
            **parts,
            "[Content_Types].xml": types.replace(b"</Types>", kind),
            "word/_rels/document.xml.rels": parts["word/_rels/document.xml.rels"].replace(
                b"</Relationships>", relation
            ),
            "word/vbaProject.bin": b'\xd0\xcf\x11\xe0 ID="{0}"\r\nDocument=ThisDocument/&H0\r\nModule=StampReport\r\n',
        }
    )


def test_macros_are_named_and_gone_and_form_fields_are_fields() -> None:
    source = with_macros(docx(FORM))
    proposal = propose(source, "Report template.dotm", packs())
    removed = [each.reason for each in proposal.of("removed")]
    assert any("macros: StampReport" in each and "not run" in each for each in removed)
    assert any(".dotx or .dotm" in each for each in removed)
    found = fields(proposal)
    assert "form field of the older kind" in found["wards"].reason
    assert (found["route"].kind, found["route"].choices) == ("choice", ("Part 1", "Part 2 only"))
    files = make(proposal, WHOSE, packs())
    template = parts_of(files["template.docx"])
    assert not any("vba" in name for name in template)
    assert b"ffData" not in template["word/document.xml"]
    assert b"MACROBUTTON" not in template["word/document.xml"]
    assert b"macroEnabled" not in template["[Content_Types].xml"]
    assert b"vbaProject" not in template["word/_rels/document.xml.rels"]
    assert errors(load_files(files, "made")) == []


def test_parts_that_nothing_was_put_into_keep_their_bytes() -> None:
    header = p("Example Council")
    source = docx(REPORT, {"header1.xml": header})
    template = parts_of(make(propose(source, "a.docx", packs()), WHOSE, packs())["template.docx"])
    assert template["word/header1.xml"] == parts_of(source)["word/header1.xml"]


def test_a_role_without_a_style_gets_one_like_the_documents_own() -> None:
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    source = docx(
        p(bold("Summary")) + p(LONG) + p("") + p(LONG) + p("") + p(bold("Background")) + p(LONG), styles=styles
    )
    proposal = propose(source, "old.docx", packs())
    roles = {each.id: each for each in proposal.of("styles")}
    assert roles["paragraph"].labels == ("Report Text",)
    assert "set apart by empty ones" not in roles["paragraph"].reason
    assert "sets paragraphs apart by empty ones" in roles["paragraph"].reason
    assert roles["section-heading"].labels == ("Section Heading",)
    pack = made(proposal)
    assert errors(pack) == []
    export = read_document(write_document(Report.model_validate_json(pack.files["sample.json"]), pack, draft=False))
    assert export.blocks


@pytest.mark.parametrize("pack_id", [each for each in IDS if each != "generic-english-council"])
def test_a_shipped_template_without_its_places_gets_them_again(pack_id: str) -> None:
    pack = shipped(pack_id)
    package = OpenPackage(pack.template)
    for part in stories(package):
        for each in list(package.touch(part).iter(SDT)):
            unwrap(each)
    proposal = propose(package.save(), f"{pack_id}.docx", packs())
    result = made(proposal)
    assert errors(result) == []
    printed = [spec.title for spec in pack.manifest.section if spec.heading == "block"]
    headings = {each.words for each in proposal.guesses if each.what in ("section", "group", "field")}
    assert [each for each in printed if each not in headings] == []


def test_every_guess_says_why() -> None:
    for body in (REPORT, TABLE, FORM):
        for each in proposed(body).guesses:
            assert len(each.reason) > 10, each


def test_the_manifest_reads_back_as_it_was_meant() -> None:
    files = make(proposed(TABLE), WHOSE, packs())
    manifest = read_manifest(files["pack.toml"], "pack.toml")
    assert manifest.pack.council == "Example Council"
    assert [spec.id for spec in manifest.repeat] == ["committees"]
    proposal = replace(proposed(TABLE), name="other.docx")
    assert "other.docx" in make(proposal, WHOSE, packs())["CHANGES.md"].decode()


def test_one_answer_is_not_printed_under_two_labels() -> None:
    body = p("Report of: The Director of Roads") + p("Lead officer: Sam Sample") + heading("Summary") + p(LONG)
    found = fields(proposed(body))
    assert found["report-of"].found == "The Director of Roads"
    assert found["lead-officer"].found == "Sam Sample"


def test_headings_with_typed_numbers_show_those_between_them() -> None:
    plain = p("1. Introduction") + p(LONG) + p("2. Flooding on the lower path") + p(LONG) + p("3. Conclusion") + p(LONG)
    proposal = proposed(plain)
    assert sections(proposal) == ["introduction", "flooding-on-the-lower-path", "conclusion"]
    said = words_of(made(proposal))
    assert "2. Flooding on the lower path" in said


def test_advice_in_a_label_and_a_sentence_of_the_old_report_go() -> None:
    body = (
        p("Subject: The footbridge")
        + p("Key decision (delete as appropriate): No")
        + p(LONG.replace("the school is", "nobody has been told that the school is"))
        + heading("Summary") + p(LONG) + p(LONG) + p(LONG)
    )  # fmt: skip
    proposal = proposed(body)
    sentence = next(each for each in proposal.of("stays") if "nobody" in each.words or "footbridge at" in each.words)
    assert (sentence.taken, "of this report alone" in sentence.reason) == (False, True)
    said = words_of(made(proposal))
    assert not any("delete as" in each or "nobody" in each for each in said)
    kept = words_of(made(changed(proposal, sentence.number, taken=True)))
    assert any("nobody" in each for each in kept)


def test_text_that_looks_otherwise_by_hand_gets_a_style_that_looks_so() -> None:
    look = '<w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="26"/></w:rPr>'
    line = p(f"<w:r>{look}<w:t>{LONG}</w:t></w:r>", more='<w:spacing w:after="180"/>')
    pack = made(proposed(heading("Summary") + line * 2 + heading("Background") + line))
    assert pack.manifest.roles["paragraph"] == "Report Text"
    [style] = [each for each in template_looks(pack.template) if each.name == "Report Text"]
    assert style.size == 13
    assert "Verdana" in style.properties["rFonts"]
    assert "after=180" in style.properties["spacing"]
    assert errors(pack) == []


def test_rows_beside_known_sections_are_sections_and_advice_in_headings_goes() -> None:
    rows = [
        tr(tc(p(bold(each))), tc(p("[Insert]")), tc(p("[Name]")))
        for each in (
            "Financial",
            "Legal",
            "Risk Management",
            "Impact on the river and everything that lives in or near it",
        )
    ]
    body = (
        p("Subject: [Title]")
        + p("_" * 40)
        + heading("Summary")
        + p("[Say what it is about]")
        + heading("Cross-cutting issues")
        + tbl(tr(tc(p(bold("Issue"))), tc(p(bold("Implications"))), tc(p(bold("Sign-off")))), *rows)
        + heading("Appendices [delete if not applicable]")
        + p("1.")
    )
    proposal = proposed(body)
    assert sections(proposal)[-2:] == ["impact-on-the-river-and", "appendices"]
    assert "impact-on-the-river-and-sign-off" in fields(proposal)
    pack = made(proposal)
    assert errors(pack) == []
    said = words_of(pack)
    assert "Appendices" in said
    assert "_" * 40 in said
    assert [spec.title for spec in pack.manifest.group] == ["Cross-cutting issues"]


def test_a_template_is_called_after_its_file_and_that_of_an_old_report_is_not() -> None:
    assert proposed(TABLE, "Cabinet_report 2026.dotx").title == "Cabinet report 2026"
    assert proposed(REPORT, "Mill Lane footbridge.docx").title == "Committee report"
