"""Running single rules: what they find as problems, graded as the pack has it, and what becomes of one that fails."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from clerkwell.model import Problem, Severity
from clerkwell.packs import Pack
from clerkwell.rules.answers import in_report
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Apart, Each, Finding, Rule
from clerkwell.rules.signs import Searched

# The id under which a fault of the program itself is told.
PROGRAM_FAULT: Final = "program-fault"

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Graded:
    """A rule as a pack has it: `grade` is the pack's, None where it leaves the rule's own."""

    rule: Rule
    grade: Severity | None

    def problems(self, reading: Reading) -> list[Problem]:
        """What a rule about the whole report finds; where it fails, that alone."""
        try:
            if _by_part(self.rule):
                return [problem for piece in reading.pieces for problem in self._of_piece(piece, reading)]
            return [self.problem(finding, reading) for finding in self._findings(reading)]
        except Exception:  # one rule's fault must not hide what the others found
            _log.exception("rule %s failed", self.rule.id)
            return [self.fault()]

    def problem(self, finding: Finding, reading: Reading) -> Problem:
        """A finding as a problem of this report."""
        return Problem(
            rule=self.rule.id,
            severity=self.grade or finding.severity or self.rule.severity,
            place=finding.place,
            quote=finding.quote,
            message=finding.message,
            why=self.rule.why,
            fix=finding.fix and in_report(finding.fix, reading.report, reading.pack),
        )

    def fault(self) -> Problem:
        """What is told where the rule has failed."""
        message = (
            f"The check “{self.rule.title}” failed, so look for it yourself. This is a fault of Clerkwell: tell its IT."
        )
        return Problem(rule=PROGRAM_FAULT, severity="warning", quote=self.rule.id, message=message, why=self.rule.why)

    def _of_piece(self, piece: Piece, reading: Reading) -> tuple[Problem, ...]:
        key = (Graded, self.rule.id, piece.stands)
        if key not in piece.kept:
            alone = Reading(piece.alone, reading.guide, (piece,), piece.passages if piece.stands else ())
            piece.kept[key] = tuple(self.problem(finding, reading) for finding in self._findings(alone))
        return piece.kept[key]  # type: ignore[return-value]  # put there a line above

    def _findings(self, reading: Reading) -> Iterator[Finding]:
        match self.rule.find:
            case Across(look):
                return look(reading)
            case Each():
                raise TypeError("rules about each passage are run together")
            case Apart(look):
                return look(reading.report, reading.pack)
            case look:
                return look(reading.report, reading.pack)


def _by_part(rule: Rule) -> bool:
    return isinstance(rule.find, Apart) or (isinstance(rule.find, Across) and rule.find.by_part)


def graded(rules: Iterable[Rule], pack: Pack) -> tuple[Graded, ...]:
    """The rules that are in force in a pack."""
    about = pack.manifest
    found = []
    for rule in rules:
        grade = None if rule.locked else about.rules.grades.get(rule.id)
        if grade != "off" and not (rule.england and about.pack.nation != "england"):
            found.append(Graded(rule, grade))
    return tuple(found)


class EachPassage:
    """All rules about each passage by itself, run together: a part that did not change costs a look at what is kept."""

    def __init__(self, rules: Sequence[Graded]) -> None:
        self._looks = [(each, each.rule.find) for each in rules if isinstance(each.rule.find, Each)]
        # Those for every passage, by their numbers; the others by the sign that they go by.
        self._always = [at for at, (_, find) in enumerate(self._looks) if find.sign is None]
        self._signed = [(at, find.sign) for at, (_, find) in enumerate(self._looks) if find.sign is not None]

    def problems(self, reading: Reading) -> Iterator[Problem]:
        """What they find; a rule that fails at some passages tells of that once, and what it found at the others."""
        failed: dict[str, Problem] = {}
        for piece in reading.pieces:
            if not piece.stands:
                continue
            for problem in self._of_piece(piece, reading):
                if problem.rule != PROGRAM_FAULT:
                    yield problem
                else:
                    failed[problem.quote] = problem
        yield from failed.values()

    def _of_piece(self, piece: Piece, reading: Reading) -> tuple[Problem, ...]:
        if self not in piece.kept:
            self._read(piece, reading)
            piece.kept[self] = tuple(problem for passage in piece.passages for problem in self._of_passage(passage))
        return piece.kept[self]  # type: ignore[return-value]  # put there a line above

    def _of_passage(self, passage: Passage) -> tuple[Problem, ...]:
        return passage.kept[self]  # type: ignore[return-value]  # put there by `_read`

    def _read(self, piece: Piece, reading: Reading) -> None:
        """Keep with the new passages of a part what is found in them; they are searched for signs together."""
        passages = [passage for passage in piece.passages if self not in passage.kept]
        all_new = len(passages) == len(piece.passages)
        searched = piece.searched if all_new else Searched([passage.text for passage in passages])
        signed: dict[int, list[int]] = {}
        for number, sign in self._signed:
            for at in searched.having(sign):
                signed.setdefault(at, []).append(number)
        for at, passage in enumerate(passages):
            which = sorted((*self._always, *signed[at])) if at in signed else self._always
            passage.kept[self] = tuple(self._look(which, passage, reading, reading.guide))

    def _look(self, which: Sequence[int], passage: Passage, reading: Reading, guide: Guide) -> Iterator[Problem]:
        for number in which:
            each, find = self._looks[number]
            try:
                for finding in find.look(passage, guide):
                    yield each.problem(finding, reading)
            except Exception:  # one rule's fault must not hide what the others found
                _log.exception("rule %s failed", each.rule.id)
                yield each.fault()
