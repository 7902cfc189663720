"""What a made pack keeps of the document: its numbers, its lists, the look of its words; and nobody else's words."""

from dataclasses import replace
from datetime import date
from functools import cache

from clerkwell.model import Report
from clerkwell.packs import Pack, load_files
from clerkwell.session.from_word import make_pack, open_word
from clerkwell.word.ooxml.names import RPR, RUN, P, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.template.numbers import template_numbers
from clerkwell.word.writer import write_document
from clerkwell.workshop import check_pack
from clerkwell.workshop.making import Guess, Proposal, Whose, changed, make, propose
from helpers.docx_making import STYLES, docx, numbering, p, tbl, tc, tr
from helpers.shipped import IDS, shipped

WHOSE = Whose("example-council", "Example Council", "Example Council: committee report", date(2026, 1, 1))
LONG = "The footbridge at Mill Lane has been closed since the flood of last winter, and the school is on the far side."


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(shipped(each) for each in IDS)


def proposed(body: str) -> Proposal:
    return propose(docx(body), "Report.docx", packs())


def made(proposal: Proposal) -> Pack:
    return load_files(make(proposal, WHOSE, packs()), "the made pack")


def guess(proposal: Proposal, name: str) -> Guess:
    return next(each for each in proposal.guesses if each.id == name)


def bold(words: str) -> str:
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def heading(words: str) -> str:
    return p(words, "heading2")


# What authors read, or what a report says for them: each council has its own.
SPOKEN = ("guidance", "example", "default", "choices", "vocab", "wordings", "aliases")


def spoken(pack: Pack) -> set[str]:
    """Whatever the fields, sections and lists of a pack say in words of its own."""
    found: set[str] = set()
    for spec in (*pack.manifest.field, *pack.manifest.section, *pack.manifest.group):
        for name in SPOKEN:
            said = getattr(spec, name, "")
            found |= {said} if isinstance(said, str) else set(said)
    found |= {entry.name for vocab in pack.manifest.vocab.values() for entry in vocab.entries}
    return found - {""}


def test_nothing_that_another_council_says_gets_into_a_made_pack() -> None:
    general = shipped("generic-english-council")
    others = [shipped(each) for each in IDS if each != "generic-english-council"]
    foreign = set().union(*map(spoken, others)) - spoken(general)
    foreign -= {spec.title for spec in general.manifest.section}
    known = "".join(
        p(f"{bold(label.rstrip(':') + ':')}<w:r><w:tab/></w:r>")
        for pack in others
        for label in dict.fromkeys(spec.labels[0] for spec in pack.manifest.field if spec.labels)
    )
    heads = "".join(
        heading(title) + p(LONG)
        for title in dict.fromkeys(
            spec.title for pack in others for spec in pack.manifest.section if spec.id != "other"
        )
    )
    pack = made(proposed(p(f"{bold('Report to the Leisure Committee')}") + known + heads))
    own = {spec.title for spec in pack.manifest.field} | {spec.title for spec in pack.manifest.section}
    own |= {label for spec in pack.manifest.field for label in spec.labels}
    assert len(pack.manifest.field) > 20, "the labels of other councils are known"
    assert sorted(spoken(pack) & foreign - own) == []
    assert pack.manifest.pack.description == "", "authors read it"


def test_a_label_of_several_words_takes_the_article_of_its_answer() -> None:
    proposal = proposed(p(bold("Report to the Leisure Committee")) + heading("Summary") + p(LONG))
    found = guess(proposal, "committee")
    assert (found.words, found.found) == ("Report to the", "Leisure Committee")
    pack = made(proposal)
    spec = pack.field(found.id)
    assert spec is not None
    assert (spec.default, spec.example) == ("", "Audit Committee")
    export = OpenPackage(write_document(Report.model_validate_json(pack.files["sample.json"]), pack, draft=False))
    [line] = [each for each in export.tree(export.main).iter(P) if "Report to the" in "".join(each.itertext())]
    runs = [run for run in line.iter(RUN) if "".join(run.itertext()).strip()]
    assert "".join(line.itertext()) == "Report to the Example Committee"
    assert all(run.find(f"{RPR}/{w('b')}") is not None for run in runs), "the answer is as bold as the words there were"


LETTERS = (
    '<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
)
OWN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>'
TYPED = docx(
    p(f"{bold('Subject:')}<w:r><w:tab/><w:t>Reopening the footbridge</w:t></w:r>")
    + heading("1. Purpose of the report")
    + p(f"1.1 {LONG}")
    + heading("2. Recommendations")
    + p("That the Committee:")
    + p("approves the repair; and", more=OWN_LIST)
    + p("asks for a report in April.", more=OWN_LIST)
    + heading("3. Background")
    + p(f"3.1 {LONG}")
    + p(f"3.2 {LONG}")
    + heading("4. Implications")
    + tbl(
        tr(tc(p("Financial implications", "TableText")), tc(p("It costs £9,600.", "TableText"))),
        tr(tc(p("Legal implications", "TableText")), tc(p("The Council has the power.", "TableText"))),
    )
    + heading("Background papers")
    + p("None"),
    {
        "numbering.xml": numbering().replace("<w:num ", f"{LETTERS}<w:num ", 1)
        + '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
    },
    styles='<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="heading2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="TableText"><w:name w:val="Table Contents"/></w:style>',
)


def numbered_lines(document: bytes) -> list[tuple[str, str, str]]:
    """The lines of an export: number, style and the first words."""
    return [
        (each.labels[0], each.line.style, " ".join(each.line.shown.split()[:3]))
        for each in template_numbers(document, {})
        if each.line.shown
    ]


def exported(proposal: Proposal | None = None) -> list[tuple[str, str, str]]:
    source = open_word(TYPED, "Report.docx", packs())
    source = replace(source, proposal=proposal or source.proposal)
    result = make_pack(source, "Example Council", "Example Council: report", date(2026, 1, 1), packs())
    assert [each.message for each in result.problems if each.severity == "error"] == []
    pack = load_files(result.files, "made")
    return numbered_lines(write_document(Report.model_validate_json(pack.files["sample.json"]), pack, draft=False))


def test_typed_numbers_of_paragraphs_are_counted_in_the_export() -> None:
    lines = exported()
    assert [each for each in lines if each[1] == "Numbered Paragraph"] == [
        ("1.", "Numbered Paragraph", "The footbridge at"),
        ("2.", "Numbered Paragraph", "The footbridge at"),
        ("3.", "Numbered Paragraph", "The footbridge at"),
    ]
    heads = [words for _, style, words in lines if style == "heading 2"]
    assert heads == ["Purpose of the", "Recommendations", "Background", "Implications", "Background papers"]
    # What a template cannot have is said, and shown as it is.
    proposal = propose(TYPED, "Report.docx", packs())
    [told] = [each for each in proposal.of("removed") if each.words == "Paragraph numbers 3.1, 3.2"]
    assert "numbers paragraphs 1, 2, 3 through the whole report" in told.reason


def test_numbers_that_are_left_leave_the_headings_as_they_are() -> None:
    proposal = propose(TYPED, "Report.docx", packs())
    pack = made(changed(proposal, guess(proposal, "paragraph-numbers").number, taken=False))
    assert pack.manifest.pack.numbering == "none"
    assert "numbered-paragraph" not in pack.manifest.roles
    assert "Paragraph numbers" not in pack.files["CHANGES.md"].decode()
    lines = numbered_lines(write_document(Report.model_validate_json(pack.files["sample.json"]), pack, draft=False))
    assert ("", "heading 2", "3. Background") in lines


def test_lists_and_cells_look_as_they_do_in_the_document() -> None:
    lines = exported()
    assert [each[0] for each in lines if each[1] == "List Number"] == ["a.", "b."]
    cells = [words for _, style, words in lines if style == "Table Contents"]
    assert cells[::2] == ["Financial implications", "Legal implications"]
    assert len(cells) == 4, "a text in a cell has the style of cells"
    proposal = propose(TYPED, "Report.docx", packs())
    assert guess(proposal, "number").reason.startswith("The document’s own list begins with “a.”.")
    assert guess(proposal, "table-text").labels == ("Table Contents",)


def test_the_words_that_become_a_question_are_among_the_guesses() -> None:
    proposal = propose(TYPED, "Report.docx", packs())
    stem = guess(proposal, "recommendation-stem")
    assert (stem.part, stem.found) == ("sections", "That the Committee:")
    assert made(proposal).field("recommendation-stem") is not None
    left = made(changed(proposal, stem.number, taken=False))
    assert left.field("recommendation-stem") is None


LABELS = tbl(
    tr(tc(p(bold("Report title"))), tc(p("[Insert title]"))),
    tr(tc(p(bold("Date of meeting"))), tc(p("[Insert date]"))),
).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Plain"/><w:tblLook w:val="04A0" w:firstColumn="1"/></w:tblPr>')
ISSUES = tbl(
    tr(tc(p(bold("Issue"))), tc(p(bold("Implications"))), tc(p(bold("Sign-off")))),
    tr(tc(p("Financial")), tc(p("[Cost]")), tc(p("[Name]"))),
    tr(tc(p("Legal")), tc(p("[Law]")), tc(p("[Name]"))),
).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Plain"/><w:tblLook w:val="0420" w:firstColumn="0"/></w:tblPr>')
# A style that has a look of its own for the first column.
DRESSED = ISSUES.replace('"Plain"', '"Dressed"')
_TABLE_STYLES = (
    '<w:style w:type="table" w:styleId="Plain"><w:name w:val="Plain"/></w:style><w:style w:type="table"'
    ' w:styleId="Dressed"><w:name w:val="Dressed"/><w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr>'
    "</w:tblStylePr></w:style>"
)


def test_tables_say_what_their_rows_and_columns_are_and_look_as_they_did() -> None:
    body = LABELS + heading("Summary") + p("[Say it]") + heading("Implications") + ISSUES
    pack = made(propose(docx(body, styles=STYLES + _TABLE_STYLES), "Template.docx", packs()))
    assert [each.message for each in check_pack(pack) if "header row" in each.message] == []
    assert "2 tables have now a header row" in pack.files["CHANGES.md"].decode()
    package = OpenPackage(pack.template)
    labels, issues = package.tree(package.main).iter(w("tbl"))
    for table in (labels, issues):
        assert len(list(table.iter(w("tblHeader")))) == 1, "the first row alone"
        assert next(table.iter(w("tr"))).find(f"{w('trPr')}/{w('tblHeader')}") is not None
    look = issues.find(f"{w('tblPr')}/{w('tblLook')}")
    assert look is not None
    assert (look.get(w("val")), look.get(w("firstColumn"))) == ("04A0", "1")


def test_a_first_column_that_would_look_otherwise_is_not_marked() -> None:
    body = p("Subject: [Title]") + heading("Summary") + p("[Say it]") + heading("Implications") + DRESSED
    pack = made(propose(docx(body, styles=STYLES + _TABLE_STYLES), "Template.docx", packs()))
    package = OpenPackage(pack.template)
    [look] = package.tree(package.main).iter(w("tblLook"))
    assert (look.get(w("val")), look.get(w("firstColumn"))) == ("0420", "0")
    assert [each.message for each in check_pack(pack) if "header row" in each.message] == []
