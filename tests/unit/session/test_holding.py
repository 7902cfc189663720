"""What an earlier check found, held against the report as it is now: any edits, answers arriving late."""

from hypothesis import given, settings
from hypothesis import strategies as st

from clerkwell.model import (
    Appendix,
    FieldValue,
    Place,
    Problem,
    Report,
    SetAppendices,
    SetBlocks,
    SetDone,
    SetField,
    apply,
    is_empty,
)
from clerkwell.session.holding import holding
from clerkwell.session.parts import State, entries
from helpers.building import blocks, make_pack, make_report

PACK = make_pack()


def found(place: Place | None) -> Problem:
    return Problem(rule="r", severity="error", place=place, message="Something is wrong.")


MISSING = found(Place(section="summary"))
BLANK = found(Place(field="subject"))
WHOLE = found(None)


def test_nothing_is_dropped_of_a_report_that_is_as_it_was() -> None:
    report = make_report({"summary": "Words."})
    assert holding((MISSING, BLANK, WHOLE), report, report) == (MISSING, BLANK, WHOLE)
    assert holding((MISSING,), report, report.model_copy()) == (MISSING,)


def test_a_part_that_is_written_by_now_is_not_called_missing() -> None:
    before = make_report()
    after = apply(SetBlocks(section="summary", blocks=blocks("Some words.")), before)
    assert holding((MISSING, BLANK, WHOLE), before, after) == (BLANK, WHOLE)


def test_calling_a_part_done_settles_no_problem_in_it() -> None:
    before = make_report({"summary": "Some words."})
    after = apply(SetDone(section="summary", done=True), before)
    assert holding((MISSING,), before, after) == (MISSING,)


def test_an_answer_that_is_given_by_now_is_not_called_blank() -> None:
    before = make_report()
    after = apply(SetField(field="subject", value=FieldValue(text="Parks")), before)
    assert holding((MISSING, BLANK), before, after) == (MISSING,)


def test_words_beside_those_that_were_changed_are_judged_still() -> None:
    before = make_report({"summary": "One.\nTwo."})
    first, second = before.blocks("summary")[:2]
    one, two = (found(Place(section="summary", block=each.id, start=0, end=3)) for each in (first, second))
    fresh = blocks("Three.")[0].model_copy(update={"id": first.id})
    after = apply(SetBlocks(section="summary", blocks=(fresh, second)), before)
    assert holding((one, two), before, after) == (two,)


def test_an_appendix_is_known_by_itself() -> None:
    one, two = (Appendix(id=name, number=name, title="Plan") for name in "12")
    before = make_report().model_copy(update={"appendices": (one, two)})
    after = apply(SetAppendices(appendices=(one, two.model_copy(update={"title": "Map"}))), before)
    first, second = (found(Place(appendix=name)) for name in "12")
    assert holding((first, second), before, after) == (first,)


def test_a_part_whose_words_all_go_is_no_longer_done() -> None:
    report = apply(SetDone(section="summary", done=True), make_report({"summary": "Some words."}))
    emptied = apply(SetBlocks(section="summary", blocks=()), report)
    section = emptied.section("summary")
    assert section is not None
    assert not section.done
    other = apply(SetBlocks(section="summary", blocks=blocks("Other words.")), report).section("summary")
    assert other is not None
    assert other.done


def check(report: Report) -> tuple[Problem, ...]:
    """What a check finds: a missing or empty summary, and a wrong word in it."""
    section = report.section("summary")
    place = Place(section="summary")
    if section is None or is_empty(section.blocks):
        return (Problem(rule="section-missing", severity="error", place=place, message="It is missing."),)
    wrong = [block for block in section.blocks if "wrong" in str(block)]
    return tuple(
        Problem(
            rule="w",
            severity="warning",
            place=Place(section="summary", block=each.id, start=0, end=5),
            message="A word is wrong.",
        )
        for each in wrong
    )


MOVES = st.lists(st.sampled_from(["right", "wrong", "empty", "done", "open", "check", "answer"]), max_size=24)


@settings(max_examples=300, deadline=None)
@given(moves=MOVES)
def test_no_state_is_ever_explained_by_what_is_no_longer_there(moves: list[str]) -> None:
    """Checks begin and answer at any time between edits; late answers about an older report are dropped, as the
    session drops them. Whatever a part says of itself is true of the words that stand there."""
    report = checked = make_report()
    problems: tuple[Problem, ...] = check(report)
    under_way: Report | None = None
    for move in moves:
        match move:
            case "check":
                under_way = report
            case "answer":
                if under_way is report:
                    checked, problems = report, check(report)
                under_way = None
            case "done" | "open":
                if report.section("summary") is not None:
                    report = apply(SetDone(section="summary", done=move == "done"), report)
            case _:
                text = {"right": "Good words.", "wrong": "wrong words.", "empty": ""}[move]
                new = blocks(text) if text else ()
                report = apply(SetBlocks(section="summary", blocks=new), report)
        entry = next(each for each in entries(report, PACK, holding(problems, checked, report)) if each.id == "summary")
        true = {problem.message for problem in check(report)}
        assert not entry.why or entry.why in true, moves
        if entry.reopened:
            assert true, "a part that is done is opened only by what stands in it"
        section = report.section("summary")
        if section is not None and section.done and not true:
            assert entry.state is State.DONE
