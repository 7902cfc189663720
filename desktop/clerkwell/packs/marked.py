"""Words by which people say of a heading, a title or a line of its own that what follows is not for publication.

They are how papers are marked that were written elsewhere: "(Not for publication)", "EXEMPT – paragraph 3", "Part 2".
Such words keep nothing from the public by themselves; they show that somebody meant to.
"""

import re
from typing import Final

_ANYWHERE: Final = re.compile(
    r"\bnot (?:for|to be) (?:public(?:ation)?|publish(?:ed|ing)|release|disclos(?:ure|ed))\b|\bnon[- ]?public\b"
    r"|\bcommercial(?:ly)?[- ]in[- ]confidence\b|\bcommercially (?:sensitive|confidential)\b"
    r"|\bprivate (?:and|&) confidential\b|\bofficial[- –—:]+sensitive\b"
)
_WORD: Final = r"(?:strictly |wholly |fully |part(?:ly|ially)?[- ])?(?:exempt|confidential|private|restricted)\b"
# Sections of papers that are taken without the public: "Part 2", "Part II", "Part B (private)".
_CLOSED_PART: Final = re.compile(r"\W*part (?:2|ii|b)\W*")
# Words that are also of other things are marks alone only: not "(private debt)", nor "(exempt from rates)".
# What is not known to be such a thing is a mark: rather a word too much than a paper published.
_OTHERWISE: Final = (
    r"(?!private\s+(?:and\s+public\b|accommodation|car\b|care\b|clients?\b|clinics?\b|clubs?\b|compan(?:y|ies)\b"
    r"|contractors?\b|contributions?\b|credit\b|debt|developers?\b|dwellings?\b|enterprises?\b|equity|finance"
    r"|firms?\b|funding|funds?\b|gardens?\b|hire|homes?\b|hospitals?\b|housing|investments?\b|investors?\b|land\b"
    r"|landlords?\b|landowners?\b|lenders?\b|markets?\b|nurser(?:y|ies)\b|operators?\b|owners?\b|ownership"
    r"|parking|partners?\b|practices?\b|properties|property|providers?\b|rent(?:al|als|ed|ing|s)?\b|residents?\b"
    r"|roads?\b|schools?\b|sector|sewers?\b|streets?\b|suppliers?\b|tenanc(?:y|ies)\b|tenants?\b|vehicles?\b"
    r"|water\b)(?!\s*['\u2019]|\s+(?:details?|names?|address(?:es)?)\b))"
    r"(?!exempt\s+from\s+(?:the\s+|all\s+|most\s+|any\s+|paying\s+)?(?:business|call|charg|council tax|fees?\b|licen"
    r"|non[- ]domestic|parking|planning|rat(?:es|ing)\b|tax|tolls?\b|vat\b|vehicle))"
)
_IN_BRACKETS: Final = re.compile(rf"[(\[]\s*{_OTHERWISE}{_WORD}[^()\[\]]*[)\]]")
_AT_THE_END: Final = re.compile(rf"\s[-–—]\s*{_WORD}(?:\W*para(?:graph)?s?\b.*)?\W*$|:\s*{_WORD}\W*$")
_AT_THE_BEGINNING: Final = re.compile(
    r"\W*(?:strictly )?(?:exempt|confidential)(?:\s+(?:information|items?|report|section|appendix))?\s*"
    r"(?:$|[-–—:(\[.]|\bpara(?:graph)?s?\b)"
)
_OPENING: Final = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_PIECE: Final = r"(?:paragraph|section|sub-?section|part|table|list|bullet|sentence)s?"
_SPOKEN: Final = re.compile(
    rf"\b(?:this|(?:the|these) (?:next|following|above|last|previous|preceding)(?: \w+)?) {_PIECE}\b[^.!?]{{0,100}}?"
    r"\b(?:(?:is|are) (?:strictly )?not (?:for|to be) publi(?:cation|shed)|contains? exempt information"
    r"|(?:is|are) exempt (?:from publication|information|under))\b"
    rf"|\bthe {_PIECE} (?:above|below) (?:is|are) not (?:for|to be) publi(?:cation|shed)\b"
    r"|(?:^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s|^|(?<=[.!?]) )\W{0,3}not for publication\s?[:–—-]"
)
# What is meant then has been taken out of the text, or stands in another paper.
_ELSEWHERE: Final = re.compile(
    r"\b(?:appendi(?:x|ces)|annex(?:e?s)?|part (?:2|ii|b)|separate|elsewhere|withheld|removed|redacted|circulated"
    r"|omitted)\b"
)
_STOPS: Final = ".!?"
# So few words beside such a sentence say nothing that could be withheld.
_SAYS_SOMETHING: Final = 4
# Nothing says it without one of these in small letters.
HINTS: Final = ("publi", "confiden", "exempt", "private", "sensitive", "restricted", "release", "disclos", "part")
_LIST: Final = re.compile(r"\b(?:appendi(?:x|ces)|annex(?:es)?)\b")
_REASONS: Final = re.compile(r"\bpara(?:graph)?s?\.?\s+((?:\d{1,2}(?:\s*(?:,|and|&)\s*)?)+)", re.IGNORECASE)
_REASON_NUMBERS: Final = range(1, 8)
_EXEMPT: Final = re.compile(
    r"(?:^|[(\[–—:]|\s-)\s*(?:exempt\b(?! from\b)|not (?:for|to be) (?:public(?:ation)?|publish(?:ed|ing)|release)\b)"
)
# So few words on a line of their own are a mark and no sentence.
_MOST_WORDS: Final = 8


def may_say_private(words: str) -> bool:
    """Whether any of the words below may say so: a first look, which is quick."""
    folded = words.casefold()
    return any(map(folded.__contains__, HINTS))


def title_says_private(title: str) -> bool:
    """Whether a heading, or the title of an appendix, says of its part that it is not for publication."""
    said = _folded(title)
    return any(hint in said for hint in HINTS) and bool(
        _ANYWHERE.search(said)
        or _CLOSED_PART.fullmatch(said)
        or _IN_BRACKETS.search(said)
        or _AT_THE_END.search(said)
        or _AT_THE_BEGINNING.match(said)
    )


def title_says_exempt(title: str) -> bool:
    """Whether it says so by the Act's own word, or that it is not for publication, as what is exempt is listed.

    "Terms (exempt). The public interest …"; "confidential" and "commercially sensitive" are no such words: the one is
    another thing in the Act, and the other none.
    """
    return title_says_private(title) and _EXEMPT.search(_folded(title)) is not None


def reasons_given(title: str) -> tuple[int, ...]:
    """The paragraphs of Schedule 12A (1 to 7) that a heading or title cites for its part's not being published."""
    if not title_says_private(title):
        return ()
    cited = _REASONS.search(title)
    numbers = [int(number) for number in re.findall(r"\d+", cited[1])] if cited else []
    return tuple(number for number in numbers if number in _REASON_NUMBERS)


def line_says_private(line: str) -> bool:
    """Whether a paragraph is such a mark, or begins with one in brackets. "Appendix 2 (exempt)" is none."""
    if line.lstrip()[:1] not in ("(", "[") and len(line.split(None, _MOST_WORDS)) > _MOST_WORDS:
        return False
    said = _folded(line)
    opening = _OPENING.match(said)
    if opening and not _LIST.search(opening[1]):
        return title_says_private(f"({opening[1]})")
    return len(said.split()) <= _MOST_WORDS and not _LIST.search(said) and title_says_private(said)


def is_only_mark(line: str) -> bool:
    """Whether such a line has nothing else to say."""
    said = _folded(line)
    opening = _OPENING.match(said)
    return not re.search(r"\w", said[opening.end() :]) if opening else True


def spoken_of(text: str) -> tuple[int, int, bool] | None:
    """The sentence of a paragraph that says of words beside it that they are not for publication, and whether of the
    next paragraph: "This paragraph is not for publication.", "Not for publication: the table below names a tenant."

    Nothing where the sentence stands for words that were taken out already, as in a public copy.
    """
    folded = text.casefold()
    # As long as the text, so that places agree; few languages' small letters are longer.
    found = _SPOKEN.search(folded) if "publi" in folded or "exempt" in folded else None
    if found is None or len(folded) != len(text):
        return None
    start = max((folded.rfind(stop, 0, found.start()) for stop in _STOPS), default=-1) + 1
    start += len(folded[start:]) - len(folded[start:].lstrip())
    ends = [at + 1 for at in (folded.find(stop, found.end() - 1) for stop in _STOPS) if at >= 0]
    end = min(ends, default=len(text))
    if _ELSEWHERE.search(folded, start, end):
        return None
    rest = f"{text[:start]} {text[end:]}"
    alone = len(re.findall(r"[^\W\d_]+", rest)) < _SAYS_SOMETHING
    of_next = re.search(r"\b(?:next|following|below)\b", folded[start:end]) is not None
    return None if alone and not of_next else (start, end, alone)


def _folded(words: str) -> str:
    return " ".join(words.replace("\u2010", "-").replace("\u2011", "-").split()).casefold()
