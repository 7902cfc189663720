"""The rule about figures that are told again with two digits changed about: £207,200 of a total of £202,700."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from clerkwell.model import Table, plain
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.summing import SUBTOTAL
from clerkwell.rules.sense.swapped_cells import swapped_cells
from clerkwell.rules.sense.swapped_counts import swapped_counts
from clerkwell.rules.sense.swapped_sums import swapped_sums
from clerkwell.rules.sense.turned import turned_figures
from clerkwell.rules.signs import Sign

_NUMBER: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d{5,}")
# What makes a number part of another, or one that is rounded.
_AFTER: Final = re.compile(r"[\w/–-]|[.,]\d|\s?(?:%|k\b|m\b|million|billion)")
_NOUN: Final = re.compile(r"\s+(?P<noun>[a-z][a-z-]+(?:\s+(?:was|were|has\s+been|have\s+been)\s+[a-z]+)?)")
_LARGE: Final = Sign(in_word=re.compile(r",\d{3}|\d{5}"))
_BEFORE: Final = frozenset((".", ",", "/", "–", "-", "_"))
_UNREAD: Final = frozenset(("answer", "alt", "title", "heading"))
# A figure with fewer digits, its last noughts left out, is too easily another one.
_FEWEST: Final = 3
_ENOUGH: Final = 4
# One with three digits is known where it says what the whole costs, and none of a part of it.
_ALL_OF_IT: Final = re.compile(r"\b(?:sum|cost|costs|expenditure|contract|price|total)\b", re.IGNORECASE)
_PART_OF_IT: Final = re.compile(
    r"\b(?:of\s+which|towards|contributions?|grants?|reserves?|part|parts|phase|stage|each|per"
    r"|a\s+year|remaining|balance|left|left\s+over"
    r"|further|additional|extra|other|saving|savings|income|up\s+to|maximum|minimum|limit|threshold"
    r"|option|if|or|annual|net|gross|average)\b",
    re.IGNORECASE,
)
_SHOWN: Final = re.compile(
    r"\b(?:shown|given|set\s+out|listed)\s+(?:above|below|in\s+the\s+table)|\bthe\s+table\b", re.IGNORECASE
)
# Of more with the same digits, none is known to be another one's slip.
_MOST: Final = 3
_WORDS: Final = 4
_TELLING: Final = 10
# What is set beside another figure, or is another year's.
_COMPARED: Final = re.compile(
    r"\b(?:last\s+year|previous\w*|earlier|compared|against|than|from|revised|instead|originally|rose|fell"
    r"|risen|fallen|increas\w+|decreas\w+|reduc\w+|budget(?:ed)?|target(?!\s+time)|forecast|actual"
    r"|tender|quotation|bid|VAT|inflation|rather"
    r"|variance|difference|respectively)\b",
    re.IGNORECASE,
)
# Said of the figure itself: ", an increase of 6 per cent on the year before".
_GREW: Final = re.compile(
    r",\s+an?\s+(?:increase|decrease|rise|fall|reduction)\s+of\s+[\d.]+\s?(?:per\s+cent|%)(?:\s+(?:on"
    r"|from)\s+the\s+year\s+before)?"
    r"|,?\s+(?:which|this)\s+is\s+[\d.]+\s?(?:per\s+cent|%)\s+(?:more|less|higher|lower|fewer)\s+than\s+(?:a\s+year"
    r"\s+(?:ago|before|earlier)|(?:in\s+|at\s+)?(?:the\s+same\s+time\s+)?(?:last\s+year|the\s+year\s+before))"
)
# "A total project budget of": of the whole, and set beside nothing.
_WHOLE_BUDGET: Final = re.compile(r"\b(?:total|overall|whole)\s+(?:[a-z]+\s+){0,2}budget\s+of\b")
# What a figure is set beside after it is told: ", against a budget of £650,000".
_BESIDE: Final = re.compile(
    r",\s+(?:against|compared\s+(?:with|to))\s+(?:an?|the)\s+(?:[a-z]+\s+){0,2}(?:budget|target|forecast|estimate)\s+of"
    r"\s+£?[\d.,]*\d(?:\s?(?:m|k|million)\b)?"
)
_YEAR: Final = re.compile(r"\b20\d\d\b")


# A passage, and where in it a figure begins and ends.
_Here = tuple[Passage, int, int]


@dataclass(frozen=True)
class _Figure:
    """A figure in a passage, and what is to be seen of it there."""

    passage: Passage
    start: int
    end: int

    @property
    def digits(self) -> str:
        return self.passage.text[self.start : self.end].replace(",", "")

    @property
    def money(self) -> bool:
        return self.passage.text[: self.start].endswith(("£", "£ "))

    @property
    def noun(self) -> str:
        noun = _NOUN.match(self.passage.text, self.end)
        return noun["noun"] if noun else ""

    @property
    def counted(self) -> str:
        return self.noun.partition(" ")[0]

    @property
    def said_of(self) -> str:
        """What it counts, by which another is known to be of the same."""
        return self.counted if self.definite else self.noun

    @property
    def definite(self) -> bool:
        """Whether it is told as known: "the 4,216 replies"."""
        return self.passage.text[: self.start].endswith((" the ", "The ", " all ", "All "))

    @property
    def whole(self) -> bool:
        return self.passage.kind == "cell" and _is_whole(self.passage)


def _figures(passage: Passage, _: Guide) -> tuple[tuple[str, int, int], ...]:
    """The digits of the larger figures of a passage, and where they stand."""
    text = passage.text
    if passage.kind in _UNREAD:
        return ()
    done = []
    for each in _NUMBER.finditer(text):
        start, end = each.span()
        digits = each[0].replace(",", "")
        if len(digits.rstrip("0")) < _FEWEST or _AFTER.match(text, end):
            continue
        before = text[start - 1 : start]
        if not (before.isalnum() or before in _BEFORE):
            done.append((digits, start, end))
    return tuple(done)


def _is_whole(passage: Passage) -> bool:
    """Whether a cell stands in a row of totals."""
    table, path = passage.block, passage.place.path
    if not isinstance(table, Table) or len(path) < 2 or path[0] >= len(table.rows):
        return False
    first = table.rows[path[0]][0]
    return SUBTOTAL.match(" ".join(plain(runs) for runs in first.paragraphs).strip(" *:")) is not None


def _of_part(piece: Piece, guide: Guide) -> Mapping[str, Mapping[str, list[_Here]]]:
    """The figures of a part: by their digits in order of size, as those with two changed about have the same, and then
    by their digits."""
    groups: dict[str, dict[str, list[_Here]]] = {}
    if piece.stands:
        for passage, told in piece.where(_figures, guide, _LARGE):
            for digits, start, end in told:
                values = groups.setdefault("".join(sorted(digits)), {})
                values.setdefault(digits, []).append((passage, start, end))
    return groups


def _turned(reading: Reading) -> Iterator[Finding]:
    told = set[tuple[str, int]]()
    for each in (
        *_swapped(reading),
        *swapped_cells(reading),
        *swapped_counts(reading),
        *swapped_sums(reading),
        *turned_figures(reading),
    ):
        at = (each.place.block, each.place.start or 0) if each.place else ("", 0)
        if at not in told:
            told.add(at)
            yield each


def _swapped(reading: Reading) -> Iterator[Finding]:
    parts = [told for _, told in reading.parts(_of_part) if told]
    digits: dict[str, set[str]] = {}
    for told in parts:
        for key, values in told.items():
            digits.setdefault(key, set()).update(values)
    for key, both in digits.items():
        if not 2 <= len(both) <= _MOST:
            continue
        for one, other in combinations(sorted(both), 2):
            yield from _of_two(one, other, [told[key] for told in parts if key in told], reading)


def _of_two(one: str, other: str, parts: Sequence[Mapping[str, list[_Here]]], reading: Reading) -> Iterator[Finding]:
    """What is wrong with two figures of the same digits, of which all are in these parts."""
    turned = _is_turned(one, other)
    if not turned and not _is_moved(one, other):
        return
    for digits, opposite in ((one, other), (other, one)):
        here = [_Figure(*at) for part in parts for at in part.get(digits, ())]
        there = [_Figure(*at) for part in parts for at in part.get(opposite, ())]
        if len(here) == 1 and (turned or len(there) > 1) and _is_slip(here[0], there, reading):
            yield _told(here[0], there[0])
            return


def _told(here: _Figure, there: _Figure) -> Finding:
    start = here.passage.text.rindex("£", 0, here.start) if here.money else here.start
    words = here.passage.text[start : here.end]
    other = f"{'£' if here.money else ''}{there.passage.text[there.start : there.end]}"
    message = f"This says {words}, and the report says {other} elsewhere. Put the one that is wrong right."
    return found(here.passage, start, here.end, message)


def _is_slip(here: _Figure, there: Sequence[_Figure], reading: Reading) -> bool:
    told = here.passage.kind in ("paragraph", "item") or (
        here.passage.kind == "cell" and here.money and len(here.passage.text.split()) > _WORDS
    )
    if not told:
        return False
    few = len(here.digits.rstrip("0")) < _ENOUGH
    shown = _SHOWN.search(_sentence(here, reading.guide)) is not None
    wholes = [each for each in there if each.whole and (each.money or each.passage.kind == "cell")]
    if here.money:
        same = [each for each in there if each.money]
        if not wholes and (few or len(same) < 2):
            return False
        # A digit that is moved by more than one place, or one of three, is a slip where it tells of the whole.
        if few and not _is_all(here, there, reading.guide):
            return False
        if not _is_turned(here.digits, there[0].digits) and not wholes:
            return False
    elif not here.noun or (few and not shown) or not _is_turned(here.digits, there[0].digits):
        return False
    elif not wholes:
        same = [each for each in there if (each.counted if here.definite else each.noun) == here.said_of]
        if len(same) < (1 if " " in here.noun or here.definite or shown else 2):
            return False
    sentence = _BESIDE.sub("", _WHOLE_BUDGET.sub("", _GREW.sub("", _sentence(here, reading.guide))))
    if _COMPARED.search(sentence) or there[0].digits in sentence.replace(",", ""):
        return False
    years = _YEAR.findall(sentence)
    if years and not any(year in each.passage.text for year in years for each in there):
        return False
    # What makes the difference may be told; a single digit stands in every report.
    by = abs(int(here.digits) - int(there[0].digits))
    if by < _TELLING:
        return True
    apart = re.compile(rf"(?<![\d,.])£?{by:,}(?![\d,]|\.\d)")
    return not any(apart.search(each.text) for each in reading.passages)


def _is_turned(one: str, other: str) -> bool:
    """Whether two neighbours are changed about, and nothing else."""
    at = [index for index in range(len(one)) if one[index] != other[index]] if len(one) == len(other) else []
    return len(at) == 2 and at[1] == at[0] + 1


def _is_moved(one: str, other: str) -> bool:
    """Whether one digit is moved by two places: 20,084 and 20,840."""
    at = [index for index in range(len(one)) if one[index] != other[index]] if len(one) == len(other) else []
    if len(at) != 3 or at[2] - at[0] != 2 or not at[0]:
        return False
    was, now = one[at[0] : at[2] + 1], other[at[0] : at[2] + 1]
    return now in (was[1:] + was[0], was[-1] + was[:-1])


def _is_all(here: _Figure, there: Sequence[_Figure], guide: Guide) -> bool:
    """Whether a sum with three digits that tell is said to be all of it, and has the first of them right."""
    sentence = _sentence(here, guide)
    first = here.digits[0] == there[0].digits[0]
    return first and _ALL_OF_IT.search(sentence) is not None and _PART_OF_IT.search(sentence) is None


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
            Across(_turned), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
