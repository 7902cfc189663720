"""What the rules say to people: in the house's English, to the point, and of words that stand in the report."""

import re
from functools import cache

import pytest

from clerkwell.model import Place, Problem, Report
from clerkwell.model.pins import words_at
from clerkwell.model.text import OBJECT
from clerkwell.packs import Pack, outline
from clerkwell.rules import Engine, Rule, catalogue
from clerkwell.rules.examples import examples
from clerkwell.rules.words import texts, texts_beside
from helpers.examples import made

RULES = {rule.id: rule for rule in catalogue()}
GIVEN = examples()
LONGEST = 220
# The GOV.UK style guide: no courtesies, nobody blamed, no words of programmers, plain words for Latin.
UNWANTED = re.compile(
    r"\b(?:please|sorry|oops|invalid|illegal|forbidden|required field|mandatory|fatal|failed|forgot|error|null|utilise"
    r"|eg|ie|etc|viz|cf|nb|via|per annum|vs)\b|\b(?:e\.g|i\.e|n\.b)\.",
    re.IGNORECASE,
)
# Words of the report, which are its author's: the house is not to be read in them.
QUOTED = re.compile("“[^“”]*”")
# What was found is one sentence, what to do another.
SENTENCES = re.compile(r"(?<=[.”])\s+(?=[A-Z“])")


@cache
def engine() -> Engine:
    return Engine()


@cache
def told(rule: str) -> tuple[tuple[Problem, Report, Pack], ...]:
    """Every problem that a rule's examples make it tell of, with the report and its pack."""
    done = []
    for example in GIVEN[rule].caught:
        report, pack = made(example)
        done += [(each, report, pack) for each in engine().check(report, pack) if each.rule == rule]
    return tuple(done)


def ours(words: str) -> str:
    """The words without those that they quote."""
    return QUOTED.sub("“…”", words)


def unhouselike(words: str) -> list[str]:
    """What in words for people is against the house."""
    own = ours(words)
    faults = [each[0] for each in UNWANTED.finditer(own)]
    faults += [each for each in ('"', "'", "  ", "!", "...", " ,", " .") if each in own]
    faults += ["small letter first"] if own[:1].islower() else []
    return faults


def open_words(words: str) -> int:
    """How many quotation marks have no other half."""
    return abs(words.count("“") - words.count("”"))


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_is_worded_as_the_house_words_things(rule: Rule) -> None:
    assert rule.title
    assert rule.why
    assert rule.source
    for words in (rule.title, rule.why, rule.source, rule.fix):
        assert unhouselike(words) == []
        assert open_words(words) == 0
    assert rule.why.endswith(".")
    for label in (rule.title, rule.source, rule.fix):
        assert not label.endswith("."), "a label is no sentence"
    assert len(rule.title) <= 90


@pytest.mark.parametrize("rule", RULES)
def test_a_message_is_whole_sentences_of_plain_english_and_short(rule: str) -> None:
    assert told(rule)
    for problem, _, _ in told(rule):
        assert unhouselike(problem.message) == []
        assert problem.message.endswith("."), problem.message
        assert len(ours(problem.message)) <= LONGEST, problem.message
        assert OBJECT not in problem.message


@pytest.mark.parametrize("rule", RULES)
def test_a_message_says_what_to_do_or_offers_to_do_it(rule: str) -> None:
    for problem, _, _ in told(rule):
        said = [each for each in SENTENCES.split(ours(problem.message)) if each]
        assert problem.fix is not None or len(said) > 1, problem.message


@pytest.mark.parametrize("rule", RULES)
def test_what_a_message_is_about_stands_in_the_report(rule: str) -> None:
    for problem, report, pack in told(rule):
        if problem.quote:
            everything = [text for _, text in (*texts(report), *texts_beside(report))]
            everything += [part.heading for part in outline(report, pack)] + [each.text for each in report.tray]
            everything += [f"Appendix {each.number}" for each in report.appendices]
            assert any(problem.quote in text for text in everything), problem.quote
        if problem.place is not None:
            assert _is_there(problem.place, report, pack), problem.place
        if problem.place is not None and problem.place.start is not None:
            assert problem.place.end is not None
            assert problem.place.start <= problem.place.end
            # What stands for a live reference or a footnote has no words of its own there.
            assert words_at(report, problem.place) in (problem.quote, OBJECT)


def _is_there(place: Place, report: Report, pack: Pack) -> bool:
    """Whether the report, or the layout of its pack, has such a place."""
    if place.field:
        return pack.field(place.field) is not None
    if place.appendix:
        found = any(each.id == place.appendix for each in report.appendices)
    else:
        found = bool(report.section(place.section) or pack.section(place.section))
    if not place.block:
        return found
    return found and any(one.block == place.block for one, _ in texts(report))
