"""The rule about pointers to a part that is there and says nothing of the matter, while another one does."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from clerkwell.model import ListItem, Severity
from clerkwell.model.lists import ordinals
from clerkwell.packs import numbers, outline
from clerkwell.proofing.sense.pointers import Pointer, pointers
from clerkwell.proofing.text.tokens import listed
from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_POINTED: Final = Sign("aragraph", "ara.", "aras", "ara ", "ection", "PARA", "SECTION")
_TYPED: Final = re.compile(r"\s*(\d{1,3}(?:\.\d{1,2}){0,3})[.)]?\s+(?=\S)")
# Between a matter and where it is told: "the priorities | set out in | section 6".
_LEADS: Final = re.compile(
    r"(?:,?\s*(?:which\s+|that\s+)?(?:(?:is|are|was|were)\s+)?(?:(?:also|further|fully|already)\s+)?(?:as\s+)?"
    r"(?:set\s+out|described|explained|shown|given|listed|outlined|detailed|discussed|summarised|mentioned|contained"
    r"|presented|covered|identified|noted|stated|referred\s+to)?\s*(?:\w+ly\s+)?\b(?:in|at)|\s*\((?:see|in))\s*\Z",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[.;:!?]\s|\n|\(|\)|,\s|\sand\s+(?:to|that|then)\s", re.IGNORECASE)
_RANGE: Final = re.compile(r"\d\s*(?:to|–|-)\s*\d")
_WORD: Final = re.compile(r"[A-Za-z]{4,}")
# Words that say nothing of what a part is about.
_PLAIN: Final = listed(
    "about above account action actions agree agreed agrees annual approve approved approves basis "
    "because been being below between board "
    "cabinet change changed changes comment comments committee consider considered council current "
    "data detail details each "
    "executive explained fact figure figures follow following followed from full further have "
    "implications information into issue issues list "
    "listed made main make matter matters meeting member members more most note noted notes number "
    "officer officers other over part "
    "parts plan plans point points position process proposal proposals propose proposed provide "
    "provided purpose reason reasons recommend "
    "recommendation recommendations recommended report reported requirement requirements respect "
    "result results review section service "
    "services shown since some subject summary such support table taken than that their them there "
    "these they this those through "
    "under update used using view were what when where which while will with work would year years "
    "approval decision endorse "
    "note notes terms method manner respective relevant measured progress success resolve delegate authorise"
)
# "The survey results" may be told as "Answers"; so many words in common are no chance.
_SURE: Final = 2
_MOST_WORDS: Final = 9
_STEM: Final = 6
_UNREAD: Final = frozenset(("appendices", "background-papers"))
# What leads to a list or a table may call by another word what stands in it.
_LEADS_ON: Final = re.compile(r"(?::|\bfollow(?:s|ing)?\b[^.]*\.|\bbelow\b[^.]*\.)\s*\Z")


@dataclass
class _Part:
    """What a numbered part says: the stems of its words, and of those of its heading."""

    words: set[str] = field(default_factory=set)
    passages: list[Passage] = field(default_factory=list)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "points-elsewhere", "warning", "The text points at a part that says nothing of the matter",
            "A reader who turns to it looks in vain. A live reference follows when numbers change.",
            Across(_elsewhere), source="Careful drafting: references lead to what they name",
        ),
    )  # fmt: skip


def _points(passage: Passage, _: Guide) -> tuple[tuple[Pointer, frozenset[str]], ...]:
    """The pointers of a passage to single parts, with the stems of what is said to be told there."""
    if passage.kind not in PROSE or passage.kind == "quotation" or passage.place.appendix:
        return ()
    done = []
    for each in pointers(passage.text):
        if each.kind == "table" or each.beside or _RANGE.search(passage.text, each.start, each.end):
            continue
        before = passage.text[max(0, each.start - 160) : each.start]
        leads = _LEADS.search(before)
        if leads is None:
            continue
        clause = _CLAUSE.split(before[: leads.start()])[-1]
        about = _stems(" ".join(clause.split()[-_MOST_WORDS:]))
        if about:
            done.append((each, about))
    return tuple(done)


def _said(passage: Passage, _: Guide) -> frozenset[str]:
    return _stems(passage.text)


def _stems(text: str) -> frozenset[str]:
    words = (match[0].casefold() for match in _WORD.finditer(text))
    return frozenset(word.removesuffix("s")[:_STEM] for word in words if word not in _PLAIN)


def _elsewhere(reading: Reading) -> Iterator[Finding]:
    pointing = list(reading.where(_points, _POINTED))
    if not pointing:
        return
    paragraphs, sections = _numbered(reading)
    for passage, there in pointing:
        for each, about in there:
            parts = paragraphs if each.kind == "paragraph" else sections
            better, count = _better(each, about, parts, passage)
            if better:
                severity: Severity | None = None if count >= _SURE else "info"
                others = f"{each.kind} {better[0]} does" if len(better) == 1 else "others do"
                message = (
                    f"{each.kind.capitalize()} {each.number} says nothing of this, and {others}. Point at the right "
                    "one."
                )
                yield found(passage, each.start, each.end, message, severity=severity)
                break


def _better(each: Pointer, about: frozenset[str], parts: Mapping[str, _Part], here: Passage) -> tuple[list[str], int]:
    """The parts that speak most of the matter, and how many of its words, where the one pointed at has none."""
    target = parts.get(each.number)
    if target is None or target.words & about or any(map(_enumerates, target.passages)):
        return [], 0
    of = {
        number: len(part.words & about)
        for number, part in parts.items()
        if number != each.number and not any(passage is here for passage in part.passages)
    }
    most = max(of.values(), default=0)
    return ([number for number, count in of.items() if count == most], most) if most else ([], 0)


def _enumerates(passage: Passage) -> bool:
    return passage.kind == "cell" or (passage.kind == "paragraph" and _LEADS_ON.search(passage.text) is not None)


def _numbered(reading: Reading) -> tuple[dict[str, _Part], dict[str, _Part]]:
    """What each numbered paragraph and each numbered section says."""
    report, pack = reading.report, reading.pack
    given = numbers(report, pack)
    listed_numbers = {
        block.id: str(number)
        for section in report.sections
        for index, number in ordinals(section.blocks).items()
        if isinstance(block := section.blocks[index], ListItem) and block.level == 0
    }
    headings = {part.id: part.heading for part in outline(report, pack) if part.stands}
    paragraphs: dict[str, _Part] = {}
    sections: dict[str, _Part] = {}
    for piece in reading.pieces:
        if not piece.stands or piece.section is None or piece.section.id in _UNREAD:
            continue
        heading = headings.get(piece.section.id, "")
        typed = _TYPED.match(heading)
        own = str(given.sections.get(piece.section.id, "")) or (typed[1] if typed else "")
        paragraph: _Part | None = None
        for passage, stems in piece.each(_said, reading.guide):
            number = _number(passage, given.paragraphs, listed_numbers)
            if number:
                paragraph = paragraphs.setdefault(number, _Part(set(_stems(heading))))
                # What stands in 3.2 stands in section 3.
                own = own or (number.partition(".")[0] if "." in number else "")
            for part in (paragraph, sections.setdefault(own, _Part(set(_stems(heading)))) if own else None):
                if part is not None:
                    part.words |= stems
                    part.passages.append(passage)
    return paragraphs, sections


def _number(passage: Passage, given: Mapping[str, int], ordinal: Mapping[str, str]) -> str:
    if passage.kind not in ("paragraph", "item") or passage.place.path:
        return ""
    typed = _TYPED.match(passage.text)
    block = passage.place.block
    return typed[1] if typed else str(given.get(block, "")) or ordinal.get(block, "")
