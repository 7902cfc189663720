"""Acronyms in a text: which stretches are one, and the lists of those that everybody knows."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from clerkwell.proofing.spelling.dictionary import frequent_words
from clerkwell.proofing.spelling.speller import speller
from clerkwell.system import resources_folder

# "R&D"; "MASH"; "DfE", "CiCC", "SuDS"; "SENCo"; "NR3S". Then what may follow: a plural or a possessive.
_CORE = (
    r"[A-Z]{1,4}(?:&[A-Z]{1,4}){1,2}|[A-Z]{2,10}|[A-Z]{1,4}(?:[a-z]{1,2}[A-Z]{1,4}){1,2}|[A-Z]{3,6}o"
    r"|[A-Z]{1,3}[0-9][A-Z]{1,2}"
)
_TOKEN = re.compile(rf"(?<![\w.@#\\&])(?P<core>{_CORE})(?P<ending>['’]?s|s['’](?!\w))?(?![\w&@]|\.\w)")
# Every one has this in it, and most passages have not.
_HINT = re.compile("[A-Z](?:[a-z]{0,2}[A-Z]|&|[0-9][A-Z])")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
# What has one of these in it is a reference, an address, a figure: no acronym.
_NO_LANGUAGE = re.compile(r"[0-9@_\\#]|//|\.\w")
_COMPANY = re.compile(
    r"(?:[ \u00a0]+(?:&|[A-Z][\w&’'-]*)){0,3}[ \u00a0]+"
    r"\(?(?:Ltd|Limited|plc|PLC|LLP|Inc|LLC|GmbH|Architects|Solicitors|Associates)\b"
)
_CAPITAL_WORD = re.compile(r"[A-Z][a-z][\w’'-]*")
_DEALT: Final = re.compile(
    r"\b(?:through|via|(?:run|funded|accredited) by|members? of|registered with|joined)[ \u00a0]\Z"
)
_MEANS: Final = frozenset(("EMAIL", "POST", "ZOOM", "SKYPE", "PHONE", "VIDEO"))
_LONGEST_CORE: Final = 8
_WORD_LIKE: Final = 4


class Acronym(NamedTuple):
    """An acronym in a text. `core` is itself without a plural or possessive ending, which is `ending`.

    `named`: a capitalised word follows that makes it look like part of a name. `stressed`: it is an ordinary word too,
    so that the capitals may be for emphasis; one only if the report introduces it.
    """

    start: int
    end: int
    core: str
    ending: str
    named: bool
    stressed: bool


@dataclass(frozen=True)
class Lists:
    """Acronyms that readers know, those that most of them know, words in capitals, what acronyms stand before, and
    those that have a figure in them, which are few: most such things are references, postcodes, classes."""

    known: frozenset[str]
    familiar: frozenset[str]
    words: frozenset[str]
    stressed: frozenset[str]
    things: frozenset[str]
    numbered: frozenset[str]


@cache
def lists() -> Lists:
    """The lists that ship with the program."""
    path = resources_folder() / "language" / "acronyms.toml"
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    return Lists(**{name: frozenset(words.split()) for name, words in given.items()})


def acronyms(text: str) -> tuple[Acronym, ...]:
    """The acronyms of a text, in order.

    Not among them: Roman numerals, what has figures (but for a few: "NR3S") or is part of an address or a reference,
    credit ratings (AAA), words that are in capitals because all around them are, and names of companies.
    """
    if not _HINT.search(text):
        return ()
    return tuple(_made(text, match) for match in _TOKEN.finditer(text) if _is_one(text, match))


def _made(text: str, match: re.Match[str]) -> Acronym:
    core, end = match["core"], match.end()
    # A word that is stressed has its plural in capitals too: "TENs" is none.
    stressed = match["ending"] != "s" and is_stressed(core) and not _is_dealt_with(text, match)
    return Acronym(match.start(), end, core, match["ending"] or "", _is_named(text, end), stressed)


def _is_dealt_with(text: str, match: re.Match[str]) -> bool:
    """Whether a word in capitals is somebody whom the council deals with: "bought through CAMEO"."""
    if match["core"].casefold() in frequent_words() or match["core"] in _MEANS:
        return False
    return _DEALT.search(text, max(0, match.start() - 20), match.start()) is not None


@lru_cache(maxsize=4096)
def is_stressed(core: str) -> bool:
    """Whether these capitals are an ordinary word, for emphasis.

    Four letters and more that the dictionary has are one, unless the lists know them for an acronym too ("MASH").
    """
    known = lists()
    if any(core in each for each in (known.words, known.known, known.familiar, known.numbered)):
        return False
    return core in known.stressed or (core.isupper() and len(core) >= _WORD_LIKE and speller().knows(core.casefold()))


def _is_one(text: str, match: re.Match[str]) -> bool:
    core = match["core"]
    if _ROMAN.fullmatch(core) or len(set(core)) == 1:
        return False
    has_figure = not core.isalpha() and "&" not in core
    if has_figure and core not in lists().numbered:
        return False
    small = sum(1 for each in core if each.islower())
    if small and 2 * small > len(core) - small + 1:
        return False
    if core.startswith("Mc") or (core.isupper() and len(core) > _LONGEST_CORE):
        return False
    if text[max(0, match.start() - 1) : match.start()] == "[" and text.startswith(":", match.end()):
        return False  # "[DN: check]" is a note of its author's
    start, end = _chunk(text, match.start(), match.end())
    around = ((start, match.start("core")), (match.end("core"), end)) if has_figure else ((start, end),)
    if any(_NO_LANGUAGE.search(text, *each) for each in around) or _COMPANY.match(text, match.end()):
        return False
    return not _among_capitals(text, match)


def _chunk(text: str, start: int, end: int) -> tuple[int, int]:
    """Where what is written without white space begins and ends, as far as forty characters off."""
    first, last = start, end
    while first > 0 and start - first < 40 and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and last - end < 40 and not text[last].isspace():
        last += 1
    return first, last


def _is_named(text: str, end: int) -> bool:
    if text[end : end + 1] not in (" ", "\u00a0"):
        return False
    following = _CAPITAL_WORD.match(text, end + 1)
    return following is not None and following.group().rstrip("’'-") not in lists().things


def _among_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether the words beside it are in capitals too, and no acronyms: a heading, a notice, a shout."""
    before = text[max(0, match.start() - 60) : match.start()].split(" ")
    after = text[match.end() : match.end() + 60].split(" ")
    beside: list[str] = []
    # What is joined to it without a space, a bracket or a stroke, is not beside it.
    if before and before[-1] == "":
        beside += _capitals(reversed(before[:-1]))
    if after and after[0] == "":
        beside += _capitals(after[1:])
    return any(is_stressed(word) or len(word) > _LONGEST_CORE for word in beside) or len(beside) > 3


def _capitals(words: Iterable[str]) -> list[str]:
    """The words in capitals up to the first that is not."""
    done: list[str] = []
    for word in words:
        plain = word.strip(".,;:!?()[]\"'“”‘’")
        if len(plain) == 1 and plain.isupper():
            continue
        if not (plain.isalpha() and plain.isupper()):
            break
        done.append(plain)
        if word[-1:] in ".,;:!?)":
            break
    return done
