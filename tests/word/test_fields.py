"""Fields and repeats: filled in each of the four shapes, dropped where nothing is said."""

import re
from collections.abc import Mapping

import pytest

from clerkwell.model import Appendix, BackgroundPaper, FieldValue, PackRef, Report
from clerkwell.packs import Pack
from clerkwell.word.writer import write_document
from helpers.building import MANIFEST, make_report
from helpers.docx_making import (
    ROLES,
    body_of,
    docx,
    p,
    pack_of,
    parts_of,
    plain,
    prompt,
    sdt,
    tbl,
    tc,
    tr,
    xml_of,
    zipped,
)

OPTIONAL = MANIFEST.replace('id = "purpose"', 'id = "purpose"\noptional = true\nprefix = "T: "\nsuffix = "."') + ROLES
REF = PackRef(id="test-council", version="1.0.0")


def final(body: str, manifest: str = MANIFEST + ROLES, fields: Mapping[str, str] | None = None) -> str:
    return plain(body_of(write_document(make_report(fields=fields), pack_of(body, manifest), draft=False)))


def draft(body: str, **fields: str) -> str:
    return plain(body_of(write_document(make_report(fields=fields), pack_of(body), draft=True)))


def committees(*rows: tuple[str, str]) -> Report:
    return Report(
        pack=REF,
        repeats={
            "committees": tuple({"name": FieldValue(text=name), "date": FieldValue(text=date)} for name, date in rows)
        },
    )


def test_a_field_in_a_line_takes_the_place_of_its_prompt() -> None:
    assert final(p(prompt("field:subject")), fields={"subject": "Trees & <paths>"}) == p(
        "<w:r><w:t>Trees &amp; &lt;paths&gt;</w:t></w:r>"
    )


def test_a_draft_keeps_the_control_and_takes_off_its_prompt() -> None:
    assert draft(p(prompt("field:subject")), subject="Trees") == p(
        '<w:sdt><w:sdtPr><w:tag w:val="field:subject"/></w:sdtPr><w:sdtContent><w:r><w:t>Trees</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def test_the_look_of_what_stood_there_is_kept() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r>"
    assert final(p(sdt("field:subject", bold)), fields={"subject": "Trees"}) == p(bold.replace("x", "Trees"))
    own = prompt("field:subject").replace("<w:showingPlcHdr/>", "<w:rPr><w:i/></w:rPr><w:showingPlcHdr/>")
    assert "<w:rPr><w:i/></w:rPr><w:t>Trees" in final(p(own), fields={"subject": "Trees"})


def test_lines_become_breaks_in_a_line_and_paragraphs_round_one() -> None:
    assert final(p(sdt("field:subject", "x")), fields={"subject": "One\nTwo"}) == p(
        "<w:r><w:t>One</w:t><w:br/><w:t>Two</w:t></w:r>"
    )
    assert final(sdt("field:subject", p("x", "Quote")), fields={"subject": "One\n\nTwo"}) == (
        p("One", "Quote") + p("Two", "Quote")
    )


def test_a_cell_is_filled_and_keeps_its_width() -> None:
    row = tbl(tr(tc(p("Subject:")), sdt("field:subject", tc(p("x", "Quote")))))
    assert final(row, fields={"subject": "Trees"}) == tbl(tr(tc(p("Subject:")), tc(p("Trees", "Quote"))))


def test_a_prefix_and_suffix_come_and_go_with_the_value() -> None:
    line = p("<w:r><w:t>Ring:</w:t></w:r>" + sdt("field:purpose", "x"))
    assert "<w:t>T: 020.</w:t>" in final(line, OPTIONAL, {"purpose": "020"})
    assert final(line, OPTIONAL) == p("Ring:")


def test_a_line_or_row_that_holds_nothing_but_an_empty_optional_field_goes() -> None:
    assert final(p("a") + p(sdt("field:purpose", "x")) + p("b"), OPTIONAL) == p("a") + p("b")
    assert final(sdt("field:purpose", p("x")) + p("b"), OPTIONAL) == p("b")
    rows = tbl(tr(tc(p("a")), tc()), tr(tc(p(sdt("field:purpose", "x"))), tc()))
    assert final(rows, OPTIONAL) == tbl(tr(tc(p("a")), tc()))
    assert final(tbl(tr(tc(p(sdt("field:purpose", "x"))))) + p("b"), OPTIONAL) == p("b")


def test_a_cell_keeps_a_paragraph_when_its_only_line_goes() -> None:
    row = tbl(tr(tc(p("Ring:")), tc(p(sdt("field:purpose", "x"), "Quote"))))
    assert final(row, OPTIONAL) == tbl(tr(tc(p("Ring:")), tc(p("", "Quote"))))


def test_the_label_of_a_field_that_is_not_optional_stays() -> None:
    label = "<w:r><w:t>Subject:</w:t></w:r>"
    assert final(p(label + prompt("field:subject"))) == p(label)


def test_what_would_fill_a_control_from_elsewhere_is_taken_off() -> None:
    bound = sdt("field:subject", "x", '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:date w:fullDate="2020"/>')
    kept = draft(p(bound), subject="7 May")
    assert "dataBinding" not in kept
    assert "fullDate" not in kept
    assert '<w:text w:multiLine="1"/>' in draft(p(sdt("field:subject", "x", "<w:text/>")), subject="a\nb")


def test_locks_are_left_as_they_are() -> None:
    assert '<w:lock w:val="sdtLocked"/>' in draft(p(sdt("field:subject", "x", '<w:lock w:val="sdtLocked"/>')))


def test_fields_in_headers_and_footers_are_filled_and_other_ones_left() -> None:
    parts = {"header1.xml": p(sdt("field:subject", "x")), "footer1.xml": p("Page"), "footer2.xml": p("y")}
    pack = pack_of(p("a"), parts=parts)
    written = write_document(make_report(fields={"subject": "Trees"}), pack, draft=False)
    assert plain(xml_of(written, "word/header1.xml")) == p("Trees")
    before, after = parts_of(pack.template), parts_of(written)
    assert before["word/footer1.xml"] == after["word/footer1.xml"]


def test_a_field_may_stand_in_several_places() -> None:
    assert final(p(sdt("field:subject", "x")) * 2, fields={"subject": "Trees"}) == p("Trees") * 2


ROW = tr(tc(p(prompt("field:committees.name"))), tc(p(prompt("field:committees.date"))))


@pytest.mark.parametrize("is_draft", [True, False])
def test_rows_are_cloned_with_controls_of_their_own(is_draft: bool) -> None:
    pack = pack_of(tbl(sdt("repeat:committees", ROW, number=5), tr(tc(p("end")))))
    report = committees(("Parks", "7 May"), ("Roads", "8 May"))
    written = plain(body_of(write_document(report, pack, draft=is_draft)))
    if is_draft:
        assert written.count('<w:tag w:val="repeat:committees"/>') == 2
        assert '<w:id w:val="5"/>' in written
        assert '<w:id w:val="1"/>' in written
        assert "showingPlcHdr" not in written
    else:
        rows = [tr(tc(p(name)), tc(p(date))) for name, date in (("Parks", "7 May"), ("Roads", "8 May"))]
        assert written == tbl(*rows, tr(tc(p("end"))))


def test_a_repeat_may_go_round_paragraphs_or_words() -> None:
    report = committees(("Parks", ""), ("Roads", ""))
    block = pack_of(sdt("repeat:committees", p(sdt("field:committees.name", "x"))))
    assert plain(body_of(write_document(report, block, draft=False))) == p("Parks") + p("Roads")
    inline = pack_of(p(sdt("repeat:committees", sdt("field:committees.name", "x"))))
    assert plain(body_of(write_document(report, inline, draft=False))) == p(
        "<w:r><w:t>Parks</w:t></w:r><w:r><w:t>Roads</w:t></w:r>"
    )


def test_a_repeated_field_outside_its_repeat_has_every_row() -> None:
    report = committees(("Parks", "7 May"), ("Roads", ""), ("Trees", "9 May"))
    body = sdt("field:committees.date", p("x")) + p(sdt("field:committees.date", "x"))
    assert plain(body_of(write_document(report, pack_of(body), draft=False))) == (
        p("7 May") + p("9 May") + p("<w:r><w:t>7 May</w:t><w:br/><w:t>9 May</w:t></w:r>")
    )


def test_a_repeat_that_is_always_wanted_keeps_an_empty_row_and_another_goes() -> None:
    labelled = tr(tc(p("Committee:")), tc(p(prompt("field:committees.name"))))
    body = tbl(sdt("repeat:committees", labelled)) + p("a") + sdt("repeat:background-papers", p("x")) + p("b")
    assert final(body) == tbl(tr(tc(p("Committee:")), tc(p()))) + p("a") + p("b")


def test_bookmarks_and_paragraph_ids_are_not_doubled_by_cloning() -> None:
    marked = (
        '<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="00000001">'
        '<w:bookmarkStart w:id="0" w:name="a"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>'
    )
    pack = pack_of(sdt("repeat:committees", marked))
    written = body_of(write_document(committees(("a", ""), ("b", "")), pack, draft=False))
    assert (written.count("paraId"), written.count("bookmarkStart"), written.count("bookmarkEnd")) == (1, 1, 1)


def test_appendices_and_background_papers_are_rows_and_link_where_they_have_an_address() -> None:
    line = p(
        "<w:r><w:t>Appendix </w:t></w:r>" + sdt("field:appendices.number", "x") + sdt("field:appendices.title", "y")
    )
    body = sdt("section:appendices", sdt("repeat:appendices", line)) + sdt(
        "section:background-papers", sdt("repeat:background-papers", p(sdt("field:background-papers.title", "x")))
    )
    title = '\n[[repeat]]\nid = "appendices"\ntitle = "A"\nsingular = "a"\n[[field]]\nid = "appendices.title"\n'
    manifest = MANIFEST + title + 'title = "T"\nprefix = " – "\n' + ROLES
    report = Report(
        pack=REF,
        appendices=(Appendix(id="a1", number="1", title="Map", link="https://example.org/map"),),
        background_papers=(BackgroundPaper(title="Survey"),),
    )
    written = write_document(report, pack_of(body, manifest), draft=False)
    linked = (
        '<w:hyperlink r:id="rId3" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>Map</w:t></w:r>'
        "</w:hyperlink>"
    )
    words = "".join(f"<w:r><w:t>{word}</w:t></w:r>" for word in ("Appendix ", "1", " – "))
    assert plain(body_of(written)) == p(words + linked) + p("Survey")
    assert (
        b'Target="https://example.org/map" TargetMode="External"' in parts_of(written)["word/_rels/document.xml.rels"]
    )


def test_a_control_that_is_no_place_is_left_in_a_draft_and_unwrapped_in_a_final() -> None:
    body = p(sdt("something", "Kept words"))
    assert draft(body) == body
    assert final(body) == p("Kept words")
    assert final(p(prompt("something")) + p("a")) == p("a")


def test_a_template_is_read_whatever_its_prefixes() -> None:
    written = write_document(
        make_report(fields={"subject": "Trees"}), pack_of(p(sdt("field:subject", "x"))), draft=False
    )
    assert docx(p("x")) != written
    assert "Trees" in body_of(written)


HIDDEN = (
    MANIFEST.replace('id = "purpose"', 'id = "purpose"\nonly = { spending = "Yes" }').replace(
        'id = "committees.date"', 'id = "committees.date"\nonly = { spending = "Yes" }'
    )
    + ROLES
)


@pytest.mark.parametrize("draft", [True, False])
def test_what_was_typed_in_a_field_that_has_no_place_now_is_not_printed(draft: bool) -> None:
    report = make_report(fields={"purpose": "Secret", "spending": "No", "subject": "Trees"}).model_copy(
        update={"repeats": committees(("Planning", "Secret")).repeats}
    )
    row = sdt("repeat:committees", p(sdt("field:committees.name", "x") + sdt("field:committees.date", "x")))
    body = p(sdt("field:subject", "x")) + p(sdt("field:purpose", "x")) + row + p(sdt("field:committees.date", "x"))
    text = body_of(write_document(report, pack_of(body, HIDDEN), draft=draft))
    assert "Secret" not in text
    assert "Trees" in text
    assert "Planning" in text
    shown = report.model_copy(update={"fields": {**report.fields, "spending": FieldValue(text="Yes", value="Yes")}})
    assert body_of(write_document(shown, pack_of(body, HIDDEN), draft=draft)).count("Secret") == 3


def test_a_linked_title_looks_like_a_link_where_the_template_has_no_style_for_it() -> None:
    body = sdt(
        "section:background-papers", sdt("repeat:background-papers", p(sdt("field:background-papers.title", "x")))
    )
    pack = pack_of(body)
    parts = parts_of(pack.template)
    styles = re.sub(
        rb'<w:style [^>]*w:styleId="Hyperlink".*?</w:style>', b"", parts["word/styles.xml"], flags=re.DOTALL
    )
    assert styles != parts["word/styles.xml"]
    bare = Pack(pack.manifest, {**pack.files, "template.docx": zipped({**parts, "word/styles.xml": styles})})
    report = Report(pack=REF, background_papers=(BackgroundPaper(title="Survey", link="https://example.org/s"),))
    written = plain(body_of(write_document(report, bare, draft=False)))
    assert '<w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr><w:t>Survey</w:t>' in written
