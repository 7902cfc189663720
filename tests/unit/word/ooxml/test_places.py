"""The places of a template, as checking a pack sees them."""

from clerkwell.word.ooxml import template_places
from helpers.docx_making import docx, p, prompt, sdt, section, tbl, tc, tr


def test_places_are_found_in_the_order_of_the_document_with_shape_and_surroundings() -> None:
    body = (
        tbl(sdt("repeat:committees", tr(tc(p(prompt("field:committees.name"))))), tr(sdt("field:purpose", tc(p("x")))))
        + section("summary")
        + sdt("field:subject", p("x"))
    )
    found = template_places(docx(body, {"footer1.xml": p(sdt("field:reference", "x"))}))
    assert [(each.tag, each.shape, each.inside) for each in found.places] == [
        ("repeat:committees", "row", ()),
        ("field:committees.name", "inline", ("repeat:committees",)),
        ("field:purpose", "cell", ()),
        ("section:summary", "block", ()),
        ("heading:summary", "inline", ("section:summary",)),
        ("body:summary", "block", ("section:summary",)),
        ("field:subject", "block", ()),
        ("field:reference", "inline", ()),
    ]
    assert [each.prompt for each in found.of("field")] == [True, False, False, False]
    assert found.ids("section") == {"summary"}
    assert found.places[-1].part == "word/footer1.xml"


def test_what_checking_complains_of_is_named() -> None:
    body = section("summary") * 2 + sdt("field:subject", p("x")) * 2 + sdt("something-else", p("x"))
    found = template_places(docx(body.replace('<w:alias w:val="field:subject"/>', '<w:alias w:val="body:summary"/>')))
    assert found.duplicates == ("section:summary", "heading:summary", "body:summary")
    assert found.same_titles == ("body:summary",)
    assert found.strangers == ("something-else",)


def test_the_names_of_styles_and_the_language_are_told() -> None:
    language = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="character" w:styleId="A"><w:name w:val="Strong words"/></w:style>'
    )
    found = template_places(docx(p("x"), styles=language))
    assert found.language == "en-GB"
    assert found.character_styles == frozenset({"Strong words"})
    assert found.paragraph_styles == frozenset()


def test_what_older_programs_are_shown_is_no_second_place() -> None:
    box = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{0}</w:txbxContent>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    found = template_places(docx(box.format(sdt("repeat:committees", p("x")))))
    assert [(each.tag, each.shape, each.again) for each in found.places] == [
        ("repeat:committees", "block", False),
        ("repeat:committees", "block", True),
    ]
    assert found.duplicates == ()


def test_a_template_that_says_draft_itself_is_found_out() -> None:
    water = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="Draft"/></v:shape>'
        "</w:pict></w:r></w:p>"
    )
    parts = {"header1.xml": water, "header2.xml": p("DRAFT 2"), "footer1.xml": p("The draft budget")}
    assert template_places(docx(p("Drafting"), parts)).marked == ("word/header1.xml", "word/header2.xml")
