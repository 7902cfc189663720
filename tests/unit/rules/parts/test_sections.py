"""Rules about sections find their faults, and leave alone what only looks like one."""

import pytest

from clerkwell.model import BackgroundPaper
from clerkwell.packs import Pack
from clerkwell.rules import check
from helpers.building import make_pack, make_report
from helpers.sound import MORE, WORDED, found, mended, sound, with_field, with_section, without_section


def test_a_section_that_is_always_needed_is_missed(pack: Pack) -> None:
    (problem,) = found(without_section(sound(pack), "summary"), pack, "section-missing")
    assert problem.severity == "error"


def test_a_conditional_section_is_missed_only_while_its_condition_holds(pack: Pack) -> None:
    report = without_section(sound(pack), "options")
    assert len(found(report, pack, "section-missing")) == 1
    assert not found(with_field(report, pack, "purpose", "For Information"), pack, "section-missing")


def test_a_heading_with_nothing_under_it_is_an_error(pack: Pack) -> None:
    (problem,) = found(with_section(sound(pack), "background", ""), pack, "section-empty")
    assert problem.severity == "error"


def test_an_empty_section_that_is_not_needed_can_be_left_out_by_the_fix(pack: Pack) -> None:
    report = with_section(sound(pack), "financial", " ")
    (problem,) = found(report, pack, "section-empty")
    assert check(mended(report, problem), pack) == ()


def test_an_empty_list_of_appendices_is_an_error_and_a_nil_one_is_not(pack: Pack) -> None:
    bare = sound(pack).model_copy(update={"appendices": ()})
    assert len(found(with_section(bare, "appendices"), pack, "section-empty")) == 1
    assert not found(with_section(bare, "appendices", "None."), pack, "section-empty")


@pytest.mark.parametrize("words", ["N/A", "N/A.", "None.", "n/a", "Not applicable", "None identified", "–"])
def test_a_needed_section_that_gives_no_reason_is_a_warning(pack: Pack, words: str) -> None:
    report = with_section(sound(pack), "options", words)
    (problem,) = found(report, pack, "nil-without-reason")
    assert (problem.severity, problem.quote) == ("warning", words)


@pytest.mark.parametrize(
    "words",
    [
        "There are no options to weigh, as the law leaves one way only.",
        "No consultation is needed, because the report is for information.",
        "None. The report commits no money.",
        "Nonesuch Park is the only site.",
    ],
)
def test_a_nil_answer_with_its_reason_is_sound(pack: Pack, words: str) -> None:
    assert not [
        problem for problem in check(with_section(sound(pack), "options", words), pack) if "nil" in problem.rule
    ]


def test_a_nil_section_that_is_not_needed_is_to_be_left_out(pack: Pack) -> None:
    report = with_section(sound(pack), "financial", "N/A")
    (problem,) = found(report, pack, "nil-section-left-in")
    assert check(mended(report, problem), pack) == ()


def test_a_nil_summary_is_an_error(pack: Pack) -> None:
    (problem,) = found(with_section(sound(pack), "summary", "N/A"), pack, "nil-not-allowed")
    assert problem.severity == "error"


def test_a_missing_list_of_background_papers_is_a_warning_where_the_pack_asks_for_it() -> None:
    asking = make_pack(WORDED.replace('kind = "background-papers"', 'kind = "background-papers"\nrequired = "always"'))
    report = without_section(sound(make_pack(WORDED + MORE)), "background-papers")
    assert [problem.severity for problem in found(report, asking, "background-papers-missing")] == ["warning"]
    listed = report.model_copy(update={"background_papers": (BackgroundPaper(title="Audit"),)})
    assert not found(listed, asking, "background-papers-missing")


def test_a_subheading_with_nothing_under_it_is_a_warning(pack: Pack) -> None:
    report = make_report({"background": "# Costs\n# Funding\nFrom reserves."}, pack=pack)
    assert [problem.quote for problem in found(report, pack, "subheading-empty")] == ["Costs"]


def test_a_reworded_heading_is_information_and_has_a_fix(pack: Pack) -> None:
    report = sound(pack)
    first = report.sections[0].model_copy(update={"heading": "In short"})
    report = report.model_copy(update={"sections": (first, *report.sections[1:])})
    (problem,) = check(report, pack)
    assert (problem.rule, problem.severity) == ("heading-reworded", "info")
    assert check(mended(report, problem), pack) == ()


def test_a_section_keeps_to_its_words() -> None:
    limited = make_pack(WORDED.replace('nil = "no"', 'nil = "no"\nwords = { least = 3, most = 5 }') + MORE)
    report = sound(limited)
    assert len(found(report, limited, "section-length")) == 1
    assert len(found(with_section(report, "summary", "Too short"), limited, "section-length")) == 1
    assert not found(with_section(report, "summary", "Four words are right"), limited, "section-length")
