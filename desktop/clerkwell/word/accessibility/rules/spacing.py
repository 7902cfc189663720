"""Rules about space: it is made with styles, not with blank characters, which are read out as "blank"."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.word.accessibility.facts import Facts, Paragraph
from clerkwell.word.accessibility.places import count
from clerkwell.word.accessibility.rule import GOV_UK, LIBREOFFICE, MICROSOFT, DocumentRule, Found

_SPACES = re.compile(r"(?<=\S)[ \u00a0\u2000-\u200a]{3,}(?=\S)|\A[ \u00a0\u2000-\u200a]{2,}(?=\S)")
_TWO = re.compile(r"(?<=[^\s.!?:;…)”\"’])  (?=\S)")
# A tab at the end of a line sets nothing in a column: it is a line to write on, or nothing at all.
_TABS = re.compile(r"\t\s*\t|\t[^\t\n]+\t[^\n]*[^\s]")
_BREAKS = re.compile(r"\n[ \t]*\n")
_FEWEST_BREAKS: Final = 2


def _plain(facts: Facts) -> Iterator[Paragraph]:
    return (each for each in facts.paragraphs if not each.contents)


def _empty(facts: Facts) -> Iterator[Found]:
    row: list[Paragraph] = []
    before = ""
    paragraphs = [each for each in facts.body if not each.at.box]
    for index, each in enumerate(paragraphs):
        blank = each.empty and not each.ends_cell and not each.after_table and not each.level and not each.contents
        # A document that ends with an empty paragraph has one too many, but no space that shows.
        last = index == len(paragraphs) - 1 and not row
        if blank and not last and not each.listed:
            row.append(each)
            continue
        if row:
            yield _gap(row, before)
            row = []
        before = each.at.words or before
    if len(row) > 1:
        yield _gap(row, before)


def _gap(row: list[Paragraph], before: str) -> Found:
    many = count(len(row), "empty paragraph")
    after = f" after “{before}”" if before else ""
    return Found(
        f"{many}{after} {'makes' if len(row) == 1 else 'make'} space. Delete {'it' if len(row) == 1 else 'them'}, and "
        "set the space before or after a paragraph in its style (Layout > Spacing); for a new page, Insert > Page "
        "Break.",
        row[0].at,
        "",
        "several" if len(row) > 1 else "one",
        severity=None if len(row) > 1 else "info",
    )


def _spaces(facts: Facts) -> Iterator[Found]:
    for each in _plain(facts):
        found = _SPACES.search(each.text)
        if found:
            yield Found(
                "several spaces in a row make room. Use an indent, a tab stop or a table of data instead.",
                each.at,
                each.at.words,
                "spaces",
            )
        elif _TWO.search(each.text):
            yield Found(
                "two spaces stand together inside a sentence. Delete one.",
                each.at,
                each.at.words,
                "two",
                severity="info",
            )


def _tabs(facts: Facts) -> Iterator[Found]:
    for each in _plain(facts):
        # Headers and footers of Word have two tab stops of their own, at the middle and at the right.
        if each.at.story in ("header", "footer"):
            continue
        if any(_TABS.search(line) for line in each.text.split("\n")):
            yield Found(
                "tabs set words in columns. Use a real table with a header row (Insert > Table), or one tab stop.",
                each.at,
                each.at.words,
                "tabs",
            )


def _breaks(facts: Facts) -> Iterator[Found]:
    for each in _plain(facts):
        text = each.text.strip("\n")
        if _BREAKS.search(text) or each.text.count("\n") - text.count("\n") > 1:
            yield Found(
                "line breaks in a row (Shift+Enter) make space. Delete them, and set the space after the paragraph in "
                "its style.",
                each.at,
                each.at.words,
                "several",
            )
        elif text.count("\n") >= _FEWEST_BREAKS and each.at.story == "body":
            yield Found(
                "lines are broken by hand (Shift+Enter) inside a paragraph. Make each a paragraph or an item of a "
                "list.",
                each.at,
                each.at.words,
                "lines",
                severity="info",
            )


def _columns(facts: Facts) -> Iterator[Found]:
    for section in facts.sections:
        if section.columns > 1:
            yield Found(
                f"section {section.number} is set in {section.columns} columns. Use one: Layout > Columns > One.",
            )


def _empty_items(facts: Facts) -> Iterator[Found]:
    for each in facts.body:
        if each.listed and each.empty and not each.level:
            yield Found("a bullet or number stands without words. Delete the empty item.", each.at, "", "items")


def rules() -> tuple[DocumentRule, ...]:
    """The rules of this subject."""
    blank = f"{MICROSOFT}“Avoid the use of repeated blank characters”"
    return (
        DocumentRule(
            "space-empty-paragraphs",
            "warning",
            "Empty paragraphs make space",
            f"{blank}; {LIBREOFFICE}no newlines to create space.",
            _empty,
        ),
        DocumentRule(
            "space-spaces",
            "warning",
            "Spaces make room",
            f"{blank}; {LIBREOFFICE}no spaces to create space.",
            _spaces,
        ),
        DocumentRule(
            "space-tabs",
            "warning",
            "Tabs set words in columns",
            f"{blank}; {LIBREOFFICE}no tabs for formatting.",
            _tabs,
        ),
        DocumentRule(
            "space-line-breaks",
            "warning",
            "Line breaks make space",
            f"{blank}; {LIBREOFFICE}no newlines to create space.",
            _breaks,
        ),
        DocumentRule(
            "space-columns",
            "warning",
            "Text is set in columns",
            f"{GOV_UK}“Documents with single continuous columns of text are easier to make accessible.”",
            _columns,
        ),
        DocumentRule(
            "list-empty-item",
            "warning",
            "An item of a list has no words",
            f"{LIBREOFFICE}no empty numbered paragraphs.",
            _empty_items,
        ),
    )
