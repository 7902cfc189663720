"""A pack's faults are found before it is used, each with what to do; a sound pack has none."""

import io
import zipfile

import pytest

from clerkwell.model import Paragraph, Report, Text
from clerkwell.packs import Pack, load_files
from clerkwell.session.pack_states import in_state
from clerkwell.workshop import check_pack, usable
from helpers.packs_changed import told, with_document, with_file, with_manifest
from helpers.shipped import IDS, shipped

PACK = "north-somerset-executive-2022"


@pytest.mark.parametrize("pack_id", IDS)
def test_a_shipped_pack_has_no_fault(pack_id: str) -> None:
    assert [problem for problem in check_pack(shipped(pack_id)) if problem.severity != "info"] == []
    assert usable(shipped(pack_id)) == ()


def test_the_maintainer_is_told_what_the_template_itself_keeps_from_readers() -> None:
    # The City's subject is the document's title, and stands in the table at the head, as the City prints it.
    [told_of] = check_pack(shipped("city-of-london-2023"))
    assert told_of.severity == "info"
    assert told_of.where == "template.docx"
    assert "a heading stands in a table" in told_of.message
    assert "the template’s own" in told_of.message


def test_what_the_sample_s_document_keeps_from_readers_is_a_warning() -> None:
    pack = shipped(PACK)
    report = Report.model_validate_json(pack.files["sample.json"])
    shouting = Paragraph(id="shouting", runs=(Text(text="DO NOT SHOUT AT THE READERS OF REPORTS"),))
    first = report.sections[0]
    loud = report.model_copy(
        update={"sections": (first.model_copy(update={"blocks": (*first.blocks, shouting)}), *report.sections[1:])}
    )
    found = told(check_pack(with_file(pack, "sample.json", loud.model_dump_json().encode())), "warning")
    assert any("not for everyone" in each and "capitals" in each for each in found)


def test_a_place_that_the_manifest_does_not_name_is_an_error() -> None:
    pack = with_document(shipped(PACK), 'w:val="field:subject"', 'w:val="field:sujbect"', -1)
    assert any("field:sujbect" in each for each in told(check_pack(pack)))
    assert any("no place “Subject of Report”" in each for each in told(check_pack(pack)))
    assert usable(pack)


def test_a_section_that_the_document_has_no_place_for_is_an_error() -> None:
    more = '[[section]]\nid = "novel"\ntitle = "Novel"\n\n[[section]]\n'
    pack = with_manifest(shipped(PACK), "[[section]]\n", more)
    assert {"Novel: section", "Novel: text"} <= {each.split("“")[1].split("”")[0] for each in told(check_pack(pack))}


def test_a_tag_that_stands_twice_is_an_error_unless_it_is_a_fields() -> None:
    pack = with_document(shipped(PACK), 'w:val="body:policy"', 'w:val="body:details"')
    assert any("“Details: text” stands twice" in each for each in told(check_pack(pack)))


def test_a_style_that_the_document_does_not_have_is_an_error() -> None:
    pack = with_manifest(shipped(PACK), 'bullet = "', 'bullet = "Unheard of ')
    assert any("Unheard of" in each for each in told(check_pack(pack)))
    assert usable(pack)


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 cut"])
def test_a_template_that_is_no_word_document_is_an_error(data: bytes) -> None:
    pack = with_file(shipped(PACK), "template.docx", data)
    assert len(told(check_pack(pack))) == 1
    assert len(usable(pack)) == 1


def test_a_pack_without_a_sample_is_told_so() -> None:
    files = {name: data for name, data in shipped(PACK).files.items() if name != "sample.json"}
    assert told(check_pack(load_files(files, "trial"))) == []
    assert len(told(check_pack(load_files(files, "trial")), "warning")) == 1


def test_a_sample_that_is_no_report_is_an_error() -> None:
    (said,) = told(check_pack(with_file(shipped(PACK), "sample.json", b'{"pack": 1}')))
    assert "cannot be read as a report" in said
    assert "nput should" not in said


def test_a_sample_that_leaves_parts_out_is_told_which() -> None:
    pack = shipped(PACK)
    sample = Report.model_validate_json(pack.files["sample.json"])
    short = sample.model_copy(
        update={
            "sections": tuple(section for section in sample.sections if section.id != "policy"),
            "fields": {name: value for name, value in sample.fields.items() if name != "subject"},
        }
    )
    found = told(check_pack(with_file(pack, "sample.json", short.model_dump_json().encode())), "warning")
    assert any("Policy" in each for each in found)
    assert any("Subject" in each for each in found)


def test_a_sample_that_cannot_be_exported_is_an_error() -> None:
    files = {name: data for name, data in shipped(PACK).files.items() if not name.startswith("sample/")}
    assert any("cannot be exported" in each for each in told(check_pack(load_files(files, "trial"))))


def test_sections_in_another_order_than_the_manifest_says_are_named() -> None:
    pack = with_manifest(shipped(PACK), 'id = "policy"\n', 'id = "swapped"\n')
    pack = with_manifest(pack, 'id = "details"\n', 'id = "policy"\n')
    pack = with_manifest(pack, 'id = "swapped"\n', 'id = "details"\n')
    assert told(check_pack(pack), "warning")[:1] == [
        "The document has “Policy: section” where the pack has “Details: section”. Put them in one order, so that "
        "paragraphs and tables have the same numbers on the screen and in the document."
    ]


def test_a_document_that_says_draft_itself_is_a_warning() -> None:
    pack = with_document(shipped(PACK), "North Somerset Council<", "DRAFT: North Somerset Council<")
    assert any(
        "The document says DRAFT itself, in word/document.xml" in each for each in told(check_pack(pack), "warning")
    )


def test_a_field_within_a_field_is_a_warning() -> None:
    inner = (
        '<w:sdt><w:sdtPr><w:alias w:val="x"/><w:tag w:val="field:town-or-parish"/></w:sdtPr><w:sdtContent><w:r><w:t>'
    )
    document = shipped(PACK).template
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        xml = archive.read("word/document.xml").decode()
    start = xml.index("<w:sdtContent>", xml.index('w:val="field:subject"'))
    found = xml[start : start + 14 + xml[start + 14 :].index("</w:sdtContent>")]
    pack = with_document(shipped(PACK), found, f"{found}{inner}y</w:t></w:r></w:sdtContent></w:sdt>")
    assert any("stands inside “Subject of Report”" in each for each in told(check_pack(pack), "warning"))


def test_a_pack_of_another_nation_is_told_that_no_law_is_checked_for_it() -> None:
    irish = with_manifest(shipped(PACK), 'nation = "england"', 'nation = "northern-ireland"')
    (note,) = [each for each in told(check_pack(irish), "info") if "law" in each]
    assert "In reports of Northern Ireland it checks nothing that rests on law" in note
    assert not [each for each in told(check_pack(shipped(PACK)), "info") if "law" in each]
    assert usable(irish) == ()


_SAME_NUMBER = "has the same number"


def _in_use(pack: Pack) -> list[str]:
    """What is told of the pack beside the shipped one in use."""
    return [each.message for each in check_pack(pack, before=shipped(PACK)) if _SAME_NUMBER in each.message]


def test_a_draft_of_what_is_in_use_differs_from_it_in_nothing() -> None:
    pack = shipped(PACK)
    draft = in_state(pack, "draft")
    assert draft.files != pack.files
    assert _in_use(draft) == []


def test_what_differs_from_the_version_in_use_needs_a_number_of_its_own() -> None:
    pack = shipped(PACK)
    assert len(_in_use(with_manifest(pack, "7 December 2022", "8 December 2022"))) == 1
    assert len(_in_use(in_state(with_manifest(pack, "7 December 2022", "8 December 2022"), "draft"))) == 1
    assert len(_in_use(with_file(pack, "notes.txt", b"Other"))) == 1
