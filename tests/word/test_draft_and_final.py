"""What a draft and a final each are, and what neither may change."""

import io
import re
from datetime import UTC, datetime, timedelta, timezone

import docx
import pytest

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.word.reader import document_lines
from clerkwell.word.writer import write_document
from helpers.building import make_report
from helpers.docx_making import SECT, p, pack_of, parts_of, plain, prompt, sdt, section, xml_of, zipped

REPORT = make_report({"summary": "One"}, {"subject": "Trees & paths", "author": "Sam Sample"})
REF = '<w:headerReference w:type="{}" r:id="rId{}"/>'


def with_more(pack: Pack, **parts: bytes) -> Pack:
    files = {**parts_of(pack.template), **{name.replace("__", "/"): data for name, data in parts.items()}}
    return Pack(pack.manifest, {"template.docx": zipped(files)})


def marks(data: bytes) -> list[str]:
    return [name for name, part in parts_of(data).items() if "header" in name and b"DRAFT" in part]


def test_a_template_without_a_header_is_given_one_that_says_draft() -> None:
    data = write_document(REPORT, pack_of(section("summary")), draft=True)
    assert [(line.text, line.style) for line in document_lines(data) if line.story == "header"] == [("DRAFT", "header")]
    assert plain(xml_of(data)).endswith('<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>' + SECT[10:])


def test_every_header_is_marked_first_and_even_ones_too() -> None:
    sect = SECT.replace("<w:pgSz", REF.format("default", 3) + "<w:pgSz").replace(
        "</w:sectPr>", "<w:titlePg/></w:sectPr>"
    )
    parts = {"header1.xml": p("Council"), "settings.xml": "<w:evenAndOddHeaders/>"}
    data = write_document(REPORT, pack_of(section("summary"), parts=parts, sect=sect), draft=True)
    assert marks(data) == ["word/header1.xml", "word/header2.xml", "word/header3.xml"]
    kinds = re.findall(r'headerReference w:type="(\w+)"', xml_of(data))
    assert sorted(kinds) == ["default", "even", "first"]
    assert [line.text for line in document_lines(data) if line.story == "header"][:2] == ["DRAFT", "Council"]


def test_a_header_that_several_sections_share_is_marked_once() -> None:
    sect = SECT.replace("<w:pgSz", REF.format("default", 3) + "<w:pgSz")
    body = p("a", more=sect) + section("summary")
    data = write_document(REPORT, pack_of(body, parts={"header1.xml": p("Council")}, sect=sect), draft=True)
    assert parts_of(data)["word/header1.xml"].count(b"DRAFT") == 1
    assert marks(data) == ["word/header1.xml"]


def test_the_draft_mark_has_the_style_that_the_pack_gives_it() -> None:
    manifest = pack_of("").manifest
    told = manifest.model_copy(update={"roles": {**manifest.roles, "draft-mark": "Quote"}})
    pack = Pack(told, pack_of(section("summary")).files)
    [mark] = [line for line in document_lines(write_document(REPORT, pack, draft=True)) if line.text == "DRAFT"]
    assert mark.style == "Quote"


def test_a_final_says_draft_nowhere_and_holds_no_control() -> None:
    pack = pack_of(p(prompt("field:subject")) + section("summary") + section("options"), parts={"header1.xml": p("C")})
    for name, part in parts_of(write_document(REPORT, pack, draft=False)).items():
        assert b"DRAFT" not in part, name
        assert b"<w:sdt" not in part, name
        assert b"Click here" not in part, name


def test_a_final_holds_no_custom_xml_and_no_stock_of_prompts() -> None:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{relation}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId8" Type="{relation}/customXml" Target="../customXml/item1.xml"/>'
        f'<Relationship Id="rId9" Type="{relation}/glossaryDocument" Target="glossary/document.xml"/></Relationships>'
    )
    inner = relations.replace("../customXml/item1.xml", "itemProps1.xml").replace("glossary/document.xml", "styles.xml")
    pack = pack_of(section("summary"))
    files = {
        **parts_of(pack.template),
        "word/_rels/document.xml.rels": relations.encode(),
        "customXml/item1.xml": b"<secret/>",
        "customXml/_rels/item1.xml.rels": inner.encode(),
        "customXml/itemProps1.xml": b"<x/>",
        "word/glossary/document.xml": b"<x/>",
        "word/glossary/_rels/document.xml.rels": inner.encode(),
    }
    full = Pack(pack.manifest, {"template.docx": zipped(files)})
    final = parts_of(write_document(REPORT, full, draft=False))
    assert not [name for name in final if "customXml" in name or "glossary" in name]
    assert b"customXml" not in final["word/_rels/document.xml.rels"]
    assert "customXml/item1.xml" in parts_of(write_document(REPORT, full, draft=True))


@pytest.mark.parametrize("draft", [True, False])
def test_parts_that_the_report_does_not_touch_keep_their_bytes(draft: bool) -> None:
    parts = {"header1.xml": p("Council"), "footer1.xml": p("Page"), "settings.xml": "<w:zoom w:percent='90'/>"}
    pack = with_more(pack_of(section("summary"), parts=parts), word__theme1_xml=b"<a:theme xmlns:a='x'  />")
    before, after = parts_of(pack.template), parts_of(write_document(REPORT, pack, draft=draft))
    changed = {name for name in before if before[name] != after.get(name)}
    # The text; a draft's new relation to the header made for it; and the list of what was added.
    reasons = {"word/document.xml", "[Content_Types].xml", "_rels/.rels"}
    assert changed <= reasons | ({"word/_rels/document.xml.rels"} if draft else set())
    assert set(after) - set(before) == {"docProps/core.xml", "docProps/custom.xml"} | (
        {"word/header2.xml"} if draft else set()
    )


def test_the_document_says_what_it_is_and_with_which_pack_it_was_made() -> None:
    made = datetime(2024, 5, 1, 9, tzinfo=timezone(timedelta(hours=1)))
    report = REPORT.model_copy(update={"created": made, "modified": datetime(2024, 5, 2, 9, 30)})
    data = write_document(report, pack_of(section("summary")), draft=False)
    core = docx.Document(io.BytesIO(data)).core_properties
    assert (core.title, core.subject, core.author, core.language) == (
        "Trees & paths",
        "Test report",
        "Sam Sample",
        "en-GB",
    )
    assert core.created == datetime(2024, 5, 1, 8, tzinfo=UTC)
    assert core.modified == datetime(2024, 5, 2, 9, 30, tzinfo=UTC)
    assert core.last_modified_by == ""
    custom = xml_of(data, "docProps/custom.xml")
    assert 'name="Clerkwell pack"><vt:lpwstr>test-council<' in custom
    assert 'name="Clerkwell pack version"><vt:lpwstr>1.0.0<' in custom


def test_the_templates_own_author_and_times_do_not_stay() -> None:
    core = (
        b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        b"<cp:lastModifiedBy>A Machine</cp:lastModifiedBy><cp:revision>7</cp:revision></cp:coreProperties>"
    )
    relations = parts_of(pack_of("").template)["_rels/.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
        b'core-properties" Target="docProps/core.xml"/></Relationships>',
    )
    files = {**parts_of(pack_of(section("summary")).template), "docProps/core.xml": core, "_rels/.rels": relations}
    pack = Pack(pack_of("").manifest, {"template.docx": zipped(files)})
    after = parts_of(write_document(REPORT, pack, draft=False))["docProps/core.xml"]
    assert b"Machine" not in after
    assert b"revision" not in after
    assert b"created" not in after


@pytest.mark.parametrize("draft", [True, False])
def test_the_same_report_makes_the_same_bytes(draft: bool) -> None:
    pack = pack_of(section("summary"))
    again = Report.model_validate(REPORT.model_dump())
    assert write_document(REPORT, pack, draft=draft) == write_document(again, pack, draft=draft)


def test_a_draft_is_kept_whole_for_libreoffice() -> None:
    body = sdt("section:summary", p("Summary") + sdt("body:summary", p("x"), "<w:richText/>"))
    report = make_report({"summary": "plain"})
    xml = xml_of(write_document(report, pack_of(body), draft=True))
    assert '<w:tag w:val="body:summary"/><w:docPartObj/></w:sdtPr>' in xml
    assert '<w:tag w:val="section:summary"/><w:docPartObj/></w:sdtPr>' in xml
    other = sdt("logo", p("Kept")) + body
    assert '<w:tag w:val="logo"/></w:sdtPr>' in xml_of(write_document(report, pack_of(other), draft=True))
