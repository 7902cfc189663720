"""Tenders that a part says came in, against the table of those who sent them."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import Table
from clerkwell.proofing.sense.sums import NUMBER, value_of
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece
from clerkwell.rules.sense.summing import NO_PART, SUBTOTAL
from clerkwell.rules.sense.totals import texts
from clerkwell.rules.signs import Sign

_OFFERS: Final = r"(?:tenders?|bids?|quotations?|quotes|tender\s+submissions|tender\s+returns)"
_KIND: Final = r"(?:(?:valid|compliant|complete|formal|written|competitive)\s+)?"
_CAME: Final = re.compile(
    rf"(?P<said>\b(?P<number>{NUMBER}|\d{{1,2}})\s+{_KIND}{_OFFERS})\s+(?:were|was|have\s+been|had\s+been)\s+(?:duly\s+)?"
    rf"(?:rec(?:ei|ie)ved|returned|submitted|opened)\b"
    rf"|\b(?:rec(?:ei|ie)ved|attracted|drew|resulted\s+in|produced|there\s+were|led\s+to)\s+(?P<said2>(?P<number2>{NUMBER}|\d{{1,2}})\s+{_KIND}{_OFFERS})\b"
    rf"|(?P<said3>\b(?P<number3>{NUMBER}|\d{{1,2}})\s+(?:firms|companies|contractors|suppliers|organisations|providers|bidders))\s+(?:submitted|returned|sent\s+in)\s+(?:an?\s+)?(?:tenders?|bids?|quotations?|quotes?)\b"
    # "Twenty firms downloaded the documents and five submitted a tender".
    rf"|\b(?:and|of\s+(?:whom|which|these|them),?|but)\s+(?P<said4>(?P<number4>{NUMBER}|\d{{1,2}})\s+(?:submitted|returned|sent\s+in|made|gave|put\s+in)\s+(?:an?\s+)?(?:tenders?|bids?|quotations?|quotes?|offers?))\b",
    re.IGNORECASE,
)
_SENT: Final = Sign(folded=("tender", " bids", "quot"))
_WHO: Final = re.compile(
    r"(?:name\s+of\s+)?(?:tenderer|bidder|supplier|contractor|firm|company|provider|organisation|tender|bid|quotation)s?(?:\s+(?:name|ref(?:erence)?|number|no\.?))?",
    re.IGNORECASE,
)
# Why a table may have fewer than came in, or tell of something else.
_FEWER: Final = re.compile(
    r"\b(?:reject\w*|withdr[ae]w\w*|disqualif\w*|exclud\w*|fail\w*|not\s+(?:meet|met|pass\w*|compl\w*|accepted|scored|evaluated|considered|taken\s+forward|progress\w*)|incomplete|non-compliant"
    r"|late|short-?list\w*|eliminat\w*|set\s+aside|discount\w*|only|lowest\s+three|top\s+\w+\s+|highest-scoring\s+\w+\s+|lots?|more\s+than\s+one|joint|threshold|minimum\s+score|declin\w*|unsuccessful"
    r"|next\s+stage|second\s+stage|invited|remaining|other\s+(?:tenders|bids)|each\s+of\s+which|per\s+lot|successful\s+(?:tenderers|bidders|suppliers))\b",
    re.IGNORECASE,
)
# What is needed of a table to be of those who tendered: something is set beside each of them.
_FEWEST: Final = 2
_FAR: Final = 3


def miscounted_offers(piece: Piece, guide: Guide) -> tuple[tuple[Passage, int, int, int], ...]:
    """The numbers of tenders that a part tells, where its one table of tenderers has another number of them: the
    passage, where it is said, and how many the table has."""
    if not piece.stands:
        return ()
    tables = [names for table in piece.of_kind("table") if isinstance(table, Table) if (names := _names(table))]
    if len(tables) != 1:
        return ()
    told = [(passage, each) for passage in piece.having(_SENT) for each in _told(passage, guide)]
    if len({number for _, (_, _, number) in told}) != 1:
        return ()
    passage, (start, end, number) = told[0]
    has = len(tables[0])
    if number == has or abs(number - has) >= _FAR or has < _FEWEST:
        return ()
    if any(_FEWER.search(each.text) for each in piece.passages if each.kind != "cell" or len(each.text) > _LONG_CELL):
        return ()
    return ((passage, start, end, has),)


_LONG_CELL: Final = 60


def _told(passage: Passage, guide: Guide) -> Iterator[tuple[int, int, int]]:
    if passage.kind not in ("paragraph", "item"):
        return
    for start, end in passage.known(sentences_of, guide):
        for match in _CAME.finditer(passage.text, start, end):
            which = next(each for each in ("", "2", "3", "4") if match[f"said{each}"])
            number = match[f"number{which}"]
            yield *match.span(f"said{which}"), int(number) if number.isdigit() else value_of(number)


def _names(table: Table) -> list[str]:
    """Who stands in a table of those who tendered; nobody where it is one of something else."""
    rows = texts(table)
    if not rows or not rows[0] or not _WHO.fullmatch(rows[0][0].strip(" :")) or len(rows[0]) < _FEWEST:
        return []
    names = [
        row[0].strip()
        for row in rows[1:]
        if row[0].strip() and not SUBTOTAL.search(row[0]) and not NO_PART.match(row[0]) and any(row[1:])
    ]
    return names if len(set(names)) == len(names) and not re.search(r"\blots?\b", " ".join(rows[0]).casefold()) else []
