"""The rule about sums in the text beside a table: what they come to is the table's total."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from clerkwell.model import Table
from clerkwell.proofing.sense.amounts import Amount, sums
from clerkwell.proofing.sense.figures import figure
from clerkwell.proofing.sense.money_parts import worded
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.summing import SUBTOTAL
from clerkwell.rules.sense.totals import texts

# What a sum is divided by that a table's total is not: the years, the phases, who pays.
_YEAR: Final = (
    r"(?:in|for|during|by)\s+(?:the\s+)?(?:20\d\d(?:[/–-]\d{2,4})?|(?:first|second|third|fourth|current|next|following)\s+year|year\s+\w+"
    r"|(?:first|second|third)\s+phase|phase\s+\w+)"
)
_FROM: Final = r"from\s+(?:the\s+)?(?:(?!and\b)[\w’'&-]+\s*){1,6}?"
_SPLIT: Final = tuple(
    re.compile(
        rf"£[^£]{{1,14}}?\s+{each}(?:(?:,|;|\s+and|,\s+and|;\s+and|\s+with)\s+£[^£]{{1,14}}?\s+{each})+(?=[.,;]|\Z)"
    )
    for each in (_YEAR, _FROM)
)
_TOTAL: Final = re.compile(
    r"\b(?:the|a)\s+(?:total|overall|whole)(?:\s+(?:estimated\s+|capital\s+|project\s+|scheme\s+)?(?:cost|costs|sum|amount|price|spending|spend|expenditure))?"
    r"(?:\s+of\s+(?:the|this|all)\s+(?:[\w-]+\s+){1,3}?)?\s*(?:is|of|would\s+be|will\s+be|was|comes\s+to|amounts\s+to)\s+(?:(?:thus|therefore|then)\s+)?\Z",
    re.IGNORECASE,
)
# Sums that are not all of it, or not of it alone.
_OPEN: Final = re.compile(
    r"\b(?:about|around|approximately|approx|some|nearly|almost|roughly|over|under|up\s+to|more\s+than|less\s+than|at\s+least|further"
    r"|additional|extra|plus|also|includ\w+|exclud\w+|VAT|inflation|contingenc\w+|fees|rest|remain\w*|balance|other|budget\w*|target"
    r"|limit|tender\w*|last\s+year|previous\w*|original\w*|revised|if|each|per|a\s+year|annual\w*|net|gross|saving\w*|income|already"
    r"|together\s+with|with\s+the|existing|reserve\s+stands|capital\s+programme|rounded)\b",
    re.IGNORECASE,
)
_SPENT: Final = re.compile(
    r"\b(?:spen[dt]\w*|expenditure|costs?|paid|pay(?:s|able|ments?)?|met|fund(?:ed|ing|s)?|needed|required|phased|profiled|split|divided|spread|falls?)\b",
    re.IGNORECASE,
)
_NEAR: Final = Decimal("0.15")
_BESIDE: Final = 2


def _against_table(reading: Reading) -> Iterator[Finding]:
    passages = reading.passages
    for index, passage in enumerate(passages):
        table = passage.block
        if not isinstance(table, Table) or passage.kind != "cell" or passage.place.path != (0, 0, 0):
            continue
        beside = [each for each in _beside(passages, index, table) if "£" in each.text]
        if beside:
            yield from passage.beside(_held_against, beside, reading.guide)


def _held_against(cell: Passage, beside: Sequence[Passage], guide: Guide) -> tuple[Finding, ...]:
    """What is wrong with the text beside a table, which begins with this cell."""
    table = cell.block
    if not isinstance(table, Table):
        return ()
    rows = texts(table)
    totals = _totals(rows, table.caption)
    known = {each.value for row in rows for text in row if (each := figure(text))}
    told = {each.pounds for one in beside for each in sums(one.text)}
    return tuple(
        finding
        for one in beside
        for start, end in one.known(sentences_of, guide)
        for finding in _judged(one, start, end, totals, known | told)
    )


def _judged(
    passage: Passage, start: int, end: int, totals: Sequence[Decimal], known: set[Decimal]
) -> Iterator[Finding]:
    sentence = passage.text[start:end]
    given = sums(sentence)
    if not given or _OPEN.search(sentence):
        return
    wrong = _split(sentence, given, totals, known) or _whole(sentence, given, totals)
    if wrong is None:
        return
    (first, last), comes_to, total = wrong
    like = given[0]
    message = (
        f"These come to {worded(comes_to, like)}, but the table beside it has a total of {worded(total, like)}. "
        "Put the one that is wrong right."
    )
    if len(given) == 1:
        message = (
            f"The text says {like.words}, but the table beside it has a total of {worded(total, like)}. "
            "Put the one that is wrong right."
        )
    yield found(passage, start + first, start + last, message)


_Wrong = tuple[tuple[int, int], Decimal, Decimal]


def _split(sentence: str, given: Sequence[Amount], totals: Sequence[Decimal], known: set[Decimal]) -> _Wrong | None:
    """Sums of one sentence that are parts of a table's total, by years or by who pays, and do not come to it."""
    if len(given) < 2 or not _SPENT.search(sentence[: given[0].start]):
        return None
    for pattern in _SPLIT:
        parts = pattern.search(sentence)
        if parts is None or parts.start() != given[0].start or given[-1].end > parts.end():
            continue
        comes_to = sum((each.pounds for each in given), Decimal())
        near = [each for each in totals if abs(each - comes_to) <= each * _NEAR]
        if comes_to in known or len(near) != 1 or abs(near[0] - comes_to) in known:
            return None
        step = max((Decimal(1) if each.pounds % 1000 else Decimal(1000)) for each in given)
        slack = step * len(given) if any(each.words[-1].isalpha() for each in given) else Decimal(len(given) // 2)
        if abs(near[0] - comes_to) > slack and not any(each.words[-1].isalpha() for each in given):
            return (given[0].start, given[-1].end), comes_to, near[0]
    return None


def _whole(sentence: str, given: Sequence[Amount], totals: Sequence[Decimal]) -> _Wrong | None:
    """The one sum of a sentence that says what the total is, and has one digit other than the table."""
    if len(given) != 1 or len(totals) != 1 or not _TOTAL.search(sentence[: given[0].start]):
        return None
    one, other = str(given[0].pounds), str(totals[0])
    differ = sum(a != b for a, b in zip(one, other, strict=False))
    swapped = differ == 2 and sorted(one) == sorted(other)
    if len(one) != len(other) or not (differ == 1 or swapped) or given[0].words[-1].isalpha():
        return None
    return (given[0].start, given[0].end), given[0].pounds, totals[0]


def _beside(passages: Sequence[Passage], index: int, table: Table) -> list[Passage]:
    """The paragraphs right before and right after a table, in its part."""
    place = passages[index].place

    def near(order: Sequence[Passage]) -> Iterator[Passage]:
        count = 0
        for each in order:
            same = (each.place.section, each.place.appendix) == (place.section, place.appendix)
            if each.block is table:
                continue
            if not same or each.kind not in ("paragraph", "item") or count == _BESIDE:
                return
            count += 1
            yield each

    last = index
    while last < len(passages) and passages[last].block is table:
        last += 1
    before = passages[max(0, index - _BESIDE - 2) : index][::-1]
    return [*near(before), *near(passages[last : last + _BESIDE])]


def _totals(rows: Sequence[Sequence[str]], caption: str) -> list[Decimal]:
    """The sums of money in the only row of totals of a table."""
    whole = [row for row in rows if row and SUBTOTAL.match(row[0].strip(" *:"))]
    if len(whole) != 1:
        return []
    done = []
    for column, text in enumerate(whole[0]):
        each = figure(text)
        heading = rows[0][column] if column < len(rows[0]) else ""
        thousands = re.search(r"000|£\s?[km]\b|million|thousand", f"{heading} {caption}")
        if each and each.unit != "%" and not thousands and ("£" in text or "£" in heading or "£" in caption):
            done.append(each.value)
    return done


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "sum-against-table", "warning", "Sums in the text do not come to the total of the table beside them",
            "Members agree to one of the two, and cannot tell which is right.",
            Across(_against_table, by_part=True), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
