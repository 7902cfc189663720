"""Answers that the document has no place for, or that it prints in one, when a draft of it comes home."""

from clerkwell.model import FieldValue, SetDetailsDone, SetField, Several, apply
from clerkwell.packs.answers import named
from helpers.came_back import draft_of, shipped
from helpers.returning import back, changed, kept

ANSWERS = {
    "exempt-paragraphs": FieldValue(text="Paragraph 5", value="Paragraph 5"),
    "public-interest": FieldValue(text="The advice is privileged.", value="The advice is privileged."),
    "report-of": named("Chamberlain\nTown Clerk"),
}


def test_they_are_what_they_were() -> None:
    city, sample = shipped()
    edits = [SetField(field=name, value=value) for name, value in ANSWERS.items()]
    report = apply(Several(edits=(*edits, SetDetailsDone(done=True))), sample)
    was = kept(report)
    home = back(was.report, city, dict(was.files), document=draft_of(report, city)).report
    assert {name: home.field(name) for name in ANSWERS} == ANSWERS
    assert home.details_done
    assert changed(report, home, city) == set()
