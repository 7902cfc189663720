"""Mutations: each rule's fault, planted at a random place in a random clean report, is found; mended, all is silent.

The faults come from the examples of the rules and from the labelled corpus. A test's name has the seed that it was made
with, so that a failure can be made again.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest

from clerkwell.model import Block, Blocks, ListItem, Problem, Report, Table, all_blocks, apply, give_ids, walk
from clerkwell.packs import Pack
from clerkwell.rules import Engine
from clerkwell.rules.examples import Example, examples
from clerkwell.rules.giving_way import GIVES_WAY
from helpers.clean_reports import PACKS, clean_report
from helpers.examples import DEFAULT, base_of, changed, sample
from helpers.labelled import Label, Labelled, read_labelled
from helpers.marking import marked_up

# Sections of another kind than running text; and the summary, which is read by itself and may say things again.
APART = frozenset(("summary", "recommendations", "options", "appendices", "background-papers"))
# What is wrong with these words is wrong wherever they stand.
ANYWHERE = frozenset((
    "misspelt", "american-spelling", "doubled-word", "a-or-an", "confused-words", "space-before-punctuation",
    "space-after-punctuation", "doubled-punctuation", "date-in-text-malformed",
))  # fmt: skip
# What is wrong with these words is wrong in the council whose list, numbered paragraphs or meeting they speak of.
OF_ONE_COUNCIL = frozenset(("committee-unknown", "word-missing-after-name", "date-tense", "paragraph-not-there"))
SEEDS = range(3)
Said = Counter[tuple[str, str, str]]


@cache
def engine() -> Engine:
    return Engine()


def said(report: Report, pack: Pack) -> Said:
    """What is said of a report, each as often as it is said."""
    return Counter((each.rule, each.message, each.quote) for each in engine().check(report, pack))


def speakers(rule: str) -> frozenset[str]:
    """The rules that may tell what a rule finds: it or one that it gives way to."""
    return GIVES_WAY.get(rule, frozenset()) | {rule}


def headed(seed: str, pack_id: str) -> Labelled:
    """A random clean report under the header of the pack's sample, whose meeting the examples speak of."""
    clean, header = clean_report(seed, pack_id), sample(pack_id)
    update = {"fields": header.fields, "repeats": header.repeats}
    return Labelled(clean.name, clean.pack, clean.report.model_copy(update=update))


def planted(report: Report, blocks: Blocks, dice: Random) -> Report:
    """The report with blocks at a random place of its running text: never within a list or right before one."""
    section = dice.choice([each for each in report.sections if each.id not in APART and each.blocks])
    places = [at for at in range(len(section.blocks) + 1) if not _within(section.blocks, at)]
    at = dice.choice(places)
    mutated = section.model_copy(update={"blocks": (*section.blocks[:at], *blocks, *section.blocks[at:])})
    sections = tuple(mutated if each.id == section.id else each for each in report.sections)
    return give_ids(report.model_copy(update={"sections": sections}))


def _within(blocks: Blocks, at: int) -> bool:
    after = blocks[at] if at < len(blocks) else None
    return isinstance(after, ListItem | Table) or (at > 0 and blocks[at - 1].kind == "subheading")


@pytest.mark.parametrize("pack_id", PACKS)
@pytest.mark.parametrize("seed", range(12))
def test_a_clean_report_has_nothing_to_be_said_against_it(pack_id: str, seed: int) -> None:
    clean = clean_report(f"{pack_id}-{seed}", pack_id)
    problems = engine().check(clean.report, clean.pack)
    assert [(each.rule, each.quote, each.message) for each in problems if each.severity != "info"] == []


def plain() -> Iterator[object]:
    """Each rule whose examples are just words, with the seeds to plant them by."""
    for rule, given in examples().items():
        words = [each for each in given.caught if not each.change]
        for seed in SEEDS if words else ():
            yield pytest.param(rule, words, seed, id=f"{rule}-{seed}")


@pytest.mark.parametrize(("rule", "words", "seed"), list(plain()))
def test_words_at_fault_are_found_anywhere_and_silent_once_mended(rule: str, words: list[Example], seed: int) -> None:
    dice = Random(f"{rule} {seed}")
    example = dice.choice(words)
    clean = headed(f"{rule} {seed}", DEFAULT if rule in OF_ONE_COUNCIL else dice.choice(PACKS))
    before = said(clean.report, clean.pack)
    report = planted(clean.report, marked_up(example.says), dice)
    more = [
        each
        for each in engine().check(report, clean.pack)
        if each.rule in speakers(rule) and (each.rule, each.message, each.quote) not in before
    ]
    assert more, f"{rule} does not find {example.says!r} in a {clean.pack.id}"
    for problem in more:
        if problem.fix is not None:
            key = (problem.rule, problem.message, problem.quote)
            assert said(apply(problem.fix, report), clean.pack)[key] < said(report, clean.pack)[key]
    assert said(clean.report, clean.pack) == before, "the fault taken back, nothing more is said than at first"


def deeds() -> Iterator[object]:
    """Each rule whose examples do something to a report that a clean one has the parts for."""
    for rule, given in examples().items():
        able = [each for each in given.caught if each.change and each.change.get("base") != "blank"]
        for seed in SEEDS if able else ():
            yield pytest.param(rule, able, seed, id=f"{rule}-{seed}")


@pytest.mark.parametrize(("rule", "able", "seed"), list(deeds()))
def test_what_is_done_to_a_clean_report_is_found(rule: str, able: list[Example], seed: int) -> None:
    dice = Random(f"{rule} {seed}")
    example = dice.choice(able)
    _, pack = base_of(example)
    clean = headed(f"{rule} {seed}", pack.id)
    before = said(clean.report, pack)
    after = said(changed(clean.report, pack, example.change), pack)
    assert any(key[0] in speakers(rule) for key in after - before), f"{rule} does not find {example.says!r}"


@cache
def corpus() -> tuple[tuple[Labelled, Label, Block], ...]:
    """The paragraphs of the corpus that hold a fault which is one anywhere."""
    done = []
    for path in sorted((Path(__file__).parent / "reports").glob("*.txt")):
        given = read_labelled(path)
        blocks = {block.id: block for section in given.report.sections for block in walk(section.blocks)}
        for label in given.labels:
            block = blocks.get(label.block)
            if not label.ok and label.rules[0] in ANYWHERE and block is not None and block.kind == "paragraph":
                done.append((given, label, block))
    return tuple(done)


@pytest.mark.parametrize("seed", range(40))
def test_what_is_found_in_one_report_is_found_in_another_and_goes_when_taken_back(seed: int) -> None:
    dice = Random(seed)
    home, label, block = dice.choice(corpus())
    at_home = [each for each in engine().check(home.report, home.pack) if of(each, label, block.id)]
    clean = clean_report(seed)
    before = said(clean.report, clean.pack)
    report = planted(clean.report, (block.model_copy(update={"id": ""}),), dice)
    news = {block.id for _, block in all_blocks(report)} - {block.id for _, block in all_blocks(clean.report)}
    abroad = [each for each in engine().check(report, clean.pack) if of(each, label, *news)]
    assert {each.quote for each in abroad} >= {each.quote for each in at_home}, f"{home.name}: {label.name}"
    assert said(clean.report, clean.pack) == before


def of(problem: Problem, label: Label, *blocks: str) -> bool:
    """Whether a problem is of a label's rule and in one of these blocks."""
    return problem.rule in label.rules and problem.place is not None and problem.place.block in blocks
