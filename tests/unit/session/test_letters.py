"""A letter as an appendix: the file as it is, one step of undo, and what it found read out of whatever it came in."""

from clerkwell.intake.letters import as_quotations
from clerkwell.model import Appendix, SetAppendices, SetBlocks
from clerkwell.session.letters import attach_letter, offered, read_letter
from helpers.building import blocks, make_report
from helpers.docx_making import docx, p
from helpers.pdf_making import make_pdf
from helpers.sessions import OpenReport

TEXT = """www.ofsted.gov.uk

3 March 2026

Dear All

A visit

Strengths
- Kind staff.

Yours sincerely

B. Example
"""


def test_text_in_any_usual_encoding_is_read() -> None:
    for data in (TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"), TEXT.encode("cp1252")):
        letter = read_letter("letter.txt", data)
        assert [finding.words for finding in letter.findings] == ["Kind staff."]
        assert letter.said == ""


def test_a_word_document_is_read_whatever_it_is_called() -> None:
    data = docx(p("Strengths", "heading2") + p("Kind staff.", "ListBullet"))

    assert [finding.words for finding in read_letter("C:\\letters\\letter.dat", data).findings] == ["Kind staff."]


def test_a_pdf_is_read_by_its_pages() -> None:
    letter = read_letter("letter.pdf", make_pdf("Strengths) Tj 0 -40 Td (Kind staff."))

    assert [(finding.words, finding.page) for finding in letter.findings] == [("Kind staff.", 1)]


def test_what_cannot_be_read_is_said_and_can_be_attached_all_the_same() -> None:
    for name, data, words in (
        ("scan.pdf", make_pdf(""), "scans"),
        ("broken.pdf", b"%PDF-1.7 nothing", "damaged"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "old kind"),
        ("picture.png", b"\x89PNG\x00", "no Word document"),
        ("plain.txt", b"Nothing here.", "No headings"),
        ("broken.docx", b"PK\x03\x04word/document.xml", ""),
    ):
        letter = read_letter(name, data)
        assert letter.findings == ()
        assert letter.said
        assert words in letter.said
        test = OpenReport()
        attach_letter(test.session, letter)
        assert list(test.session.attachments.values()) == [data]


def test_it_is_offered_as_the_next_appendix_named_after_who_wrote_it() -> None:
    report = make_report().model_copy(update={"appendices": (Appendix(id="appendix-2", number="A", title="Plan"),)})
    appendix = offered(read_letter("letter.txt", TEXT.encode()), report)

    assert (appendix.id, appendix.number, appendix.title) == ("appendix-3", "B", "Letter from Ofsted, 3 March 2026")
    assert offered(read_letter("C:\\x\\Our letter.txt", b"Nothing."), make_report()).title == "Our letter"


def test_attaching_keeps_the_file_as_it_is_and_is_one_step_of_undo() -> None:
    report = make_report({"appendices": "None."})
    (none,) = report.blocks("appendices")
    report = report.model_copy(
        update={
            "sections": tuple(
                each.model_copy(update={"blocks": (none.model_copy(update={"nil": True}),)}) for each in report.sections
            )
        }
    )
    test = OpenReport(report)
    appendix = attach_letter(test.session, read_letter("letter.txt", TEXT.encode()))

    assert test.session.report.appendices == (appendix,)
    assert test.session.attachments[appendix.attachment] == TEXT.encode()
    assert test.session.report.section("appendices") is None

    test.session.undo()
    assert test.session.report == report


def test_the_user_s_own_number_and_title_are_kept_and_ids_stay_apart() -> None:
    test = OpenReport()
    letter = read_letter("letter.txt", TEXT.encode())
    wanted = offered(letter, test.session.report).model_copy(update={"number": "C", "title": "The letter"})
    first = attach_letter(test.session, letter, wanted)
    second = attach_letter(test.session, letter, wanted)

    assert (first.number, first.title) == ("C", "The letter")
    assert first.id != second.id
    assert first.attachment != second.attachment


def test_findings_go_into_a_section_with_a_reference_to_the_appendix() -> None:
    test = OpenReport()
    letter = read_letter("letter.txt", TEXT.encode())
    appendix = attach_letter(test.session, letter)
    piece = as_quotations(letter.findings, letter.source, appendix.id)
    test.session.apply(SetBlocks(section="background", blocks=(*blocks("Before."), *piece)), "Findings")

    kinds = [block.kind for block in test.session.report.blocks("background")]
    assert kinds == ["paragraph", "quotation", "paragraph"]
    test.session.apply(SetAppendices(appendices=()), "Take it out")
    assert test.session.report.appendices == ()
