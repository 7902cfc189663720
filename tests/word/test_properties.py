"""What a document says of itself: as the pack has it, from the report alone, and wherever the template shows it."""

import re

import pytest

from clerkwell.model import FieldValue
from clerkwell.packs import PackError, read_manifest
from clerkwell.word.writer import write_document
from helpers.building import MANIFEST, make_report
from helpers.controls_read import words_of_part
from helpers.docx_making import ROLES, p, pack_of, parts_of, sdt, section
from helpers.filled import committees, written
from helpers.furnished import STORE
from helpers.shipped import IDS, sample, shipped


def core(document: bytes) -> dict[str, str]:
    """The core properties, by their names without prefix."""
    xml = parts_of(document)["docProps/core.xml"].decode()
    return {name: text for name, text in re.findall(r"<\w+:(\w+)[^>]*>([^<]*)</", xml)}


def asked(properties: str) -> str:
    return f"{MANIFEST}\n[properties]\n{properties}\n"


def test_title_subject_and_author_are_what_the_pack_makes_of_the_answers() -> None:
    report = committees(("Parks", "7 May"), ("Roads", "8 May"), subject="Trees\nand  paths", purpose="For Decision")
    manifest = asked(
        'title = "{subject}: {purpose}"\nsubject = ["{spending}", "{pack.council}"]\nauthor = "{committees.name}"\n'
        'keywords = "Trees"'
    )
    found = core(written(section("summary"), report, draft=False, manifest=manifest))
    assert found["title"] == "Trees and paths: For Decision"
    assert found["subject"] == "Test Council"
    assert found["creator"] == "Parks; Roads"
    assert found["keywords"] == "Trees"


def test_a_pack_that_says_nothing_gets_the_subject_the_pack_and_the_author() -> None:
    report = make_report(fields={"subject": "Trees", "report-author": "Sam Sample"})
    found = core(written(section("summary"), report, draft=False))
    assert (found["title"], found["subject"], found["creator"]) == ("Trees", "Test report", "Sam Sample")
    unnamed = core(written(section("summary"), make_report(), draft=False))
    assert (unnamed["title"], unnamed["creator"]) == ("Test report", "Test Council")


def test_an_answer_that_has_no_place_in_the_report_is_not_in_its_properties() -> None:
    manifest = asked('author = "{purpose}"').replace('id = "purpose"', 'id = "purpose"\nonly = { spending = "Yes" }')
    report = make_report(fields={"subject": "Trees", "purpose": "Secret", "spending": "No"})
    assert "creator" not in core(written(section("summary"), report, draft=False, manifest=manifest))


def test_a_pack_that_asks_for_a_field_it_does_not_have_is_told_so() -> None:
    with pytest.raises(PackError, match=r'\[properties\] asks for "\{sponsor\}", which is no field'):
        read_manifest(asked('author = "{sponsor}"').encode(), "test/pack.toml")


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("pack_id", IDS)
def test_the_properties_of_a_sample_hold_what_is_the_reports_and_nothing_else(pack_id: str, draft: bool) -> None:
    pack = shipped(pack_id)
    report = sample(pack)
    document = write_document(report, pack, draft=draft, attachments=pack.sample_attachments)
    found = core(document)
    assert set(found) <= {"title", "subject", "creator", "created", "modified", "language"}
    assert found["title"] == " ".join(report.field("subject").text.split())
    assert found["language"] == "en-GB"
    assert found["creator"]
    for name, moment in (("created", report.created), ("modified", report.modified)):
        assert moment is None or found[name] == moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    for name, data in parts_of(document).items():
        for left in (b"rsid", b"lastModifiedBy", b"revision>", b"attachedTemplate", b"<Pages", b"<TotalTime"):
            assert left not in data, (name, left)


BOUND = (
    '<w:sdt><w:sdtPr><w:alias w:val="Title"/><w:showingPlcHdr/><w:dataBinding'
    ' w:xpath="/ns1:coreProperties[1]/ns0:title[1]"'
    f' w:storeItemID="{STORE}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>[Old]</w:t></w:r></w:sdtContent></w:sdt>'
)
COMPLEX = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TITLE  \\* MERGEFORMAT </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>[Old]</w:t></w:r><w:r><w:t>[er]</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SIMPLE = '<w:fldSimple w:instr=" DOCPROPERTY &quot;Subject&quot; "><w:r><w:t>[Old]</w:t></w:r></w:fldSimple>'


@pytest.mark.parametrize("draft", [True, False])
def test_a_header_that_shows_a_property_shows_this_documents(draft: bool) -> None:
    header = p(BOUND) + p(BOUND.replace("ns0:title", "ns0:creator")) + p(COMPLEX) + p(SIMPLE)
    report = make_report(fields={"subject": "Trees & paths", "author": "Sam Sample"})
    pack = pack_of(section("summary"), parts={"header1.xml": header})
    document = write_document(report, pack, draft=draft)
    said = words_of_part(document, "word/header1.xml")
    assert said == ["Trees & paths", "Sam Sample", "Trees & paths", "Test report"]
    xml = parts_of(document)["word/header1.xml"]
    assert xml.count(b"dataBinding") == (2 if draft else 0)
    assert b"showingPlcHdr" not in xml


def test_what_only_looks_like_a_property_stays() -> None:
    header = p('<w:fldSimple w:instr=" REF Title_1 "><w:r><w:t>[Old]</w:t></w:r></w:fldSimple>') + p(
        sdt("nobody", "Words", '<w:dataBinding w:xpath="/a/title[1]" w:storeItemID="{1}"/>')
    )
    pack = pack_of(section("summary"), MANIFEST + ROLES, {"header1.xml": header})
    document = write_document(make_report(fields={"subject": "Trees"}), pack, draft=True)
    assert words_of_part(document, "word/header1.xml")[-2:] == ["[Old]", "Words"]


def test_times_are_the_reports_own_and_never_the_machines() -> None:
    found = core(written(section("summary"), make_report(fields={"subject": "T"}), draft=False))
    assert "created" not in found
    assert "modified" not in found


def test_a_field_value_of_many_lines_makes_one_line_of_a_property() -> None:
    report = make_report().model_copy(update={"fields": {"subject": FieldValue(text="One\n\x0bTwo\t three ")}})
    assert core(written(section("summary"), report, draft=False))["title"] == "One Two three"
