"""The labelled corpus: invented reports of every pack with planted faults, and with traps that only look like faults.

Every problem at warning or error that no label expects is a false alarm. Run with `-s` to read the figures of each
rule; where the test fails it prints them too, with each miss and each false alarm.
"""

import tomllib
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

from clerkwell.rules import catalogue, check
from helpers.labelled import Labelled, read_labelled
from helpers.scoring import Score, Scores, score, table

FOLDER = Path(__file__).parent
FILES = sorted((FOLDER / "reports").glob("*.txt"))
PACKS = {
    "city-of-london-2017", "city-of-london-2022", "city-of-london-2023",
    "north-somerset-executive-2022", "generic-english-council",
}  # fmt: skip
LEAST_REPORTS, LEAST_WORDS, LEAST_LABELS = 25, 550, 300
RECALL, PRECISION = 0.95, 0.98


@cache
def severities() -> dict[str, str]:
    """How grave each kind of fault is, as the corpus has it."""
    given = tomllib.loads((FOLDER / "severities.toml").read_text(encoding="utf-8"))
    return {rule: severity for severity, rules in given.items() for rule in rules}


@cache
def reports() -> tuple[Labelled, ...]:
    return tuple(read_labelled(path) for path in FILES)


@cache
def scores() -> Scores:
    """The figures of all reports, by rule."""
    whole: Scores = defaultdict(Score)
    for each in reports():
        for rule, mine in score(each, check(each.report, each.pack)).items():
            whole[rule].add(mine)
    return whole


@cache
def graded() -> dict[str, str]:
    """How grave a problem of a rule is: as the corpus says, else (for a rule it does not know) as the rule does."""
    return {**{rule.id: rule.severity for rule in catalogue()}, **severities()}


def of(severity: str) -> Score:
    """The figures of all rules of a severity together."""
    pooled = Score()
    for rule, mine in scores().items():
        if graded()[rule] == severity:
            pooled.add(mine)
    return pooled


def told(figures: Score) -> str:
    """What to read where the figures are not good enough."""
    lines = [table(scores(), graded()), "", "missed:", *figures.missed, "", "false alarms:", *figures.false]
    return "\n".join([*lines, "", "traps sprung:", *figures.sprung])


def test_the_figures_of_each_rule(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print("\n" + table(scores(), graded()))  # noqa: T201  # what this test is for
        for severity in ("error", "warning", "info"):
            each = of(severity)
            said = f"{each.found} of {each.faults} faults found, {len(each.false)} false alarms, "
            print(f"{severity}: {said}{len(each.sprung)} of {each.traps} traps sprung")  # noqa: T201
    assert scores()


def test_no_error_is_missed_and_none_is_a_false_alarm() -> None:
    errors = of("error")
    assert [*errors.missed, *errors.false, *errors.sprung] == [], told(errors)


def test_warnings_find_most_faults_and_hardly_anything_else() -> None:
    warnings = of("warning")
    said = warnings.found + len(warnings.false)
    assert warnings.found >= RECALL * warnings.faults, told(warnings)
    assert warnings.found >= PRECISION * said, told(warnings)


def test_the_corpus_is_large_and_has_every_pack() -> None:
    labels = Counter(label.ok for each in reports() for label in each.labels)
    assert min(labels[True], labels[False]) >= LEAST_LABELS, labels
    assert len(reports()) >= LEAST_REPORTS
    assert {each.pack.id for each in reports()} == PACKS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_report_is_as_long_as_real_ones_and_its_labels_name_known_rules(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.split()) >= LEAST_WORDS
    unknown = {rule for label in read_labelled(path).labels for rule in label.rules} - set(severities())
    assert not unknown
