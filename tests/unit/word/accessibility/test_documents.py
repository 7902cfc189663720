"""The document as a whole: title, language, protection, notes, fields to fill in."""

import pytest

from helpers.docx_making import W
from helpers.readable import DEFAULTS, STYLES, control, document, field, found, para, problem, run, style

END = para("That is all.")
NO_LANGUAGE = DEFAULTS.replace('<w:lang w:val="en-GB"/>', "")
NOTES = (
    '<w:{0}s xmlns:w="' + W + '"><w:{0} w:type="separator" w:id="-1"><w:p/></w:{0}><w:{0} w:id="1"><w:p>'
    "<w:r><w:{0}Ref/>"
    "</w:r><w:r><w:t>Counted in May.</w:t></w:r></w:p></w:{0}></w:{0}s>"
)  # fmt: skip
LEGACY = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="T1"/>{}</w:ffData></w:fldChar></w:r><w:r>'
    "<w:instrText> FORMTEXT </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Oak</w:t></w:r><w:r>'
    '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
MARKED_FINAL = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property'
    ' name="_MarkAsFinal"><v>true</v></property></Properties>'
)


def noted(kind: str) -> bytes:
    """A document with a note of this kind."""
    mark = f'<w:r><w:{kind}Reference w:id="1"/></w:r>'
    parts = {f"{kind}s.xml": NOTES.format(kind)}
    return document(
        para(run("Oaks are old.") + mark) + END, parts=parts, relations=((kind, f"{kind}s", f"{kind}s.xml"),)
    )


FAULTS = {
    "document-title": [document(core=""), document(core="<dc:title>  </dc:title>")],
    "document-title-words": [
        document(core=f"<dc:title>{title}</dc:title>")
        for title in (
            "Document1",
            "Word Document",
            "untitled",
            "Microsoft Word - trees.doc",
            "trees v2.docx",
            "[Title]",
        )
    ],
    "document-language": [
        document(styles=NO_LANGUAGE + STYLES),
        document(
            styles=NO_LANGUAGE.replace('<w:sz w:val="24"/>', '<w:sz w:val="24"/><w:lang w:val="x-none"/>') + STYLES
        ),
    ],
    "document-style-language": [
        document(styles=DEFAULTS + STYLES + style("Own", "Own", '<w:rPr><w:lang w:val="x-none"/></w:rPr>'))
    ],
    "document-protected": [
        document(settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'),
        document(settings='<w:documentProtection w:edit="forms" w:enforcement="1"/>'),
        document(settings='<w:writeProtection w:recommended="1"/>'),
        document(parts={"docProps/custom.xml": MARKED_FINAL}),
    ],
    "document-notes": [noted("footnote"), noted("endnote")],
    "control-title": [
        document(para(run("Tree: ") + control("Oak", "<w:text/>")) + END),
        document(para(run("Kind: ") + control("Oak", "<w:dropDownList/>")) + END),
    ],
    "control-legacy": [
        document(LEGACY.format("") + END),
        document(LEGACY.format('<w:helpText w:val="The tree"/>') + END),
    ],
    "control-in-header": [document(header=para(control("Trees", '<w:alias w:val="Subject"/><w:text/>')))],
    "document-foreign": [
        document(
            '<w:altChunk r:id="x1"/>' + END,
            relations=(("x1", "aFChunk", "other.html"),),
            parts={"other.html": "<html/>"},
        )
    ],
}

SOUND = {
    "a title and a language": document(),
    "a language by the style Normal": document(
        styles=NO_LANGUAGE
        + STYLES.replace('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:rPr><w:lang w:val="en-GB"/></w:rPr>')
    ),
    "a protection that is not in force": document(
        settings='<w:documentProtection w:edit="readOnly" w:enforcement="0"/>'
    ),
    "a field with a title": document(para(control("Oak", '<w:alias w:val="Tree"/><w:text/>')) + END),
    "a control that only groups": document(control(para("Oaks are old."), '<w:tag w:val="x"/>') + END),
    "a list of contents": document(
        control(
            para(field('TOC \\o "1-3"', "Oaks"), "TOC1"),
            '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
        )
        + END
    ),
    "a title with a word like draft in it": document(core="<dc:title>Draft budget for the year</dc:title>"),
}


@pytest.mark.parametrize(("rule", "data"), [(rule, data) for rule, every in FAULTS.items() for data in every])
def test_a_fault_is_found_and_nothing_else(rule: str, data: bytes) -> None:
    assert set(found(data)) == {rule}


@pytest.mark.parametrize("name", sorted(SOUND))
def test_what_only_looks_like_a_fault_is_let_be(name: str) -> None:
    assert found(SOUND[name]) == []


def test_a_document_locked_for_editing_weighs_more_than_a_form() -> None:
    assert [problem(data).severity for data in FAULTS["document-protected"]] == ["warning", "info", "info", "info"]


def test_the_count_of_notes_is_told() -> None:
    assert problem(noted("footnote")).message.startswith("The document has 1 footnote")
    assert problem(noted("endnote")).message.startswith("The document has 1 endnote")


def test_what_stands_in_a_note_is_named_by_the_note() -> None:
    small = NOTES.replace("<w:r><w:t>Counted", '<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t>Counted')
    parts = {"footnotes.xml": small.format("footnote")}
    relations = (("fn", "footnotes", "footnotes.xml"),)
    told = problem(document(parts=parts, relations=relations))
    assert told.message.startswith("Footnote 1 (“Counted in May.”): the letters are 8 points")
