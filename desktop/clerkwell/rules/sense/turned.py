"""Figures of running text that are another figure of the report with two neighbouring digits changed about, whatever
they are told in: £64.765 million, where a table in thousands has 64,675."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from clerkwell.model import Table, plain
from clerkwell.proofing.sense.row_names import is_turned, label_words
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_NUMBER: Final = re.compile(
    r"(?<![\w.,/–:-])(?P<pound>£\s?)?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d{4,})"
    r"(?P<unit>\s?(?:k|m|bn|million|billion)\b)?(?![\w/–:-]|[.,]\d|\s?(?:%|per\s+cent))"
)
_LARGE: Final = Sign(in_word=re.compile(r"\d[.,]\d|\d{4}"))
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_READ: Final = frozenset(("paragraph", "item", "cell"))
# What a figure is set beside, another time's or another thing's.
_OTHERS: Final = re.compile(
    r"\b(?:last\s+year|previous\w*|earlier|another|other|original\w*|compared|against|rather|than|instead|revised|if|each|rose|fell|up\s+from"
    r"|down\s+from|increas\w+|decreas\w+|reduc\w+|target|year\s+before|remaining|further|additional|extra|tenders?|quotations?|options?)\b",
    re.IGNORECASE,
)
_NOUN: Final = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]{3,}s|people|children|staff|men|women)\b")
# Nouns for one and the same.
_ALIKE: Final = (
    frozenset(("home", "dwelling", "household", "house", "property")),
    frozenset(("person", "people", "resident", "user", "visitor", "visit", "customer", "member", "adult")),
    frozenset(("pupil", "children", "child", "learner", "student", "place")),
    frozenset(
        ("reply", "response", "representation", "answer", "comment", "submission", "return", "people", "respondent")
    ),
    frozenset(("book", "item", "loan", "issue")),
    frozenset(("call", "incident", "contact", "case", "report", "enquiry", "request")),
    frozenset(("journey", "passenger", "trip", "boarding")),
)
# Digits that tell a figure from others: so many make it certain, fewer where words are shared.
_CERTAIN: Final = 5
_LEAST: Final = 4
_TWICE: Final = 2


class _Figure(NamedTuple):
    passage: Passage
    start: int
    end: int
    digits: str
    money: bool
    noun: str


def turned_figures(reading: Reading) -> Iterator[Finding]:
    """Figures that stand once in running text, and of which the report has one other with the digits changed about, in
    a table or more than once."""
    groups: dict[str, dict[str, list[_Figure]]] = {}
    for _, told in reading.parts(_of_part):
        for key, there in told.items():
            values = groups.setdefault(key, {})
            for each in there:
                values.setdefault(each.digits, []).append(each)
    for values in groups.values():
        for digits, here in values.items() if len(values) > 1 else ():
            others = [other for other in values if is_turned(digits, other)]
            if len(here) == 1 and len(others) == 1 and here[0].passage.kind != "cell":
                there = values[others[0]]
                if _is_slip(here[0], there, reading.guide):
                    yield _told(here[0], there)


def _of_part(piece: Piece, guide: Guide) -> Mapping[str, Sequence[_Figure]]:
    """The figures of a part, by their digits in order of size."""
    groups: dict[str, list[_Figure]] = {}
    if piece.stands:
        for _, told in piece.where(_figures, guide, _LARGE):
            for each in told:
                groups.setdefault("".join(sorted(each.digits)), []).append(each)
    return groups


def _figures(passage: Passage, _: Guide) -> tuple[_Figure, ...]:
    if passage.kind not in _READ:
        return ()
    done = []
    for each in _NUMBER.finditer(passage.text):
        digits = each["digits"].replace(",", "").replace(".", "").strip("0")
        if len(digits) < _LEAST or (_YEAR.fullmatch(each["digits"]) and not each["pound"]):
            continue
        noun = None if each["pound"] else _NOUN.match(passage.text, each.end())
        name = label_words(noun["noun"])[-1:] if noun else ()
        money = each["pound"] is not None or each["unit"] is not None
        done.append(_Figure(passage, each.start(), each.end(), digits, money, name[0] if name else ""))
    return tuple(done)


def _is_slip(here: _Figure, there: Sequence[_Figure], guide: Guide) -> bool:
    cells = [each for each in there if each.passage.kind == "cell"]
    prose = [each for each in there if each.passage.kind != "cell"]
    if not cells and len(prose) < _TWICE:
        return False
    # What is money is no count; in a table of thousands a figure may be either.
    if any(each.money != here.money for each in prose):
        return False
    if any(_nouns_differ(here.noun, each.noun) for each in prose):
        return False
    sentence = _sentence(here, guide)
    if _OTHERS.search(sentence) or any(_is_in(each.digits, sentence) for each in there):
        return False
    if len(here.digits) >= _CERTAIN:
        return True
    words = frozenset(label_words(sentence))
    if cells:
        return any(words & _row_words(each) for each in cells)
    told = [words & frozenset(label_words(_sentence(each, guide))) - _LITTLE for each in prose]
    return (bool(here.noun) and all(each.noun for each in prose)) or all(len(each) > 1 for each in told)


_LITTLE: Final = frozenset(
    label_words("is was are were be been has have had will would from by that this there it they all")
)


def _nouns_differ(one: str, other: str) -> bool:
    """Whether two nouns are of two things."""
    if not one or not other or one == other:
        return False
    return not any(one in alike and other in alike for alike in _ALIKE)


def _is_in(digits: str, sentence: str) -> bool:
    return digits in re.sub(r"[,.]", "", sentence)


def _row_words(cell: _Figure) -> frozenset[str]:
    """What the first cell of a cell's row says, and the head of its column."""
    table, path = cell.passage.block, cell.passage.place.path
    if not isinstance(table, Table) or len(path) < _TWICE or path[0] >= len(table.rows):
        return frozenset()
    row, column = path[0], path[1]
    first = table.rows[row][0]
    head = table.rows[0][column] if column < len(table.rows[0]) else first
    text = " ".join(" ".join(map(plain, each.paragraphs)) for each in (first, head))
    return frozenset(label_words(f"{text} {table.caption}")) - _LITTLE


def _sentence(here: _Figure, guide: Guide) -> str:
    text = here.passage.text
    stretches = here.passage.known(sentences_of, guide)
    return next((text[start:end] for start, end in stretches if start <= here.start < end), text)


def _told(here: _Figure, there: Sequence[_Figure]) -> Finding:
    words = here.passage.text[here.start : here.end]
    other = next((each for each in there if each.passage.kind != "cell"), there[0])
    as_there = other.passage.text[other.start : other.end]
    where = "the table has" if other.passage.kind == "cell" else "the report says elsewhere"
    message = f"This says {words}, and {where} {as_there}. Put the one that is wrong right."
    return found(here.passage, here.start, here.end, message)
