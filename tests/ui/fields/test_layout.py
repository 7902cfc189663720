"""The order and the groups of the form, and how it writes dates."""

from datetime import date
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.model import FieldValue
from clerkwell.model.days import in_form, in_words
from clerkwell.packs import meeting_days, parse_date
from clerkwell.packs.manifest import FieldKind
from clerkwell.ui.editors.fields.inputs.build import builders
from clerkwell.ui.editors.fields.layout import groups
from helpers.building import make_pack, make_report
from helpers.forms import form_pack
from helpers.shipped import shipped


def test_a_repeat_stands_where_its_first_field_does_and_authors_come_last() -> None:
    header, sign_off = groups(form_pack())
    assert [item.id for item in header.items][:3] == ["committees", "subject", "reason"]
    assert [item.id for item in sign_off.items] == ["authors"]


def test_lists_with_a_page_of_their_own_are_not_in_the_form() -> None:
    manifest = """
[pack]
id = "x"
series = "x"
version = "1.0.0"
effective_from = 2020-01-01
nation = "england"
council = "X"
title = "X"
[[repeat]]
id = "appendices"
title = "Appendices"
singular = "appendix"
[[field]]
id = "appendices.title"
title = "Title"
[[field]]
id = "recommendation-stem"
title = "Stem"
"""
    (only,) = groups(make_pack(manifest))
    assert [item.id for item in only.items] == ["recommendation-stem"]


def test_every_kind_of_field_has_a_control() -> None:
    assert set(builders()) == set(get_args(FieldKind))


def test_a_day_is_shown_with_its_weekday() -> None:
    assert in_words(date(2022, 12, 7)) == "Wednesday 7 December 2022"


def test_the_earliest_meeting_decides_which_lists_are_in_force() -> None:
    pack = form_pack()
    report = make_report(pack=pack)
    assert meeting_days(report, pack) == ()
    rows = (
        {"date": FieldValue(text="9/2/2023", value="2023-02-09")},
        {"date": FieldValue(text="x", value="2023-01-23")},
    )
    assert meeting_days(report.model_copy(update={"repeats": {"committees": rows}}), pack)[0] == date(2023, 1, 23)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["dd/mm/yyyy", "d month yyyy", ""]))
def test_a_date_picked_is_written_so_that_it_is_understood(day: date, form: str) -> None:
    assert parse_date(in_form(day, form)) == day
    assert parse_date(in_words(day)) == day


def test_who_signed_each_part_off_is_asked_apart_from_the_header() -> None:
    signed = next(each for each in groups(shipped("maidstone-2022")) if each.title == "Who signed each part off")
    assert len(signed.items) == 11
    assert all(each.id.endswith("-sign-off") for each in signed.items)
