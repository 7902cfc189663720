"""Rules about headings: readers of a screen find their way by them."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.word.accessibility.facts import Facts, Paragraph
from clerkwell.word.accessibility.rule import GOV_UK, LIBREOFFICE, MICROSOFT, WCAG, DocumentRule, Found

# From about a page on, a document without headings has to be read from end to end.
_PAGE: Final = 250
_FEWEST: Final = 2
_LONGEST_WORDS, _LONGEST = 20, 120
_FAKE_WORDS, _FAKE_LENGTH = 12, 100
_STOPS = (".", ",", ";", ":", "?", "!", "…")
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&"}
)
_TITLED_FROM: Final = 4


def headings(facts: Facts) -> list[Paragraph]:
    """The headings of the text, in order; those of a contents list are none."""
    return [each for each in facts.body if each.level and not each.contents and not each.at.box]


def _none(facts: Facts) -> Iterator[Found]:
    told = [each for each in facts.body if each.text.strip() and not each.at.table and not each.contents]
    if headings(facts) or len(told) < _FEWEST:
        return
    words = sum(len(each.text.split()) for each in facts.body)
    yield Found(
        "the document has no headings. Give each heading a heading style: Home > Styles > Heading 1, Heading 2.",
        severity="error" if words >= _PAGE else "warning",
    )


def _start(facts: Facts) -> Iterator[Found]:
    found = [each for each in headings(facts) if each.text.strip()]
    if found and found[0].level and found[0].level > 1:
        yield Found(
            f"the first heading is a Heading {found[0].level}. Begin with the document’s title as Heading 1.",
            found[0].at,
            found[0].at.words,
        )


def _several(facts: Facts) -> Iterator[Found]:
    ones = [each for each in headings(facts) if each.level == 1 and each.text.strip()]
    # With a title in Word's style for titles, many headings of the first level are the ordinary way of Word.
    titled = any(each.style.casefold() == "title" and each.text.strip() for each in facts.body)
    if len(ones) > 1:
        yield Found(
            f"this is the second Heading 1 of {len(ones)}. Keep Heading 1 for the document’s title, and make the "
            "others Heading 2 and the headings below them one lower.",
            ones[1].at,
            ones[1].at.words,
            severity="info" if titled else None,
        )


def _order(facts: Facts) -> Iterator[Found]:
    before = 0
    for each in headings(facts):
        if not each.text.strip() or not each.level:
            continue
        if before and each.level > before + 1:
            yield Found(
                f"a Heading {each.level} follows a Heading {before}, so a level is left out. Make it a Heading "
                f"{before + 1}.",
                each.at,
                each.at.words,
            )
        before = each.level


def _empty(facts: Facts) -> Iterator[Found]:
    for each in headings(facts):
        if not each.text.strip() and "drawing" not in each.holds:
            yield Found(
                f"there is an empty paragraph in a heading style (Heading {each.level}), which is read out as a "
                "heading without words. Delete it, or give it the style Normal.",
                each.at,
            )


def _long(facts: Facts) -> Iterator[Found]:
    for each in headings(facts):
        words = len(each.text.split())
        if words > _LONGEST_WORDS or len(each.text) > _LONGEST:
            yield Found(
                f"the heading is {words} words long. Shorten it to one line, and say the rest below it.",
                each.at,
                each.at.words,
                # The title of a document is heard once, and may name what it is about in full.
                severity="info" if each.level == 1 and words <= 2 * _LONGEST_WORDS else None,
            )


def _in_table(facts: Facts) -> Iterator[Found]:
    for each in headings(facts):
        if each.at.table and each.text.strip():
            yield Found(
                "a heading stands in a table, where Word’s Navigation pane does not list it. Move it out of the table, "
                "or give it a style that is no heading.",
                each.at,
                each.at.words,
            )


def _fake(facts: Facts) -> Iterator[Found]:
    shown = [each for each in facts.body if each.text.strip() and not each.at.box]
    for index, each in enumerate(shown[:-1]):
        if _looks_like_heading(each) and not _looks_like_heading(shown[index + 1]) and not shown[index + 1].at.table:
            yield Found(
                "the paragraph looks like a heading but is only formatted as one. Give it a heading style: Home > "
                "Styles.",
                each.at,
                each.at.words,
            )


def _looks_like_heading(each: Paragraph) -> bool:
    text = each.text.strip()
    if each.level or each.at.table or each.listed or each.contents or "drawing" in each.holds or "SEQ" in each.fields:
        return False
    if each.style.casefold() in ("title", "subtitle", "caption") or len(text) > _FAKE_LENGTH or "\n" in text:
        return False
    if len(text.split()) > _FAKE_WORDS or text.endswith(_STOPS) or not any(letter.isalpha() for letter in text):
        return False
    runs = [run for run in each.runs if run.text.strip() and not run.look.hidden]
    return bool(runs) and all(
        (run.look.bold and ("b" in run.look.by_hand or run.look.style == "Strong"))
        or _enlarged(run.look.size, run.look.by_hand)
        for run in runs
    )


def _enlarged(size: float, by_hand: frozenset[str]) -> bool:
    return "sz" in by_hand and size >= 14


def _titled(facts: Facts) -> Iterator[Found]:
    for each in headings(facts):
        words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", each.text) if word.casefold() not in _SMALL]
        if len(words) >= _TITLED_FROM and all(word[0].isupper() and not word.isupper() for word in words):
            yield Found(
                "each word of the heading has a capital. Write headings as sentences: a capital for the first word and "
                "for names.",
                each.at,
                each.at.words,
                cause="titled",
            )


def rules() -> tuple[DocumentRule, ...]:
    """The rules of this subject."""
    return (
        DocumentRule(
            "heading-none",
            "error",
            "A document of some length has no headings",
            f"{MICROSOFT}“Documents use heading styles”. Without headings a screen reader has to read everything.",
            _none,
        ),
        DocumentRule(
            "heading-start",
            "warning",
            "The first heading is not a Heading 1",
            f"{LIBREOFFICE}outline levels of headings start with level 1.",
            _start,
        ),
        DocumentRule(
            "heading-one",
            "warning",
            "There is more than one Heading 1",
            f"{WCAG}1.3.1: one heading of the first level, the title, tells readers what all others belong to.",
            _several,
        ),
        DocumentRule(
            "heading-order",
            "warning",
            "A level of headings is left out",
            f"{MICROSOFT}“Headings are in a logical order”; {LIBREOFFICE}heading levels follow each other.",
            _order,
        ),
        DocumentRule(
            "heading-empty",
            "warning",
            "A heading has no words",
            f"{WCAG}2.4.6: headings describe what follows.",
            _empty,
        ),
        DocumentRule(
            "heading-long",
            "warning",
            "A heading is too long",
            f"{MICROSOFT}headings are not too long; they are lists of contents to those who hear them.",
            _long,
        ),
        DocumentRule(
            "heading-in-table",
            "warning",
            "A heading stands in a table",
            f"{LIBREOFFICE}tables hold no headings.",
            _in_table,
        ),
        DocumentRule(
            "heading-fake",
            "warning",
            "A paragraph only looks like a heading",
            f"{MICROSOFT}“Documents use heading styles”; {WCAG}1.3.1.",
            _fake,
        ),
        DocumentRule(
            "heading-capitals",
            "info",
            "A heading has a capital for each word",
            f"{GOV_UK}“Use sentence case.”",
            _titled,
        ),
    )
