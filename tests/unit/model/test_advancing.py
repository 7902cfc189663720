"""What makes one report of another, sent where the first one is kept."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.model import EditError, FieldValue, Report, SetBlocks, SetField, apply
from clerkwell.model.advancing import advance, advanced
from helpers.building import blocks, make_report
from helpers.strategies import edits, reports


def sent(before: Report | None, there: Report | None, after: Report) -> Report:
    """The report after, as another process makes it of the one it has."""
    return advanced(there, pickle.loads(pickle.dumps(advance(before, after))))


@given(report=reports, changes=st.lists(edits, max_size=4))
def test_the_report_there_is_the_report_here_after_every_edit(report: Report, changes: list[object]) -> None:
    there = sent(None, None, report)
    assert there == report
    for edit in changes:
        try:
            after = apply(edit, report)  # type: ignore[arg-type]  # an edit of any kind
        except EditError:
            continue
        there, report = sent(report, there, after), after
        assert there == after
        assert there.next_id == after.next_id
        assert [block.id for section in there.sections for block in section.blocks] == [
            block.id for section in after.sections for block in section.blocks
        ]


def test_one_section_goes_over_and_the_others_stay_the_same_objects() -> None:
    report = make_report({"summary": "One.", "background": "Two.", "options": "Three."})
    there = sent(None, None, report)

    after = apply(SetBlocks(section="background", blocks=blocks("Changed.")), report)
    step = advance(report, after)
    then = advanced(there, step)

    assert [isinstance(each, int) for each in step.sections] == [True, False, True]
    assert set(step.parts) == {"next_id"}
    assert then.sections[0] is there.sections[0]
    assert then.sections[2] is there.sections[2]


def test_an_answer_goes_over_without_any_section() -> None:
    report = make_report({"summary": "One."})
    step = advance(report, apply(SetField(field="subject", value=FieldValue(text="Park")), report))
    assert step.sections == (0,)
    assert set(step.parts) == {"fields"}


def test_another_report_altogether_goes_over_whole() -> None:
    one, other = make_report({"summary": "One."}), make_report({"options": "Other."})
    there = sent(None, None, one)
    assert sent(one, there, other) == other
