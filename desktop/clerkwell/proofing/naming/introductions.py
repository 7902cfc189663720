"""Where a text introduces an acronym, in the shapes that people give it."""

import re
from typing import Final, NamedTuple

from clerkwell.proofing.naming.acronyms import Acronym
from clerkwell.proofing.naming.initials import Word, expansion_after, expansion_before, letters, words

# "(MASH", "(the “MASH”", "(hereafter the MASH", "(or MASH": what may stand between a bracket and the acronym.
_LED_IN: Final = (
    r"(?:(?:the|our|a|an|or|also|now|known as|hereafter|hereinafter|henceforth|referred to as|abbreviated (?:to|as)"
    r"|i\.?e\.?|called|collectively)[ \u00a0,]+){0,4}"
)
_QUOTE: Final = "[\"'“”‘’]?"
_OPENED = re.compile(rf"(?P<bracket>[(\[])\s*{_LED_IN}{_QUOTE}(?:the\s)?\Z", re.IGNORECASE)
_CLOSING = re.compile(r"[)\]]")
_CLOSED = re.compile(rf"{_QUOTE}\s*[)\]]")
_GLOSS = re.compile(
    rf"{_QUOTE}\s*[(\[]\s*(?:(?:the|or|our|an?|standing for|which stands for|short for|that is|meaning|i\.?e\.?)"
    rf"[ \u00a0,]+){{0,3}}{_QUOTE}",
    re.IGNORECASE,
)
_JOINED_AFTER = re.compile(
    rf"{_QUOTE}\s*(?:[–—:=\t-]|,?\s(?:or|which stands for|stands for|standing for|means|meaning|short for|is short for"
    rf"|which is short for|that is|i\.e\.|(?:is|are|was) (?:the|an?|our)),?\s|,\s)\s*(?:the|our|an?)?\s*{_QUOTE}",
    re.IGNORECASE,
)
_JOINED_BEFORE = re.compile(
    rf"{_QUOTE}\s*(?:[,–—:=\t/-]|,?\s(?:or|known as|abbreviated (?:to|as)|called|referred to as|shortened to))\s*"
    rf"(?:the|our|an?|or|now|hereafter|known as)?\s*(?:the\s)?{_QUOTE}\Z",
    re.IGNORECASE,
)
# "known as SON", "the letters RA": said to be a name or a sign, and explained as one.
_SIGN = re.compile(
    rf"\b(?:known as|called|letters?|codes?|prefix|symbol|marked|labelled|coded) (?:the )?{_QUOTE}\Z", re.I
)
_SENTENCE_END = re.compile(r"[.;!?]\s+(?=[A-Z])|\n")
_BACK: Final = 60
_NEAR: Final = 30
_MOST: Final = 300
_REACH: Final = 240
# How far from letter for letter an expansion may be: in brackets after its words people are understood all the same.
_LOOSE: Final = 3.0
_CLOSE: Final = 1.0


class Introduction(NamedTuple):
    """An acronym introduced: `start` and `end` are the acronym's own, `words` where its expansion stands.

    `words` is None where it stands in brackets as if it were introduced, but what stands before does not spell it.
    `before`: the words stand before the acronym. `sure`: they spell it out, or nearly so, letter for letter.
    """

    start: int
    end: int
    core: str
    words: tuple[int, int] | None
    before: bool
    sure: bool


def introductions(text: str, found: tuple[Acronym, ...]) -> tuple[Introduction, ...]:
    """The introductions among the acronyms that were found in a text; what has hundreds of them is no prose."""
    return tuple(each for acronym in found[:_MOST] if (each := _introduction(text, acronym)))


def spells(core: str, text: str) -> bool:
    """Whether a text as a whole spells an acronym out: the next cell of a row, the rest of a line of a glossary."""
    there = words(text)
    return bool(expansion_after(core, there, _CLOSE))


def _introduction(text: str, acronym: Acronym) -> Introduction | None:
    before = text[max(0, acronym.start - _BACK) : acronym.start]
    there = None
    if "(" in before or "[" in before:
        there = _in_brackets(text, acronym, before)
    there = (
        there or _with_brackets(text, acronym) or _joined_after(text, acronym) or _joined_before(text, acronym, before)
    )
    if there is None and _SIGN.search(before):
        return Introduction(acronym.start, acronym.end, acronym.core, (acronym.start, acronym.end), False, False)
    return there


def _in_brackets(text: str, acronym: Acronym, before: str) -> Introduction | None:
    """ "Multi-agency safeguarding hub (MASH)"."""
    opened = _OPENED.search(before, max(before.rfind("("), before.rfind("[")))
    if opened is None:
        return None
    bracket = acronym.start - len(before) + opened.start()
    there = _sentence_before(text, bracket)
    most = _LOOSE if len(letters(acronym.core)) > 2 else _CLOSE
    spelt = expansion_before(acronym.core, there, most)
    if spelt:
        close = expansion_before(acronym.core, there, _CLOSE)
        return _made(acronym, spelt, before=True, sure=bool(close))
    if _CLOSED.match(text, acronym.end) and len(there) > 1:
        return Introduction(acronym.start, acronym.end, acronym.core, None, True, False)
    return None


def _with_brackets(text: str, acronym: Acronym) -> Introduction | None:
    """ "MASH (multi-agency safeguarding hub)"."""
    opened = _GLOSS.match(text, acronym.end)
    if opened is None:
        return None
    end = _CLOSING.search(text, opened.end(), opened.end() + _REACH)
    if text[opened.end() : opened.end() + 1].casefold() != acronym.core[0].casefold():
        return None
    there = words(text, opened.end(), end.start() if end else opened.end() + _REACH)
    spelt = expansion_after(acronym.core, there, _CLOSE if len(letters(acronym.core)) > 2 else 0.0)
    return _made(acronym, spelt, before=False, sure=True) if len(spelt) > 1 else None


def _joined_after(text: str, acronym: Acronym) -> Introduction | None:
    """ "MASH – multi-agency safeguarding hub", "MASH, the Multi-Agency Safeguarding Hub"."""
    after = _JOINED_AFTER.match(text, acronym.end)
    if after is None or text[after.end() : after.end() + 1].casefold() != acronym.core[0].casefold():
        return None
    spelt = expansion_after(acronym.core, words(text, after.end(), after.end() + _REACH), 0.0)
    return _made(acronym, spelt, before=False, sure=True) if len(spelt) > 1 and _is_whole(acronym, spelt) else None


def _joined_before(text: str, acronym: Acronym, before: str) -> Introduction | None:
    """ "Multi-agency safeguarding hub, or MASH"."""
    joined = _JOINED_BEFORE.search(before, max(0, len(before) - _NEAR))
    if joined is None:
        return None
    end = acronym.start - len(before) + joined.start()
    spelt = expansion_before(acronym.core, _sentence_before(text, end), 0.0)
    return _made(acronym, spelt, before=True, sure=True) if len(spelt) > 1 and _is_whole(acronym, spelt) else None


def _is_whole(acronym: Acronym, spelt: tuple[Word, ...]) -> bool:
    """Whether these words are no accident: two letters are soon found in any two words without capitals."""
    return len(letters(acronym.core)) > 2 or all(word.text[0].isupper() for word in (spelt[0], spelt[-1]))


def _made(acronym: Acronym, spelt: tuple[Word, ...], *, before: bool, sure: bool) -> Introduction:
    where = (spelt[0].start, spelt[-1].end)
    return Introduction(acronym.start, acronym.end, acronym.core, where, before, sure)


def _sentence_before(text: str, at: int) -> list[Word]:
    """The words of the sentence before a place, no further back than an expansion may reach."""
    first = max(0, at - _REACH)
    for match in _SENTENCE_END.finditer(text, first, at):
        first = match.end()
    return words(text, first, at)
