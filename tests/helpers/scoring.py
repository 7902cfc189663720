"""How what a check found agrees with what a corpus has labelled: found, missed and false alarms, rule by rule."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from clerkwell.model import Place, Problem
from helpers.labelled import Label, Labelled

COUNTED = ("error", "warning")


@dataclass
class Score:
    """One rule's figures; the lists hold what a person would want to read about each."""

    faults: int = 0
    found: int = 0
    traps: int = 0
    sprung: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Take another's figures in."""
        self.faults += other.faults
        self.found += other.found
        self.traps += other.traps
        self.sprung += other.sprung
        self.missed += other.missed
        self.false += other.false


Scores = dict[str, Score]


def score(given: Labelled, problems: Sequence[Problem]) -> Scores:
    """The figures of one report. A problem at warning or error that is no labelled fault is a false alarm."""
    scores: Scores = defaultdict(Score)
    faults = [label for label in given.labels if not label.ok]
    hit: set[int] = set()
    for problem in problems:
        met = [n for n, label in enumerate(faults) if problem.rule in label.rules and meets(problem, label)]
        hit.update(met)
        if not met and problem.severity in COUNTED:
            scores[problem.rule].false.append(f"{given.name}: {_where(problem)} {problem.quote!r}: {problem.message}")
        sprung = [each for each in given.labels if each.ok and problem.rule in each.rules and meets(problem, each)]
        if sprung and not met:
            scores[problem.rule].sprung.append(f"{given.name}: {sprung[0].name}")
    for label in given.labels:
        for rule in label.rules if label.ok else ():
            scores[rule].traps += 1
    for group in _groups(faults):
        mine = scores[faults[group[0]].rules[0]]
        mine.faults += 1
        if hit.intersection(group):
            mine.found += 1
        else:
            mine.missed.append(f"{given.name}: {faults[group[0]].name}")
    return scores


def _groups(faults: Sequence[Label]) -> Iterable[list[int]]:
    """The numbers of the labels that are one fault."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, label in enumerate(faults):
        groups[(label.rules[0], label.same) if label.same else ("", str(number))].append(number)
    return groups.values()


def meets(problem: Problem, label: Label) -> bool:
    """Whether a problem is about what a label marks: the same part, and words in common where both name words."""
    place = problem.place
    if place is None:
        return label.part in ("", "report") or _share(problem.quote, label.words)
    if _part(place) != label.part:
        return False
    if not label.block and label.start is None:
        return not label.words or _share(problem.quote, label.words)
    if place.block and label.block:
        if place.block != label.block or (place.path and label.path and place.path != label.path):
            return False
    elif place.appendix and not place.block:
        return True
    elif place.section:
        return not problem.quote or _share(problem.quote, label.words)
    if place.start is None or label.start is None:
        return True
    end = place.end if place.end is not None else place.start
    return place.start <= (label.end or label.start) and label.start <= end


def _share(quote: str, words: str) -> bool:
    mine, theirs = quote.casefold(), words.casefold()
    return bool(mine and theirs) and (mine in theirs or theirs in mine)


def _part(place: Place) -> str:
    return place.field or place.section or place.appendix


def _where(problem: Problem) -> str:
    return _part(problem.place) if problem.place else "report"


def table(scores: Scores, severities: dict[str, str]) -> str:
    """The figures as lines of text, a rule a line, the gravest first."""
    order = ("error", "warning", "info")
    lines = [f"{'rule':<28}{'severity':<10}{'faults':>7}{'found':>7}{'missed':>7}{'traps':>7}{'sprung':>7}{'false':>7}"]
    for rule in sorted(scores, key=lambda each: (order.index(severities[each]), each)):
        each = scores[rule]
        counts = (each.faults, each.found, len(each.missed), each.traps, len(each.sprung), len(each.false))
        lines.append(f"{rule:<28}{severities[rule]:<10}" + "".join(f"{count:>7}" for count in counts))
    return "\n".join(lines)
