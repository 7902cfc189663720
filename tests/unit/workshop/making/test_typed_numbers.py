"""Numbers and letters that were typed: Word counts them in the template that is made."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from clerkwell.model import ListItem, Report
from clerkwell.model.blocks import words
from clerkwell.packs import Pack, load_files
from clerkwell.session.from_word import MadePack, make_pack, open_word
from clerkwell.word.template import template_looks
from clerkwell.word.template.numbers import template_numbers
from clerkwell.word.writer import write_document
from clerkwell.workshop.making import changed
from helpers.docx_making import STYLES, docx, numbering, p, tbl, tc, tr
from helpers.shipped import IDS, shipped

LONG = "The footbridge at Mill Lane has been closed since the flood of last winter, and the school is on the far side."


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(shipped(each) for each in IDS)


def heading(words: str) -> str:
    return p(words, "heading2")


def report(mark: str = "{}.", item: str = "({})", gap: str = " ") -> bytes:
    """A report whose author typed the number of each paragraph, and a list that begins again."""

    def para(number: int, words: str = LONG) -> str:
        return p(f"{mark.format(number)}{gap}{words}")

    return docx(
        p("Subject: Reopening the footbridge")
        + heading("Recommendations")
        + p("1. That the repair be approved.")
        + p("2. That a report be made in April.")
        + heading("Background")
        + para(1)
        + para(2)
        + heading("Proposals")
        + para(3, f"{LONG} There are three ways:")
        + p(f"{item.format('a')} mend it;")
        + p(f"{item.format('b')} replace it; or")
        + p(f"{item.format('c')} leave it closed.")
        + para(4)
        + heading("Conclusion")
        + para(5)
    )


def made(data: bytes, *, taken: bool = True) -> tuple[MadePack, Pack]:
    source = open_word(data, "Report.docx", packs())
    [guess] = [each for each in source.proposal.guesses if each.what == "numbers"]
    source = replace(source, proposal=changed(source.proposal, guess.number, taken=taken))
    result = make_pack(source, "Example Council", "Example Council: report", date(2026, 1, 1), packs())
    assert [each.message for each in result.problems if each.severity == "error"] == []
    return result, load_files(result.files, "made")


def labels(pack: Pack) -> list[tuple[str, str]]:
    """The numbered lines of the sample's export: the number, and the first words."""
    document = write_document(Report.model_validate_json(pack.files["sample.json"]), pack, draft=False)
    return [
        (each.labels[0], " ".join(each.line.shown.split()[:2]))
        for each in template_numbers(document, {})
        if each.line.shown and each.labels[0]
    ]


@pytest.mark.parametrize("mark", ["{}.", "({})", "{})", "{}"])
def test_paragraphs_numbered_by_hand_are_counted_by_word(mark: str) -> None:
    _, pack = made(report(mark, gap="\t" if mark == "{}" else " "))
    assert pack.manifest.pack.numbering == "paragraphs"
    assert [spec.id for spec in pack.manifest.section if spec.numbered] == ["background", "proposals", "conclusion"]
    paragraphs = [number for number, words in labels(pack) if words == "The footbridge"]
    assert paragraphs == [mark.format(at) for at in range(1, 6)]


def test_the_guess_says_what_it_found_and_the_list_that_begins_again_is_none() -> None:
    proposal = open_word(report(), "Report.docx", packs()).proposal
    [guess] = [each for each in proposal.guesses if each.what == "numbers"]
    assert "go on across headings (1., 2., 3. … 5.)" in guess.reason
    roles = {each.id: each for each in proposal.of("styles")}
    assert roles["numbered-paragraph"].labels == ("Numbered Paragraph",)
    assert not any("Paragraph numbers" in each.reason for each in proposal.of("removed"))


def test_numbers_that_are_left_stay_typed_in_the_example() -> None:
    _, pack = made(report(), taken=False)
    assert pack.manifest.pack.numbering == "none"
    assert "numbered-paragraph" not in pack.manifest.roles
    assert not any(words == "The footbridge" and number == "1." for number, words in labels(pack)[:2])


def test_numbers_in_one_section_are_a_list_of_its_own() -> None:
    body = heading("Background") + p(LONG) * 3 + heading("Proposals")
    body += "".join(p(f"{at}. {LONG}") for at in range(1, 5))
    proposal = open_word(docx(body), "Report.docx", packs()).proposal
    assert not any(each.what == "numbers" for each in proposal.guesses)


@pytest.mark.parametrize(("item", "pattern"), [("({})", "(%1)"), ("{}.", "%1.")])
def test_lists_lettered_by_hand_are_lettered_at_the_first_level(item: str, pattern: str) -> None:
    _, pack = made(report(item=item))
    [style] = [each for each in template_looks(pack.template) if each.name == pack.manifest.roles["number"]]
    assert (style.marks, pattern in style.properties["numbering"]) == ("lowerLetter", True)
    sample = Report.model_validate_json(pack.files["sample.json"])
    items = [each for each in sample.blocks("proposals") if isinstance(each, ListItem)]
    assert [(each.level, each.ordered) for each in items] == [(0, True)] * 3
    assert [number for number, words in labels(pack) if words in ("mend it;", "replace it;", "leave it")] == [
        item.format(each) for each in "abc"
    ]


def multilevel(*, by_style: bool, more: str = "") -> bytes:
    """A report whose headings and paragraphs Word numbers in one list: 3., 3.1. `more` is what comes after."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{named}<w:lvlText w:val="{text}"/>'
        "</w:lvl>"
        for at, text, named in (
            (0, "%1.", '<w:pStyle w:val="heading2"/>'),
            (1, "%1.%2", '<w:pStyle w:val="Counted"/>' if by_style else ""),
        )
    )
    own = '<w:abstractNum w:abstractNumId="9"><w:multiLevelType w:val="multilevel"/>' + levels + "</w:abstractNum>"
    numbers = numbering().replace("<w:num ", f"{own}<w:num ", 1)
    numbers += '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
    styles = STYLES.replace(
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>',
        '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>', 1,
    )  # fmt: skip
    styles += (
        '<w:style w:type="paragraph" w:styleId="Counted"><w:name w:val="Counted"/><w:pPr><w:numPr><w:ilvl w:val="1"/>'
        '<w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
    )
    direct = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="9"/></w:numPr>'
    body = p("Subject: Reopening the footbridge")
    for title, count in (("Summary", 1), ("Background", 2), ("Conclusion", 1)):
        body += heading(title) + (p(LONG, "Counted") if by_style else p(LONG, more=direct)) * count
    return docx(body + more, {"numbering.xml": numbers}, styles=styles)


@pytest.mark.parametrize("by_style", [True, False])
def test_paragraphs_that_word_numbers_after_their_headings_keep_their_numbers(by_style: bool) -> None:
    result, pack = made(multilevel(by_style=by_style))
    assert pack.manifest.pack.numbering == "headings"
    assert labels(pack) == [
        ("1.", "Summary"), ("1.1", "The footbridge"),
        ("2.", "Background"), ("2.1", "The footbridge"), ("2.2", "The footbridge"),
        ("3.", "Conclusion"), ("3.1", "The footbridge"),
    ]  # fmt: skip
    assert pack.manifest.roles["numbered-paragraph"] == ("Counted" if by_style else "Numbered Paragraph")
    assert [each.message for each in result.problems if "number" in each.message.casefold()] == []


def test_numbers_after_headings_that_are_left_are_gone() -> None:
    _, pack = made(multilevel(by_style=False), taken=False)
    assert [number for number, _ in labels(pack)] == ["1.", "2.", "3."]
    assert "numbered-paragraph" not in pack.manifest.roles


@pytest.mark.parametrize("by_style", [True, False])
def test_numbers_that_word_prints_are_not_typed_in_the_example_as_well(by_style: bool) -> None:
    # Word counts the heading over the table too, which the program does not count: so it counts nothing itself.
    rows = "".join(
        tr(tc(p(title)), tc(p(text))) for title, text in (("Financial", "It costs £4,000."), ("Legal", "None."))
    )
    more = heading("Implications") + tbl(rows) + heading("Next steps") + p("The work begins in May.")
    result, pack = made(multilevel(by_style=by_style, more=more))
    assert pack.manifest.pack.numbering == "none"
    sample = Report.model_validate_json(result.files["sample.json"])
    said = [words(block) for name in ("summary", "background", "conclusion") for block in sample.blocks(name)]
    assert said == [LONG] * 4
