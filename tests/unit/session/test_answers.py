"""The report in short: every answer and every part, in order, with the place to change it."""

import pytest

from clerkwell.model import BackgroundPaper, FieldValue, Place, Report, SetRows, apply, give_ids
from clerkwell.packs.repeating import is_typed
from clerkwell.session.answers import Answer, answers
from helpers.building import make_pack, make_report
from helpers.shipped import IDS, sample, shipped

PACK = make_pack()


def lines(report: Report) -> dict[str, Answer]:
    return {line.asked: line for group in answers(report, PACK) for line in group.lines}


def test_answers_of_the_header_come_with_what_is_missing() -> None:
    found = lines(make_report({}, {"subject": "Library  hours\nand days"}))
    assert found["Subject"].said == "Library hours; and days"
    assert found["Subject"].what == "subject"
    assert found["Subject"].place == Place(field="subject")
    assert not found["Subject"].missing


def test_rows_of_a_repeat_are_a_line_each() -> None:
    row = {"name": FieldValue(text="Planning"), "date": FieldValue(text="7 March 2026")}
    report = apply(SetRows(repeat="committees", rows=(row, {"name": FieldValue(text="Finance")})), make_report())
    found = lines(report)
    first = next(line for asked, line in found.items() if asked.endswith(" 1"))
    assert "Planning" in first.said
    assert "7 March 2026" in first.said
    assert first.place.row == 0
    second = next(line for asked, line in found.items() if asked.endswith(" 2"))
    assert second.said == "Finance"
    assert second.place.row == 1


def test_sections_say_how_far_they_are_and_how_they_begin() -> None:
    found = lines(make_report({"summary": "We ask for longer hours."}))
    assert found["Summary"].said == "In progress, 5 words: “We ask for longer hours.”"
    assert found["Summary"].place == Place(section="summary")
    assert not found["Summary"].missing
    assert lines(make_report())["Summary"].missing
    long = lines(make_report({"summary": "hours " * 60}))["Summary"].said
    assert long.startswith("In progress, 60 words: “hours")
    assert long.endswith("…”")
    assert len(long) < 150


def test_appendices_and_papers_are_lines_of_their_own() -> None:
    pack = shipped("city-of-london-2023")
    report = give_ids(sample(pack)).model_copy(update={"background_papers": (BackgroundPaper(title="Survey"),)})
    found = [line for group in answers(report, pack) for line in group.lines]
    appendix = report.appendices[0]
    mine = next(line for line in found if line.place == Place(appendix=appendix.id))
    assert mine.asked == f"Appendix {appendix.number}"
    assert appendix.title in mine.said
    assert any(line.said == "Survey" for line in found)


@pytest.mark.parametrize("pack_id", IDS)
def test_every_line_stands_once_and_leads_to_a_question_or_a_part_that_there_is(pack_id: str) -> None:
    pack = shipped(pack_id)
    report = give_ids(sample(pack)).model_copy(update={"background_papers": (BackgroundPaper(title="Survey"),)})
    groups = {group.heading: group.lines for group in answers(report, pack)}
    for line in groups["Header"]:
        repeat, dot, _ = line.place.field.partition(".")
        assert not dot or is_typed(repeat, pack), f"{line.asked} is no question of the form"
        assert "ppendix" not in line.asked
        assert "paper" not in line.asked
    every = [(line.asked, line.place) for lines in groups.values() for line in lines]
    assert len(every) == len(set(every))
    assert "Left blank" not in {line.said for line in groups["End matter"]}


def test_groups_stand_in_the_order_of_the_template() -> None:
    pack = shipped("city-of-london-2023")
    headings = [group.heading for group in answers(give_ids(sample(pack)), pack)]
    assert headings[0] == "Header"
    assert headings.index("Front") < headings.index("End matter")
    assert len(headings) == len(set(headings))
