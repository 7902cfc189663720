"""The numbers that readers see."""

from clerkwell.model import Paragraph, Report, SetBlocks, Text, apply
from clerkwell.packs import Pack, numbers
from helpers.building import MANIFEST, make_pack, make_report

PACK = make_pack()
HEADINGS = make_pack(MANIFEST.replace('numbering = "paragraphs"', 'numbering = "headings"'))


def shown(report: Report, pack: Pack = PACK) -> list[tuple[str, int | None]]:
    """Every block of the numbered sections with its number."""
    counted = numbers(report, pack).paragraphs
    return [(block.kind, counted.get(block.id)) for section in report.sections for block in section.blocks]


def test_paragraphs_are_counted_through_all_numbered_sections_in_the_documents_order() -> None:
    report = make_report({"financial": "Last.", "background": "First.\nSecond.", "options": "Third."})
    by_id = numbers(report, PACK).paragraphs
    in_order = [by_id[block.id] for name in ("background", "options", "financial") for block in report.blocks(name)]
    assert in_order == [1, 2, 3, 4]


def test_sections_that_are_not_numbered_take_no_numbers() -> None:
    report = make_report({"summary": "Words.", "background": "First."})
    assert shown(report) == [("paragraph", None), ("paragraph", 1)]


def test_lists_and_sub_headings_take_no_number_and_do_not_begin_the_count_again() -> None:
    report = make_report({"background": "First.\n- bullet\n1. item\n# Sub-heading\nSecond."})
    assert [number for _, number in shown(report)] == [1, None, None, None, 2]


def test_a_plain_paragraph_takes_no_number() -> None:
    plain = Paragraph(runs=(Text(text="Goes on."),), plain=True)
    report = make_report({"background": "First.\nSecond."})
    first, second = report.blocks("background")
    report = apply(SetBlocks(section="background", blocks=(first, plain, second)), report)
    assert [number for _, number in shown(report)] == [1, None, 2]


def test_an_empty_paragraph_takes_no_number_as_the_document_has_none() -> None:
    report = make_report(
        {"background": (Paragraph(), Paragraph(runs=(Text(text="  "),)), Paragraph(runs=(Text(text="A"),)))}
    )
    assert [number for _, number in shown(report)] == [None, None, 1]


def test_a_nil_answer_is_a_paragraph_like_any_other() -> None:
    nil = Paragraph(runs=(Text(text="N/A"),), nil=True)
    report = make_report({"background": "First.", "financial": (nil,)})
    assert [number for _, number in shown(report)] == [1, 2]


def test_a_section_without_a_place_leaves_no_gap() -> None:
    pack = make_pack(MANIFEST.replace('title = "Options"', 'title = "Options"\nonly = { spending = "Yes" }'))
    report = make_report(
        {"background": "First.", "options": "Hidden.", "financial": "Second."}, fields={"spending": "No"}
    )
    assert [number for _, number in shown(report, pack)] == [1, None, 2]


def test_headings_are_counted_where_the_pack_numbers_them_and_paragraphs_are_not() -> None:
    report = make_report({"summary": "Words.", "background": "First.", "financial": ""})
    counted = numbers(report, HEADINGS)
    assert counted.sections == {"background": 1, "financial": 2}
    assert counted.paragraphs == {}


def test_nothing_is_counted_where_the_pack_counts_nothing() -> None:
    pack = make_pack(MANIFEST.replace("numbered = true\n", ""))
    counted = numbers(make_report({"background": "First."}), pack)
    assert (counted.paragraphs, counted.sections) == ({}, {})
