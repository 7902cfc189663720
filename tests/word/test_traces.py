"""What a template's makers left in it does not travel with a report."""

import pytest

from clerkwell.packs import Pack
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.writer import WordError, write_document
from helpers.building import make_report
from helpers.docx_making import W, p, pack_of, parts_of, section, xml_of

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ANCHORS = (
    '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Council</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    '<w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="0"/></w:r></w:p>'
)
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
REPORT = make_report({"summary": "One"})


def made_by_people() -> Pack:
    pack = pack_of(ANCHORS + section("summary"))
    package = OpenPackage(pack.template)
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="Aldous"><w:p/></w:comment></w:comments>'
    package.add("word/comments.xml", comments.encode(), f"{WORD}.comments+xml")
    package.relations(package.main).add(f"{OFFICE}/comments", "word/comments.xml")
    people = f'<w15:people xmlns:w15="{W15}"><w15:person w15:author="Aldous"/></w15:people>'
    package.add("word/people.xml", people.encode(), f"{WORD}.people+xml")
    package.relations(package.main).add(
        "http://schemas.microsoft.com/office/2011/relationships/people", "word/people.xml"
    )
    extended = (
        f'<Properties xmlns="{EXTENDED}">'
        "<Template>C:\\Users\\Aldous\\report.dotx</Template><Application>Word</Application>"
        "<Manager>Aldous</Manager><Company>Aldous</Company></Properties>"
    )
    package.add(
        "docProps/app.xml", extended.encode(), "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    )
    package.relations("").add(f"{OFFICE}/extended-properties", "docProps/app.xml")
    return Pack(pack.manifest, {**pack.files, "template.docx": package.save()})


@pytest.mark.parametrize("draft", [True, False])
def test_comments_and_the_names_of_makers_stay_behind(draft: bool) -> None:
    pack = made_by_people()
    assert any(b"Aldous" in part for part in parts_of(pack.template).values())
    data = write_document(REPORT, pack, draft=draft)
    assert not [name for name, part in parts_of(data).items() if b"Aldous" in part or b"omment" in part]
    assert "<w:p><w:r><w:t>Council</w:t></w:r></w:p>" in xml_of(data)
    assert b"<Application>Word</Application>" in parts_of(data)["docProps/app.xml"]


@pytest.mark.parametrize(
    "tracked",
    [
        '<w:p><w:ins w:id="1" w:author="Aldous"><w:r><w:t>new</w:t></w:r></w:ins></w:p>',
        '<w:p><w:del w:id="1" w:author="Aldous"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>',
        '<w:p><w:pPr><w:pPrChange w:id="1" w:author="Aldous"><w:pPr/></w:pPrChange></w:pPr></w:p>',
    ],
)
def test_a_template_with_tracked_changes_is_refused_in_words(tracked: str) -> None:
    with pytest.raises(WordError, match="tracked changes"):
        write_document(REPORT, pack_of(tracked + section("summary")), draft=False)
    parts = {"header1.xml": tracked}
    with pytest.raises(WordError, match="tracked changes"):
        write_document(REPORT, pack_of(p("x") + section("summary"), parts=parts), draft=False)
