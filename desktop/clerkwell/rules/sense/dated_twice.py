"""The rule about days that are told more than once: a consultation closes, and a contract ends, on one day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from clerkwell.model import Table
from clerkwell.proofing.sense.events import DAY_TOLD, Dated, Key, dated_entry, dated_events
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.totals import texts
from clerkwell.rules.signs import FIGURE, Sign

_DAY: Final = Sign(pattern=DAY_TOLD, within=FIGURE)
# What was weighed and not taken has days of its own, and a list of papers has theirs.
_APART: Final = frozenset(("options", "appendices", "background-papers"))

_WIDEST: Final = 3

_Told = tuple[Passage, Dated]


def _events(passage: Passage, guide: Guide) -> tuple[Dated, ...]:
    place = passage.place
    if passage.kind not in ("paragraph", "item") or not place.section or place.section in _APART:
        return ()
    return dated_events(passage.text, passage.known(sentences_of, guide))


def _entries(piece: Piece, _: Guide) -> tuple[_Told, ...]:
    """The days in rows of timetables: what a row is about stands in the cell beside the day."""
    done: list[_Told] = []
    for passage in piece.having(_DAY):
        place = passage.place
        if passage.kind != "cell" or passage.header or place.section in _APART or not isinstance(passage.block, Table):
            continue
        rows = texts(passage.block)
        cells = rows[place.path[0]]
        if 2 <= len(cells) <= _WIDEST:
            label = cells[1] if place.path[1] == 0 else cells[0]
            done += ((passage, each) for each in dated_entry(label, passage.text))
    return tuple(done)


def _two_ways(reading: Reading) -> Iterator[Finding]:
    groups: dict[Key, list[_Told]] = defaultdict(list)
    for passage, told in reading.where(_events, _DAY):
        for each in told:
            groups[each.key].append((passage, each))
    for piece in reading.pieces:
        for passage, each in piece.known(_entries, reading.guide) if piece.stands else ():
            groups[each.key].append((passage, each))
    consultations = {key[1:-1] for key in groups if key[0] == "consultation"}
    about = {told.about for members in groups.values() for _, told in members if told.about}
    told_of: set[Key] = set()
    for key, members in groups.items():
        pair = _at_odds(members)
        # Where one is called by a name, it is not certain which another is that has none.
        if (
            pair is None
            or (key[0] == "consultation" and (len(consultations) > 1 or len(about) > 1))
            or key[:-1] in told_of
            or (key[0] == "in force" and not _of_one_thing(members))
        ):
            continue
        if key[0] == "consultation":
            told_of.add(key[:-1])
        (first, one), (passage, other) = pair
        before = " ".join(first.text[one.start : one.end].split())
        message = f"Elsewhere the report gives {before} for this. Put the one that is wrong right."
        yield found(passage, other.start, other.end, message)


def _of_one_thing(members: Sequence[_Told]) -> bool:
    """Whether the same is said of each; a row of a timetable may leave out of it what it likes."""
    said = sorted((set(told.about.split()) for _, told in members), key=len)
    short = any(passage.kind == "cell" for passage, _ in members)
    return all(few == many or (short and few < many) for few, many in pairwise(said))


def _at_odds(members: Sequence[_Told]) -> tuple[_Told, _Told] | None:
    """Two of one thing that cannot both be right: two days in all, in two paragraphs, and near each other."""
    first, one = members[0]
    others = [each for each in members if not one.agrees(each[1])]
    if not others or any(not others[0][1].agrees(each) for _, each in others):
        return None
    passage, other = others[0]
    # Told side by side, they are two.
    if passage is first or any(each is passage for each, told in members if told.agrees(one)) or not one.may_be(other):
        return None
    return members[0], others[0]


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "date-two-ways", "warning", "One day is told as two",
            "A reader cannot tell which is right, and the minutes may record the wrong one.",
            Across(_two_ways), source="Careful drafting: dates in a report agree with each other",
        ),
    )  # fmt: skip
