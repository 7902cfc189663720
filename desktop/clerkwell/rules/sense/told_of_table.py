"""The rule about what the text beside a table says of its figures: how far one has moved, what it was in a year, how
many of its rows met their mark."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from clerkwell.model import Table
from clerkwell.proofing.sense.figures import figure
from clerkwell.proofing.sense.sums import NUMBER, value_of
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.bearings import number_typed
from clerkwell.rules.sense.overspent import against_variances
from clerkwell.rules.sense.row_extremes import WrongExtreme, wrong_extremes
from clerkwell.rules.sense.row_figures import WrongFigure, wrong_of_row
from clerkwell.rules.sense.row_moves import WrongMove, wrong_moves
from clerkwell.rules.sense.row_percents import wrong_percents
from clerkwell.rules.sense.row_shares import WrongShare, wrong_shares
from clerkwell.rules.sense.row_slips import wrong_slips
from clerkwell.rules.sense.summing import SUBTOTAL
from clerkwell.rules.sense.total_told import against_money_totals
from clerkwell.rules.sense.totals import texts
from clerkwell.rules.sense.weighed import wrong_weights

# What is told of a table stands no further from it than this.
_BESIDE: Final = 3
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:[/–-]\d\d)?")
_MOVED: Final = (
    r"(?P<way>fallen|risen|dropped|fell|rose|increased|decreased|grown)\s+by\s+"
    rf"(?P<by>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{NUMBER})"
)
# "Persistent absence has fallen by 4.2 percentage points over the same period."
_POINTS: Final = re.compile(
    rf"(?P<name>[A-Z][a-z]+(?:\s+[a-z]+){{0,5}}?)\s+(?:has|have)\s+{_MOVED}\s+percentage\s+points?\b(?P<when>[^.;]*)\.?"
)
# "The number of overdue actions has therefore fallen by six since the last report."
_COUNT: Final = re.compile(
    rf"\b[Tt]he\s+(?:total\s+)?number\s+of\s+(?P<name>[a-z]+(?:\s+[a-z]+){{0,4}}?)\s+(?:has|have)\s+(?:therefore\s+|now\s+|also\s+)?{_MOVED}"
    r"(?P<when>\s+(?:since\s+the\s+last\s+(?:report|meeting|quarter|year)|since\s+[A-Z]\w+(?:\s+20\d\d)?|over\s+(?:the|this)\s+(?:period|quarter|year)))?\s*\."
)
# "Was 7.9 in 2023/24, compared with 8.6 in 2022/23": of the row of all, in columns of these years.
_BOTH: Final = re.compile(
    r"\bwas\s+(?P<one>\d[\d,]*(?:\.\d+)?)\s+in\s+(?P<year1>20\d\d[/–-]\d\d),\s+compared\s+(?:with|to)\s+(?P<two>\d[\d,]*(?:\.\d+)?)\s+in\s+(?P<year2>20\d\d[/–-]\d\d)"
)
# "Fenshire met three of them, as shown below."
_MET: Final = re.compile(
    rf"\b(?P<verb>met|achieved|missed)\s+(?P<number>{NUMBER})\s+of\s+(?:them|these|the\s+\w+)(?:\s+[a-z]+)?,?\s+(?:and\s+\w+\s+\w+,?\s+)?as\s+(?:is\s+)?(?:shown|set\s+out|listed)\b",
    re.IGNORECASE,
)
_MET_HEAD: Final = re.compile(
    r"(?:target\s+)?(?:met|achieved)(?:\s+target)?\s*\?|(?:target\s+)?(?:met|achieved)\??", re.IGNORECASE
)
_YES: Final = re.compile(r"yes|met|achieved|✓", re.IGNORECASE)
_NO: Final = re.compile(r"no|not\s+(?:met|achieved)|missed|✗", re.IGNORECASE)
# When it was: over all that the table shows.
_WHOLE_TIME: Final = re.compile(
    r"(?:,?\s+(?:over\s+(?:the|this|that|the\s+same|these)\s+(?:period|(?:two|three|four|five)\s+years)|since\s+(?P<year>20\d\d(?:[/–-]\d\d)?)))?\s*",
    re.IGNORECASE,
)
_DOWN: Final = frozenset(("fallen", "dropped", "fell", "decreased"))
_SMALL: Final = frozenset(("the", "of", "and", "per", "a", "in", "rate", "overall", "number", "total"))


_Wrong = WrongExtreme | WrongFigure | WrongMove | WrongShare


class _Told(NamedTuple):
    """What a text says that its table does not: where it stands, and what the table has."""

    start: int
    end: int
    has: str


def _against_tables(reading: Reading) -> Iterator[Finding]:
    for _, there in reading.parts(_of_part):
        yield from there
    for each in _of_rows(reading):
        words = each.passage.text[each.start : each.end]
        has = f"{each.has} for “{each.row}”" if not isinstance(each, WrongExtreme) else f"for “{each.row}” {each.has}"
        message = f"The text says {words}, but the table has {has}. Put the one that is wrong right."
        yield found(each.passage, each.start, each.end, message)
    for weight in wrong_weights(reading):
        words = weight.passage.text[weight.start : weight.end]
        message = f"The text says “{words}”, but the table gives it {weight.has}. Put the one that is wrong right."
        yield found(weight.passage, weight.start, weight.end, message)
    yield from against_variances(reading)
    yield from against_money_totals(reading)


def _of_rows(reading: Reading) -> Iterator[_Wrong]:
    """What sentences give of a row that they name and the row has not, each told once."""
    told = set[tuple[str, int]]()
    for piece, there in reading.parts(_wrong_of_rows):
        for each in there if piece.stands else ():
            at = (each.passage.place.block, each.end)
            if at not in told:
                told.add(at)
                yield each


def _wrong_of_rows(piece: Piece, guide: Guide) -> tuple[_Wrong, ...]:
    if not piece.of_kind("table"):
        return ()
    return (
        *wrong_of_row(piece, guide), *wrong_moves(piece, guide), *wrong_shares(piece, guide),
        *wrong_extremes(piece, guide), *wrong_percents(piece, guide), *wrong_slips(piece, guide),
    )  # fmt: skip


def _of_part(piece: Piece, guide: Guide) -> tuple[Finding, ...]:
    """What the text of a part says of the table beside it."""
    return tuple(_against_table(piece.passages, guide)) if piece.stands and piece.of_kind("table") else ()


def _against_table(passages: Sequence[Passage], guide: Guide) -> Iterator[Finding]:
    for index, passage in enumerate(passages):
        table = passage.block
        if passage.kind != "cell" or passage.place.path != (0, 0, 0) or not isinstance(table, Table):
            continue
        rows = texts(table)
        if len(rows) < _BESIDE or any(len(row) != len(rows[0]) for row in rows):
            continue
        for before, each in _beside(passages, index):
            for start, end in each.known(sentences_of, guide):
                for told in _judged(each.text, start, end, rows, before=before):
                    words = each.text[told.start : told.end]
                    message = f"The text says “{words}”, but the table has {told.has}. Put the one that is wrong right."
                    yield found(each, told.start, told.end, message)


def _beside(passages: Sequence[Passage], index: int) -> Iterator[tuple[bool, Passage]]:
    """The paragraphs right before and after a table in its section, up to the next table, and whether each comes
    before it."""
    here = passages[index].place
    for before, order in ((True, reversed(passages[:index])), (False, iter(passages[index + 1 :]))):
        seen = 0
        for each in order:
            place = each.place
            if place.block == here.block:
                continue
            if (place.section, place.appendix) != (here.section, here.appendix) or each.kind in ("cell", "subheading"):
                break
            if each.kind in ("paragraph", "item"):
                yield before, each
                seen += 1
            if seen == _BESIDE:
                break


def _judged(text: str, start: int, end: int, rows: Sequence[Sequence[str]], *, before: bool) -> Iterator[_Told]:
    start = max(start, number_typed(text))
    if before:
        for match in _BOTH.finditer(text, start, end):
            yield from _in_years(match, rows)
        for match in _MET.finditer(text, start, end):
            yield from _rows_met(match, rows)
        return
    for pattern in (_POINTS, _COUNT):
        for match in pattern.finditer(text, start, end):
            yield from _moved(match, rows, points=pattern is _POINTS)


def _moved(match: re.Match[str], rows: Sequence[Sequence[str]], *, points: bool) -> Iterator[_Told]:
    """How far a row has moved from the first of its columns to the last, where no column between them fits."""
    row = _row_of(match["name"], rows) if points else _total_of(match["name"], rows)
    values = [figure(text) for text in row[1:]] if row else []
    figures = [each.value for each in values if each is not None]
    # One column of figures for each time, and nothing else.
    if len(figures) != len(values) or len(figures) < 2 or (not points and len(figures) != 2):
        return
    if points and not (all(_YEAR.search(head) for head in rows[0][1:]) and _is_of_all(match["when"], rows[0][1])):
        return
    by = Decimal(match["by"].replace(",", "")) if match["by"][0].isdigit() else Decimal(value_of(match["by"]))
    moves = {later - one for at, one in enumerate(figures) for later in figures[at + 1 :]}
    says = -by if match["way"] in _DOWN else by
    whole = figures[-1] - figures[0]
    if says in moves or (whole < 0) != (says < 0) or not whole:
        return
    # Further from it than this, it is of something else.
    if abs(whole - says) * 2 > abs(whole):
        return
    yield _Told(match.start("way"), match.end("by"), f"{abs(whole)} ({figures[0]} to {figures[-1]})")


def _is_of_all(when: str, first: str) -> bool:
    """Whether a change is said to be since the first of the columns."""
    told = _WHOLE_TIME.fullmatch(when)
    return told is not None and (told["year"] is None or told["year"] in first)


def _row_of(name: str, rows: Sequence[Sequence[str]]) -> Sequence[str]:
    """The one row that is named so: "Persistent absence (%)"."""
    plain = name.casefold()
    named = [row for row in rows[1:] if re.sub(r"\s*\(.*?\)", "", row[0]).strip().casefold() == plain]
    return named[0] if len(named) == 1 else ()


def _total_of(name: str, rows: Sequence[Sequence[str]]) -> Sequence[str]:
    """The row of all, where each head of a column of figures says what they count: "Overdue at 31 December"."""
    words = [each for each in name.split() if each not in _SMALL]
    heads = [head.casefold() for head in rows[0][1:]]
    if not words or not all(any(word in head for word in words) for head in heads):
        return ()
    last = rows[-1]
    return last if SUBTOTAL.search(last[0]) else ()


def _in_years(match: re.Match[str], rows: Sequence[Sequence[str]]) -> Iterator[_Told]:
    """The figure of one year of two, where the other is the table's in the row of all."""
    last = rows[-1]
    if not SUBTOTAL.search(last[0]):
        return
    columns = {name: [at for at, head in enumerate(rows[0]) if match[name] in head] for name in ("year1", "year2")}
    if any(len(each) != 1 for each in columns.values()):
        return
    has = {name: figure(last[at]) for name, (at,) in columns.items()}
    one, two = has["year1"], has["year2"]
    if one is None or two is None:
        return
    said = Decimal(match["one"].replace(",", "")), Decimal(match["two"].replace(",", ""))
    if (said[0] == one.value) == (said[1] == two.value):
        return
    name, value = ("one", one.value) if said[0] != one.value else ("two", two.value)
    yield _Told(match.start(name), match.end(name), f"{value} for {match['year1' if name == 'one' else 'year2']}")


def _rows_met(match: re.Match[str], rows: Sequence[Sequence[str]]) -> Iterator[_Told]:
    at = [index for index, head in enumerate(rows[0]) if _MET_HEAD.fullmatch(head.strip())]
    if len(at) != 1:
        return
    said = [row[at[0]].strip() for row in rows[1:]]
    if not all(_YES.fullmatch(each) or _NO.fullmatch(each) for each in said):
        return
    met = sum(1 for each in said if _YES.fullmatch(each))
    has = len(said) - met if match["verb"].casefold() == "missed" else met
    if value_of(match["number"]) != has:
        yield _Told(match.start("verb"), match.end("number"), f"{has}")


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "change-against-table", "warning", "The text beside a table says something else than its figures",
            "A reader who looks at both cannot tell which of the two is right.",
            Across(_against_tables),
            source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
