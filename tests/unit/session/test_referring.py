"""What a live reference can point at, and pointers typed by hand."""

import pytest

from clerkwell.model import Appendix, Cell, Place, Reference, Report, SetAppendices, Table, Text, apply
from clerkwell.session.referring import leading, place_of, pointables, typed_at, typed_pointers
from helpers.building import blocks, make_pack, make_report


def table(caption: str) -> Table:
    return Table(caption=caption, rows=((Cell(paragraphs=((Text(text="Year"),),)),),))


def a_report() -> Report:
    report = make_report({
        "summary": "Short.",
        "background": (*blocks("The library opened.\n1. first\n2. second"), table("Visits"), table("")),
        "options": "Two ways.\n\nA third.",
    })  # fmt: skip
    return apply(SetAppendices(appendices=(Appendix(id="a", number="1", title="The plan"),)), report)


def test_all_that_has_a_number_a_heading_or_a_caption_is_offered_in_the_order_of_the_document() -> None:
    found = pointables(a_report(), make_pack())
    names = [each.name for each in found]

    assert [name for name in names if name.startswith(("Paragraph", "Item", "Table", "Appendix"))] == [
        "Paragraph 1", "Item 1", "Item 2", "Table 1", "Table 2", "Paragraph 2", "Paragraph 3", "Appendix 1",
    ]  # fmt: skip
    first = next(each for each in found if each.name == "Paragraph 1")
    assert (first.about, first.part, first.says) == ("The library opened.", "Background", "1")
    assert names.index("Background") == names.index("Paragraph 1") - 1
    assert next(each for each in found if each.name == "Table 2").about == "Year"
    assert next(each for each in found if each.name == "Appendix 1").about == "The plan"


@pytest.mark.parametrize(
    ("before", "lead"),
    [("", "Paragraph\u00a0"), ("as ", "paragraph\u00a0"), ("as", " paragraph\u00a0"), ("Done. ", "Paragraph\u00a0"),
     ("see paragraph ", ""), ("paragraphs 3 and ", ""), ("para.\u00a0", "")],
)  # fmt: skip
def test_a_bare_number_is_led_to_unless_the_words_before_it_say_what_it_is(before: str, lead: str) -> None:
    (to,) = [each for each in pointables(a_report(), make_pack()) if each.name == "Paragraph 1"]

    assert leading(before, to) == lead


def test_a_table_and_an_appendix_say_themselves_what_they_are() -> None:
    found = pointables(a_report(), make_pack())

    assert {leading("see ", each) for each in found if each.name in ("Table 1", "Appendix 1", "Background")} == {""}


def test_a_pointer_typed_by_hand_is_found_with_what_it_points_at() -> None:
    known = pointables(a_report(), make_pack())
    text = "This is set out in paragraphs 1 and 3 above. See Table 2. It is in Appendix 1."

    found = [(text[each.start : each.end], each.to.name) for each in typed_pointers(text, known)]

    assert found == [("1", "Paragraph 1"), ("3", "Paragraph 3"), ("Table 2", "Table 2"), ("Appendix 1", "Appendix 1")]
    at = typed_at(text, text.index("3"), known)
    assert at is not None
    assert (at.said, at.to.name) == ("paragraph 3", "Paragraph 3")
    assert typed_at(text, 2, known) is None


@pytest.mark.parametrize(
    "text",
    ["See paragraph 9.", "paragraph 1 of the Act", "Tables 1 and 2 below", "See paragraph 12.", "on 1 May"],
)
def test_what_points_elsewhere_or_at_nothing_is_not_offered(text: str) -> None:
    known = pointables(a_report(), make_pack())

    assert [each for each in typed_pointers(text, known) if each.start > 0] == []


def test_what_a_reference_points_at_has_a_place() -> None:
    report = a_report()
    block = report.blocks("options")[1]

    assert place_of(report, Reference(to="paragraph", target=block.id)) == Place(section="options", block=block.id)
    assert place_of(report, Reference(to="section", target="options")) == Place(section="options")
    assert place_of(report, Reference(to="appendix", target="a")) == Place(appendix="a")
    assert place_of(report, Reference(to="paragraph", target="gone")) is None
