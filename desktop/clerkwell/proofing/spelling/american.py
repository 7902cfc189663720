"""American spellings in a text, and the British ones that the public sector writes."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from clerkwell.proofing.spelling.dictionary import american_words, british
from clerkwell.proofing.text.tokens import Token, covers, is_quoted, opens, shielded, tokens


class Americanism(NamedTuple):
    """An American spelling: where it stands, and what is written here."""

    start: int
    end: int
    british: str


_IZE = re.compile(r"(\w{2,}?)(i|y)z(e|es|ed|er|ers|ing|ingly|ation|ations|ational|able|e[sd]?|er)")
# Words that end so in Britain too.
_OURS = (
    "siz", "priz", "seiz", "capsiz", "maiz", "baiz", "apprais", "assiz", "friz", "griz", "fiz", "quiz", "whiz", "wiz",
    "bliz", "piz", "diz",
)  # fmt: skip
# "program" is British where a computer runs it.
_COMPUTING = re.compile(
    r"\b(?:comput|software|algorithm|wr(?:ite|ote|itten)\b|word processing|digital|cod(?:e|ing)\b|script|app\b"
    r"|spreadsheet|macro|executab|install)",
    re.IGNORECASE,
)
_PROGRAM = ("program", "programs")


def americanisms(text: str, words: Iterable[str]) -> Iterator[Americanism]:
    """The American spellings of a text, but for those in names and between quotation marks: they are other people's.

    `words` are its `bare_words`.
    """
    zed = ("z" in text or "Z" in text) and _ZED.search(text)
    if not zed and _suspected().isdisjoint(words):
        return
    shields = shielded(text)
    wrong = [token for token in tokens(text) if token.text.casefold() in _BESIDE or british_spelling(token.text)]
    for token in wrong:
        better = _here(text, token)
        if better and not (
            covers(shields, token.start, token.end) or is_quoted(text, token.start) or _SPOKEN_OF.match(text, token.end)
        ):
            yield Americanism(token.start, token.end, better)


# The word is spoken of, not used: "Data center is the maker's word".
_SPOKEN_OF = re.compile(r"\W* (?:is|was) (?:the|an?|their|its) (?:[\w'’]+ ){0,3}(?:word|term|spelling|name)\b")


_NAME_AFTER = re.compile(r"[ \u00a0][A-Z][a-z]")


def _here(text: str, token: Token) -> str | None:
    """The British spelling of a word where it stands, if it is American there."""
    better = british_spelling(token.text)
    folded = token.text.casefold()
    if better is None and folded in _BESIDE:
        pattern, instead = _BESIDE[folded]
        if pattern.search(text, max(0, token.start - 20), token.end + 20):
            better = with_capital_of(token.text, instead)
    if better is None or (token.text[0].isupper() and not opens(text, token.start)):
        return None
    if token.text[0].isupper() and _NAME_AFTER.match(text, token.end):
        return None  # "Honor Example", "Center Parcs"
    return None if folded in _PROGRAM and _runs_on_computers(text, token) else better


def _runs_on_computers(text: str, token: Token) -> bool:
    """Whether a program is one that a computer runs: in its own sentence alone where the text knows programmes too."""
    if not _COMPUTING.search(text):
        return False
    if "programme" not in text:
        return True
    first = max(text.rfind(mark, 0, token.start) for mark in (". ", "? ", "! ", "\n")) + 1
    ends = [at for mark in (". ", "? ", "! ", "\n") if (at := text.find(mark, token.end)) >= 0]
    return _COMPUTING.search(text, first, min(ends, default=len(text))) is not None


def with_capital_of(word: str, better: str) -> str:
    """A better word, with a capital if the one it takes the place of has one."""
    return better[0].upper() + better[1:] if word[0].isupper() else better


# American only beside certain words: a gas meter and somebody who tires are ours.
_BESIDE: Final = {
    "meters": (
        re.compile(r"(?:\d|square|cubic|linear) meters\b|\bmeters (?:of cable|long|wide|high|deep|away|tall)\b", re.I),
        "metres",
    ),
    "meter": (re.compile(r"\b(?:per (?:square|cubic) meter|square meter|cubic meter)\b", re.I), "metre"),
    "tires": (
        re.compile(
            r"\b(?:new|worn|winter|car|van|bus|vehicle|spare|the) tires\b|\btires (?:cost|are|were|for)\b", re.I
        ),
        "tyres",
    ),
    "tire": (
        re.compile(
            r"\b(?:flat|worn|spare|car|bus|van|vehicle|winter) tire\b|\btire (?:pressures?|treads?|wear|fitters?)\b",
            re.I,
        ),
        "tyre",
    ),
    "math": (
        re.compile(
            r"\b(?:teach|teacher of|gcse|english and|pass in|key stage \d) math\b"
            r"|\bmath (?:teach|results|lessons|scores)",
            re.I,
        ),
        "maths",
    ),
    "fall": (re.compile(r"\bfall and (?:spring|winter)\b|\b(?:spring|summer) and fall\b", re.I), "autumn"),
}


@cache
def _suspected() -> frozenset[str]:
    """Words in small letters that may be American, and their possessives."""
    bare = frozenset(american_words()) | frozenset(_BESIDE)
    return bare | {f"{word}{mark}s" for word in bare for mark in "'’"}


_ZED = re.compile("[iyIY][zZ](?:[eE]|[iI][nN][gG]|[aA])")


def british_spelling(word: str) -> str | None:
    """The British spelling of a word that is American, with its capitals; None if it is not."""
    folded = word.casefold()
    bare = folded.removesuffix("'s")
    ending = folded[len(bare) :]
    found = american_words().get(bare) or (_hyphened(bare) if "-" in bare else _ise(bare))
    if found is None:
        return None
    found += ending
    if word.isupper():
        return found.upper()
    return with_capital_of(word, found)


def _hyphened(word: str) -> str | None:
    better = "-".join(british_spelling(part) or part for part in word.split("-"))
    return better if better != word else None


def _ise(word: str) -> str | None:
    match = _IZE.fullmatch(word)
    if match is None or any(f"{stem}e" in word or f"{stem}in" in word or f"{stem}ab" in word for stem in _OURS):
        return None
    instead = f"{match[1]}{match[2]}s{match[3]}"
    return instead if british().has(instead) else None
