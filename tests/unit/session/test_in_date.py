"""Which version of its template a report is told to move to, for its meeting."""

from datetime import UTC, date, datetime

import pytest

from clerkwell.model import FieldValue, Report
from clerkwell.packs import Catalogue, Pack
from clerkwell.session.again.starting import newest_pack
from clerkwell.session.in_date import better
from clerkwell.session.starting import new_report
from helpers.building import MANIFEST, make_pack

TODAY = date(2026, 11, 23)


def pack(version: str, since: str, pack_id: str = "test-council", title: str = "Test report") -> Pack:
    text = MANIFEST.replace('version = "1.0.0"', f'version = "{version}"').replace("2020-01-01", since)
    return make_pack(text.replace('id = "test-council"', f'id = "{pack_id}"').replace("Test report", title))


FIRST, SECOND = pack("1.0.0", "2020-01-01"), pack("2.0.0", "2027-04-01")
BOTH = Catalogue((SECOND, FIRST))


def report(of: Pack, *meetings: str) -> Report:
    """A report to meetings on these days."""
    rows = tuple({"date": FieldValue(text=day, value=day)} for day in meetings)
    return new_report(of, datetime(2026, 11, 23, tzinfo=UTC)).model_copy(update={"repeats": {"committees": rows}})


@pytest.mark.parametrize(
    ("of", "meetings", "wanted"),
    [
        (FIRST, (), None),
        (FIRST, ("2027-03-31",), None),
        (FIRST, ("2027-04-01",), SECOND),
        # Of several meetings the first decides.
        (FIRST, ("2027-05-01", "2027-03-01"), None),
        (SECOND, ("2027-03-31",), FIRST),
        (SECOND, ("2027-04-01",), None),
    ],
)
def test_the_first_meeting_says_which_version(of: Pack, meetings: tuple[str, ...], wanted: Pack | None) -> None:
    found = better(report(of, *meetings), of, BOTH, TODAY)
    assert (found.pack if found else None) == wanted


def test_it_is_said_with_the_day_where_that_is_the_reason() -> None:
    found = better(report(FIRST, "2027-04-01"), FIRST, BOTH, TODAY)
    assert found is not None
    assert found.words.startswith("For the meeting on 1 April 2027 version 2.0.0 of this template is in date, and this")
    mended = Catalogue((pack("1.0.1", "2020-01-01"), FIRST))
    found = better(report(FIRST), FIRST, mended, TODAY)
    assert found is not None
    assert found.words.startswith("This report is in version 1.0.0 of its template, and there is version 1.0.1.")


def test_a_version_that_is_offered_no_more_is_said_to_be() -> None:
    archived = make_pack(MANIFEST.replace('version = "1.0.0"', 'version = "1.1.0"\nstate = "archived"'))
    found = better(report(archived), archived, Catalogue((archived, FIRST)), TODAY)
    assert found is not None
    assert "version 1.1.0 of its template, which is no longer offered: new reports are in version 1.0.0." in found.words


def test_the_next_layout_of_the_series_is_named() -> None:
    successor = pack("1.0.0", "2027-04-01", "test-council-2027", "New report")
    found = better(report(FIRST, "2027-04-01"), FIRST, Catalogue((FIRST, successor)), TODAY)
    assert found is not None
    assert found.words.startswith("“New report” is the template in date for the meeting on 1 April 2027")


def test_a_copy_of_last_years_report_gets_the_version_in_date_for_its_meeting() -> None:
    assert newest_pack(FIRST, BOTH, date(2027, 3, 31)) == FIRST
    assert newest_pack(FIRST, BOTH, date(2027, 4, 1)) == SECOND
