"""Spaces round punctuation: those that stand where none belongs, those that lack, and those that stand twice."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.text.faults import Fault

# A space before a mark, after a word, a number, a closing bracket or quotation mark. In French a space belongs before
# ":", ";", "?" and "!": text with French quotation marks, and one with a non-breaking space there, are left alone.
_BEFORE: Final = re.compile(
    "(?<=[^\\W_]|[)\\]\"'”’%])(?P<gap>[ \u00a0]+)(?P<mark>[,;:!?.])"
    "(?P<after>[\\s\"'”’)\\]]|\\Z|(?<=,)[^\\W_]|(?<=\\.)[A-Z][a-z])"
)
_SPACED_MARK: Final = re.compile("[ \u00a0][,;:!?.]")
# No such space is without a word that one of these begins or ends.
SPACED: Final = re.compile(r"^[,;:!?.)]|[(]$", re.MULTILINE)
# "1 : 200", "10 : 30", "A : B": a ratio, a time.
_RATIO: Final = re.compile(r"(?:\d|\b\w) : (?:\d|\w\b)")
_WORD_BEFORE: Final = re.compile(r"[\w’'-]{1,40}[^\w\s]{0,3}\Z")
_IN_BRACKETS: Final = re.compile(
    r"\((?P<open>[ \u00a0]{0,5})(?P<words>[^()\s][^()\n]{0,80}?)(?P<close>[ \u00a0]{0,5})\)"
)

_NAMED_STOPS: Final = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "cllr",
        "rev",
        "prof",
        "no",
        "nos",
        "para",
        "paras",
        "sec",
        "fig",
        "ref",
        "vol",
        "eg",
        "ie",
        "etc",
        "vs",
    )
)
# Words that begin a sentence or go on with one: nothing that is called by two words with a mark between has them.
_PLAIN: Final = (
    "the|this|these|those|that|there|they|their|it|its|in|an|we|our|members|officers|at|as|on|for|from|if|when|where"
    "|while|however|although|by|to|with|following|after|before|during|under|since|because|both|each|all|any|no|and|but"
)
# What begins a sentence, and no name.
_BEGINS: Final = r"(?:The|This|These|There|They|It|In|An|We|Members|However|Officers|As|At|For|If|No|All|Of)\b(?![.@/])"
_AFTER: Final = re.compile(
    # word,word · 2022,the · word;word
    r"(?<![^\W_])(?:[^\W\d_]{2,}|\d{4}|(?<=\d/)\d\d|[^\W\d_]+['’][^\W\d_]{1,2})(?:[,;])"
    r"(?=[^\W\d_]{2,}(?![\w@/.])|\d{4}\b|a )"
    # these,3,655 letters
    r"|(?<![\w.@/-])[a-z]{3,},(?=\d{1,3},\d{3}\b)"
    # asked;38 people
    r"|(?<![\w.@/-])[a-z]{3,};(?=\d{1,6}(?:[%,.]\d*)*(?:\s|\Z))"
    # following:the · services.The · 2022.The
    rf"|(?<![\w.@/-])(?:[^\W\d_]{{3,}}|\d{{4}})(?::)(?=(?i:{_PLAIN})\b)(?!\w+[:=/])"
    r"|(?<![\w.@/-])(?:[a-z]{3,})(?:\.)(?=[A-Z][a-z]+(?:[\s,;:]|\Z))"
    rf"|(?<![\w.@/-])(?:[a-z]{{3,}}|\d{{4}})(?:\.)(?={_BEGINS})"
    # 2026/27.The · £5m.The · 5%.This · Appendix 2).The; not "3.The" and "3.1.The" at the beginning
    rf"|(?<!\A)(?<!\A\d\.)(?<!\A\d\d\.)(?:\d+(?:k|m|bn)?|[)”’%])(?:\.)(?={_BEGINS})"
    r"|(?<![\w=/?])(?:[a-z]{3,})(?:[?!])(?=[A-Z][a-z]+\s)"
)
# A mark with something right after it; figures on both sides are a number.
TIGHT: Final = re.compile(r"[,;:.?!][^\W_]")
_LEFT_WORD: Final = re.compile(r"(?:[^\W_]{1,40}['’])?[^\W_]{1,40}\Z|[)”’%]\Z")
# plan(PEP) · council(see Appendix 2) · (see Appendix 2)which; not Committee(s), paragraph 3(b), (re)use.
_BRACKET_AT_WORD: Final = re.compile(
    r"(?<![\w./-])[^\W\d_]{0,40}[a-z]{3}(?=\((?:[A-Z]{2,}|[^\W_]{2,} [^()\n]{2,80})\))"
)
_WORD_AT_BRACKET: Final = re.compile(r"\([^\W_]{2,} [^()\n]{1,80}\)(?=[^\W\d_]{2,})")
_DOUBLE: Final = re.compile(r"(?<=[^\s\u00a0])[ \u00a0]{2,3}(?=[^\s\u00a0])")


def spaced_before(text: str) -> Iterator[Fault]:
    """Spaces before a mark of punctuation, or inside brackets."""
    if _SPACED_MARK.search(text):
        yield from _before_marks(text)
    if "( " in text or " )" in text or "(\u00a0" in text or "\u00a0)" in text:
        yield from _in_brackets(text)


def _before_marks(text: str) -> Iterator[Fault]:
    french = "«" in text or "»" in text
    for match in _BEFORE.finditer(text):
        start, mark, at = match.start(), match["mark"], match.end("gap")
        if mark in ":;?!" and (french or "\u00a0" in match["gap"]):
            continue
        if mark == ":" and (_RATIO.match(text, start - 1) or match["after"] == ")"):
            continue
        if mark == ";" and match["after"] == ")":
            continue
        if mark == "." and (text.startswith((". .", "..", ".Net"), at) or text[max(0, start - 2) : start] == " ."):
            continue
        joins = match["after"].isalnum() or len(match["after"]) > 1
        better = f"{mark} " if joins and not (text[start - 1].isdigit() and match["after"].isdigit()) else mark
        before = _WORD_BEFORE.search(text, max(0, start - 44), start)
        shown = before.start() if before else start - 1
        yield Fault(shown, at + 1, (start, at + 1), better) if better != mark else Fault(shown, at + 1, (start, at), "")


def _in_brackets(text: str) -> Iterator[Fault]:
    for match in _IN_BRACKETS.finditer(text):
        words, opens, closes = match["words"], match["open"], match["close"]
        # Dots and lines are blanks to fill in; figures in brackets stand in columns.
        if not (opens or closes) or not any(map(str.isalpha, words)) or words[0] in "._…" or words[-1] in "._…":
            continue
        if opens and closes:
            yield Fault(match.start(), match.end(), (match.start() + 1, match.end() - 1), words)
        elif opens:
            yield Fault(match.start(), match.end(), match.span("open"), "")
        else:
            yield Fault(match.start(), match.end(), match.span("close"), "")


def unspaced_after(text: str) -> Iterator[Fault]:
    """Marks of punctuation with no space after them, and words run together with a bracket."""
    for tight in TIGHT.finditer(text):
        mark = tight.start()
        if not mark or text[mark - 1].isspace() or (text[mark - 1].isdigit() and text[mark + 1].isdigit()):
            continue
        left = _LEFT_WORD.search(text, max(0, mark - 80), mark)
        match = _AFTER.match(text, left.start()) if left else None
        if match and match.end() == mark + 1 and not _is_named(text, match):
            yield Fault(match.start(), _word_end(text, mark + 1), (mark + 1, mark + 1), " ")
    if "(" in text:
        for match in _BRACKET_AT_WORD.finditer(text):
            at = match.end()
            yield Fault(match.start(), _word_end(text, at + 1), (at, at), " ")
        for match in _WORD_AT_BRACKET.finditer(text):
            at = match.end()
            yield Fault(match.start(), _word_end(text, at), (at, at), " ")


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Whether words belong together as they stand: "St.James", "&amp;so", a part of an address."""
    before = text[max(0, match.start() - 1) : match.start()]
    word, mark = match[0][:-1], match[0][-1]
    if before in ("@", "/", "\\", "&") and not word.isdigit():
        return True
    return (mark == "." and word.casefold() in _NAMED_STOPS) or (mark == before == ",")


def doubled_spaces(text: str) -> Iterator[Fault]:
    """Two spaces, or three, where one belongs; more are there to line something up."""
    if "  " not in text and "\u00a0" not in text:
        return
    for match in _DOUBLE.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, match.start() - 44), match.start())
        start = before.start() if before else match.start() - 1
        better = "\u00a0" if set(match[0]) == {"\u00a0"} else " "
        yield Fault(start, _word_end(text, match.end()), match.span(), better)


_REST: Final = re.compile(r"[\w’'-]{0,40}")


def _word_end(text: str, at: int) -> int:
    found = _REST.match(text, at)
    return found.end() if found else at
