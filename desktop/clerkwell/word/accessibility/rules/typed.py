"""Rules about what is typed instead of made: lists, notes, captions, forms. A screen reader is not told of it."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from clerkwell.word.accessibility.facts import Facts, Paragraph
from clerkwell.word.accessibility.places import count
from clerkwell.word.accessibility.rule import LIBREOFFICE, MICROSOFT, WCAG, DocumentRule, Found

_BULLET = re.compile(r"\s*[•·●◦○▪■□►▶➢➤✓✔❖\uf0b7\uf0a7\u2023\u2043]\s*\S|\s*o\t\S")
_DASH = re.compile(r"\s*[-–—*+>][ \t\u00a0]+\S")
_NUMBER = re.compile(r"\s*[(\[]?(?P<label>\d{1,3}|[a-z]|[ivx]{1,5})[.)\]](?=[\s\u00a0]|[A-Z])\s*\S", re.IGNORECASE)
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_CAPTION = re.compile(
    r"\s*(?:table|figure|fig\.?|chart|image|picture|diagram|graph|map|illustration)\s+\d+[.:\s–-]", re.IGNORECASE
)
_CAPTION_LENGTH: Final = 200
# Room for an answer that is typed with dots or underlines.
BLANKS = re.compile(r"_{3,}|\.{4,}|…{2,}|…\.|\.…")
_TICKED = re.compile(r"[☐☑☒]|\[ ?[xX]?\](?=\s)")
_STARRED = re.compile(r"\s*\*{1,3}\s*\w")


def _text(facts: Facts) -> list[Paragraph]:
    return [each for each in facts.body if each.text.strip() and not each.contents and not each.at.box]


def _lists(facts: Facts) -> Iterator[Found]:
    told: set[int] = set()
    shown = _text(facts)
    for index, each in enumerate(shown):
        if each.listed or each.level or index in told:
            continue
        lines = each.text.split("\n")
        following = [each] + [other for other in shown[index + 1 : index + 40]]
        items = within = _items(lines) if len(lines) > 1 else 0
        if items < 2:
            items = _run_of(following)
            told.update(range(index, index + items))
        if items:
            what = "bullet" if _BULLET.match(each.text) or _DASH.match(each.text) else "number"
            yield Found(
                f"{count(items, 'item')} of a list {'has' if items == 1 else 'have'} a typed {what}. Delete what is "
                f"typed, and use Home > {'Bullets' if what == 'bullet' else 'Numbering'}, or a list style.",
                each.at,
                each.at.words,
                # Lines of an answer in a table may well begin with the numbers of what they name.
                severity="info" if within > 1 and each.at.table else None,
            )


def _items(lines: list[str]) -> int:
    """How many lines of one paragraph are typed items, from the first that is one."""
    begins = [line for line in lines if _BULLET.match(line) or _DASH.match(line)]
    if len(begins) > 1:
        return len(begins)
    labels = [_NUMBER.match(line) for line in lines]
    for index, label in enumerate(labels[:-1]):
        after = labels[index + 1]
        if label and after and _follows(label["label"], after["label"]):
            return sum(each is not None for each in labels)
    return 0


def _run_of(paragraphs: list[Paragraph]) -> int:
    """How many paragraphs from the first on are typed items of one list; 0 if they are none."""
    kinds: tuple[Callable[[str, str], bool], ...] = (
        lambda _, each: bool(_BULLET.match(each)),
        lambda _, each: bool(_DASH.match(each)),
        _counts_on,
    )
    for least, kind in zip((1, 2, 2), kinds, strict=True):
        length, before = 0, ""
        for each in paragraphs:
            if each.listed or each.level or not kind(before, each.text):
                break
            length, before = length + 1, each.text
        if length >= least:
            return length
    return 0


def _counts_on(before: str, text: str) -> bool:
    label, last = _NUMBER.match(text), _NUMBER.match(before)
    return label is not None and (not before or (last is not None and _follows(last["label"], label["label"])))


def _follows(one: str, other: str) -> bool:
    if one.isdecimal() and other.isdecimal():
        return int(other) == int(one) + 1
    first, second = one.casefold(), other.casefold()
    if first in _ROMAN and second in _ROMAN and _ROMAN.index(second) == _ROMAN.index(first) + 1:
        return True
    return len(first) == len(second) == 1 and ord(second) == ord(first) + 1


def _footnotes(facts: Facts) -> Iterator[Found]:
    shown = _text(facts)
    for index, each in enumerate(shown):
        around = [*shown[max(0, index - 1) : index], *shown[index + 1 : index + 2]]
        starred = _STARRED.match(each.text) and not any(_DASH.match(other.text) for other in around)
        first = next((run for run in each.runs if run.text.strip()), None)
        raised = first is not None and first.look.raised and len(first.text.strip()) <= 3 and len(each.runs) > 1
        if not each.listed and (starred or (raised and "note" not in each.holds)):
            yield Found(
                "a note is typed as a paragraph. Use a real footnote, which can be jumped to and back: References > "
                "Insert Footnote; or say it in the text.",
                each.at,
                each.at.words,
            )


def _captions(facts: Facts) -> Iterator[Found]:
    body = facts.body
    for index, each in enumerate(body):
        if each.level or each.at.table or each.contents or "SEQ" in each.fields or len(each.text) > _CAPTION_LENGTH:
            continue
        if not _CAPTION.match(each.text):
            continue
        near = [each, *body[max(0, index - 1) : index], *body[index + 1 : index + 2]]
        beside = any(other.at.table or "drawing" in other.holds for other in near)
        if beside or each.style.casefold() == "caption":
            yield Found(
                "the number of a caption is typed. Use a real caption, which is counted and can be referred to: "
                "References > Insert Caption.",
                each.at,
                each.at.words,
            )


def _forms(facts: Facts) -> Iterator[Found]:
    for each in facts.body:
        if each.contents or not (BLANKS.search(each.text) or _TICKED.search(each.text)):
            continue
        if "CHECKBOX" in " ".join(each.fields) or "FORMCHECKBOX" in each.fields or _ticked_by_control(facts, each):
            continue
        yield Found(
            "dots, underscores or boxes are typed for somebody to fill in. Use fields of a form: Developer > Controls.",
            each.at,
            each.at.words,
            "forms",
        )


def _ticked_by_control(facts: Facts, paragraph: Paragraph) -> bool:
    return not BLANKS.search(paragraph.text) and any(
        control.kind == "checkbox" and control.at == paragraph.at for control in facts.controls
    )


def rules() -> tuple[DocumentRule, ...]:
    """The rules of this subject."""
    return (
        DocumentRule(
            "list-typed",
            "warning",
            "A list is typed",
            f"{LIBREOFFICE}no simulated numbering; {WCAG}1.3.1: {MICROSOFT}use built-in lists.",
            _lists,
        ),
        DocumentRule(
            "footnote-typed",
            "warning",
            "A footnote is typed",
            f"{LIBREOFFICE}avoid fake footnotes.",
            _footnotes,
        ),
        DocumentRule(
            "caption-typed",
            "warning",
            "A caption’s number is typed",
            f"{LIBREOFFICE}avoid fake captions.",
            _captions,
        ),
        DocumentRule(
            "form-typed",
            "warning",
            "A form is typed",
            f"{LIBREOFFICE}no non-interactive forms.",
            _forms,
        ),
    )
