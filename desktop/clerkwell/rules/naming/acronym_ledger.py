"""Every acronym of a report with its uses and introductions, gathered once for all the rules about acronyms."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Final

from clerkwell.packs import Pack
from clerkwell.proofing.naming.acronyms import Acronym, acronyms, lists
from clerkwell.proofing.naming.initials import spelled_out
from clerkwell.proofing.naming.introductions import Introduction, introductions, spells
from clerkwell.rules.passages import PROSE, Guide, Passage, Piece, Reading

_GLOSSARY: Final = re.compile(r"\b(?:glossary|abbreviations?|acronyms?|definitions|terminology|key terms)\b", re.I)
# "CS 450 of the Design Manual": a part of a work is cited by its own sign.
_CITED: Final = re.compile(r"[ \u00a0][0-9]{1,4}(?:[./][0-9]+)?[ \u00a0]of[ \u00a0]the[ \u00a0][A-Z]")
# "CS 454", "LTN 1/20", "SI 1996/2489", "PSS 7000": letters with a number are the sign of a document, a standard, a
# model. A year after them says only when ("the MTFS 2024").
_SIGN: Final = re.compile(
    r"[ \u00a0](?:(?:19|20)\d\d/(?!20\d\d(?!\d))\d{3,4}"
    r"|(?!(?:19|20)\d\d(?!\d))(?:\d{1,4}/\d{2,4}|\d{3,5}|\d{1,3}\.\d{1,2}))(?![\w%]|[,.]\d)"
)
# "Hopkins v SSCLG": a party to a case is named as the court names it.
_PARTY_BEFORE: Final = re.compile(r"(?<!\w)vs?\.?[ \u00a0](?:the[ \u00a0])?\Z")
_PARTY_AFTER: Final = re.compile(r"[ \u00a0]vs?\.?[ \u00a0][A-Z]")
# A cell of fewer words is an entry of a table, not running text.
_RUNNING: Final = 6
_INITIAL: Final = re.compile(r"(?<![\w'’])[^\W\d_]")
# Initials of the small words that an acronym passes over: "and", "of", "for", "the", "in", "with", "by".
_SMALL_INITIALS: Final = "[aoftiwb]{0,3}"
_IN_SIGHT: Final = 160
_SENTENCE_END: Final = re.compile(r"[.!?]\s+(?=[A-Z])|\n")


@dataclass(frozen=True)
class Facts:
    """The acronyms of one passage. `whole`: the passage is nothing but this one."""

    found: tuple[Acronym, ...] = ()
    introduced: tuple[Introduction, ...] = ()
    whole: str = ""


@dataclass(frozen=True)
class Use:
    """An acronym used; `order` counts through the document. `counts`: as a first use, in running text."""

    order: tuple[int, int]
    passage: Passage
    acronym: Acronym
    counts: bool


@dataclass(frozen=True)
class Known:
    """An acronym introduced. `listed`: in a glossary or a table, which may stand anywhere in the report."""

    order: tuple[int, int]
    passage: Passage
    introduction: Introduction
    listed: bool = False

    @property
    def expansion(self) -> str:
        """The words that spell it out, "" where they do not stand in this passage."""
        where = self.introduction.words
        return self.passage.text[where[0] : where[1]] if where else ""


@dataclass
class Entry:
    """All that a report says of one acronym."""

    uses: list[Use] = field(default_factory=list)
    introduced: list[Known] = field(default_factory=list)


def key(core: str) -> str:
    """An acronym whatever its capitals: SENCo and SENCO are one."""
    return core.upper()


_NOTHING: Final = Facts()


def facts(passage: Passage, _guide: Guide) -> Facts:
    """The acronyms of a passage."""
    found = acronyms(passage.text)
    if not found:
        return _NOTHING
    alone = found[0].core if passage.kind == "cell" and passage.text.strip(" .:()") == found[0].core else ""
    introduced = introductions(passage.text, found)
    stressed = {each.start for each in found if each.stressed}
    return Facts(found, tuple(each for each in introduced if each.words or each.start not in stressed), alone)


def ledger(reading: Reading) -> dict[str, Entry]:
    """Every acronym of the report, in the order of their first appearance."""
    done: dict[str, Entry] = {}
    glossary = False
    section = ""
    for start, piece in reading.standing:
        if not piece.passages:
            continue
        here = piece.passages[0].place.section
        glossary, section = glossary and here == section, here
        there, after = piece.known(_under_headings, reading.guide)
        for index, passage, about, headed in there:
            _add(done, start + index, passage, about, glossary=glossary if headed is None else headed)
        glossary = glossary if after is None else after
    for start, piece in reading.standing:
        for at, cell, beside, whole in piece.known(_rows, reading.guide):
            made = Introduction(0, len(whole), whole, (0, len(beside.text)), False, False)
            entry = done[key(whole)]
            entry.introduced.append(Known((start + at, 0), beside, made, listed=True))
            entry.uses = [use for use in entry.uses if use.passage is not cell]
    return {core: entry for core, entry in done.items() if _is_one(entry)}


def _add(done: dict[str, Entry], index: int, passage: Passage, about: Facts, *, glossary: bool) -> None:
    """Put down the acronyms of a passage, the one of this number."""
    starts = {each.start: each for each in about.introduced}
    for acronym in about.found:
        entry = done.setdefault(key(acronym.core), Entry())
        order = (index, acronym.start)
        introduction = starts.get(acronym.start)
        heads = glossary and acronym.start == 0 and len(passage.text) > acronym.end + 3
        if heads and (introduction is None or introduction.words is None):
            introduction = Introduction(0, acronym.end, acronym.core, (acronym.end, len(passage.text)), False, False)
        if introduction is not None:
            entry.introduced.append(Known(order, passage, introduction, glossary))
        else:
            entry.uses.append(Use(order, passage, acronym, _counts(passage, acronym)))


def _under_headings(
    piece: Piece, guide: Guide
) -> tuple[tuple[tuple[int, Passage, Facts, bool | None], ...], bool | None]:
    """The passages of a part that have acronyms, with their numbers and whether they stand under a glossary's heading;
    and whether what comes after the part does. None for what comes before its first heading."""
    done: list[tuple[int, Passage, Facts, bool | None]] = []
    glossary: bool | None = None
    for index, passage in enumerate(piece.passages):
        if passage.kind in ("heading", "subheading"):
            glossary = bool(_GLOSSARY.search(passage.text))
        about = passage.known(facts, guide)
        if about.found:
            done.append((index, passage, about, glossary))
    return tuple(done), glossary


def _is_one(entry: Entry) -> bool:
    """Whether it is an acronym at all: what may be a word in capitals has to be introduced somewhere."""
    return bool(entry.introduced) or not all(use.acronym.stressed for use in entry.uses)


def is_beside(passage: Passage, start: int, end: int) -> bool:
    """Whether two places of a passage are in one sentence, and near each other in it."""
    start, end = sorted((start, end))
    return end - start <= _IN_SIGHT and _SENTENCE_END.search(passage.text, start, end) is None


def is_spelt_beside(use: Use) -> bool:
    """Whether the acronym's words stand in the same sentence, in whatever letters and shape."""
    pattern = spelled_out(use.acronym.core, any_case=True)
    text = use.passage.text
    first = max(0, use.acronym.start - _IN_SIGHT)
    found = pattern.finditer(text, first, use.acronym.end + _IN_SIGHT) if pattern else ()
    return any(is_beside(use.passage, match.start(), use.acronym.start) for match in found)


def is_known(core: str, reading: Reading) -> bool:
    """Whether nobody need spell it out here: every reader knows it, or the council or the author says so."""
    return core in lists().known or key(core) in reading.known(_own)


def spelt_elsewhere(core: str, reading: Reading) -> Iterator[tuple[tuple[int, int], Passage]]:
    """The passages in which its words stand, though not beside it, with the place of the first of them."""
    look = _spelling(core)
    if look is not None:
        for index, (passage, at) in enumerate(reading.each(look)):
            if at >= 0:
                yield (index, at), passage


def _counts(passage: Passage, acronym: Acronym) -> bool:
    if passage.kind not in PROSE or passage.kind == "quotation" or passage.header:
        return False
    if passage.kind == "cell" and passage.text.count(" ") < _RUNNING - 1:
        return False
    if not acronym.ending and any(each.match(passage.text, acronym.end) for each in (_CITED, _SIGN, _PARTY_AFTER)):
        return False
    if _PARTY_BEFORE.search(passage.text, max(0, acronym.start - 10), acronym.start):
        return False
    return not any(start <= acronym.start < end for start, end in passage.links)


def _rows(piece: Piece, guide: Guide) -> tuple[tuple[int, Passage, Passage, str], ...]:
    """Rows such as | CIN | Child in need |, either way round: the number and the cell of the acronym, what spells it
    out, and the acronym."""
    done: list[tuple[int, Passage, Passage, str]] = []
    for index, (one, other) in enumerate(pairwise(piece.passages)):
        if one.kind != "cell" or other.kind != "cell" or one.block is not other.block:
            continue
        if one.place.path[:1] != other.place.path[:1]:
            continue
        for cell, beside, at in ((one, other, index), (other, one, index + 1)):
            whole = cell.known(facts, guide).whole
            if whole and spells(whole, beside.text):
                done.append((at, cell, beside, whole))
    return tuple(done)


def _own(reading: Reading) -> frozenset[str]:
    return frozenset(
        (*_of_pack(reading.pack), *(key(word) for word in reading.guide.own_words if sum(map(str.isupper, word)) > 1))
    )


def _of_pack(pack: Pack) -> Iterator[str]:
    """The acronyms that the pack lists, and those of its own labels, headings, lists of names and standard words."""
    about = pack.manifest
    yield from map(key, about.language.acronyms)
    words = [about.pack.council, about.pack.title]
    for spec in about.field:
        words += [spec.title, *spec.labels]
    for section in about.section:
        words += [section.title, *section.aliases, *section.subheadings]
    words += [group.title for group in about.group]
    words += [wording.text for wording in about.wording.values()]
    for vocab in about.vocab.values():
        words += [name for entry in vocab.entries for name in (entry.name, *entry.aliases)]
    for each in acronyms("\n".join(words)):
        yield key(each.core)


def _initials(passage: Passage, _guide: Guide) -> str:
    """The first letters of all words of a passage: enough to pass most passages by."""
    return "".join(_INITIAL.findall(passage.text)).casefold()


@cache
def _spelling(core: str) -> Callable[[Passage, Guide], int] | None:
    """A look at where an acronym's words begin in a passage, -1 for nowhere; one for each acronym, as it is kept."""
    pattern = spelled_out(core)
    if pattern is None:
        return None

    likely = re.compile(_SMALL_INITIALS.join(each for each in core.casefold() if each.isalpha()))

    def look(passage: Passage, guide: Guide) -> int:
        if not likely.search(passage.known(_initials, guide)):
            return -1
        there = pattern.search(passage.text)
        return there.start() if there else -1

    return look
