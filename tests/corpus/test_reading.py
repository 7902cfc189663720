"""What a labelled report says of itself is read where it stands, and is no part of the report."""

from helpers.labelled import labelled

REPORT = """pack: generic-english-council
subject: Weirs
## appendices: {{ok heading-reworded|Annexes}}
1 | Plan of the weirs | public |
## background-papers
Minutes of the last meeting
"""


def test_a_label_round_a_heading_is_a_label_and_not_the_heading() -> None:
    read = labelled("weirs", REPORT)
    assert [section.heading for section in read.report.sections] == ["Annexes", ""]
    assert [(label.rules, label.ok, label.part, label.words) for label in read.labels] == [
        (("heading-reworded",), True, "appendices", "Annexes")
    ]
