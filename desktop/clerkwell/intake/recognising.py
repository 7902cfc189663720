"""Which pack a text was written in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clerkwell.intake.committees import choice_names, looks_like_date
from clerkwell.intake.folding import folded
from clerkwell.intake.headings import Headings
from clerkwell.intake.labels import Labels
from clerkwell.intake.lines import Line
from clerkwell.packs import Pack, parse_date

# A pack has to be recognised by this much of what it can be recognised by.
_ENOUGH = 0.55
_HEADER = 60
# So many labels and headings make a text a report.
_PROOF = 2
_COUNCIL = re.compile(r"(?:the\s+)?[A-Z][\w'’& -]{2,60}\s(?:Council|COUNCIL)")


@dataclass(frozen=True)
class Candidate:
    """A pack, how far a text looks like its layout (from 0 to 1), and how many of its headings the pack knows."""

    pack: Pack
    share: float
    known: int


def recognise(lines: Sequence[Line], packs: Sequence[Pack]) -> Pack | None:
    """The pack whose layout this is; where none fits, the one that takes any report; None where there is none."""
    words = _spaced("\n".join(line.text for line in lines))
    candidates = [_candidate(pack, lines, words) for pack in packs if _is_of_one_council(pack)]
    most = max((each.known for each in candidates), default=0) or 1
    day = _first_date(lines)
    best = max(
        candidates,
        key=lambda each: (
            # Of two that share their labels: the one that knows more of the headings, and was in force on the day.
            round(3 * each.share + each.known / most + 0.3 * _in_force(each.pack, day), 2),
            each.pack.manifest.pack.effective_from,
        ),
        default=None,
    )
    # The council is known by any of its layouts; which of them it is, by the headings and the day.
    if best is not None and any(each.share >= _ENOUGH and _series(each) == _series(best) for each in candidates):
        return best.pack
    return next((pack for pack in packs if not _is_of_one_council(pack)), best.pack if best else None)


def _series(candidate: Candidate) -> str:
    return candidate.pack.manifest.pack.series


def evidence(lines: Sequence[Line], packs: Sequence[Pack]) -> int:
    """How much of a text says that it is a report at all, counted up to 2: labels in its head, headings packs know."""
    most = 0
    for pack in packs:
        most = max(most, _evidence(lines, pack))
        if most >= _PROOF:
            break
    return most


def _evidence(lines: Sequence[Line], pack: Pack) -> int:
    labels, headings = Labels(pack), Headings(pack)
    found: set[str] = set()
    for index, line in enumerate(lines):
        if index < _HEADER and len(line.text) < 600 and (label := labels.at_start(line.text, loose=line.is_row)):
            found.add(label.field)
        if heading := headings.whole(line) or headings.begins(line):
            found.add(heading.id)
        if len(found) >= _PROOF:
            break
    return len(found)


def _is_of_one_council(pack: Pack) -> bool:
    return pack.manifest.pack.order == "pack"


def _candidate(pack: Pack, lines: Sequence[Line], words: str) -> Candidate:
    """The share of the pack's words of recognition and of its required headings that the text has."""
    given = pack.manifest.recognise
    headings = Headings(pack)
    known = [heading.id for line in lines if (heading := headings.whole(line) or headings.begins(line)) is not None]
    needed = {spec.id for spec in pack.manifest.section if spec.required == "always"}
    total = 3 * len(given.always) + len(given.often) + len(needed)
    points = (
        3 * sum(_spaced(each) in words for each in given.always)
        + sum(_spaced(each) in words for each in given.often)
        + len(needed.intersection(known))
        - 3 * sum(_spaced(each) in words for each in given.never)
    )
    share = max(0.0, points / total) if total else 0.0
    return Candidate(pack, share / 2 if _names_another(pack, lines) else share, len(set(known)))


def _names_another(pack: Pack, lines: Sequence[Line]) -> bool:
    """Whether a line of the head is another council's name."""
    known = {folded(pack.manifest.pack.council)}
    for spec in pack.manifest.field:
        if spec.vocab:
            known |= {folded(name) for name in choice_names(spec, pack)}
    for line in lines[:20]:
        cells = line.text.split("\t")
        if any(_COUNCIL.fullmatch(cell) and folded(cell) not in known for cell in cells):
            return True
    return False


def _first_date(lines: Sequence[Line]) -> date | None:
    for line in lines[:_HEADER]:
        for cell in line.text.split("\t"):
            value = cell.rpartition(":")[2].strip()
            if looks_like_date(value) and (day := parse_date(value)):
                return day
    return None


def _in_force(pack: Pack, day: date | None) -> bool:
    about = pack.manifest.pack
    return day is not None and about.effective_from <= day and (about.effective_to is None or day <= about.effective_to)


def _spaced(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
