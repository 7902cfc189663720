"""Rules about punctuation: spaces round it, marks that stand twice, brackets and quotation marks that stand alone."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from clerkwell.proofing.prompts import prompt_finder
from clerkwell.proofing.text.faults import Fault
from clerkwell.proofing.text.figures import BROKEN, BROKEN_AT, broken_figures
from clerkwell.proofing.text.marks import (
    DOUBLED,
    MARK_BEFORE,
    Half,
    doubled_marks,
    lone_brackets,
    lone_quote,
    opens_quotation,
)
from clerkwell.proofing.text.spacing import SPACED, TIGHT, doubled_spaces, spaced_before, unspaced_after
from clerkwell.proofing.text.tokens import Stretch, covers, shielded
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Each, Finding, Rule
from clerkwell.rules.signs import Sign

# Words of one's own; a quotation keeps what it found.
_OWN: Final = frozenset(
    ("answer", "heading", "subheading", "paragraph", "item", "cell", "caption", "footnote", "title")
)
_RUNNING: Final = frozenset(("paragraph", "item", "footnote"))
# What goes on from one passage to the next, and how many later a bracket or a quotation may end.
_CHAINED: Final = frozenset(("paragraph", "item", "quotation"))
_APART: Final = 8
_SHOWN: Final = 28
_BRACKETED: Final = Sign(*"()[]")


def kept_out(passage: Passage, _: Guide) -> tuple[Stretch, ...]:
    """The stretches of a passage that are addresses, codes or numbers of telephones."""
    return shielded(passage.text)


def _finding(passage: Passage, fault: Fault, message: str) -> Finding:
    """A fault of form as a finding, whose fix touches only what is wrong."""
    words = passage.text[fault.start : fault.end]
    fix = passage.replaced(*fault.cut, fault.better) if fault.better is not None else None
    return Finding(message, passage.at(fault.start, fault.end), words, fix)


def _look(
    kinds: frozenset[str], find: Callable[[str], Iterator[Fault]], said: Callable[[str, str], str], sign: Sign
) -> Each:
    """A rule over the passages of some kinds; `said` makes the message of the words and of what they should be."""

    def look(passage: Passage, guide: Guide) -> Iterator[Finding]:
        if passage.kind not in kinds:
            return
        for fault in find(passage.text):
            if covers(passage.known(kept_out, guide), *fault.touched):
                continue
            words = passage.text[fault.start : fault.end]
            better = fault.said(passage.text) if fault.better is not None else ""
            yield _finding(passage, fault, said(words, better))

    return Each(look, sign)


def _before(words: str, better: str) -> str:
    if words.startswith("("):
        return f"“{words}” has a space inside its brackets. Write “{better}”."
    return f"“{words}” has a space before “{better.rstrip()[-1]}”. Write “{better.rstrip()}”."


def _after(words: str, better: str) -> str:
    return f"“{words}” lacks a space. Write “{better}”."


def _doubled(words: str, better: str) -> str:
    if better:
        return f"“{words}” has a mark too many. Write “{better}”."
    return f"“{words}” ends in two marks that do not go together. Keep the one you mean."


def _broken(words: str, better: str) -> str:
    return f"A space stands inside “{words}”. Write “{better}”."


def _double_space(_: str, better: str) -> str:
    return f"There is more than one space in “{better}”. Leave one."


_prompts = cache(prompt_finder)


def _brackets(passage: Passage, _: Guide) -> tuple[Half, ...]:
    halves = lone_brackets(passage.text)
    if not halves:
        return ()
    # What is the template's own words is for taking out, bracket and all.
    prompts = [match.span() for match in _prompts()(passage.text)]
    return tuple(each for each in halves if not any(start <= each.at < end for start, end in prompts))


def _quote(passage: Passage, _: Guide) -> Half | None:
    return lone_quote(passage.text)


def _part(passage: Passage) -> tuple[str, str]:
    return passage.place.section, passage.place.appendix


def _lone_brackets(reading: Reading) -> Iterator[Finding]:
    """Brackets whose other half is nowhere, nor in one of the next paragraphs of the part."""
    waiting: dict[str, tuple[Passage, Half, int]] = {}
    done: list[tuple[int, Passage, Half]] = []
    for index, passage, halves in reading.at(_brackets, _BRACKETED):
        if passage.kind == "alt":
            continue
        if passage.kind not in _CHAINED:
            done.append((index, passage, halves[0]))
            continue
        for half in halves[:2]:
            mark = passage.text[half.at]
            before = waiting.get({")": "(", "]": "["}.get(mark, ""))
            if half.opens:
                if mark in waiting:
                    first, was, at = waiting[mark]
                    done.append((at, first, was))
                waiting[mark] = (passage, half, index)
            elif before and _part(before[0]) == _part(passage) and index - before[2] <= _APART:
                del waiting["(" if mark == ")" else "["]
            else:
                done.append((index, passage, half))
    done += [(index, passage, half) for passage, half, index in waiting.values()]
    told = set()
    for index, passage, half in sorted(done, key=lambda each: each[0]):
        if index not in told:
            told.add(index)
            yield _lone(passage, half)


def _lone(passage: Passage, half: Half) -> Finding:
    text = passage.text
    opens = text[half.at] in "(["
    start, end = (half.at, _forward(text, half.at)) if half.opens else (_backward(text, half.at), half.at + 1)
    words = text[start:end]
    other = {"(": ")", ")": "(", "[": "]", "]": "["}[text[half.at]]
    message = (
        f"The bracket in “{words}” is not closed. Put “{other}” where it ends, or take it out."
        if opens
        else f"The bracket in “{words}” was never opened. Put “{other}” where it begins, or take it out."
    )
    return Finding(message, passage.at(start, end), words)


def _quoted(piece: Piece, guide: Guide) -> tuple[tuple[int, Passage, Half | None, Passage | None], ...]:
    """The passages of a part with an odd mark, or after one, with their number and the one from which each goes on."""
    done: list[tuple[int, Passage, Half | None, Passage | None]] = []
    before: Passage | None = None
    odd = False
    for index, passage in enumerate(piece.passages):
        half = passage.known(_quote, guide)
        chained = passage.kind in _CHAINED
        if half is not None or (chained and odd):
            done.append((index, passage, half, before))
        if chained:
            before, odd = passage, half is not None
    return tuple(done)


def _lone_quotes(reading: Reading) -> Iterator[Finding]:
    """Quotation marks whose other half is nowhere; a quotation may run over several paragraphs."""
    odd: list[tuple[int, Passage, Half]] = []
    continued: set[int] = set()
    quoted = (
        (start + at, passage, half, before)
        for start, piece in reading.standing
        for at, passage, half, before in piece.known(_quoted, reading.guide)
    )
    for index, passage, half, before in quoted:
        if passage.kind not in _CHAINED:
            if half is not None and passage.kind not in ("alt",) and (passage.kind != "cell" or len(passage.text) > 20):
                yield _lone_quoted(passage, half)
            continue
        if odd and odd[-1][1] is before and opens_quotation(passage.text):
            # Each paragraph of a long quotation begins with a mark, and only the last has one at its end.
            continued.add(odd[-1][0])
            if half is not None:
                continued.add(index)
        if half is not None and passage.kind != "quotation":
            last = odd[-1] if odd else None
            if last and last[0] not in continued and index - last[0] <= _APART and _part(last[1]) == _part(passage):
                continued |= {last[0], index}
            odd.append((index, passage, half))
    for index, passage, half in odd:
        if index not in continued:
            yield _lone_quoted(passage, half)


def _lone_quoted(passage: Passage, half: Half) -> Finding:
    text = passage.text
    start, end = (half.at, _forward(text, half.at)) if half.opens else (_backward(text, half.at), half.at + 1)
    words = text[start:end]
    shown = words.strip("\"“”„'‘’ ")
    message = (
        f"The quotation that begins with “{shown}” is not closed. Put a quotation mark where it ends, or take out the "
        "one that opens it."
        if half.opens
        else f"There is a quotation mark after “{shown}” that closes nothing. Put one where the quotation begins, or "
        "take this one out."
    )
    return Finding(message, passage.at(start, end), words)


def _forward(text: str, at: int) -> int:
    """The end of a few words from a mark on."""
    end = min(len(text), at + _SHOWN)
    if end < len(text) and not text[end].isspace() and (space := text.rfind(" ", at + 2, end)) > at:
        end = space
    return at + len(text[at:end].rstrip())


def _backward(text: str, at: int) -> int:
    """The beginning of a few words before a mark."""
    start = max(0, at - _SHOWN)
    if start and not text[start - 1].isspace() and (space := text.find(" ", start, at)) >= 0:
        start = space + 1
    return at - len(text[start:at].lstrip())


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "space-before-punctuation", "warning", "There is a space before a mark of punctuation",
            "In English a comma, stop, colon, semicolon, question or exclamation mark stands right after the word.",
            _look(_OWN, spaced_before, _before, Sign(in_word=SPACED)),
            source="New Hart’s Rules, chapter 4, “Punctuation”",
            fix="Take out the space",
        ),
        Rule(
            "space-after-punctuation", "warning", "A space is missing after a mark of punctuation",
            "Words that run together are hard to read, and screen readers read them as one.",
            _look(_OWN, unspaced_after, _after, Sign("(", in_word=TIGHT)),
            source="New Hart’s Rules, chapter 4, “Punctuation”",
            fix="Put in the space",
        ),
        Rule(
            "double-space", "info", "There is more than one space between two words",
            "One space parts words and sentences; a second one makes uneven gaps.",
            _look(_RUNNING, doubled_spaces, _double_space, Sign("  ", "\u00a0")),
            source="GOV.UK style guide, “Spaces”: one space after a full stop",
            fix="Leave one space",
        ),
        Rule(
            "doubled-punctuation", "warning", "Two marks of punctuation stand where one belongs",
            "A doubled mark is a slip of the keys, and looks as though words were lost.",
            _look(_OWN, doubled_marks, _doubled, Sign(pattern=DOUBLED, within=Sign(in_word=MARK_BEFORE))),
            source="New Hart’s Rules, chapter 4, “Punctuation”",
            fix="Leave one mark",
        ),
        Rule(
            "figure-broken", "warning", "A space breaks a number, or parts it from its sign",
            "A sum that is broken can be read as two numbers, and a line may end in the middle of it.",
            _look(_OWN, broken_figures, _broken, Sign(pattern=BROKEN, within=Sign(in_word=BROKEN_AT))),
            source="GOV.UK style guide: “Money” and “Percentages”", fix="Take out the space",
        ),
        Rule(
            "bracket-unmatched", "warning", "A bracket has no other half",
            "A reader cannot tell where what is in brackets begins or ends.", Across(_lone_brackets),
            source="New Hart’s Rules, chapter 4, “Punctuation”: brackets",
        ),
        Rule(
            "quotation-unmatched", "warning", "A quotation mark has no other half",
            "A reader cannot tell whose words these are.", Across(_lone_quotes),
            source="New Hart’s Rules, chapter 9, “Quotations and direct speech”",
        ),
    )  # fmt: skip
