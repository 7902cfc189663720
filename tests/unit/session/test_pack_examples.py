"""What a pack's rules for dates, files and properties come to, by the example of its sample."""

from datetime import date

import pytest

from clerkwell.model import Report
from clerkwell.packs import Pack, load_folder
from clerkwell.session.pack_examples import (
    deadline_examples,
    example_meeting,
    file_examples,
    property_examples,
    withheld_examples,
)
from clerkwell.session.trial import trial_report
from clerkwell.system import templates_folder
from clerkwell.workshop.draft.part import with_part


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_folder(templates_folder() / "city-of-london-2023")


@pytest.fixture(scope="module")
def sample(pack: Pack) -> Report:
    return trial_report(pack)


def test_the_example_meeting_is_a_tuesday_after_the_holidays() -> None:
    assert example_meeting(date(2026, 11, 23)) == date(2027, 1, 12)
    for year in range(2024, 2034):
        day = example_meeting(date(year, 6, 1))
        assert (day.year, day.month, day.weekday()) == (year + 1, 1, 1)
        assert 8 <= day.day <= 14


def test_clear_days_leave_out_what_the_council_is_closed_on(pack: Pack) -> None:
    closed = with_part(pack, "deadlines", closed=(date(2027, 1, 4), date(2027, 1, 5)))
    publish, announce = deadline_examples(closed, date(2027, 1, 12))
    assert publish == (
        "Publish by Wednesday 30 December 2026 (five clear days before Tuesday 12 January 2027). Not counted: "
        "Friday 1 January (New Year’s Day), Monday 4 January (the council is closed) and Tuesday 5 January (the "
        "council is closed)."
    )
    assert announce.startswith("Announce a key decision by Monday 14 December 2026")


def test_no_deadline_is_said_where_there_is_none(pack: Pack) -> None:
    told = deadline_examples(with_part(pack, "deadlines", clear_days=0, notice_days=0), date(2027, 1, 12))
    assert told == (
        "No day is told until which a report has to be published.",
        "No notice of key decisions is asked for.",
    )


def test_files_are_named_by_the_samples_subject(pack: Pack, sample: Report) -> None:
    named = with_part(pack, "files", document="{subject} v1", public="Open", non_public="Closed")
    names = [each.words for each in file_examples(sample, named)]
    subject = sample.field("subject").text
    assert names[0] == f"{subject} v1.docx"
    assert names[3].endswith("– open")
    assert names[4].endswith("– closed")


def test_properties_and_withheld_words_are_those_of_the_export(pack: Pack, sample: Report) -> None:
    told = property_examples(sample, with_part(pack, "properties", keywords=("{pack.council}",)))
    assert [each.what for each in told] == ["Title", "Subject", "Author", "Keywords"]
    assert told[0].words == sample.field("subject").text
    assert told[3].words == pack.manifest.pack.council
    open_titles = withheld_examples(with_part(pack, "sets", list_titles=True, mark=""))
    assert [each.words for each in open_titles][1].startswith("Appendix 1 – Tenders – Not for publication")
    assert len(open_titles) == 2
