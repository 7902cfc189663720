"""The outline: every section that a report has or could have, in the order of the document."""

from clerkwell.model import Appendix, Report, Section, SetSections, apply
from clerkwell.packs import Pack, outline, own_spec
from helpers.building import MANIFEST, make_pack, make_report

PACK = make_pack()
FREE = make_pack(
    MANIFEST.replace('numbering = "paragraphs"', 'order = "report"')
    + '\n[[section]]\nid = "other"\ntitle = "Other"\nnil = "yes"\n'
)


def ids(report: Report, pack: Pack) -> list[str]:
    return [part.id for part in outline(report, pack)]


def standing(report: Report, pack: Pack = PACK) -> list[str]:
    return [part.id for part in outline(report, pack) if part.stands]


def test_an_empty_report_shows_every_section_in_the_packs_order_and_none_stands() -> None:
    expected = ["summary", "background", "options", "financial", "appendices", "background-papers"]
    assert ids(make_report(), PACK) == expected
    assert standing(make_report()) == []


def test_sections_stand_in_the_packs_order_however_the_report_keeps_them() -> None:
    report = make_report({"financial": "Words.", "summary": "Words."})
    assert standing(report) == ["summary", "financial"]


def test_a_section_that_was_begun_stands_even_while_it_is_empty() -> None:
    assert standing(make_report({"background": ""})) == ["background"]


def test_a_list_stands_as_soon_as_it_lists_something() -> None:
    report = make_report().model_copy(update={"appendices": (Appendix(id="a", number="1"),)})
    assert standing(report) == ["appendices"]


def test_a_section_that_has_no_place_does_not_stand_and_is_kept() -> None:
    pack = make_pack(
        MANIFEST.replace('title = "Background"', 'title = "Background"\nonly = { purpose = "For Decision" }')
    )
    report = make_report({"background": "Words."}, fields={"purpose": "For Information"})
    assert standing(report, pack) == []
    assert "background" in ids(report, pack)
    assert standing(make_report({"background": "Words."}, fields={"purpose": "For Decision"}), pack) == ["background"]


def test_a_section_of_the_reports_own_comes_last_where_the_pack_sets_the_order() -> None:
    report = apply(SetSections(sections=(Section(id="own-1", heading="Lessons"), Section(id="summary"))), make_report())
    assert ids(report, PACK)[-1] == "own-1"


def test_the_report_sets_the_order_where_the_pack_lets_it() -> None:
    report = make_report({"financial": "Words.", "summary": "Words."})
    assert standing(report, FREE) == ["financial", "summary"]


def test_sections_not_begun_wait_before_the_next_one_that_the_pack_has_after_them() -> None:
    report = make_report({"options": "Words."})
    assert ids(report, FREE) == ["summary", "background", "options", "financial", "appendices", "background-papers"]


def test_a_section_of_the_reports_own_keeps_its_place_and_its_heading() -> None:
    sections = (Section(id="summary"), Section(id="own-1", heading="Lessons"), Section(id="financial"))
    report = apply(SetSections(sections=sections), make_report())
    assert standing(report, FREE) == ["summary", "own-1", "financial"]
    [own] = [part for part in outline(report, FREE) if part.id == "own-1"]
    assert own.heading == "Lessons"
    assert own.spec.nil == "yes"


def test_every_section_stands_once() -> None:
    sections = tuple(Section(id=each) for each in ("financial", "own-1", "background", "summary"))
    report = apply(SetSections(sections=sections), make_report())
    for pack in (PACK, FREE):
        assert len(ids(report, pack)) == len(set(ids(report, pack))) == 7


def test_a_heading_worded_otherwise_is_the_reports_own() -> None:
    report = apply(SetSections(sections=(Section(id="background", heading="How we came here"),)), make_report())
    [part] = [part for part in outline(report, PACK) if part.id == "background"]
    assert part.heading == "How we came here"
    assert part.spec.title == "Background"


def test_without_a_word_on_other_sections_a_pack_takes_them_all_the_same() -> None:
    assert own_spec(Section(id="own-1", heading="Lessons"), PACK).title == "Lessons"
