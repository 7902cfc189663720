"""Any Word document is read, whoever made it; what is none, or would do harm, is refused in one sentence."""

import io
import random
import re
import time
import zipfile

import pytest
from docx import Document
from docx.shared import Pt

from clerkwell.word.accessibility import check_document
from clerkwell.word.ooxml import WordError
from helpers.docx_making import parts_of, png, zipped
from helpers.readable import GOOD_TABLE, cell, control, document, drawing, found, link, para, row, run, table, text_box

STRICT = (
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
     "http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"),
    ("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"),
)  # fmt: skip
FULL = document(
    para("Oaks", "Heading3")
    + drawing("")
    + text_box(para("In a box."))
    + table(row("Tree", "Height"), row(cell("Oak", '<w:gridSpan w:val="2"/>')), row(cell(GOOD_TABLE + para()), "9 m"))
    + para(control("Click here to enter text", '<w:tag w:val="t"/><w:showingPlcHdr/><w:text/>'))
    + link("click here")
    + para(run("small", '<w:sz w:val="16"/><w:color w:val="BBBBBB"/><w:vanish/>'))
    + para("1. Oaks")
    + para("2. Elms")
    + para() * 3
)


def saved(made: object) -> bytes:
    """A document of python-docx as bytes."""
    out = io.BytesIO()
    made.save(out)  # type: ignore[attr-defined]  # its type is hidden behind a function
    return out.getvalue()


def test_the_faults_of_a_document_made_with_python_docx() -> None:
    made = Document()
    made.add_heading("Trees", 1)
    made.add_paragraph("Oaks are old.").runs[0].font.size = Pt(8)
    made.add_picture(io.BytesIO(png()))
    made.add_table(2, 2).cell(0, 0).text = "Tree"
    rules = found(saved(made))
    assert {"text-small", "alt-text-missing"} <= set(rules)


def test_the_default_document_of_python_docx() -> None:
    rules = set(found(saved(Document())))
    assert rules <= {"document-title", "document-title-words", "left-names"}


def test_a_document_saved_as_strict_open_xml_is_checked_like_others() -> None:
    strict = {}
    for name, data in parts_of(FULL).items():
        text = data
        for transitional, other in STRICT:
            text = text.replace(transitional.encode(), other.encode()) if name.endswith((".xml", ".rels")) else text
        strict[name] = text
    assert found(zipped(strict)) == found(FULL)


def test_a_template_and_a_document_with_macros_are_documents_too() -> None:
    for kind in ("template.main", "macroEnabled.main", "macroEnabledTemplate.main"):
        parts = parts_of(document())
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"document.main", kind.encode())
        assert found(zipped(parts)) == []


def outcome(data: bytes) -> str:
    """What is said of a document that is refused; "" for one that is checked. Anything else fails the test."""
    try:
        check_document(data)
    except WordError as error:
        return str(error)
    return ""


def refused(data: bytes) -> str:
    with pytest.raises(WordError) as refusal:
        check_document(data)
    said = str(refusal.value)
    assert said.endswith(".")
    assert "\n" not in said
    return said


def without(name: str) -> bytes:
    return zipped({key: data for key, data in parts_of(document()).items() if key != name})


def replaced(name: str, data: bytes) -> bytes:
    return zipped({**parts_of(document()), name: data})


def test_what_is_no_word_document_is_refused() -> None:
    assert "old .doc or it has a password" in refused(b"\xd0\xcf\x11\xe0" + bytes(600))
    assert "whole .docx" in refused(b"Dear Sir or Madam")
    assert "is empty" in refused(b"")
    assert "whole .docx" in refused(document()[:-300])
    refused(without("word/document.xml"))
    parts = parts_of(document())
    workbook = {name.replace("word/document.xml", "xl/workbook.xml"): data for name, data in parts.items()}
    workbook["_rels/.rels"] = workbook["_rels/.rels"].replace(b"word/document.xml", b"xl/workbook.xml")
    assert "Excel workbook" in refused(zipped({**workbook, "xl/workbook.xml": b"<workbook/>"}))
    refused(replaced("word/document.xml", b"<a/>"))
    refused(replaced("word/document.xml", b"not XML at all"))
    refused(replaced("word/styles.xml", b"<w:styles"))


def test_a_bomb_is_refused_at_once() -> None:
    began = time.perf_counter()
    refused(replaced("word/media/a.png", bytes(320 * 1024 * 1024)))
    entities = b'<!DOCTYPE d [<!ENTITY a "' + b"x" * 1000 + b'"><!ENTITY b "' + b"&a;" * 1000 + b'">]><d>&b;</d>'
    refused(replaced("word/document.xml", entities))
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize("shell", ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>"])
@pytest.mark.parametrize("deep", [100, 5_000])
def test_a_document_that_is_nested_without_end_does_no_harm(shell: str, deep: int) -> None:
    before, after = shell.split("{}")
    data = document(before * deep + para("Oaks.") + after * deep)
    said = outcome(data)
    assert not said or "deeper" in said or "cannot be read" in said


def test_tables_in_tables_without_end_do_no_harm() -> None:
    before, after = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    with pytest.raises(WordError):
        check_document(document(before * 400 + para("Oaks.") + after * 400))


def test_inline_controls_without_end_do_no_harm() -> None:
    before, after = "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"
    with pytest.raises(WordError):
        check_document(document(f"<w:p>{before * 400}{run('Oaks.')}{after * 400}</w:p>"))


def hurt(data: bytes, chance: random.Random) -> bytes:
    """The document with something in one of its parts changed, as a bad program or a bad disk would."""
    parts = parts_of(data)
    name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    text = parts[name].decode()
    match chance.randrange(5):
        case 0:  # a value that is not what it should be
            values = list(re.finditer(r'="[^"]*"', text)) or list(re.finditer("$", text))
            at = chance.choice(values)
            bad = chance.choice(
                ['=""', '="-"', '="--5"', '="99999999999999999999999"', '="²"', '="\u0660x"', '="true"', '="0x"']
            )
            text = text[: at.start()] + bad + text[at.end() :]
        case 1:  # an element gone, what it held left
            tags = list(re.finditer(r"<(/?)([\w:]+)[^>]*>", text)) or list(re.finditer("()($)", text))
            gone = chance.choice(tags)[2]
            text = re.sub(rf"</?{gone}(?=[ />])[^>]*>", "", text)
        case 2:  # an element twice
            pieces = list(re.finditer(r"<([\w:]+)[^<>]*/>", text))
            if pieces:
                piece = chance.choice(pieces)
                text = text[: piece.end()] + piece[0] * 3 + text[piece.end() :]
        case 3:  # an element under another name
            names = sorted({each[1] for each in re.finditer(r"<(\w+:\w+)", text)})
            if len(names) > 1:
                one, other = chance.sample(names, 2)
                text = re.sub(rf"(</?){one}(?=[ />])", rf"\g<1>{other}", text)
        case _:  # the part gone
            return zipped({key: each for key, each in parts.items() if key != name})
    return zipped({**parts, name: text.encode()})


def test_a_damaged_document_is_checked_or_refused_and_never_a_crash() -> None:
    chance = random.Random(20261122)
    refusals = 0
    for _ in range(300):
        data = FULL
        for _ in range(chance.randint(1, 3)):
            data = hurt(data, chance)
            said = outcome(data)
            if said:
                refusals += 1
                assert said.endswith("."), said
                break
    assert 0 < refusals < 290


def test_bytes_gone_wrong_are_refused_or_read() -> None:
    chance = random.Random(7)
    for _ in range(150):
        data = bytearray(FULL)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        said = outcome(bytes(data))
        assert not said or said.endswith("."), said


def test_a_long_report_is_checked_in_a_blink() -> None:
    words = "The council looks after the trees of the street and counts them each year in the spring. " * 3
    body = "".join(
        para(f"Part {number} of the trees", "Heading2") + para(run(words) + run("An oak", "<w:b/>") + run(words)) * 6
        for number in range(50)
    )
    # Ten times the budget of a quiet machine: this catches a reading that grows with the square, and not a busy one.
    began = time.perf_counter()
    check_document(document(body))
    assert time.perf_counter() - began < 5


def test_three_hundred_tables_take_no_longer_each_than_one() -> None:
    tables = "".join(
        table(row("Tree", "Height", header=True), *[row("Oak", "9 m")] * 9) + para("Then the next.") for _ in range(300)
    )
    began = time.perf_counter()
    assert found(document(tables)) == []
    assert time.perf_counter() - began < 10


def test_an_archive_with_odd_names_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("../outside.xml", "<a/>")
    refused(made.getvalue())
