"""Rules about links: their words say where they lead, also when they are read out in a list."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.word.accessibility.facts import Facts, Link
from clerkwell.word.accessibility.rule import GOV_UK, LIBREOFFICE, MICROSOFT, WCAG, DocumentRule, Found

_EMPTY_WORDS = re.compile(
    r"(?:please )?(?:click|press|tap|go|see|read|find out|learn|view|download|visit|follow|open)?"
    r"[\s,]*(?:(?:on|the|this|that|it|a|to|in|at|by|for|via|more|further|full|all|our|your|it|its)[\s]+)*"
    r"(?:here|more|link|links|page|web ?page|web ?site|site|document|file|download|url|details|information|info|below"
    r"|above|this|continue|go|read more|learn more|full report|pdf|attachment)[\s.!…>»→]*(?:\((?:pdf|word|link)\))?\Z",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)\S+\Z|[\w-]+(?:\.[\w-]+)+/\S*\Z", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\Z")
_SHORT: Final = 5


def _spoken(facts: Facts) -> Iterator[Link]:
    """Links that a reader follows; entries of a contents list and cross-references say themselves what they are."""
    return (each for each in facts.links if each.target or not each.known)


def _generic(facts: Facts) -> Iterator[Found]:
    for each in facts.links:
        if each.text and _EMPTY_WORDS.match(each.text) and not each.anchor.startswith("_Toc"):
            yield Found(
                f"the link’s words, “{each.text}”, do not say where it leads. Name what is there: right-click the "
                "link, Edit Hyperlink > Text to display.",
                each.at,
                each.text,
            )


def _bare(facts: Facts) -> Iterator[Found]:
    for each in _spoken(facts):
        if each.text and not _EMAIL.match(each.text) and (_ADDRESS.match(each.text) or each.text == each.target):
            yield Found(
                "the link shows its address instead of words, and a screen reader spells it out. Name what is there: "
                "right-click the link, Edit Hyperlink > Text to display.",
                each.at,
                each.text,
            )


def _short(facts: Facts) -> Iterator[Found]:
    for each in _spoken(facts):
        if 0 < len(each.text) <= _SHORT and not _EMPTY_WORDS.match(each.text) and not _ADDRESS.match(each.text):
            yield Found(
                f"the link is only “{each.text}”, which is hard to hit and says little. Let the link take in the words "
                "round it.",
                each.at,
                each.text,
            )


def _silent(facts: Facts) -> Iterator[Found]:
    for each in _spoken(facts):
        if not each.text and not each.pictured:
            yield Found(
                "a link has no words at all, and can still be reached with the keyboard. Delete it, or give it words: "
                "Insert > Link > Text to display.",
                each.at,
                each.target,
            )


def _broken(facts: Facts) -> Iterator[Found]:
    for each in facts.links:
        if not each.known:
            yield Found(
                f"the link “{each.text}” leads nowhere: the place it names is not in the document. Give it a place "
                "that is: right-click the link, Edit Hyperlink.",
                each.at,
                each.text,
            )


def _colour_alone(facts: Facts) -> Iterator[Found]:
    for paragraph in facts.body:
        plain = [run for run in paragraph.runs if not run.link and run.text.strip() and not run.look.hidden]
        for run in paragraph.runs:
            if not run.link or not run.text.strip() or run.look.underlined or run.look.hidden or paragraph.contents:
                continue
            if run.look.colour and any(each.look.colour != run.look.colour for each in plain):
                yield Found(
                    f"the link “{run.text.strip()}” is known by its colour alone. Underline links: give them the style "
                    "Hyperlink.",
                    paragraph.at,
                    run.text.strip(),
                    cause="links",
                )


def rules() -> tuple[DocumentRule, ...]:
    """The rules of this subject."""
    meaningful = f"{MICROSOFT}“Hyperlink text is meaningful”"
    return (
        DocumentRule(
            "link-text",
            "warning",
            "A link does not say where it leads",
            f"{meaningful}; {GOV_UK}“Make sure link text clearly describes where the link goes.”",
            _generic,
        ),
        DocumentRule(
            "link-address",
            "warning",
            "A link shows its address",
            f"{meaningful}; {LIBREOFFICE}hyperlink text is not the link address.",
            _bare,
        ),
        DocumentRule(
            "link-short",
            "info",
            "A link is very short",
            f"{LIBREOFFICE}hyperlink text is long enough.",
            _short,
        ),
        DocumentRule(
            "link-empty",
            "warning",
            "A link has no words",
            f"{meaningful}; {WCAG}2.4.4: the purpose of a link can be told from its words.",
            _silent,
        ),
        DocumentRule(
            "link-broken",
            "warning",
            "A link leads nowhere",
            f"{WCAG}2.4.4.",
            _broken,
        ),
        DocumentRule(
            "link-colour-alone",
            "warning",
            "A link is known by its colour alone",
            f"{WCAG}1.4.1: use of colour.",
            _colour_alone,
        ),
    )
