"""Each kind of fault that work in Word leaves in a template is found, and said where it stands."""

from dataclasses import dataclass

import pytest

from clerkwell.packs import Pack
from clerkwell.workshop import PackProblem, check_pack
from helpers.packs_changed import with_document
from helpers.shipped import shipped

STYLES, NUMBERING, SETTINGS = "word/styles.xml", "word/numbering.xml", "word/settings.xml"
LABEL = "<w:t>Date of Meeting:</w:t>"
LABEL_RUN = f'<w:r><w:rPr><w:rStyle w:val="FieldLabel"/></w:rPr>{LABEL}</w:r>'
SUBJECT = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Subject of Report</w:t></w:r>'
BY = 'w:id="1" w:author="A Colleague" w:date="2026-01-01T09:00:00Z"'
HEADING = '<w:pStyle w:val="Heading2"/></w:pPr><w:sdt><w:sdtPr><w:alias w:val="Policy: heading"/>'
PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="FieldText"/></w:pPr>'


def code(instruction: str) -> str:
    """A field in the place of a label."""
    return f'{LABEL_RUN}<w:fldSimple w:instr=" {instruction} "><w:r><w:t>x</w:t></w:r></w:fldSimple>'


@dataclass(frozen=True)
class Case:
    """A change to the document, and what is said of it."""

    old: str
    new: str
    severity: str
    says: str
    where: str = ""
    part: str = "word/document.xml"

    def told(self, pack: Pack) -> list[PackProblem]:
        """What checking says of it that it does not say of the pack as it was."""
        known = {problem.message for problem in check_pack(pack)}
        changed = with_document(pack, self.old, self.new, part=self.part)
        return [problem for problem in check_pack(changed) if problem.message not in known]


CASES = {
    "a tracked insertion": Case(
        LABEL_RUN,
        f"<w:ins {BY}>{LABEL_RUN}</w:ins>",
        "error",
        "“Date of Meeting:” are a tracked insertion",
        "near “Date",
    ),
    "a tracked deletion": Case(
        LABEL_RUN,
        f"{LABEL_RUN}<w:del {BY}><w:r><w:delText>and time</w:delText></w:r></w:del>",
        "error",
        "“and time” are a tracked deletion",
    ),
    "a tracked change of looks": Case(
        '<w:rStyle w:val="FieldLabel"/></w:rPr><w:t>Date',
        f'<w:rStyle w:val="FieldLabel"/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>Date',
        "warning",
        "tracked change of looks",
    ),
    "a comment": Case(
        LABEL_RUN, f'{LABEL_RUN}<w:r><w:commentReference w:id="1"/></w:r>', "warning", "A comment is left", "near “Date"
    ),
    "hidden words": Case(
        '<w:rStyle w:val="FieldLabel"/></w:rPr><w:t>Date',
        '<w:rStyle w:val="FieldLabel"/><w:vanish/></w:rPr><w:t>Date',
        "warning",
        "“Date of Meeting:” are hidden",
    ),
    "a form field": Case(
        LABEL_RUN,
        f'{LABEL_RUN}<w:r><w:fldChar w:fldCharType="begin"><w:ffData/></w:fldChar></w:r>',
        "warning",
        "form field of the older kind",
    ),
    "words from another file": Case(
        LABEL_RUN, code("INCLUDETEXT &quot;S:\\\\x.doc&quot;"), "error", "fetches from another file"
    ),
    "a field that asks": Case(LABEL_RUN, code("FILLIN &quot;Who?&quot;"), "error", "stops to ask"),
    "a mail merge": Case(LABEL_RUN, code("MERGEFIELD Name"), "error", "mail merge"),
    "a reference to no bookmark": Case(LABEL_RUN, code("REF _Ref123 \\h"), "error", "does not have, so Word prints"),
    "a property that is not there": Case(LABEL_RUN, code("DOCPROPERTY Ward"), "error", "does not have"),
    "a variable that is not there": Case(LABEL_RUN, code("DOCVARIABLE Ward"), "error", "does not have"),
    "an error of Word's": Case(
        LABEL, "<w:t>Date of Meeting: Error! Reference source not found.</w:t>", "error", "Word’s own error stands here"
    ),
    "a prompt typed as words": Case(
        LABEL, "<w:t>Date of Meeting: [Insert date]</w:t>", "error", "“[Insert date]” is typed as words", "near “Date"
    ),
    "an order to delete typed as words": Case(
        LABEL, "<w:t>Date of Meeting: delete as appropriate</w:t>", "error", "“delete as appropriate” is typed"
    ),
    "a lost tag": Case('<w:tag w:val="field:subject"/>', "", "warning", "“Subject of Report” has no tag", "near “Subj"),
    "a lost lock": Case(
        '<w:lock w:val="sdtLocked"/>', "", "warning", "is not locked, and Delete takes a place away with its words"
    ),
    "an emptied control": Case(
        f"{SUBJECT}</w:sdtContent>",
        "</w:sdtContent>",
        "warning",
        "is empty, so nobody sees in Word",
        "near “Subject of",
    ),
    "a control of the wrong shape": Case(
        '"heading:policy"', '"section:policy"', "error", "“Policy: heading” goes round words in a line"
    ),
    "a control round its label": Case(
        SUBJECT, SUBJECT.replace("Subject", "Subject of Report: Subject", 1), "error", "goes round its label"
    ),
    "a misspelt tag": Case('"field:subject"', '"field:sujbect"', "error", "a place “field:sujbect”"),
    "a body in another section": Case('"body:policy"', '"body:details"', "error", "stands inside “Policy: section”"),
    "a heading that is gone": Case('"heading:policy"', '"heading:x"', "error", "no place “Policy: heading”"),
    "a heading with other words": Case(
        "<w:t>Policy</w:t>", "<w:t>Polite</w:t>", "warning", "“Policy” reads “Polite”", "near “Polite”"
    ),
    "a heading that is none": Case(
        HEADING, HEADING.replace("Heading2", "BodyText"), "warning", "is no heading (its style is Body Text)"
    ),
    "a label with other words": Case(LABEL, "<w:t>Date of Meteing:</w:t>", "warning", "the label “Date of Meeting:”"),
    "a line twice": Case(
        f"{PARAGRAPH}{LABEL_RUN}",
        f'{PARAGRAPH}<w:sdt><w:sdtPr><w:tag w:val="field:subject"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r>'
        '</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:tag w:val="field:subject"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t>'
        f"</w:r></w:sdtContent></w:sdt></w:p>{PARAGRAPH}{LABEL_RUN}",
        "warning",
        "“Subject of Report” stands twice",
    ),
    "bullets without bullets": Case(
        '<w:numFmt w:val="bullet"/>', '<w:numFmt w:val="none"/>', "error", "It has no bullets", "List Bullet", NUMBERING
    ),
    "a style of another type": Case(
        '<w:style w:type="character" w:styleId="Hyperlink"',
        '<w:style w:type="paragraph" w:styleId="Hyperlink"',
        "error",
        "“hyperlink” needs a character style",
        part=STYLES,
    ),
    "a style of another language": Case(
        '<w:lang w:val="en-GB"', '<w:lang w:val="en-US"', "warning", "Its language is en-US", part=STYLES
    ),
    "a picture kept elsewhere": Case(
        "</Relationships>",
        '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
        ' Target="https://example.org/crest.png" TargetMode="External"/></Relationships>',
        "error",
        "fetches something from https://example.org/crest.png",
        part="word/_rels/document.xml.rels",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_found_and_said_where_it_stands(name: str) -> None:
    case = CASES[name]
    found = case.told(shipped("north-somerset-executive-2022"))
    fitting = [each for each in found if each.severity == case.severity and case.says in each.message]
    assert fitting, [each.message for each in found]
    assert any(case.where in each.where for each in fitting), [each.where for each in fitting]


def test_a_template_without_a_lock_is_told_so_once() -> None:
    pack = with_document(shipped("north-somerset-executive-2022"), '<w:lock w:val="sdtLocked"/>', "", count=-1)
    found = [each.message for each in check_pack(pack) if "not locked" in each.message]
    assert len(found) == 1
    assert " more are not locked" in found[0]


def test_several_faults_are_told_at_once() -> None:
    pack = shipped("north-somerset-executive-2022")
    for name in ("a comment", "a lost tag", "a prompt typed as words", "a heading with other words"):
        pack = with_document(pack, CASES[name].old, CASES[name].new) if CASES[name].old != LABEL else pack
    messages = [each.message for each in check_pack(pack)]
    assert [any(words in each for each in messages) for words in ("A comment", "has no tag", "“Polite”")] == [True] * 3
