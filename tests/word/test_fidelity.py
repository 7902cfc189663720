"""Every part of the template that a report does not touch is in its document byte for byte; what changed, and why."""

from collections.abc import Mapping
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.word.writer import write_document
from helpers.building import make_report
from helpers.docx_making import parts_of, png, zipped
from helpers.furnished import SECRETS, furnished
from helpers.shipped import IDS, sample, shipped
from helpers.strategies import reports

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What no report ever changes, whatever is in it.
NEVER = ("word/styles.xml", "word/theme/theme1.xml", "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml")

# Part by part, what differs from the template in an export of a pack's sample, and why. Nothing else does.
SAMPLES: Mapping[str, Mapping[str, str]] = {
    "both": {
        "word/document.xml": "the report's words",
        "word/_rels/document.xml.rels": "links and pictures of the report",
        "word/numbering.xml": "its lists, each of which begins anew",
        "word/footnotes.xml": "its footnotes",
        "docProps/core.xml": "what the document says of itself, and when it was made",
        "docProps/custom.xml": "the pack and its version",
        "_rels/.rels": "where those are",
        "[Content_Types].xml": "what is in the new parts",
    },
    "draft": {
        "word/header1.xml": "says DRAFT",
        "word/header2.xml": "says DRAFT",
    },
    "final": {
        "word/header2.xml": "the logo without the control that it is put in by",
    },
}
# The same of a template with everything that Word leaves in one over the years.
FURNISHED: Mapping[str, Mapping[str, str]] = {
    "both": {
        "word/document.xml": "the report's words; no editing sessions, remarks, printer, last place of the cursor",
        "word/_rels/document.xml.rels": "no relation to what is gone",
        "word/numbering.xml": "the report's lists",
        "word/settings.xml": "no paths, letters, sessions and variables that nothing shows",
        "word/_rels/settings.xml.rels": "the paths themselves",
        "word/header1.xml": "shows the document's title, which is now the report's",
        "docProps/core.xml": "what the document says of itself",
        "docProps/custom.xml": "the pack and its version; no addresses and paths",
        "docProps/app.xml": "no path, manager, hours and counts of the template",
        "_rels/.rels": "no relation to what is gone",
        "[Content_Types].xml": "nothing about what is gone",
    },
    "draft": {"word/header2.xml": "says DRAFT"},
    "final": {},
}
GONE: Mapping[str, Mapping[str, str]] = {
    "both": {
        "word/comments.xml": "remarks of the template's makers",
        "word/people.xml": "their names",
        "word/printerSettings/printerSettings1.bin": "their printer, and where it stands",
        "docProps/thumbnail.jpeg": "a picture of another document's first page",
        "_xmlsignatures/origin.sigs": "signatures of another document",
        "_xmlsignatures/_rels/origin.sigs.rels": "the same",
        "_xmlsignatures/sig1.xml": "the same",
    },
    "draft": {},
    "final": {
        "word/glossary/document.xml": "prompts, which a final has none of",
        "word/glossary/_rels/document.xml.rels": "the same",
        "word/glossary/settings.xml": "the same",
        "word/media/prompt.png": "a picture that only prompts show",
        "customXml/item1.xml": "data that only controls show",
        "customXml/_rels/item1.xml.rels": "the same",
        "customXml/itemProps1.xml": "the same",
    },
}


def reasons(table: Mapping[str, Mapping[str, str]], draft: bool) -> set[str]:
    return {*table["both"], *table["draft" if draft else "final"]}


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    return {name for name in {*before, *after} if name in after and before.get(name) != after[name]}


def canonical(element: Element) -> bytes:
    return ElementTree.canonicalize(etree.tostring(element, encoding="unicode", with_tail=False)).encode()


def children(data: bytes) -> list[bytes]:
    return [canonical(each) for each in etree.fromstring(data)]


def assert_only_added(before: bytes, after: bytes) -> None:
    """What stood in the part stands there still, in the same order; there may be more."""
    rest = iter(children(after))
    missing = [each for each in children(before) if each not in rest]
    assert missing == []


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("pack_id", IDS)
def test_a_sample_changes_what_the_table_names_and_nothing_else(pack_id: str, draft: bool) -> None:
    pack = shipped(pack_id)
    before = parts_of(pack.template)
    after = parts_of(write_document(sample(pack), pack, draft=draft, attachments=pack.sample_attachments))
    pictures = {name for name in after if name.startswith("word/media/picture")}
    assert changed(before, after) == reasons(SAMPLES, draft) | pictures
    assert set(before) <= set(after)
    assert [name for name, data in after.items() if b"urn:clerkwell" in data] == []
    assert_only_added(before["word/numbering.xml"], after["word/numbering.xml"])
    assert_only_added(before["word/footnotes.xml"], after["word/footnotes.xml"])
    for relations in ("word/_rels/document.xml.rels", "_rels/.rels"):
        assert_only_added(before[relations], after[relations])
    assert set(children(before["[Content_Types].xml"])) <= set(children(after["[Content_Types].xml"]))
    if draft:
        for header in ("word/header1.xml", "word/header2.xml"):
            [mark, *rest] = children(after[header])
            assert b"DRAFT" in mark
            assert rest == children(before[header])


@pytest.mark.parametrize("draft", [True, False])
def test_a_furnished_template_loses_its_makers_traces_and_nothing_else(draft: bool) -> None:
    pack = furnished()
    report = make_report({"summary": "One\n1. Two"}, {"subject": "Trees"})
    before, after = parts_of(pack.template), parts_of(write_document(report, pack, draft=draft))
    assert changed(before, after) == reasons(FURNISHED, draft)
    assert set(before) - set(after) == reasons(GONE, draft)
    for name, data in after.items():
        assert [secret for secret in SECRETS if secret.encode() in data or secret.encode("utf-16-le") in data] == [], (
            name
        )
    kept = [each for each in children(after["word/settings.xml"]) if b"docVars" not in each]
    assert kept == [each for each in children(before["word/settings.xml"]) if each in kept]
    assert [each.split(b" ")[0] for each in kept] == [b"<w:zoom", b"<w:defaultTabStop", b"<w:themeFontLang"]
    assert b'w:name="shown"' in after["word/settings.xml"]
    assert b"Committee reports" in after["docProps/custom.xml"]
    assert_only_added(before["word/numbering.xml"], after["word/numbering.xml"])


@pytest.mark.parametrize("draft", [True, False])
def test_no_part_is_left_without_a_relation_and_no_relation_or_type_without_its_part(draft: bool) -> None:
    after = parts_of(write_document(make_report({"summary": "One"}), furnished(), draft=draft))
    related = {"[Content_Types].xml"}
    for name, data in after.items():
        if not name.endswith(".rels"):
            continue
        related.add(name)
        folder = name.rpartition("_rels/")[0]
        for each in etree.fromstring(data):
            if each.get("TargetMode") != "External":
                parts = f"{folder}{each.get('Target')}".split("/")
                while ".." in parts:
                    at = parts.index("..")
                    del parts[at - 1 : at + 1]
                related.add("/".join(parts))
    assert related - set(after) == set()
    assert set(after) - related == set()
    named = {each.get("PartName", "").lstrip("/") for each in etree.fromstring(after["[Content_Types].xml"])} - {""}
    assert named - set(after) == set()


@given(report=reports, draft=st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_report_changes_a_part_that_the_table_does_not_name(report: Report, draft: bool) -> None:
    pack = furnished()
    before = parts_of(pack.template)
    after = parts_of(write_document(report, pack, draft=draft, attachments={"plan.png": png()}))
    # A note has links of its own.
    made = {"word/footnotes.xml", "word/_rels/footnotes.xml.rels", "word/media/picture1.png"}
    assert changed(before, after) <= reasons(FURNISHED, draft) | made
    assert set(before) - set(after) == reasons(GONE, draft)
    for part in ("word/numbering.xml", "word/footnotes.xml"):
        assert_only_added(before[part], after[part])
    for part in NEVER:
        assert before.get(part) == after.get(part)


@pytest.mark.parametrize("draft", [True, False])
def test_what_the_template_prints_round_its_places_is_in_the_document_as_it_was(draft: bool) -> None:
    pack = shipped("city-of-london-2023")
    document = write_document(sample(pack), pack, draft=draft, attachments=pack.sample_attachments)
    before, after = (_around_places(parts_of(data)["word/document.xml"]) for data in (pack.template, document))
    assert len(before) > 20
    rest = iter(after)
    assert [each for each in before if each not in rest] == []


def _around_places(data: bytes) -> list[bytes]:
    """Table properties, cell properties, paragraphs' own properties and words that stand in no place of their own."""
    found = []
    for each in etree.fromstring(data).iter(f"{W}tblPr", f"{W}tblGrid", f"{W}trPr", f"{W}tcPr", f"{W}r"):
        inside = [control for control in each.iterancestors(f"{W}sdt") if _holds_answers(control)]
        if not inside:
            found.append(canonical(each))
    return found


def _holds_answers(control: Element) -> bool:
    tag = control.find(f"{W}sdtPr/{W}tag")
    return tag is not None and tag.get(f"{W}val", "").startswith(("field:", "body:", "heading:", "group:", "repeat:"))


@pytest.mark.parametrize("draft", [True, False])
def test_the_parts_stand_in_the_archive_as_in_the_template_and_new_ones_after_them(draft: bool) -> None:
    pack = shipped("north-somerset-executive-2022")
    before = list(parts_of(pack.template))
    after = list(parts_of(write_document(sample(pack), pack, draft=draft, attachments=pack.sample_attachments)))
    assert after[0] == "[Content_Types].xml"
    assert after[: len(before)] == before


def test_a_report_without_lists_and_notes_leaves_their_parts_alone() -> None:
    pack = furnished()
    after = parts_of(write_document(make_report({"summary": "One"}), pack, draft=False))
    before = parts_of(pack.template)
    assert [name for name in ("word/numbering.xml", "word/footnotes.xml") if before[name] != after[name]] == []


def test_a_template_of_words_own_kind_becomes_a_document() -> None:
    pack = shipped("generic-english-council")
    parts = parts_of(pack.template)
    for kind in (b"template.main+xml", b"document.macroEnabled.main+xml"):
        types = parts["[Content_Types].xml"].replace(b"document.main+xml", kind)
        assert kind in types
        told = Pack(pack.manifest, {"template.docx": zipped({**parts, "[Content_Types].xml": types})})
        made = parts_of(write_document(make_report(pack=pack), told, draft=False))["[Content_Types].xml"]
        assert kind not in made
        assert b"wordprocessingml.document.main+xml" in made
