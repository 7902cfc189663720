"""Each rule finds its fault, and leaves alone what only looks like it."""

from collections.abc import Callable

import pytest

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Edit,
    FieldValue,
    Image,
    Paragraph,
    Problem,
    Reference,
    Report,
    Section,
    SetRows,
    Text,
    TrayItem,
    apply,
    give_ids,
)
from clerkwell.packs import Pack, understand
from clerkwell.rules import check
from helpers.building import MANIFEST, make_pack, make_report

MORE = """
[[field]]
id = "public-status"
title = "Public status"
kind = "status"
choices = ["Public", "Part exempt", "Exempt"]

[[field]]
id = "amount"
title = "How much?"
required = "always"

[[field]]
id = "agreed"
title = "Is the funding agreed?"
kind = "yes-no"
required = "always"

[rules]
prompts = ["[Officer to complete]"]
date_form = "dd/mm/yyyy"
"""

# The answer No fills in the council's words for the questions that follow from it.
WORDED = MANIFEST.replace(
    'kind = "yes-no"\n',
    'kind = "yes-no"\nrequired = "always"\nwording = { No = { amount = "N/A", agreed = "N/A" } }\n',
)


@pytest.fixture
def pack() -> Pack:
    return make_pack(WORDED + MORE)


Change = Callable[[Report], Report]


def sound(pack: Pack) -> Report:
    """A report without a fault."""
    report = make_report(
        {
            "summary": "The play area in the park is worn out and this report says what to do.",
            "background": "The park opened long ago.\nThe survey is at Appendix 1.",
            "options": "Do nothing, mend it, or build it anew.",
            "background-papers": "None",
        },
        pack=pack,
    )
    answers = {
        "subject": "Play area",
        "purpose": "For Decision",
        "spending": "No",
        "amount": "N/A",
        "agreed": "N/A",
        "public-status": "Public",
    }
    for name, text in answers.items():
        report = with_field(report, pack, name, text)
    committee = {"name": FieldValue(text="Parks", value="Parks"), "date": FieldValue(text="07/09/2026")}
    report = apply(SetRows(repeat="committees", rows=(committee,)), report)
    return report.model_copy(
        update={
            "appendices": (Appendix(id="a1", number="1", title="Survey", status="public"),),
        }
    )


def with_field(report: Report, pack: Pack, name: str, text: str) -> Report:
    spec = pack.field(name)
    assert spec is not None
    return report.model_copy(update={"fields": {**report.fields, name: understand(spec, text, pack)}})


def with_section(report: Report, section_id: str, *texts: str) -> Report:
    sections = [section for section in report.sections if section.id != section_id]
    fresh = Section(id=section_id, blocks=tuple(Paragraph(runs=(Text(text=text),)) for text in texts))
    return give_ids(report.model_copy(update={"sections": (*sections, fresh)}))


def without_section(report: Report, section_id: str) -> Report:
    kept = tuple(section for section in report.sections if section.id != section_id)
    return report.model_copy(update={"sections": kept})


def found(report: Report, pack: Pack, rule: str) -> list[Problem]:
    return [problem for problem in check(report, pack) if problem.rule == rule]


def test_a_sound_report_has_no_problem(pack: Pack) -> None:
    assert check(sound(pack), pack) == ()


@pytest.mark.parametrize("field", ["subject", "spending", "amount", "agreed"])
def test_a_blank_field_is_an_error(pack: Pack, field: str) -> None:
    (problem,) = found(with_field(sound(pack), pack, field, "  "), pack, "field-missing")
    assert problem.severity == "error"
    assert problem.place is not None
    assert problem.place.field == field


def test_a_blank_after_the_answer_no_offers_the_councils_words(pack: Pack) -> None:
    report = with_field(sound(pack), pack, "amount", "")
    (problem,) = found(report, pack, "field-missing")
    assert check(mended(report, problem), pack) == ()


def test_no_committee_at_all_is_an_error(pack: Pack) -> None:
    report = apply(SetRows(repeat="committees", rows=()), sound(pack))
    assert [problem.severity for problem in found(report, pack, "field-missing")] == ["error"]


def test_a_committee_without_its_date_is_an_error_in_its_row(pack: Pack) -> None:
    rows = (*sound(pack).repeats["committees"], {"name": FieldValue(text="Finance", value="Finance")})
    (problem,) = found(apply(SetRows(repeat="committees", rows=rows), sound(pack)), pack, "field-missing")
    assert problem.place is not None
    assert (problem.place.field, problem.place.row) == ("committees.date", 1)


@pytest.mark.parametrize("answer", ["N/A", "Maybe", "See below", "Outcome 1"])
def test_a_yes_no_question_answered_otherwise_is_an_error_and_what_follows_from_it_is_not(
    pack: Pack, answer: str
) -> None:
    report = with_field(with_field(sound(pack), pack, "spending", answer), pack, "agreed", "N/A")
    (problem,) = found(report, pack, "answer-not-recognised")
    assert problem.quote == answer
    assert not found(report, pack, "field-nil")


@pytest.mark.parametrize("answer", ["Yes", "no", "Y", "N", "No."])
def test_an_answer_of_yes_or_no_in_any_form_is_one(pack: Pack, answer: str) -> None:
    problems = found(with_field(sound(pack), pack, "spending", answer), pack, "answer-not-recognised")
    assert "spending" not in [problem.place.field for problem in problems if problem.place]


def test_a_follow_up_with_nil_words_after_yes_is_not_an_answer(pack: Pack) -> None:
    report = with_field(sound(pack), pack, "spending", "Yes")
    assert [problem.quote for problem in found(report, pack, "field-nil")] == ["N/A"]
    assert [problem.place.field for problem in found(report, pack, "answer-not-recognised") if problem.place] == [
        "agreed"
    ]


@pytest.mark.parametrize(("answer", "field"), [("N", "spending"), ("NA", "amount"), ("n/a", "agreed")])
def test_an_unusual_form_of_an_answer_is_only_information_and_has_a_fix(pack: Pack, answer: str, field: str) -> None:
    report = with_field(sound(pack), pack, field, answer)
    (problem,) = check(report, pack)
    assert (problem.rule, problem.severity) == ("answer-house-form", "info")
    assert check(mended(report, problem), pack) == ()


@pytest.mark.parametrize("date", ["07/02//2022", "31/02/2022", "next week", "7/13/2022", "07-02-"])
def test_a_date_that_is_no_day_is_an_error(pack: Pack, date: str) -> None:
    (problem,) = found(with_date(pack, date), pack, "date-malformed")
    assert (problem.severity, problem.quote) == ("error", date)


@pytest.mark.parametrize("date", ["December 7th 2022", "7/06/2017", "7 February 2022", "Tuesday 6 September 2022"])
def test_a_date_in_another_form_is_only_information(pack: Pack, date: str) -> None:
    report = with_date(pack, date)
    assert [(problem.rule, problem.severity) for problem in check(report, pack)] == [("date-house-form", "info")]
    assert check(mended(report, check(report, pack)[0]), pack) == ()


def with_date(pack: Pack, date: str) -> Report:
    row = {"name": FieldValue(text="Parks", value="Parks"), "date": FieldValue(text=date)}
    return apply(SetRows(repeat="committees", rows=(row,)), sound(pack))


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
    report = without_section(sound(asking_with_more()), "background-papers")
    assert [problem.severity for problem in found(report, asking, "background-papers-missing")] == ["warning"]
    listed = report.model_copy(update={"background_papers": (BackgroundPaper(title="Audit"),)})
    assert not found(listed, asking, "background-papers-missing")


def asking_with_more() -> Pack:
    return make_pack(WORDED + MORE)


@pytest.mark.parametrize(
    "words",
    [
        "[Click here to enter Background Papers]",
        "[Officer to complete]",
        "Click or tap here to enter text.",
        "<insert name>",
        "Choose an item.",
        "[Insert the name of the ward, and its councillors]",
        "to meet on dd/mm/yyyy",
        "[…]",
    ],
)
def test_a_prompt_left_in_is_an_error_that_nobody_can_accept(pack: Pack, words: str) -> None:
    problems = found(with_section(sound(pack), "background", f"See this: {words} and more."), pack, "prompt-left")
    assert problems
    assert problems[0].severity == "error"


@pytest.mark.parametrize(
    "words",
    [
        "The minister [sic] said so.",
        "The site (click) is in the list.",
        "Residents [and visitors] agreed.",
        "Enter the hall from the north.",
        "See [1] and [2].",
    ],
)
def test_brackets_of_an_author_are_not_prompts(pack: Pack, words: str) -> None:
    assert not found(with_section(sound(pack), "background", words), pack, "prompt-left")


@pytest.mark.parametrize("where", ["field", "paper", "appendix", "heading"])
def test_a_prompt_is_found_wherever_words_can_stand(pack: Pack, where: str) -> None:
    prompt = "[Click here to enter text]"
    report = sound(pack)
    report = {
        "field": lambda: with_field(report, pack, "subject", prompt),
        "paper": lambda: report.model_copy(update={"background_papers": (BackgroundPaper(title=prompt),)}),
        "appendix": lambda: report.model_copy(update={"appendices": (Appendix(id="a1", number="1", title=prompt),)}),
        "heading": lambda: report.model_copy(
            update={"sections": tuple(s.model_copy(update={"heading": prompt}) for s in report.sections)}
        ),
    }[where]()
    assert found(report, pack, "prompt-left")


@pytest.mark.parametrize("words", ["as appended", "see the annex", "see Appendix 2 of the guidance"])
def test_an_appendix_that_is_never_cited_by_its_number_is_a_warning(pack: Pack, words: str) -> None:
    (problem,) = found(with_section(sound(pack), "background", words), pack, "appendix-not-cited")
    assert problem.severity == "warning"


@pytest.mark.parametrize("words", ["(Appendix 1)", "Appendices 1 and 2", "appendix 1.", "Appendices 1 to 3", "Annex 1"])
def test_an_appendix_is_cited_in_many_ways(pack: Pack, words: str) -> None:
    assert not found(with_section(sound(pack), "background", words), pack, "appendix-not-cited")


def test_a_live_reference_cites_its_appendix(pack: Pack) -> None:
    block = Paragraph(runs=(Text(text="See "), Reference(to="appendix", target="a1")))
    report = without_section(sound(pack), "background")
    report = give_ids(
        report.model_copy(update={"sections": (*report.sections, Section(id="background", blocks=(block,)))})
    )
    assert not found(report, pack, "appendix-not-cited")


@pytest.mark.parametrize(("words", "count"), [("Appendix 2", 1), ("Appendices 1 to 3", 2), ("Appendix B", 1)])
def test_an_appendix_that_is_cited_and_not_listed_is_a_warning(pack: Pack, words: str, count: int) -> None:
    report = with_section(sound(pack), "background", f"See Appendix 1 and also {words}.")
    assert len(found(report, pack, "appendix-not-listed")) == count


@pytest.mark.parametrize(
    "words", ["Appendix 9 of the Act", "Appendix A to the plan", "An appendix follows", "Appendix At"]
)
def test_other_documents_appendices_are_left_alone(pack: Pack, words: str) -> None:
    report = with_section(sound(pack), "background", f"See Appendix 1 and {words}.")
    assert not found(report, pack, "appendix-not-listed")


def test_an_appendix_has_a_title_and_a_number_of_its_own(pack: Pack) -> None:
    twins = (Appendix(id="a1", number="1", title="Survey"), Appendix(id="a2", number="1", title=""))
    report = sound(pack).model_copy(update={"appendices": twins})
    assert len(found(report, pack, "appendix-entry")) == 3


def test_a_reference_to_nothing_is_an_error(pack: Pack) -> None:
    block = Paragraph(runs=(Text(text="See Appendix 1 and paragraph "), Reference(to="paragraph", target="b999")))
    report = sound(pack)
    report = give_ids(
        report.model_copy(update={"sections": (*report.sections, Section(id="financial", blocks=(block,)))})
    )
    (problem,) = found(report, pack, "reference-broken")
    assert problem.place is not None
    assert (problem.place.start, problem.place.end) == (29, 30)


def test_a_picture_needs_words_unless_it_is_decoration(pack: Pack) -> None:
    def with_picture(picture: Image) -> Report:
        report = sound(pack)
        return give_ids(
            report.model_copy(update={"sections": (*report.sections, Section(id="financial", blocks=(picture,)))})
        )

    assert found(with_picture(Image(attachment="map.png")), pack, "picture-without-words")
    assert not found(with_picture(Image(attachment="map.png", decorative=True)), pack, "picture-without-words")
    assert not found(with_picture(Image(attachment="map.png", alt="Map of the park")), pack, "picture-without-words")


@pytest.mark.parametrize(
    ("status", "count"),
    [("Public", 0), ("Exempt", 1), ("Part exempt", 1)],
)
def test_what_is_exempt_says_under_which_paragraph(pack: Pack, status: str, count: int) -> None:
    report = with_field(sound(pack), pack, "public-status", status)
    assert len(found(report, pack, "exempt-reason")) == count
    named = report.model_copy(update={"fields": {**report.fields, "exempt-paragraphs": FieldValue(text="3")}})
    assert not found(named, pack, "exempt-reason")


@pytest.mark.parametrize(("paragraphs", "count"), [((), 1), ((10,), 1), ((3, 10), 0), ((8, 9), 1), ((7,), 0)])
def test_an_exempt_appendix_names_a_reason(pack: Pack, paragraphs: tuple[int, ...], count: int) -> None:
    appendix = Appendix(id="a1", number="1", title="Costs", status="exempt", exempt_paragraphs=paragraphs)
    report = sound(pack).model_copy(update={"appendices": (appendix,)})
    assert len(found(report, pack, "exempt-reason")) == count


def test_text_in_the_tray_is_a_warning(pack: Pack) -> None:
    report = sound(pack).model_copy(update={"tray": (TrayItem(text="Where does this go?"),)})
    assert [problem.severity for problem in found(report, pack, "tray-not-empty")] == ["warning"]


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


def mended(report: Report, problem: Problem) -> Report:
    fix: Edit | None = problem.fix
    assert fix is not None
    return apply(fix, report)
