"""How far a sentence says that a row of a table has moved, against the row's columns of then and now."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from clerkwell.proofing.sense.figures import Figure, figure
from clerkwell.proofing.sense.moved import MOVED_WITH, Moved, moves
from clerkwell.proofing.sense.row_names import is_turned
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece
from clerkwell.rules.sense.row_tables import Row, Rows, named_in, rows_of, values
from clerkwell.rules.sense.summing import SUBTOTAL
from clerkwell.rules.signs import FIGURE, Sign

_MOVED: Final = Sign(folded=MOVED_WITH)
_WHEN: Final = re.compile(
    r"\b(?:19|20)\d\d(?:[/–-]\d\d)?\b|\b(?:current|present|existing|proposed|new|previous|last|this|before|after|earlier|later|baseline|now|then)\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4])\b",
    re.IGNORECASE,
)
_NOT_WHEN: Final = re.compile(
    r"\b(?:change|variance|difference|increase|decrease|movement|target|%\s*change)\b", re.IGNORECASE
)
# One of two years' budgets is a time as any other; the budget of the year whose outturn stands beside it is none.
_BUDGET: Final = re.compile(r"\bbudget\b", re.IGNORECASE)
# What all the rows are together, where a sentence begins with it: "Balances fell by £7.1m over the year".
_ALL: Final = re.compile(
    r"(?:\d[\d.]*\s+)?(?:(?:The|Our|Its|Overall|Total|In\s+total),?\s+)*(?:(?:total|overall|combined)\s+)?"
    r"(?:balances?|spending|expenditure|income|costs?|receipts|reserves|debt|borrowing|investments|visits|numbers?|totals?"
    r"|demand|use|usage|sales|applications|complaints|admissions)\s+(?:has|have|had|also|therefore|is|are|\s)*\Z",
    re.IGNORECASE,
)
_LOOSE: Final = re.compile(
    r"\b(?:about|around|approximately|some|nearly|almost|roughly|over(?!\s+(?:the|this|that)\s+(?:year|period|quarter|same)\b)|up\s+to|more\s+than|less\s+than|at\s+least|just\s+under|if|could"
    r"|may|might|target|since|inflation|each|every|average|between\s+(?!th[eo])|of\s+which|national\w*|previous\w*)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d(?:[/–-]\d\d)?\b")
_BREAK: Final = re.compile(r";|,\s+(?:and|but|while|whereas|with)\b|\b(?:while|whereas)\b|,\s+(?=[a-z]+ing\b)|—|\s–\s")
_HUNDRED: Final = Decimal(100)


class WrongMove(NamedTuple):
    """A move that is not its row's: where it is told, and what the table has."""

    passage: Passage
    start: int
    end: int
    has: str
    row: str


def wrong_moves(piece: Piece, guide: Guide) -> tuple[WrongMove, ...]:
    """The moves that sentences of a part tell of one row of a table there, which its columns deny."""
    tables = [(table, whens) for table in piece.known(rows_of, guide) if (whens := _columns(table))]
    if not tables:
        return ()
    return tuple(_told(piece, guide, tables))


def _told(piece: Piece, guide: Guide, tables: Sequence[tuple[Rows, tuple[int, ...]]]) -> Iterator[WrongMove]:
    figures = {id(each) for each in piece.having(FIGURE)}
    for passage in piece.having(_MOVED):
        if passage.kind not in ("paragraph", "item") or (id(passage) not in figures and " by " not in passage.text):
            continue
        for start, end in passage.known(sentences_of, guide):
            all_told = sorted(moves(passage.text, start, end), key=lambda each: each.start)
            for at, told in enumerate(all_told):
                first = all_told[at - 1].end if at else start
                last = all_told[at + 1].start if at + 1 < len(all_told) else end
                stretch = _clause(passage.text, first, last, told, cut=last != end)
                if _LOOSE.search(stretch):
                    continue
                named = [(table, whens, row) for table, whens in tables for row in named_in(stretch, table)]
                if len(named) == 1 and (wrong := _judged(passage, stretch, told, *named[0])) is not None:
                    yield wrong
                if not named and len(tables) == 1 and (whole := _of_all(passage, start, told, *tables[0])) is not None:
                    yield whole


def _columns(table: Rows) -> tuple[int, ...]:
    """The columns of then and now, in order of time: two or more of one unit."""
    at = [n for n, head in enumerate(table.heads) if _WHEN.search(head) and not _NOT_WHEN.search(head)]
    years = [found[0] for n in at if (found := _YEAR.search(table.heads[n]))]
    if any(_BUDGET.search(table.heads[n]) for n in at) and (len(years) != len(at) or len(set(years)) != len(at)):
        return ()
    if len(at) < 2 or len({(table.units[n], table.times[n]) for n in at}) != 1:
        return ()
    falling = len(years) == len(at) and years == sorted(years, reverse=True) and years[0] != years[-1]
    rest = [n for n in range(len(table.heads)) if n not in at and not _NOT_WHEN.search(table.heads[n])]
    return () if rest else tuple(reversed(at) if falling else at)


def _clause(text: str, start: int, end: int, told: Moved, *, cut: bool) -> str:
    """The part of a sentence that tells of a move; `cut` where what comes after is the next one's."""
    if cut and (joined := text.rfind(" and ", told.end, end)) >= 0:
        end = joined
    breaks = [match.span() for match in _BREAK.finditer(text, start, end)]
    first = max((last for _, last in breaks if last <= told.start), default=start)
    after = min((at for at, _ in breaks if at >= told.end), default=end)
    # "Route 47 was the exception, losing 850": the subject stands before the comma.
    if first != start and text[first : told.start].strip() == "":
        first = start
    return text[first:after]


def _judged(
    passage: Passage, stretch: str, told: Moved, table: Rows, whens: tuple[int, ...], row: Row
) -> WrongMove | None:
    heads = " ".join(table.heads)
    if any(year not in heads for year in _YEAR.findall(stretch)):
        return None
    known = {at: (value, step) for at, value, step in values(row, table)}
    if any(at not in known for at in whens):
        return None
    if told.one is not None and told.two is not None:
        return _from_to(passage, told.one, told.two, [known[at] for at in whens], row, whens)
    if told.by is None or not told.by.value or len(whens) != 2:
        return None
    wrong = _by(passage, told, told.by, table.units[whens[0]], [known[at][0] for at in whens], row, whens)
    # "Spending rose by £15,000, mostly because of staff pay": the total did.
    totals = [each for each in table.rows if SUBTOTAL.match(each.name)]
    return None if wrong and any(_has_moved(told, told.by, each, table, whens) for each in totals) else wrong


def _of_all(passage: Passage, start: int, told: Moved, table: Rows, whens: tuple[int, ...]) -> WrongMove | None:
    """A move of all rows that is the total's with one digit changed, where no row has moved so."""
    totals = [each for each in table.rows if SUBTOTAL.match(each.name)]
    if told.by is None or len(whens) != 2 or len(totals) != 1 or not _ALL.fullmatch(passage.text, start, told.start):
        return None
    known = {at: value for at, value, _ in values(totals[0], table)}
    if any(at not in known for at in whens) or any(_has_moved(told, told.by, row, table, whens) for row in table.rows):
        return None
    for way in _ways(known[whens[0]], known[whens[1]], told, told.by, table.units[whens[0]]):
        if (way > 0) is told.up and _is_slip(_digits(abs(way)), _digits(told.by.value)):
            has = " and ".join(totals[0].texts[at] for at in whens)
            return WrongMove(passage, told.start, told.end, has, totals[0].name)
    return None


def _is_slip(moved: str, said: str) -> bool:
    """Whether a figure is another with one digit other, the first by no more than one, or with two changed about."""
    if len(moved) != len(said) or moved == said:
        return False
    odd = [(one, other) for one, other in zip(moved, said, strict=True) if one != other]
    near = len(odd) == 1 and (moved[0] == said[0] or abs(int(moved[0]) - int(said[0])) == 1)
    return near or is_turned(moved, said)


def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _has_moved(told: Moved, by: Figure, row: Row, table: Rows, whens: tuple[int, ...]) -> bool:
    """Whether a row lies as far apart as is told, in the same direction."""
    known = {at: value for at, value, _ in values(row, table)}
    if any(at not in known for at in whens):
        return False
    moved = _ways(known[whens[0]], known[whens[1]], told, by, table.units[whens[0]])
    return any(abs(abs(way) - by.value) <= _slack(told, by) and (way > 0) is told.up for way in moved)


def _from_to(
    passage: Passage, one: tuple[int, int], two: tuple[int, int], known: Sequence[tuple[Decimal, Decimal]], row: Row,
    whens: tuple[int, ...],
) -> WrongMove | None:  # fmt: skip
    """The one of two figures that the row has not, where it has the other."""
    given = [figure(passage.text[start:end]) for start, end in (one, two)]
    if given[0] is None or given[1] is None:
        return None
    right = [[_is(each, *cell) for cell in known] for each in given if each is not None]
    if right[0][0] and not any(right[1]):
        odd, at = two, -1
    elif right[1][-1] and not any(right[0]):
        odd, at = one, 0
    else:
        return None
    return WrongMove(passage, *odd, row.texts[whens[at]], row.name)


def _is(given: Figure, value: Decimal, step: Decimal) -> bool:
    return (
        abs(given.value - abs(value))
        <= max(given.step if given.step != 1 else Decimal(), step if step > 1 else Decimal()) / 2
    )


def _by(
    passage: Passage, told: Moved, by: Figure, unit: str, known: Sequence[Decimal], row: Row, whens: tuple[int, ...]
) -> WrongMove | None:
    """How far two columns of a row lie apart, where it is told as more or less, or the other way."""
    then, now = known
    ways = _ways(then, now, told, by, unit)
    if not ways:
        return None
    agrees = any(abs(abs(way) - by.value) <= _slack(told, by) for way in ways)
    same_way = (ways[0] > 0) is told.up
    if agrees is same_way or (not agrees and not any(_is_near(way, by.value) for way in ways)):
        return None
    return WrongMove(passage, told.start, told.end, " and ".join(row.texts[at] for at in whens), row.name)


def _ways(then: Decimal, now: Decimal, told: Moved, by: Figure, unit: str) -> list[Decimal]:
    """What two figures lie apart, in the unit in which it is told; none where that is not theirs."""
    moved = now - then
    percent = by.unit == "%" or told.points
    if not moved or not then or (not percent and (by.unit == "£") is not (unit == "£")):
        return []
    share = moved * _HUNDRED / abs(then)
    return ([share, moved] if unit == "%" else [share]) if percent else [moved]


def _slack(told: Moved, by: Figure) -> Decimal:
    if by.unit == "%" or told.points:
        return Decimal(1)
    return by.step / 2 if by.step != 1 else Decimal()


def _is_near(moved: Decimal, said: Decimal) -> bool:
    """Whether a figure may be meant for a change: within half of it, or with two of its digits changed about."""
    return abs(abs(moved) - said) * 2 <= abs(moved) or is_turned(_digits(abs(moved)), _digits(said))
