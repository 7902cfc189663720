"""The rule about sums that are told more than once: the summary, the recommendations and the money agree."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from clerkwell.proofing.sense.amounts import Amount, sums
from clerkwell.proofing.sense.money_told import SEVERAL, TOLD_WITH, Key, ToldSum, agree, told_sums
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.bearings import prose_of, section_ids
from clerkwell.rules.signs import Sign
from clerkwell.rules.words import part_title

# What was weighed and not taken, and what went before, have sums of their own.
_APART: Final = frozenset(("options", "background", "appendices", "background-papers", "consultation"))
# Where a report says what all of it comes to.
_SUMMED_UP: Final = frozenset(("summary", "recommendations", "resource", "conclusion", "purpose-of-report", "reasons"))
_FINANCIAL: Final = r"^[\d.\s]*(?:financ|budget|cost\s+impl|resource)"
_TOLD: Final = Sign(pattern=TOLD_WITH, within=Sign("£"))

_Told = tuple[Passage, ToldSum]


def _sums(passage: Passage, guide: Guide) -> tuple[ToldSum, ...]:
    place = passage.place
    if (
        passage.kind not in PROSE
        or passage.kind in ("quotation", "cell")
        or not place.section
        or place.section in _APART
    ):
        return ()
    return told_sums(passage.text, passage.known(sentences_of, guide))


def _two_ways(reading: Reading) -> Iterator[Finding]:
    groups: dict[Key, list[_Told]] = defaultdict(list)
    for passage, told in reading.where(_sums, _TOLD):
        for each in told:
            groups[each.key].append((passage, each))
    for key, members in groups.items():
        pair = _at_odds(key, members, reading)
        if pair is not None:
            (first, one), (passage, other) = pair
            where = part_title(reading.report, reading.pack, first.place.section)
            message = (
                f"“{where}” says {one.words} of this, and here it is {other.words}. Put the one that is wrong right."
            )
            yield found(passage, other.start, other.end, message)


def _at_odds(key: Key, members: Sequence[_Told], reading: Reading) -> tuple[_Told, _Told] | None:
    """Two that cannot both be right: exactly two sums, in two sections, and one where the report sums up."""
    first, one = members[0]
    others = [each for each in members if not agree(one, each[1])]
    if not others or any(not agree(others[0][1], each[1]) for each in others):
        return None
    passage, other = others[0]
    same = [each for each, _ in members if each.place.section == passage.place.section]
    if first.place.section == passage.place.section or first in same:
        return None
    if key[0] == "part":
        return members[0], others[0]
    summed_up = _SUMMED_UP | section_ids(reading, "financial", _FINANCIAL)
    ends = {first.place.section, passage.place.section} & summed_up
    alone = not key[1] or key[0] in SEVERAL
    if not ends or (alone and (len(ends) < 2 or not _are_near(one, other))):
        return None
    if _explained(one, other, _beside(reading, first, passage)):
        return None
    return members[0], others[0]


def _are_near(one: ToldSum, other: ToldSum) -> bool:
    """Whether two sums may be one with a slip of the keys, and not those of a part and of the whole."""
    turned = sorted(str(one.pounds)) == sorted(str(other.pounds))
    return turned or 2 * max(one.pounds, other.pounds) <= 3 * min(one.pounds, other.pounds)


def _beside(reading: Reading, first: Passage, other: Passage) -> list[Amount]:
    """The sums in the text of the two sections: tables have so many that one of them is always the difference."""
    both = prose_of(reading, frozenset((first.place.section, other.place.section)))
    return [each for passage in both if passage.kind != "cell" for each in sums(passage.text)]


def _explained(one: ToldSum, other: ToldSum, beside: Sequence[Amount]) -> bool:
    """Whether what makes the difference is told: a contingency, a part that somebody else pays."""
    pounds = [each.pounds for each in beside]
    if abs(one.pounds - other.pounds) in pounds:
        return True
    # Both stand in one section at least: they are two things.
    return pounds.count(one.pounds) > 1 and pounds.count(other.pounds) > 1


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "money-two-ways", "warning", "One sum of money is told in two ways",
            "Members agree to the sum that they read, and the minutes record it.",
            Across(_two_ways), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
