"""The rule about figures that are told again with two digits changed about: £207,200 of a total of £202,700."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clerkwell.model import Table, plain
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.summing import SUBTOTAL
from clerkwell.rules.signs import Sign

_NUMBER: Final = re.compile(
    r"(?P<pound>£\s?)?(?<![\w.,/–-])(?P<digits>\d{1,3}(?:,\d{3})+|\d{4,})(?![\w/–-]|[.,]\d|\s?(?:%|k\b|m\b|million|billion))"
)
_NOUN: Final = re.compile(r"\s+(?P<noun>[a-z][a-z-]+(?:\s+(?:was|were|has\s+been|have\s+been)\s+[a-z]+)?)")
_LARGE: Final = Sign(pattern=re.compile(r"\d,\d{3}|\d{4}"))
# A figure with fewer digits, its last noughts left out, is too easily another one.
_FEWEST: Final = 4
# What is set beside another figure, or is another year's.
_COMPARED: Final = re.compile(
    r"\b(?:last\s+year|previous\w*|earlier|compared|against|than|from|revised|instead|originally|rose|fell"
    r"|risen|fallen|increas\w+|decreas\w+|reduc\w+|budget(?:ed)?|target|forecast|actual|tender|quotation|bid|VAT|inflation|rather"
    r"|variance|difference|respectively)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True)
class _Figure:
    """A figure: where it stands, and its digits. `whole`: it is a total in a table."""

    passage: Passage
    start: int
    end: int
    digits: str
    money: bool
    noun: str
    whole: bool


def _figures(passage: Passage, _: Guide) -> tuple[_Figure, ...]:
    if passage.kind in ("answer", "alt", "title", "heading"):
        return ()
    done = []
    for each in _NUMBER.finditer(passage.text):
        noun = _NOUN.match(passage.text, each.end())
        digits = each["digits"].replace(",", "")
        if len(digits.rstrip("0")) >= _FEWEST and not (len(digits) == _FEWEST and "," not in each["digits"]):
            whole = passage.kind == "cell" and _is_whole(passage)
            money = each["pound"] is not None
            done.append(_Figure(passage, each.start(), each.end(), digits, money, noun["noun"] if noun else "", whole))
    return tuple(done)


def _is_whole(passage: Passage) -> bool:
    """Whether a cell stands in a row of totals."""
    table, path = passage.block, passage.place.path
    if not isinstance(table, Table) or len(path) < 2 or path[0] >= len(table.rows):
        return False
    first = table.rows[path[0]][0]
    return SUBTOTAL.match(" ".join(plain(runs) for runs in first.paragraphs).strip(" *:")) is not None


def _of_part(piece: Piece, guide: Guide) -> Mapping[str, tuple[_Figure, ...]]:
    """The figures of a part, by their digits in order of size: those with two changed about stand together."""
    groups: dict[str, list[_Figure]] = defaultdict(list)
    if piece.stands:
        for _, told in piece.where(_figures, guide, _LARGE):
            for each in told:
                groups["".join(sorted(each.digits))].append(each)
    return {key: tuple(told) for key, told in groups.items()}


def _swapped(reading: Reading) -> Iterator[Finding]:
    groups: dict[str, list[_Figure]] = defaultdict(list)
    for _, told in reading.parts(_of_part):
        for key, some in told.items():
            groups[key] += some
    for figures in groups.values():
        values = {each.digits for each in figures}
        if len(values) != 2:
            continue
        for digits in values:
            here = [each for each in figures if each.digits == digits]
            there = [each for each in figures if each.digits != digits]
            if len(here) == 1 and _is_slip(here[0], there, reading):
                yield _told(here[0], there[0])
                break


def _told(here: _Figure, there: _Figure) -> Finding:
    words = here.passage.text[here.start : here.end]
    other = there.passage.text[there.start : there.end]
    pound = "£" if here.money and not other.startswith("£") else ""
    message = f"This says {words}, and the report says {pound}{other} elsewhere. Put the one that is wrong right."
    return found(here.passage, here.start, here.end, message)


def _is_slip(here: _Figure, there: Sequence[_Figure], reading: Reading) -> bool:
    if here.passage.kind not in ("paragraph", "item") or not _is_turned(here.digits, there[0].digits):
        return False
    wholes = [each for each in there if each.whole and (each.money or each.passage.kind == "cell")]
    if here.money:
        same = [each for each in there if each.money]
        if not wholes and len(same) < 2:
            return False
    elif not here.noun or len([each for each in there if each.noun == here.noun]) < (1 if " " in here.noun else 2):
        return False
    sentence = _sentence(here, reading.guide)
    if _COMPARED.search(sentence) or there[0].digits in sentence.replace(",", ""):
        return False
    years = _YEAR.findall(sentence)
    if years and not any(year in each.passage.text for year in years for each in there):
        return False
    # What makes the difference may be told.
    apart = re.compile(rf"(?<![\d,.])£?{abs(int(here.digits) - int(there[0].digits)):,}(?![\d,]|\.\d)")
    return not any(apart.search(each.text) for each in reading.passages)


def _is_turned(one: str, other: str) -> bool:
    """Whether two neighbours are changed about, and nothing else."""
    at = [index for index in range(len(one)) if one[index] != other[index]] if len(one) == len(other) else []
    return len(at) == 2 and at[1] == at[0] + 1


def _sentence(here: _Figure, guide: Guide) -> str:
    stretches = here.passage.known(sentences_of, guide)
    return next(
        (here.passage.text[start:end] for start, end in stretches if start <= here.start < end), here.passage.text
    )


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "digits-swapped", "warning", "A figure is told again with two digits changed about",
            "A reader cannot tell which of the two is right, and the minutes may record the wrong one.",
            Across(_swapped), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
