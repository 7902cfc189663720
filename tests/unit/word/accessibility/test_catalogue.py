"""Every rule has a source and a fault that proves it; messages are plain; the template's own is told as such."""

import re
from itertools import chain

import pytest

from clerkwell.model import Problem
from clerkwell.rules import catalogue
from clerkwell.word.accessibility import accessibility_rules, check_document, graded, made_with
from helpers.readable import DEFAULTS, GOOD_TABLE, STYLES, cell, document, para, row, table
from unit.word.accessibility import (
    test_documents,
    test_headings,
    test_leftovers,
    test_lettering,
    test_links,
    test_objects,
    test_spacing,
    test_tables,
    test_typed,
)

SUBJECTS = (
    test_documents, test_headings, test_leftovers, test_lettering, test_links, test_objects, test_spacing, test_tables,
    test_typed,
)  # fmt: skip
END = para("That is all.")
# LibreOffice's checks of a text document, by the rule here that has the same subject.
LIBREOFFICE = {
    "NoTextNodeAltTextCheck": "alt-text-missing",
    "linked graphics": "picture-linked",
    "TableNodeMergeSplitCheck": "table-merged-cells",
    "TableFormattingCheck": "table-for-layout",
    "NumberingCheck": "list-typed",
    "HyperlinkCheck": "link-address",
    "hyperlinks that are short": "link-short",
    "TextContrastCheck": "text-contrast",
    "BlinkingTextCheck": "text-moving",
    "HeaderCheck, HeadingOrderCheck": "heading-order",
    "HeadingOrderCheck, at the start": "heading-start",
    "TextFormattingCheck": "text-by-hand",
    "NonInteractiveFormCheck": "form-typed",
    "FloatingTextCheck": "text-box",
    "TableHeadingCheck": "heading-in-table",
    "NewlineSpacingCheck": "space-empty-paragraphs",
    "SpaceSpacingCheck": "space-spaces",
    "tabs": "space-tabs",
    "FakeFootnoteCheck": "footnote-typed",
    "FakeCaptionCheck": "caption-typed",
    "ContentControlCheck": "control-in-header",
    "DocumentDefaultLanguageCheck": "document-language",
    "styles without a language": "document-style-language",
    "DocumentTitleCheck": "document-title",
    "FootnoteEndnoteCheck": "document-notes",
    "BackgroundImageCheck": "background-picture",
    "fontworks": "word-art",
    "empty numbered paragraphs": "list-empty-item",
}


def every_problem() -> list[Problem]:
    faults = chain.from_iterable(subject.FAULTS.values() for subject in SUBJECTS)
    return [each for data in chain.from_iterable(faults) for each in check_document(data)]


def test_every_rule_is_proved_by_a_fault() -> None:
    proved = {rule for subject in SUBJECTS for rule in subject.FAULTS}
    assert {rule.id for rule in accessibility_rules()} == proved


def test_ids_are_unique_also_among_the_rules_about_reports() -> None:
    ids = [rule.id for rule in accessibility_rules()] + [rule.id for rule in catalogue()]
    assert len(ids) == len(set(ids))


def test_every_rule_names_a_source_or_a_reason() -> None:
    assert [rule.id for rule in accessibility_rules() if len(rule.why) < 25 or not rule.why.endswith((".", ".”"))] == []


def test_each_check_of_libreoffice_has_its_rule_which_names_it() -> None:
    why = {rule.id: rule.why for rule in accessibility_rules()}
    assert [check for check, rule in LIBREOFFICE.items() if "LibreOffice" not in why[rule]] == []


def test_messages_say_what_happened_and_how_to_put_it_right() -> None:
    for each in every_problem():
        assert each.message[0].isupper() or each.message[0] == "“", each.message
        assert each.message.endswith((".", "”")), each.message
        assert not re.search(r"\b(please|sorry|invalid|required field|error)\b", each.message, re.IGNORECASE), (
            each.message
        )
        # Two sentences: what is wrong, and what to do.
        assert len(re.findall(r"[.”)] |[.]$", each.message)) >= 2, each.message
        assert "  " not in each.message
        assert each.place is None


def test_problems_come_by_their_weight() -> None:
    data = document(
        para("DRAFT MARKS OF SEVERAL KINDS HERE") + para("[Insert name]") + para(""), core="<dc:creator>A</dc:creator>"
    )
    order = [each.severity for each in check_document(data)]
    assert order == sorted(order, key=("error", "warning", "info").index)
    assert set(order) == {"error", "warning", "info"}


HEADED = table(row("Tree", "Height", header=True), row(cell(para("Oak", "Heading2")), "9 m"))


def test_what_the_template_has_as_well_is_its_own() -> None:
    template = document(HEADED + END)
    [told] = check_document(document(HEADED + END), template)
    assert (told.rule, told.severity) == ("heading-in-table", "info")
    assert "This is the template’s own" in told.message
    [whose] = graded(document(HEADED + END), template)
    assert whose.own


def test_what_only_the_document_has_is_not_excused_by_its_template() -> None:
    template = document(GOOD_TABLE + END)
    [told] = check_document(document(GOOD_TABLE + HEADED + END), template)
    assert (told.rule, told.severity) == ("heading-in-table", "warning")


def test_a_prompt_that_is_left_is_not_excused_by_the_template_that_asked_it() -> None:
    asked = table(row("Tree", "Height", header=True), row("[Insert tree]", "9 m")) + END
    [told] = check_document(document(asked), document(asked))
    assert (told.rule, told.severity) == ("left-prompt", "error")


def test_a_fault_of_a_style_of_the_template_is_the_template_s_own() -> None:
    styles = DEFAULTS.replace('w:val="24"', 'w:val="20"') + STYLES
    told = check_document(document(END * 3, styles=styles), document(styles=styles))
    assert [(each.rule, each.severity) for each in told] == [("text-small", "info")]


def test_a_document_that_no_pack_made_says_so() -> None:
    assert made_with(document()) == ("", "")


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_every_grade_is_given(severity: str) -> None:
    assert severity in {rule.severity for rule in accessibility_rules()}
