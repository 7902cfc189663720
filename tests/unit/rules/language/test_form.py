"""Rules of form by the council's own choices, over several paragraphs, and on texts that nobody would write."""

from time import perf_counter

import pytest

from clerkwell.model import Paragraph, Problem, Report, Text, apply, plain
from clerkwell.packs import Pack
from clerkwell.proofing.text.readability import Readability, readability, total
from clerkwell.rules import Engine, SectionFigures, fix_all, readabilities
from clerkwell.rules.language import house, lists, punctuation, readable, sentences
from clerkwell.rules.parts import dates
from helpers.building import MANIFEST, make_pack, make_report

FORM = tuple(rule for subject in (punctuation, lists, sentences, dates, house) for rule in subject.rules())
LONG = " ".join(["word"] * 30)


def council(*lines: str) -> Pack:
    """A pack whose council has these things to say of its language."""
    return make_pack("\n".join([MANIFEST, "[language]", *lines]))


def found(report: Report, pack: Pack, rule: str = "") -> list[Problem]:
    return [each for each in Engine(FORM).check(report, pack) if not rule or each.rule == rule]


def words(report: Report, section: str = "background") -> list[str]:
    return [plain(block.runs) for block in report.blocks(section) if hasattr(block, "runs")]


@pytest.mark.parametrize(
    ("key", "rule", "text", "better"),
    [
        ('dates = "7th February 2022"', "house-date", "It opens on 3 May 2031.", "It opens on 3rd May 2031."),
        ('times = "5:30 p.m."', "house-time", "It opens at 9.15am.", "It opens at 9:15 a.m."),
        ('money = "£1.5m"', "house-money", "It costs £2 million.", "It costs £2m."),
        ('numbers = "12,000"', "house-money", "It costs £2500.", "It costs £2,500."),
        ('per_cent = "5 per cent"', "house-per-cent", "It rose by 4%.", "It rose by 4 per cent."),
        ('numbers = "12,000"', "house-number", "It had 25000 visitors.", "It had 25,000 visitors."),
    ],
)
def test_what_is_not_in_the_councils_form_is_told_and_put_right(key: str, rule: str, text: str, better: str) -> None:
    pack = council(key)
    report = make_report({"background": text})
    (problem,) = found(report, pack)
    assert (problem.rule, problem.severity) == (rule, "info")
    assert problem.fix is not None
    assert words(apply(problem.fix, report)) == [better]
    assert not found(report, make_pack())


def test_the_stop_after_a_time_is_not_doubled() -> None:
    pack = council('times = "5.30 p.m."')
    report = make_report({"background": "It opens at 9am. It closes at 5pm."})
    edit = fix_all("house-time", report, pack).edit
    assert edit is not None
    assert words(apply(edit, report)) == ["It opens at 9 a.m. It closes at 5 p.m."]


@pytest.mark.parametrize(("most", "told"), [(40, 0), (29, 1), (0, 0)])
def test_how_long_a_sentence_may_be_is_the_councils_to_say(most: int, told: int) -> None:
    pack = council(f"sentence_most = {most}", "sentence_note = 0")
    assert len(found(make_report({"background": f"The {LONG}."}), pack)) == told


def test_long_sentences_are_counted_once_for_each_section() -> None:
    report = make_report({"summary": f"The {LONG}.", "background": f"The {LONG}. A {LONG}.\nMy {LONG}."})
    problems = found(report, make_pack(), "sentence-long")
    assert [each.place.section for each in problems if each.place] == ["summary", "background"]
    assert ["1 sentence has" in problems[0].message, "3 sentences have" in problems[1].message] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "They wrote: “The hall is loved.\n“It is used.\n“It should stay.” And so it will.",
        "They wrote: “The hall is loved.\nIt is used.\nIt should stay.” And so it will.",
        '4.1 They wrote: "The hall is loved.\n4.2 "It should stay."',
        "They wrote (as they had before:\n- one.\n- two.\n- three.) and left.",
        "They chose a), as c) above is closed.",
    ],
)
def test_what_goes_on_over_several_paragraphs_is_whole(text: str) -> None:
    assert not [each for each in found(make_report({"background": text}), make_pack()) if "unmatched" in each.rule]


def test_what_is_closed_in_another_section_is_not_closed() -> None:
    report = make_report({"summary": "It is (as they said old.", "background": "It is new) they said."})
    assert len(found(report, make_pack(), "bracket-unmatched")) == 2


def test_each_paragraph_is_told_once_however_many_brackets_it_lacks() -> None:
    assert len(found(make_report({"background": "((((( It is old."}), make_pack(), "bracket-unmatched")) == 1


def test_a_fix_leaves_the_words_beside_it_as_they_look() -> None:
    report = make_report({"background": "It is old , they said. Is it ?"})
    problems = found(report, make_pack(), "space-before-punctuation")
    assert [each.quote for each in problems] == ["old ,", "it ?"]
    edit = fix_all("space-before-punctuation", report, make_pack()).edit
    assert edit is not None
    assert words(apply(edit, report)) == ["It is old, they said. Is it?"]


def test_figures_of_reading_are_told_by_section_without_headings_and_bare_answers() -> None:
    report = make_report(
        {"summary": "We mend the roof. It dries.", "background": "# The long history\n- It is old\n- It leaks"}
    )
    figures = readabilities(report, make_pack())
    assert {name: (each.words, each.sentences) for name, each in figures.items()} == {
        "summary": (6, 2),
        "background": (5, 2),
    }


@pytest.mark.parametrize(
    "piece", ["(", ". ", "a , ", "“a ", "1,", "jo@example.org , ", "a) ", "It is. ", "31 April ", "a;b "]
)
def test_a_whole_check_of_a_text_that_nobody_would_write_takes_its_time_in_proportion(piece: str) -> None:
    report = make_report({"background": (piece * 100_000)[:100_000]})
    began = perf_counter()
    found(report, make_pack())
    # A second or two; what looks at every character for every other takes minutes.
    assert perf_counter() - began < 30


def test_a_section_is_counted_again_only_where_it_was_written_on(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []

    def count(text: str) -> Readability:
        counted.append(text)
        return readability(text)

    monkeypatch.setattr(readable, "readability", count)
    first, second = (Paragraph(runs=(Text(text=text),)) for text in ("The plan is sound.", "It costs little."))
    longer = Paragraph(runs=(Text(text="It costs very little."),))
    figures = SectionFigures()
    figures.of((first, second))
    assert figures.of((first, longer)) == total(map(readability, ("The plan is sound.", "It costs very little.")))
    assert counted == ["The plan is sound.", "It costs little.", "It costs very little."]
    # A paragraph that stands twice is read twice.
    assert figures.of((first, first)).words == 8
