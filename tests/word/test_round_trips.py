"""Every draft comes home as the report that it was made of: nothing changed that nobody changed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerkwell.intake.homecoming import draft_of, read_draft
from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.word.reader import read_document
from clerkwell.word.writer import write_document
from helpers.carried import carried, said_alone
from helpers.docx_making import png
from helpers.furnished import furnished
from helpers.inventing import hostile_report, invented_report
from helpers.numbered import numbered_report
from helpers.shipped import IDS, kept, sample, shipped
from helpers.strategies import reports
from helpers.tabled import tabled_pack, tabled_report
from helpers.torture import PICTURES, torture

_SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def come_home(report: Report, pack: Pack, files: dict[str, bytes] | None = None) -> Report:
    """The report that its own draft makes of it."""
    document = read_document(write_document(report, pack, draft=True, attachments=files or {}))
    imported = read_draft(document, pack, report, files or {})
    assert not imported.findings
    return imported.report


@pytest.mark.parametrize("pack_id", IDS)
def test_a_sample_comes_home_as_it_went(pack_id: str) -> None:
    pack = shipped(pack_id)
    assert come_home(sample(pack), pack, kept(pack)) == sample(pack)


@pytest.mark.parametrize("pack_id", IDS)
def test_a_report_of_everything_that_is_hard_to_set_comes_home_as_it_went(pack_id: str) -> None:
    pack = shipped(pack_id)
    assert come_home(torture(pack), pack, PICTURES) == torture(pack)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("pack_id", IDS)
def test_numbers_lists_and_references_come_home_as_they_went(pack_id: str, seed: int) -> None:
    pack = shipped(pack_id)
    report = numbered_report(pack, seed)
    assert come_home(report, pack) == report


@pytest.mark.parametrize("short", [False, True])
def test_a_report_set_in_tables_comes_home_as_it_went(short: bool) -> None:
    pack = tabled_pack(short=short)
    assert come_home(tabled_report(pack), pack) == tabled_report(pack)


@_SLOW
@given(report=reports)
def test_any_report_comes_home_as_it_went(report: Report) -> None:
    pack = furnished()
    files = {"plan.png": png()}
    assert come_home(report, pack, files) == report


@_SLOW
@given(pack_id=st.sampled_from(IDS), seed=st.integers(0, 10_000))
def test_words_that_no_careful_author_would_write_come_home_as_they_went(pack_id: str, seed: int) -> None:
    pack = shipped(pack_id)
    report = hostile_report(pack, 20, seed, list(PICTURES))
    assert come_home(report, pack, PICTURES) == report


@pytest.mark.parametrize("pack_id", IDS)
def test_a_sample_comes_home_alone_but_for_what_no_draft_carries(pack_id: str) -> None:
    pack = shipped(pack_id)
    document = read_document(write_document(sample(pack), pack, draft=True, attachments=kept(pack)))
    imported = read_draft(document, pack)
    assert said_alone(imported.report) == said_alone(carried(sample(pack), pack, kept(pack)))
    assert not imported.report.tray


def test_pictures_of_a_draft_that_comes_home_alone_come_with_it() -> None:
    pack = shipped(IDS[2])
    document = read_document(write_document(sample(pack), pack, draft=True, attachments=kept(pack)))
    imported = read_draft(document, pack)
    assert set(imported.attachments.values()) <= set(document.pictures.values())
    assert len(imported.attachments) == 1


def test_a_picture_keeps_its_name_though_its_file_is_not_at_hand() -> None:
    pack = shipped(IDS[2])
    document = read_document(write_document(sample(pack), pack, draft=True, attachments=kept(pack)))
    blocks = read_draft(document, pack, sample(pack)).report.blocks("current-position")
    assert [each.kind for each in blocks] == [each.kind for each in sample(pack).blocks("current-position")]


def test_a_draft_says_which_pack_it_was_made_with_and_other_documents_do_not() -> None:
    pack = shipped(IDS[0])
    mark = draft_of(read_document(write_document(sample(pack), pack, draft=True, attachments=kept(pack))))
    assert mark is not None
    assert (mark.pack, mark.version, mark.sections) == (pack.id, pack.ref.version, ())
    final = write_document(sample(pack), pack, draft=False, attachments=kept(pack))
    assert draft_of(read_document(final)) is None


def test_a_long_report_comes_home_as_it_went() -> None:
    pack = shipped(IDS[2])
    report = invented_report(pack, 8000)
    assert come_home(report, pack) == report
