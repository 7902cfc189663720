"""The plain copy of a document: what made it a form, a template or a paper under review is gone, and told."""

from clerkwell.word.template import template_lines
from clerkwell.word.template.plain import plain_template
from clerkwell.word.template.shapes import template_shapes
from helpers.docx_making import docx, p, parts_of, sdt, zipped

_BY = 'w:id="7" w:author="A" w:date="2024-01-01T00:00:00Z"'


def shown(data: bytes) -> list[str]:
    return [line.shown for line in template_lines(data)]


def test_tracked_changes_are_accepted_and_counted() -> None:
    body = (
        p(f"<w:r><w:t>Report </w:t></w:r><w:ins {_BY}><w:r><w:t>of the Director</w:t></w:r></w:ins>"
          f"<w:del {_BY}><w:r><w:delText>by nobody</w:delText></w:r></w:del>")
        + p("<w:r><w:t>One line, </w:t></w:r>", more=f"<w:rPr><w:del {_BY}/></w:rPr>")
        + p("as two.")
    )  # fmt: skip
    plain = plain_template(docx(body))
    assert shown(plain.data) == ["Report of the Director", "One line, as two."]
    assert [(each.kind, each.count) for each in plain.left_out] == [("tracked", 3)]


def test_hidden_words_go_and_are_named() -> None:
    plain = plain_template(docx(p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>seen</w:t></w:r>")))
    assert shown(plain.data) == ["seen"]
    assert [(each.kind, each.words) for each in plain.left_out] == [("hidden", "secret")]


def test_an_attached_template_protection_and_a_picture_from_elsewhere_go() -> None:
    body = p('<w:r><w:t>Words</w:t></w:r><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" '
             'r:id="rId70"/></w:pict></w:r>')  # fmt: skip
    settings = '<w:documentProtection w:edit="forms"/><w:attachedTemplate r:id="rId1"/>'
    parts = parts_of(docx(body, {"settings.xml": settings}))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    opening = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    picture = (
        f'<Relationship Id="rId70" Type="{kind}/image" Target="https://example.org/logo.png" TargetMode="External"/>'
    )
    address = 'Target="file:///S:/Old/Report.dot" TargetMode="External"'
    attached = f'<Relationship Id="rId1" Type="{kind}/attachedTemplate" {address}/>'
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", f"{picture}</Relationships>".encode())
    parts["word/_rels/settings.xml.rels"] = f"{opening}{attached}</Relationships>".encode()
    plain = plain_template(zipped(parts))
    assert {(each.kind, each.words) for each in plain.left_out} == {
        ("attached-template", "Report.dot"),
        ("protection", ""),
        ("from-elsewhere", "logo.png"),
    }
    left = parts_of(plain.data)
    assert b"logo.png" not in left["word/_rels/document.xml.rels"]
    assert b"rId70" not in left["word/document.xml"]
    assert b"documentProtection" not in left["word/settings.xml"]


def test_content_controls_become_words_and_say_what_they_asked_for() -> None:
    listed = (
        '<w:dropDownList><w:listItem w:displayText="Open" w:value="o"/><w:listItem w:value="Closed"/></w:dropDownList>'
    )
    body = p("<w:r><w:t>Status: </w:t></w:r>" + sdt("Route", "Choose an item.", f"<w:showingPlcHdr/>{listed}"))
    plain = plain_template(docx(body + p(sdt("", "", "<w:date/>"))))
    first, second = plain.asked
    assert (first.title, first.kind, first.choices, first.prompt) == ("Route", "choice", ("Open", "Closed"), True)
    assert (second.words, second.kind, second.first) == ("[Answer]", "date", 1)
    assert shown(plain.data) == ["Status: Choose an item.", "[Answer]"]
    assert b"w:sdt" not in parts_of(plain.data)["word/document.xml"]


def test_a_mail_merge_gap_and_a_question_become_words_too() -> None:
    begin, end = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    middle = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>«Ward»</w:t></w:r>'
    body = p(f"{begin}<w:r><w:instrText>MERGEFIELD Ward \\* MERGEFORMAT</w:instrText></w:r>{middle}{end}")
    plain = plain_template(docx(body))
    assert [(each.words, each.title) for each in plain.asked] == [("«Ward»", "Ward")]
    assert shown(plain.data) == ["«Ward»"]


def test_a_plain_document_stays_as_it_is() -> None:
    source = docx(p("Words", "BodyText"))
    plain = plain_template(source)
    assert parts_of(plain.data) == parts_of(source)
    assert plain.left_out == ()
    assert plain.asked == ()


def test_shapes_tell_tabs_bold_beginnings_and_marks() -> None:
    line, bullet = template_shapes(
        docx(
            p("<w:r><w:rPr><w:b/></w:rPr><w:t>Ward:</w:t></w:r><w:r><w:tab/><w:t>All</w:t></w:r>")
            + p("one", "ListBullet")
        )
    )
    assert (line.raw, line.lead, line.bold) == ("Ward:\tAll", 6, False)
    assert bullet.marks == "bullet"
