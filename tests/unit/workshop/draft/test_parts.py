"""Sections, headings over them and questions that are changed: the document and the example report follow."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerkwell.model import Report
from clerkwell.packs import Pack, PackError, load_folder
from clerkwell.packs.load import SAMPLE
from clerkwell.system import templates_folder
from clerkwell.word.template import template_lines
from clerkwell.workshop import check_pack
from clerkwell.workshop.draft.fields import (
    change_field,
    hide_field,
    label_field,
    move_field,
    new_field,
    print_field,
    remove_field,
    rename_field,
)
from clerkwell.workshop.draft.groups import new_group, remove_group
from clerkwell.workshop.draft.moving import move_section, next_spot
from clerkwell.workshop.draft.printing import print_after, printed_after
from clerkwell.workshop.draft.removing import field_goes, section_goes
from clerkwell.workshop.draft.sections import Spot, new_section, remove_section, rename_section
from clerkwell.workshop.draft.standing import document_of
from helpers.pack_edits import edited

_PACKS = sorted(folder.name for folder in templates_folder().iterdir())


def _pack(name: str) -> Pack:
    return load_folder(templates_folder() / name)


def _said(pack: Pack) -> list[str]:
    return [line.words for line in template_lines(pack.template) if line.words]


def _sections(pack: Pack) -> list[str]:
    return [each.id for each in document_of(pack).places.of("section")]


def _new_faults(pack: Pack, before: Pack) -> list[str]:
    known = {each.message for each in check_pack(before)}
    return [each.message for each in check_pack(pack) if each.message not in known and each.severity != "info"]


def _sample(pack: Pack) -> Report:
    return Report.model_validate_json(pack.files[SAMPLE])


def test_a_new_section_looks_like_those_beside_it_and_is_in_the_example_report() -> None:
    before = _pack("city-of-london-2023")
    pack = new_section(before, "Digital skills", Spot("options", "main-report"))
    lines = template_lines(pack.template)
    (heading,) = [line for line in lines if line.words == "Digital skills"]
    assert heading.style == next(line.style for line in lines if line.words == "Options")
    assert _sections(pack)[_sections(pack).index("options") + 1] == "digital-skills"
    assert _sample(pack).section("digital-skills") is not None
    spec = pack.section("digital-skills")
    assert spec is not None
    assert (spec.numbered, spec.group) == (True, "main-report")
    assert _new_faults(pack, before) == []


def test_a_new_row_of_a_table_of_implications_asks_who_signed_it_off() -> None:
    before = _pack("maidstone-2022")
    pack = new_section(before, "Rural areas", Spot("legal", "implications"))
    assert pack.field("rural-areas-sign-off") is not None
    assert _new_faults(pack, before) == []


def test_a_renamed_section_is_worded_so_in_the_document_and_known_by_its_old_title() -> None:
    pack = rename_section(_pack("north-somerset-executive-2022"), "details", "What is proposed")
    assert "What is proposed" in _said(pack)
    assert "Details" not in _said(pack)
    spec = pack.section("details")
    assert spec is not None
    assert "Details" in spec.aliases


def test_a_moved_section_moves_in_the_document_and_takes_the_headings_style_of_its_new_group() -> None:
    pack = before = _pack("city-of-london-2023")
    for _ in range(2):
        spot = next_spot(pack, "summary", 1)
        assert spot is not None
        pack = move_section(pack, "summary", spot)
    assert _sections(pack)[:3] == ["recommendations", "summary", "background"]
    spec = pack.section("summary")
    assert spec is not None
    assert spec.group == "main-report"
    assert _new_faults(pack, before) == []


def test_removing_a_section_says_what_goes_with_it() -> None:
    before = _pack("city-of-london-2023")
    said = " ".join(section_goes(before, "recommendations"))
    assert "Words before the recommendations" in said
    assert "“Not placed yet”" in said
    pack = remove_section(before, "recommendations")
    assert pack.field("recommendation-stem") is None
    assert "recommendations" not in _sections(pack)
    assert _sample(pack).section("recommendations") is None


def test_rows_of_a_table_become_sections_when_its_heading_goes() -> None:
    before = _pack("maidstone-2022")
    pack = remove_group(before, "implications")
    assert [each.shape for each in document_of(pack).places.of("section") if each.id == "legal"] == ["block"]
    assert pack.field("legal-sign-off") is None
    assert _new_faults(pack, before) == []


def test_a_heading_is_put_over_sections_where_their_headings_are_numbered() -> None:
    before = _pack("north-somerset-executive-2022")
    pack = new_group(before, "The case", "policy")
    assert _said(pack).index("The case") < _said(pack).index("Policy…" if "Policy…" in _said(pack) else "Policy")
    assert _new_faults(pack, before) == []


def test_where_reports_have_an_order_of_their_own_a_heading_over_sections_is_not_printed() -> None:
    before = _pack("generic-english-council")
    pack = new_group(before, "The case", "introduction")
    group = pack.group("the-case")
    assert group is not None
    assert not group.printed
    assert pack.template == before.template
    assert _new_faults(pack, before) == []


@pytest.mark.parametrize("name", ["city-of-london-2023", "generic-english-council"])
def test_a_new_question_is_printed_after_another_as_such_ones_are(name: str) -> None:
    before = _pack(name)
    pack = new_field(before, "Who is consulted", "public-status")
    assert "Who is consulted:" in " ".join(_said(pack))
    assert _sample(pack).field("who-is-consulted").text
    assert _new_faults(pack, before) == []


def test_a_question_of_rows_is_printed_in_each_row() -> None:
    before = _pack("generic-english-council")
    pack = new_field(before, "Chair", "committees.date", "committees")
    place = next(each for each in document_of(pack).places.of("field") if each.id == "committees.chair")
    assert "repeat:committees" in place.inside
    assert _new_faults(pack, before) == []


def test_a_label_follows_its_question_and_older_ones_stay_known() -> None:
    pack = rename_field(_pack("city-of-london-2023"), "report-author", "Officer")
    assert any(line.startswith("Officer:") for line in _said(pack))
    spec = pack.field("report-author")
    assert spec is not None
    assert spec.labels[:2] == ("Officer:", "Report author:")
    pack = label_field(pack, "spending", "Is more money needed?")
    assert "Is more money needed?" in _said(pack)


def test_a_question_that_is_printed_no_more_leaves_no_empty_row_and_can_come_back() -> None:
    before = _pack("city-of-london-2023")
    hidden = hide_field(before, "funding-source")
    assert len(_said(hidden)) == len(_said(before)) - 2
    assert _new_faults(print_field(hidden, "funding-source"), before) == []


def test_questions_change_places_in_the_document_too() -> None:
    pack = move_field(_pack("generic-english-council"), "report-author", 1)
    said = " ".join(_said(pack))
    assert said.index("Wards affected:") < said.index("Report author:")


@pytest.mark.parametrize(
    ("name", "field", "after"),
    [
        ("generic-english-council", "wards", "purpose"),
        ("generic-english-council", "reference", ""),
        ("city-of-london-2023", "report-author", "spending"),
        ("city-of-london-2023", "funding-source", "report-author"),
        ("maidstone-2022", "wards", "purpose"),
    ],
)
def test_a_question_is_printed_after_any_other(name: str, field: str, after: str) -> None:
    before = _pack(name)
    pack = print_after(before, field, after)
    assert printed_after(pack, field) == after
    assert _new_faults(pack, before) == []


def test_the_title_of_the_document_stays_a_heading() -> None:
    with pytest.raises(PackError, match="is a heading"):
        print_after(_pack("city-of-london-2023"), "subject", "report-of")


def test_conditions_follow_the_answers_of_their_question() -> None:
    before = _pack("maidstone-2022")
    asked = change_field(before, "purpose", {"vocab": "", "choices": ("For decision", "For information")})
    renamed = change_field(asked, "purpose", {"choices": ("To decide", "For information")})
    spec = renamed.section("options")
    assert spec is not None
    assert spec.only == {"purpose": ("To decide",)}
    assert "2 parts depend" in " ".join(field_goes(renamed, "purpose"))
    gone = remove_field(renamed, "purpose").section("options")
    assert gone is not None
    assert gone.only == {}


def test_the_subject_stays() -> None:
    with pytest.raises(PackError, match="has to stay"):
        remove_field(_pack("generic-english-council"), "subject")


# Six edits and a check of each of six packs: the check, a trial export included, takes most of the time.
@pytest.mark.parametrize("name", _PACKS)
@settings(max_examples=2, deadline=None)
@given(edits=st.lists(st.tuples(st.integers(0, 16), st.integers(0, 39)), min_size=4, max_size=7))
def test_whatever_is_changed_the_pack_stays_sound(name: str, edits: list[tuple[int, int]]) -> None:
    before = _pack(name)
    kept = dict(before.files)
    pack = before
    for what, which in edits:
        try:
            pack = edited(pack, what, which)
        except PackError:
            continue
    assert [each.message for each in check_pack(pack) if each.severity == "error"] == []
    assert before.files == kept
