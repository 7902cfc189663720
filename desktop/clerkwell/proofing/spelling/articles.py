"""“A” and “an” by the sound that follows: of words, numbers, single letters and acronyms."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from clerkwell.proofing.grammar.word_classes import plain_of_third
from clerkwell.proofing.text.tokens import covers, is_quoted, listed, opens, plainly, shielded


class Article(NamedTuple):
    """A wrong article: where it stands, what is right, and the word that says so. `sure` is False where some differ."""

    start: int
    end: int
    better: str
    word: str
    sure: bool = True


# True for a vowel's sound; None where it cannot be told.
Sound = bool | None

_ARTICLE: Final = re.compile(
    # Most are right at first sight ("a report", "an item"), and need no second.
    # What may not stand before it is looked at after its first letter, which is quick to find.
    r"([Aa](?<![\w’'.&/(-].)(?:(?:n|(?<=A)N)(?! (?:[ai][a-z]|e[a-tv-z]|o[a-mo-tv-z]))"
    r"|(?![ ][bcdfgjklmnpqrstvwz][a-z])))"
    r"([ \u00a0\n]+)([“‘\"'(]?)([£$€]?)([\w][\w’'.,&/‑-]*)"
)

# What no article goes before: the letter was a label or a slip of another kind.
_NO_NOUN: Final = listed(
    "and or is in of are as at on if it its into also a an i our us up under all am be by the to was were has "
    "have for from with least most not that this these those he she they we you etc per"
)
_Y_SOUND: Final = re.compile(
    r"eu|ewe|one(?:s|self|ness)?\Z|once\Z|ubi|ufo|ukr|ukul|unanim|uni(?!n|m|d|gn|ll)|ura|ure|uri|uro|us[aeiu]|ut[eio]"
    r"|uvu|uganda|uruguay"
)
_SILENT_H: Final = re.compile(r"hour|honest|honou?r|heir")
_VOWEL: Final = re.compile("[aeiouy]")
# "An historic" and its like are said both ways.
_EITHER_H: Final = re.compile(r"hist|hotel|hero|hered|habit|hyst|horr|hypo|halluc|hilar|harmon|hispan|hors")

# How single letters begin when they are named: ef, el, em, en, ar, ess, ex and the vowels but U; "aitch" or "haitch".
_VOWEL_LETTERS: Final = frozenset("AEFILMNORSX")
# Acronyms that are read as words, and those that could be but are read letter by letter.
_READ_AS_WORDS: Final = listed(
    "FACE FAST FIFA HACT HELP HUD LADO LEADER LEAP LEP LIFT LINK MAPPA MARAC MASH MAST MENCAP MIND NALC NASUWT "
    "NATO NEET NEETS NEST NICE RADAR RAG RIDDOR RIPA ROSPA SACRE SAGE SANG SARC SATS SCITT SENCO SEND SENDCO "
    "SENDIASS SHLAA SMART SOLACE SPACE STAR STEM STEAM SUDS SWOT"
)
_READ_BY_LETTERS: Final = listed(
    "FE FOI FTE LA LAC LEA LED LGA LPA LTA LTIP MEP MOT MHCLG MI MOU MRI MSP NAO NDA NEC NED NI NPA RAF RIBA RTI SEO "
    "SI SIA SLA SMA SME SMES SPA SRO SUV"
)
_READ_BOTH_WAYS: Final = frozenset(("SQL", "SAR", "LEZ"))
_ACRONYM_WORD: Final = re.compile(r"[FLMNRSX][AEIOU][A-Z]+")
_ACRONYM: Final = re.compile(r"[A-Z]{2,}(?:&[A-Z]+)?s?\Z")
# Beginnings that an English word of these consonants can have: such an acronym may be read as a word.
_WORDLIKE: Final = re.compile(r"(?:[FLMNRSH]|F[LR]|S[CHKLMNPQTW]|SC[HR]|SH[R]?|S[PT]R)[AEIOUY]")


def wrong_articles(text: str) -> Iterator[Article]:
    """The articles of a text that do not go with the sound after them."""
    shields: tuple[tuple[int, int], ...] | None = None
    for match in _ARTICLE.finditer(text):
        article, _, quote, currency, rest = match.groups()
        word = plainly(rest).rstrip(".,'&/-")
        if not word or ((word.lower() if not word.isupper() else word) in _NO_NOUN and not quote):
            continue
        if article == "A" and not opens(text, match.start()):
            continue  # "Appendix A outlines", "Grade A office"
        if article == "A" and match.start() == 0 and len(word) > 1 and (word.istitle() or plain_of_third(word)):
            continue  # a heading or an item with its letter: "A Introduction", "A agrees the plan"
        sound, sure = _heard(word, number=bool(currency) or word[0].isdigit())
        if sound is None or sound is (article.lower() == "an"):
            continue
        if len(word) == 1 and text[match.end() : match.end() + 1] == ")":
            continue  # "a b)"
        shields = shielded(text) if shields is None else shields
        if covers(shields, match.start(5), match.end(5)) or is_quoted(text, match.start()):
            continue
        better = "an" if sound else "a"
        yield Article(
            match.start(),
            match.start() + len(article),
            better.capitalize() if article[0] == "A" else better,
            word,
            sure,
        )


def _heard(word: str, *, number: bool) -> tuple[Sound, bool]:
    """Whether a vowel is heard at the beginning, and whether everybody says it so."""
    if number:
        return _number(word), True
    first = re.split(r"[-/‑]", word, maxsplit=1)[0].removesuffix("'s")
    if len(first) == 1:
        return _letter(first, alone=first == word)
    if any(map(str.isdigit, first)):
        letters = re.match("[A-Z]{2,}", first)
        if letters and _ACRONYM_WORD.fullmatch(letters[0]):
            return None, True  # "SAM2": a word, perhaps
        if letters:
            return first[0] in _VOWEL_LETTERS | {"H"}, first[0] != "H"  # NO2, HS2: always letter by letter
        return (True if first[0] in "AEIO" else None), True
    if _ACRONYM.fullmatch(first):
        return _acronym(first.rstrip("s").split("&")[0] if first[-1] == "s" else first.split("&")[0])
    if any(map(str.isupper, first[1:])) and not first.isupper():
        return _mixed(first), True
    return _word(first.lower())


def _word(word: str) -> tuple[Sound, bool]:
    if not word.replace("'", "").isalpha() or not word.isascii():
        return None, True
    if word[0] == "h":
        if _SILENT_H.match(word):
            return True, True
        return (None if _EITHER_H.match(word) else False), True
    if word[0] in "aeiou":
        return _Y_SOUND.match(word) is None, True
    if not _VOWEL.search(word[:4]):
        return None, True  # letters that were not written in capitals: "html"
    if word[0] == "y" and word[1:2] not in tuple("aeiou"):
        return None, True  # Ypres, Ystrad
    return False, True


def _number(word: str) -> Sound:
    figures = re.match(r"\d[\d,]*", word)
    if figures is None:
        return None
    groups = figures[0].rstrip(",").split(",")
    leading = groups[0]
    if len(groups) == 1 and len(leading) == 4 and leading[:2] in ("11", "18"):
        return None  # a year, or eleven hundred
    if len(leading) > 4:
        return None  # a reference
    if leading[0] == "8":
        return True
    return leading in ("11", "18")


def _letter(letter: str, *, alone: bool) -> tuple[Sound, bool]:
    if not letter.isupper():
        # "e-mail", "x-ray", "u-turn"; a small letter alone is an item's.
        return (None if alone else letter in "aefilmnorsx"), True
    if letter == "H":
        return True, False
    return letter in _VOWEL_LETTERS, True


def _acronym(letters: str) -> tuple[Sound, bool]:
    first = letters[0]
    if letters in _READ_BOTH_WAYS:
        return None, True
    if letters in _READ_AS_WORDS:
        return first in "AEIO", True
    if first in "AEIO":
        return True, True
    if first == "U":
        return (False if letters[1:2] not in tuple("AEIOU") and letters not in ("UP",) else None), True
    if first == "H":
        # "HMICFRS" begins as no word does; some say "haitch".
        said = not re.search("[AEIOUY]", letters) or letters[1:2] not in tuple("AEIOUY")
        return (True, False) if said else (None, True)
    if first not in _VOWEL_LETTERS:
        return False, True
    if letters in _READ_BY_LETTERS or not re.search("[AEIOUY]", letters):
        return True, True
    return (None if _WORDLIKE.match(letters) or len(letters) > 5 else True), True


def _mixed(word: str) -> Sound:
    """DfE, CiCC, GetInvolved: told only where letter and word begin alike."""
    if word[0] in "BCDGJKPQTVWZ":
        return False
    return True if word[0] in "AEIO" and not word.startswith(("Eu", "One")) else None
