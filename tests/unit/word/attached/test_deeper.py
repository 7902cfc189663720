"""What hides in the less known corners of a Word appendix is told, and taken out where that does no harm."""

import pytest

from clerkwell.word.attached import inspect, strip
from clerkwell.word.ooxml.names import GLOSSARY
from helpers.docx_making import R, docx, p
from unit.word.attached.test_attached import lines, parts_of, run, with_parts
from unit.word.attached.test_others import photograph, zipped

RELS = "word/_rels/document.xml.rels"
HIDES = (
    '<w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="HidP"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Below"><w:basedOn w:val="HidP"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Shown"><w:basedOn w:val="HidP"/><w:rPr><w:vanish w:val="0"/></w:rPr>'
    "</w:style>"
)


def paragraph(style: str, inner: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>'


def test_text_that_a_style_or_a_row_hides_is_hidden_text() -> None:
    row = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>"
        f"{p(run('secret row'))}</w:tc></w:tr><w:tr><w:tc>{p(run('row'))}</w:tc></w:tr></w:tbl>"
    )
    body = (
        p(run("Open ") + run("secret", '<w:rStyle w:val="Hid"/>'))
        + paragraph("Below", run("secret too"))
        + paragraph("HidP", run("shown", '<w:vanish w:val="0"/>') + run(" secret"))
        + paragraph("Shown", run("shown too"))
        + row
    )
    data = docx(body, {"styles.xml": HIDES})
    assert "hidden text" in inspect(data)
    clean = strip(data)
    assert inspect(clean) == ()
    assert b"secret" not in b"".join(parts_of(clean).values())
    assert [line for line in lines(clean) if line] == ["Open ", "shown", "shown too", "row"]


@pytest.mark.parametrize(
    ("part", "inner", "told"),
    [
        ("styles.xml", '<w:style w:styleId="a"><w:rPr><w:rPrChange w:author="Sam"/></w:rPr></w:style>', "1 tracked"),
        ("settings.xml", "<w:mailMerge><w:query w:val='Sam'/></w:mailMerge>", "mail merge"),
        ("settings.xml", "<w:saveThroughXslt w:val='Sam'/>", "transformation"),
    ],
)
def test_settings_and_looks_that_tell_of_people(part: str, inner: str, told: str) -> None:
    data = docx(p(run("x")), {part: inner})
    assert told in " ".join(inspect(data))
    clean = strip(data)
    assert inspect(clean) == ()
    assert b"Sam" not in b"".join(parts_of(clean).values())


def test_who_may_edit_a_passage_is_told_and_taken_out() -> None:
    marks = '<w:permStart w:id="4" w:ed="sam@example.org"/>', '<w:permEnd w:id="4"/>'
    data = docx(p(marks[0] + run("x") + marks[1]))
    assert inspect(data) == ("names of people who may edit it",)
    assert b"perm" not in parts_of(strip(data))["word/document.xml"]


def test_building_blocks_and_printers_go() -> None:
    more = {"word/glossary/document.xml": "<w:glossary>Sam</w:glossary>", "word/printer.bin": "Sam"}
    data = with_parts(
        docx(p(run("x"))),
        more,
        {
            f"{RELS}#1": (GLOSSARY, "glossary/document.xml"),
            f"{RELS}#2": (f"{R}/printerSettings", "printer.bin"),
        },
    )
    assert set(inspect(data)) == {"building blocks that it does not show", "the name of a printer"}
    clean = strip(data)
    assert inspect(clean) == ()
    assert b"Sam" not in b"".join(parts_of(clean).values())


def test_links_to_disks_and_files_taken_in_are_told_and_left() -> None:
    data = with_parts(
        docx(p(run("x"))),
        {"word/chunk.htm": "<p>more</p>"},
        {
            f"{RELS}#1": (f"{R}/hyperlink", "file:///C:/Users/sam/plan.docx"),
            f"{RELS}#2": (f"{R}/aFChunk", "chunk.htm"),
        },
    )
    told = ("links to files on somebody's disk", "a file that Word takes in when it opens the document")
    assert inspect(data) == told
    assert inspect(strip(data)) == told


def test_a_photograph_does_not_say_where_it_was_taken() -> None:
    with_photograph = zipped({**parts_of(docx(p(run("x")))), "word/media/image1.jpeg": photograph()})
    assert inspect(with_photograph) == ("a photograph that says where it was taken",)
    clean = strip(with_photograph)
    assert inspect(clean) == ()
    assert b"Exif" not in parts_of(clean)["word/media/image1.jpeg"]
