"""Words in text boxes and drawn lettering: named, kept or taken out, and never lost without a word."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from clerkwell.model import Report
from clerkwell.packs import Pack, load_files
from clerkwell.word.template.boxes import Box, template_boxes
from clerkwell.word.writer import write_document
from clerkwell.workshop import check_pack
from clerkwell.workshop.making import Proposal, Whose, changed, make, propose
from helpers.docx_making import docx, p, plain, xml_of
from helpers.shipped import IDS, shipped

WHOSE = Whose("example-council", "Example Council", "Example Council: committee report", date(2026, 1, 1))
LONG = "The footbridge at Mill Lane has been closed since the flood of last winter, and the school is on the far side."
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
_WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


_SECT = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(shipped(each) for each in IDS)


def old_box(words: str) -> str:
    """A text box as Word 2007 writes it, without the run."""
    return (
        f'<w:pict><v:shape {_V} style="width:120pt;height:40pt"><v:textbox><w:txbxContent>{p(words)}</w:txbxContent>'
        "</v:textbox></v:shape></w:pict>"
    )


def box(words: str) -> str:
    """A text box as Word writes it: once for itself, and once for older programs."""
    return (
        f'<w:r><mc:AlternateContent {_MC}><mc:Choice {_WPS} Requires="wps"><w:drawing><wp:inline {_WP}>'
        '<wp:extent cx="1500000" cy="500000"/><wp:docPr id="901" name="Text Box 1" descr="A box"/>'
        f'<a:graphic {_A}><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{p(words)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
        f"</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>{old_box(words)}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


DRAFT = (
    f'<w:r><w:pict><v:shape {_V} style="width:400pt;height:100pt"><v:textpath string="SPECIMEN"/></v:shape>'
    "</w:pict></w:r>"
)
TEMPLATE = (
    p(f"{box('Agenda item: [number]')}{box('Example Council at work')}")
    + p("Subject: [Insert the title]")
    + p("Summary", "heading2")
    + p(f"{box('Mill Lane in figures')}")
    + p("[Say what it is about, in three sentences or so]")
    + p(f"<w:r><w:t>Background</w:t></w:r>{box('See the guide')}", "heading2")
    + p("[Say what came before]")
)


def proposed(body: str = TEMPLATE) -> Proposal:
    header = p(f"<w:r>{old_box('Town Hall, Mill Lane')}</w:r>{DRAFT}")
    return propose(docx(body, {"header1.xml": header}, _SECT), "Template.docx", packs())


def made(proposal: Proposal) -> Pack:
    return load_files(make(proposal, WHOSE, packs()), "the made pack")


def exported(pack: Pack) -> bytes:
    return write_document(Report.model_validate_json(pack.files["sample.json"]), pack, draft=False)


def test_each_box_is_found_once_with_its_words() -> None:
    found = template_boxes(docx(TEMPLATE, {"header1.xml": p(DRAFT)}, _SECT))
    assert found[:2] == (Box(0, 0, "Agenda item: [number]"), Box(0, 1, "Example Council at work"))
    assert [each.words for each in found[2:]] == ["Mill Lane in figures", "See the guide", "SPECIMEN"]
    assert found[-1].kind == "lettering"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Agenda item: [number]", "asks for words, though: in Word, cut the words, delete the box"),
        ("Example Council at work", "It stands in a text box in the document, so every report has it."),
        ("See the guide", "It stands in a text box in the document, so every report has it."),
        ("Town Hall, Mill Lane", "It stands in a text box in the header"),
        ("SPECIMEN", "It is lettering drawn across the page in the header"),
        ("Mill Lane in figures", "stands in the text of a section, which authors write, and goes with it"),
    ],
)
def test_each_box_is_named_with_what_becomes_of_it(words: str, said: str) -> None:
    [guess] = [each for each in proposed().guesses if each.words == words and each.part in ("stays", "removed")]
    assert said in guess.reason


def test_a_box_stays_or_goes_as_it_is_ticked() -> None:
    proposal = proposed()
    kept = made(proposal)
    assert [each.message for each in check_pack(kept) if each.severity == "error"] == []
    words = plain(xml_of(exported(kept)))
    assert words.count("Example Council at work") == 2, "Word writes it twice"
    assert "See the guide" in words
    assert "Mill Lane in figures" not in words
    assert "Mill Lane in figures" in kept.files["CHANGES.md"].decode()
    for each in proposal.of("stays"):
        if each.words in ("Agenda item: [number]", "Example Council at work", "SPECIMEN"):
            proposal = changed(proposal, each.number, taken=False)
    pack = made(proposal)
    words = plain(xml_of(exported(pack)))
    assert not any(each in words for each in ("Agenda item", "at work"))
    assert "See the guide" in words
    assert "SPECIMEN" not in xml_of(pack.template, "word/header1.xml")
    assert "Town Hall" in xml_of(pack.template, "word/header1.xml")
    assert [each.message for each in check_pack(pack) if each.severity == "error"] == []


def test_a_sentence_in_a_box_of_an_old_report_goes() -> None:
    body = p(box(LONG)) + p("Subject: Footbridge") + p("Summary", "heading2") + p(LONG) * 4
    proposal = propose(docx(body), "Report.docx", packs())
    [guess] = [each for each in proposal.of("stays") if each.words.startswith("The footbridge")]
    assert (guess.taken, "of this report alone" in guess.reason) == (False, True)
    assert LONG not in plain(xml_of(exported(made(replace(proposal, report=False)))))
