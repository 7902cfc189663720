"""What the text says is overspent or underspent, against the variances of the report's tables."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from clerkwell.model import Table
from clerkwell.proofing.sense.amounts import amounts
from clerkwell.proofing.sense.figures import Figure, figure
from clerkwell.proofing.sense.overspends import OVERSPENT_WITH, Overspend, overspends
from clerkwell.proofing.sense.row_names import is_slip, label_words
from clerkwell.proofing.text.tokens import listed
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.sense.summing import SUBTOTAL
from clerkwell.rules.sense.totals import texts
from clerkwell.rules.signs import Sign

_SPENT: Final = Sign(folded=OVERSPENT_WITH)
_VARIANCE: Final = re.compile(
    r"\bvariances?\b|\b(?:over|under)\)?\s*/?\s*\(?-?(?:over|under)?\)?-?\s*-?spen[dt]|\bvariation\b"
    r"|\bover\s*(?:\(\+\)\s*)?/\s*\(?under\b",
    re.IGNORECASE,
)
_NOT_NOW: Final = re.compile(
    r"%|per\s+cent|previous|last|\b(?:Q|P)\d|quarter|month|movement|change|prior|to\s+date|ytd", re.IGNORECASE
)
_BUDGET: Final = re.compile(r"\bbudget\b(?!\s+to\s+date)", re.IGNORECASE)
_SPENDING: Final = re.compile(r"\b(?:forecast|outturn|projected|projection|estimated\s+outturn)\b", re.IGNORECASE)
_THOUSANDS: Final = re.compile(r"£\s?['’‘]?000s?\b|£\s?['’‘]?0{2,3}s?\b|£\s?k\b|\bthousands\b", re.IGNORECASE)
_MILLIONS: Final = re.compile(r"£\s?m\b|£\s?millions?\b|\bmillions\b", re.IGNORECASE)
_WHOLE: Final = re.compile(r"(?:net|overall|grand)\b", re.IGNORECASE)
# Where more comes in than was meant, less is spent.
_INCOME: Final = re.compile(
    r"\b(?:income|fees?|sales|grants?|receipts?|surplus|interest|rents?|funding|charges|contributions?|reserves?)\b",
    re.IGNORECASE,
)
_SMALLEST: Final = Decimal("0.33")
_LARGEST: Final = Decimal(3)
_UNITS: Final[tuple[Decimal, ...]] = (Decimal(1), Decimal(1_000), Decimal(1_000_000))
# What stands between a row's name and what is said of it, and says of nothing else.
_GLUE: Final = listed(
    "the a an is are was has have had been be being will to of by in at on for this it its there that now currently"
    " forecast forecasts projected projecting expected reporting reports shows showing show heading headings line"
    " forecasting expects anticipates predicts anticipating spending expenditure position"
    " budget budgets block head placements costs"
    " service services directorate department portfolio area net total overall small significant"
    " year-end potential estimated anticipated predicted revenue resulting"
)
_OF_ALL: Final = _GLUE | listed(
    "we council authority board committee fund general cabinet members note notes noted notes: recommended faces"
    " therefore our position year whole financial council's authority's fund's against approved or per cent as and"
    " end full current budgeted outturn with"
)
_YEARS: Final = re.compile(r"20\d\d(?:[/–-]\d\d)?|\d+(?:\.\d+)?%?|£\S+|million|m|k|31|march|april|quarter")
_REASON: Final = re.compile(
    r"[.;,(]|\b(?:because|due|as\s+a|owing|arising|caused|reflect\w*|which|while|but|has|was|is|are)\b"
)
_ON: Final = re.compile(r"\s*(?:on|in|for|within|against)\s+(?:the\s+)?(?P<of>[^.;,(]+)", re.IGNORECASE)


class _Row(NamedTuple):
    """A row of spending beside its budget: its name, its variance, which way it goes where that is known, its other
    figures, and whether it is the row of all."""

    name: str
    words: tuple[str, ...]
    variance: Figure
    made: Decimal | None
    over: bool | None
    figures: tuple[Decimal, ...]
    whole: bool


class _Spending(NamedTuple):
    rows: tuple[_Row, ...]
    units: tuple[Decimal, ...]


class _Named(NamedTuple):
    spending: _Spending
    row: _Row


def against_variances(reading: Reading) -> Iterator[Finding]:
    """Overspends and underspends that the text tells otherwise than the tables."""
    tables = [each for _, there in reading.parts(_spendings) for each in there]
    if not tables:
        return
    for piece, said in reading.parts(_said):
        for index, told in said:
            passage = piece.passages[index]
            named = _row_of(told, piece, index, tables)
            why = _why(told, named, tables, reading, passage)
            if why:
                words = passage.text[told.start : told.end]
                message = f"The text says “{words}”, but the table has {why}. Put the one that is wrong right."
                yield found(passage, told.start, told.end, message)


def _said(piece: Piece, guide: Guide) -> tuple[tuple[int, Overspend], ...]:
    """What the text of a part says is overspent, with the number of the passage."""
    if not piece.stands or piece.appendix is not None:
        return ()
    done: list[tuple[int, Overspend]] = []
    for index in piece.searched.having(_SPENT):
        passage = piece.passages[index]
        if passage.kind not in ("paragraph", "item", "subheading", "answer") or passage.place.section == "options":
            continue
        stretches = passage.known(sentences_of, guide)
        done += ((index, each) for start, end in stretches for each in overspends(passage.text, start, end))
    return tuple(done)


def _spendings(piece: Piece, _: Guide) -> tuple[_Spending, ...]:
    if not piece.stands:
        return ()
    tables = ((each, texts(each)) for each in piece.of_kind("table") if isinstance(each, Table))
    return tuple(read for table, rows in tables if (read := _spending(rows, _words_round(piece, table), table.caption)))


def _words_round(piece: Piece, table: Table) -> str:
    """The two passages before a table, where it may say what its figures are in."""
    first = next((at for at, each in enumerate(piece.passages) if each.block is table), 0)
    return " ".join(each.text for each in piece.passages[max(0, first - 2) : first] if each.kind != "cell")


def _spending(rows: Sequence[Sequence[str]], before: str, caption: str) -> _Spending | None:
    heads = rows[0] if rows else ()
    at = [column for column, head in enumerate(heads) if _VARIANCE.search(head) and not _NOT_NOW.search(head)]
    if len(at) != 1 or re.search(r"\bcapital\b", caption, re.IGNORECASE):
        return None
    budget = [column for column, head in enumerate(heads) if _BUDGET.search(head) and column not in at]
    spent = [column for column, head in enumerate(heads) if _SPENDING.search(head) and column not in (*at, *budget)]
    done = []
    for number, row in enumerate(rows[1:], 1):
        if len(row) != len(heads) or (variance := figure(row[at[0]])) is None or not row[0].strip(" *:"):
            continue
        name = row[0].strip(" *:")
        known = [figure(text) for text in row]
        one, other = (known[each[0]] if len(each) == 1 else None for each in (budget, spent))
        made = other.value - one.value if one and other else None
        fits = made is not None and abs(made) == abs(variance.value)
        over = made > 0 if made and fits and not (_INCOME.search(name) and one and one.value > 0) else None
        whole = SUBTOTAL.match(name) is not None or (number == len(rows) - 1 and _WHOLE.match(name) is not None)
        figures = tuple(abs(each.value) for each in known if each)
        done.append(_Row(name, label_words(name), variance, made, over, figures, whole))
    in_words = f"{' '.join(heads)} {caption} {before[-200:]}"
    units = _UNITS
    if any(each.variance.unit == "£" for each in done):
        units = _UNITS[:1]
    elif _THOUSANDS.search(in_words):
        units = _UNITS[1:2]
    elif _MILLIONS.search(in_words):
        units = _UNITS[2:]
    return _Spending(tuple(done), units) if len(done) > 1 else None


def _row_of(told: Overspend, piece: Piece, index: int, tables: Sequence[_Spending]) -> _Named | None:
    """The one row of all tables that a sentence speaks of, by its name or as the whole."""
    passage = piece.passages[index]
    before = _tokens(told.before)
    on = _ON.match(told.after)
    of = label_words(_REASON.split(on["of"], maxsplit=1)[0]) if on else ()
    rest = _tokens(_REASON.split(told.after, maxsplit=1)[0])
    names = [(spending, row) for spending in tables for row in spending.rows if row.words and not row.whole]
    named = [_Named(*each) for each in names if _speaks_of(before, each[1].words)]
    if not named and of and _is_glue(before, _GLUE):
        named = [_Named(*each) for each in names if each[1].words == of]
    if not named and _is_glue(before, _GLUE) and not of:
        lead = _led_by(passage, told, piece, index)
        named = [_Named(*each) for each in names if lead and each[1].words == lead]
        if lead and not named:
            return None
    if named:
        return named[0] if len(named) == 1 else None
    if told.pounds and _is_glue(before, _OF_ALL) and _is_glue(rest, _OF_ALL):
        wholes = [_Named(each, row) for each in tables for row in each.rows[-1:] if row.whole]
        return wholes[0] if len(wholes) == 1 else None
    return None


def _tokens(text: str) -> list[str]:
    return [word for each in text.split() if (word := each.strip(".,;:()–—-•“”‘").casefold())]


def _is_glue(tokens: Sequence[str], glue: frozenset[str]) -> bool:
    return all(each in glue or _YEARS.fullmatch(each) for each in tokens)


def _speaks_of(before: Sequence[str], words: tuple[str, ...]) -> bool:
    """Whether what stands before is a row's name and nothing that says of what else."""
    for first in range(len(before)):
        if _is_glue(before[:first], _GLUE):
            for last in range(len(before), first, -1):
                if _is_glue(before[last:], _GLUE) and label_words(" ".join(before[first:last])) == words:
                    return True
    return False


def _led_by(passage: Passage, told: Overspend, piece: Piece, index: int) -> tuple[str, ...]:
    """The words over a sentence that say of what it is: "Premises and energy." before it, or the heading over it."""
    start = told.start - len(told.before)
    lead = passage.text[:start].strip()
    if lead:
        inner = re.fullmatch(r"(?:[\d.]+\s+)?(?P<lead>[A-Z][^.:;]{2,60})[.:]", lead)
        if inner:
            return label_words(inner["lead"])
        if not re.fullmatch(r"[\d.()a-z]{1,6}", lead):
            return ()
    above = piece.passages[index - 1] if index else None
    if above is None or above.kind not in ("heading", "subheading"):
        return ()
    return label_words(re.sub(r"\([^)]*\)|^[\dA-Z.]+\s|[:–-]\s*\(?[+-]?£.*", " ", above.text))


def _why(told: Overspend, named: _Named | None, tables: Sequence[_Spending], reading: Reading, passage: Passage) -> str:
    """What the table has instead; nothing where both agree or may speak of different things."""
    if named is None:
        return ""
    row, units = named.row, named.spending.units
    has = _worded(row.over, row)
    if not told.pounds:
        return has if row.over is not None and row.over != told.over and row.variance.value else ""
    if any(_agrees(told, row, unit) for unit in units):
        if row.over is None or row.over == told.over or _is_told_again(told, reading, passage):
            return ""
        return has
    everywhere = [each for spending in tables for each in spending.rows]
    if any(_agrees(told, each, unit) for each in everywhere for unit in units if row.whole or each.name == row.name):
        return ""
    if row.whole and any(
        not any(abs(other - each * unit) <= told.step for each in row.figures for unit in units)
        for other in told.others
    ):
        return ""
    value = abs(row.variance.value)
    near = [unit for unit in units if value and _is_near(told.pounds, value * unit, exactly=row.whole)]
    if not near or (row.over is not None and row.over != told.over):
        return ""
    return "" if _is_told_again(told, reading, passage, either=True) else has


def _is_near(pounds: Decimal, value: Decimal, *, exactly: bool) -> bool:
    if is_slip(str(int(pounds)), str(int(value))):
        return True
    # Of a row that is named, anything of its size is meant for its variance, and so is one with a nought too many.
    return not exactly and (_SMALLEST <= pounds / value <= _LARGEST or pounds in (value * 10, value / 10))


def _agrees(told: Overspend, row: _Row, unit: Decimal) -> bool:
    slack = max(told.step, row.variance.step * unit) / 2
    values = [row.variance.value, *([row.made] if row.made is not None else [])]
    return any(abs(told.pounds - abs(each) * unit) <= slack for each in values)


def _is_told_again(told: Overspend, reading: Reading, passage: Passage, *, either: bool = False) -> bool:
    """Whether the same sum stands elsewhere; for one told the wrong way, whether it stands elsewhere so."""
    for each in reading.passages:
        if "£" not in each.text or each.kind == "cell":
            continue
        for sum_ in amounts(each.text):
            here = each is passage and told.start <= sum_.start < told.end
            if not here and sum_.pounds == told.pounds:
                near = each.text[max(0, sum_.start - 40) : sum_.end + 40].casefold()
                if either or ("overspen" if told.over else "underspen") in near:
                    return True
    return False


def _worded(over: bool | None, row: _Row) -> str:
    way = "" if over is None else "an overspend of " if over else "an underspend of "
    value = f"{abs(row.variance.value):,}"
    pound = "£" if row.variance.unit == "£" else ""
    return f"{way}{pound}{value} for “{row.name}”"
