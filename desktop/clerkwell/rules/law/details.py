"""Details that tell a lot in few words: sums of money, people's addresses and numbers, names.

Runs of six words protect sentences. "£1.2m to Smith Ltd" is shorter, and gives as much away.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from clerkwell.model import Report, is_nil
from clerkwell.packs import Pack
from clerkwell.packs.openness import has_private_blocks, private_blocks, withheld_appendices
from clerkwell.packs.publishing import public_version
from clerkwell.rules.law.withheld import Withheld, block_texts
from clerkwell.rules.law.word_runs import LENGTH
from clerkwell.rules.rule import Finding, Rule
from clerkwell.rules.words import texts, texts_beside

_TIMES: Final = {
    "": 1, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000,
    "bn": 1_000_000_000, "billion": 1_000_000_000,
}  # fmt: skip
_SUM: Final = re.compile(
    r"(?P<before>[£€$]\s*)?(?P<figures>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:\s*(?P<times>k|mn?|bn|thousand|million|billion)\b)?(?P<after>\s*(?:pounds|euros?|dollars|GBP)\b)?",
    re.IGNORECASE,
)
# Only what tells of one person or account: an e-mail address, a telephone number, a postcode, a National Insurance
# number, a sort code, an account or reference number of eight figures and more.
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBERS: Final = re.compile(
    r"(?<!\w)(?:\+44\s?|\(?0)\d[\d\s()-]{7,12}\d(?!\w)"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b|\b\d{2}-\d{2}-\d{2}\b"
    r"|(?<![\d.,£])\d{8,}(?![\d.,])"
)
_DIGIT: Final = re.compile(r"\d")
_CAPITAL: Final = r"[A-Z][\w’'-]*"
_NAME: Final = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:&|and|of|de|van|von)\s+)?{_CAPITAL})+")
# What begins a sentence, or goes before a name, and is no part of it.
_OPENER: Final = re.compile(
    r"(?:the|an?|in|on|at|for|of|to|from|by|with|th(?:is|at|ese|ose)|its?|if|as|and|or|but|when|where|while|after"
    r"|before|both|all|any|each|no|not|our|their|his|her)",
    re.IGNORECASE,
)
# Fields whose answers are this report's own, and no standing knowledge.
_OWN: Final = re.compile(r"subject|spending|amount|cost|funding|price|value")
_SMALL: Final = 10


@dataclass(frozen=True)
class Detail:
    """A detail as it stands in a text, and what makes it the same however it is written."""

    words: str
    same: str
    start: int = 0
    end: int = 0


def figures_in(text: str, *, numbers: bool = True) -> Iterator[Detail]:
    """Sums of money, and with `numbers` what leads to one person or account, other than an e-mail address."""
    # Most paragraphs of a long report have neither.
    if "@" in text:
        for found in _EMAIL.finditer(text):
            yield Detail(found.group(), f"#{found.group().casefold()}", found.start(), found.end())
    if not _DIGIT.search(text):
        return
    for found in _SUM.finditer(text):
        if not (found["before"] or found["after"] or found["times"]):
            continue
        value = Decimal(found["figures"].replace(",", "")) * _TIMES[(found["times"] or "").casefold()]
        if value >= _SMALL:
            yield Detail(found.group().strip(), f"{value.normalize():f}", found.start(), found.end())
    for found in _NUMBERS.finditer(text) if numbers else ():
        bare = re.sub(r"[\s()-]", "", found.group().casefold())
        same = f"0{bare[3:]}" if bare.startswith("+44") else bare
        yield Detail(found.group(), f"#{same}", found.start(), found.end())


def names_in(text: str) -> Iterator[Detail]:
    """Names of two words and more, as capitals show them."""
    for found in _NAME.finditer(text):
        words = found.group().split()
        while words and _OPENER.fullmatch(words[0]):
            words = words[1:]
        if len(words) > 1:
            yield Detail(" ".join(words), " ".join(words).casefold())


def private_figures(report: Report, pack: Pack) -> frozenset[str]:
    """What makes the sums and numbers of private blocks the same elsewhere, without those of the report's own end."""
    stated = {each.same for text in _stated(report) for each in figures_in(text) if each.same.startswith("#")}
    return frozenset(each.same for text in _private(report, pack) for each in figures_in(text)) - stated


def private_phrases(report: Report, pack: Pack) -> frozenset[str]:
    """Names in private blocks, and private blocks that are too short for a run of words, in small letters.

    Not what everybody knows: names of the council's own lists, its officers as the report's details name them.
    """
    known = "\n".join((*Withheld(report, pack).everybodys, *_stated(report))).casefold()
    found: set[str] = set()
    for text in _private(report, pack):
        found.update(each.same for each in names_in(text))
        short = " ".join(text.casefold().split()).strip(" .,;:")
        if 2 <= len(short.split()) < LENGTH and not is_nil(short):
            found.add(short)
    return frozenset(each for each in found if each not in known)


def _private(report: Report, pack: Pack) -> Iterator[str]:
    for _, _, blocks in private_blocks(report, pack):
        for block in blocks:
            if block.kind == "table":
                yield block.caption
                yield from ("\n".join(block_texts(block)).replace("\t", "\n")).split("\n")
            elif block.kind != "landscape":
                yield from block_texts(block)


def _stated(report: Report) -> Iterator[str]:
    """Rows of the report's details (committees, authors) and answers other than its subject and its sums."""
    yield from (value.text for rows in report.repeats.values() for row in rows for value in row.values())
    yield from (value.text for name, value in report.fields.items() if not _OWN.search(name))


def _repeated(report: Report, pack: Pack) -> Iterator[Finding]:
    if not has_private_blocks(report) and not withheld_appendices(report, pack):
        return
    private = private_figures(report, pack)
    if not private:
        return
    numbers = any(each.startswith("#") for each in private)
    public = public_version(report, pack)
    counted = ((place, text, True) for place, text in texts(public))
    beside = ((place, text, False) for place, text in texts_beside(public))
    for place, text, in_words in (*counted, *beside):
        for each in _once(figures_in(text, numbers=numbers)):
            if each.same in private:
                at = place.model_copy(update={"start": each.start, "end": each.end}) if in_words else place
                yield Finding(
                    f"“{each.words}” is also given in a part that is not for publication. "
                    "See whether the public may read it here.",
                    at,
                    each.words,
                )


def _once(found: Iterable[Detail]) -> Iterator[Detail]:
    seen: set[str] = set()
    for each in found:
        if each.same not in seen:
            seen.add(each.same)
            yield each


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "private-detail-repeated", "warning", "A sum or a number of a private part stands in the public part too",
            "The price alone may be what is exempt, or the number of one person.",
            _repeated,
            source="Local Government Act 1972, Schedule 12A (England), paragraphs 1 to 3",
        ),
    )  # fmt: skip
