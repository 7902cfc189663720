"""American spellings in a text, and the British ones that the public sector writes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from clerkwell.proofing.dictionary import american_words, british
from clerkwell.proofing.tokens import Token, covers, shielded, tokens


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
    r"\b(?:comput|software|cod(?:e|ing)\b|script|app\b|spreadsheet|macro|executab|install)", re.IGNORECASE
)
_PROGRAM = ("program", "programs")
_SENTENCE_ENDS = ".!?:;\n\t•"
_PASSED_OVER = " \u00a0\"'“”‘’([–—-0123456789"


def americanisms(text: str) -> Iterator[Americanism]:
    """The American spellings of a text, but for those in names and between quotation marks: they are other people's."""
    folded = text.casefold()
    if not suspects(folded):
        return
    shields = shielded(text)
    for token in tokens(text):
        instead = british_spelling(token.text)
        if (
            instead is None
            or covers(shields, token.start, token.end)
            or (token.text[0].isupper() and not opens(text, token.start))
            or (token.text.casefold() in _PROGRAM and _COMPUTING.search(text))
            or _quoted(text, token)
        ):
            continue
        yield Americanism(token.start, token.end, instead)


def suspects(folded: str) -> bool:
    """Whether a text in small letters can have an American spelling at all: a quick look, which is often enough."""
    return _ZED.search(folded) is not None or not american_words().keys().isdisjoint(_LETTERS.findall(folded))


_ZED = re.compile("[iy]z(?:e|ing|ation|able)")
_LETTERS = re.compile("[a-z]+")


def british_spelling(word: str) -> str | None:
    """The British spelling of a word that is American, with its capitals; None if it is not."""
    folded = word.casefold()
    bare = folded.removesuffix("'s")
    ending = folded[len(bare) :]
    found = american_words().get(bare) or _ise(bare)
    if found is None:
        return None
    found += ending
    if word.isupper():
        return found.upper()
    return found[0].upper() + found[1:] if word[0].isupper() else found


def _ise(word: str) -> str | None:
    match = _IZE.fullmatch(word)
    if match is None or any(f"{stem}e" in word or f"{stem}in" in word or f"{stem}ab" in word for stem in _OURS):
        return None
    instead = f"{match[1]}{match[2]}s{match[3]}"
    return instead if british().has(instead) else None


def opens(text: str, start: int) -> bool:
    """Whether what stands at `start` opens a sentence, a line or an item, so that its capital says nothing of it."""
    before = text[:start].rstrip(_PASSED_OVER)
    return not before or before[-1] in _SENTENCE_ENDS


def _quoted(text: str, token: Token) -> bool:
    before = text[: token.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
