"""Pages on their side: where they begin and end, what they keep, and that none is left empty."""

import re

import pytest
from lxml import etree

from clerkwell.model import Block, Cell, Landscape, Paragraph, Report, Section, SubHeading, Table, Text, give_ids
from clerkwell.word.writer import write_document
from helpers.building import blocks, make_report
from helpers.docx_making import SECT, W, p, pack_of, sdt, section, tbl, tc, tr, xml_of

BODY = p("Front") + section("summary") + section("background")
UPRIGHT, ON_SIDE = "upright", "on its side"


def wide(*inner: Block) -> Landscape:
    return Landscape.model_validate({"blocks": inner})


def words(text: str) -> Paragraph:
    return Paragraph(runs=(Text(text=text),))


GRID = Table(rows=((Cell(paragraphs=((Text(text="cell"),),)),),))


def pages(*content: Block, body: str = BODY, sect: str = SECT, draft: bool = False, **more: tuple[Block, ...]) -> str:
    """The document, as a line of what its page sections hold."""
    held = {"background": content, **more}
    report = Report(pack=make_report().pack, sections=tuple(Section(id=k, blocks=v) for k, v in held.items()))
    return seen(xml_of(write_document(give_ids(report), pack_of(body, sect=sect), draft=draft)))


def seen(xml: str) -> str:
    """The words and the ends of page sections in order; a section's properties stand at the head of its last line."""
    done = []
    for line in re.findall(r"<w:p>.*?</w:p>|<w:sectPr.*?</w:sectPr>", xml):
        done += re.findall(r"<w:t(?: [^>]*)?>(.*?)</w:t>", line)
        if "<w:sectPr" in line:
            done.append(f"[{ON_SIDE if 'landscape' in line else UPRIGHT}]")
    return " ".join(done)


def test_a_stretch_in_the_middle() -> None:
    told = pages(words("a"), wide(words("b")), words("c"))
    assert told == f"Front Background a [{UPRIGHT}] b [{ON_SIDE}] c [{UPRIGHT}]"


def test_a_heading_goes_with_the_stretch_that_it_heads() -> None:
    sub = SubHeading(runs=(Text(text="Sub"),))
    assert pages(wide(words("b")), words("c")) == f"Front [{UPRIGHT}] Background b [{ON_SIDE}] c [{UPRIGHT}]"
    assert pages(words("a"), sub, wide(words("b")), words("c")) == (
        f"Front Background a [{UPRIGHT}] Sub b [{ON_SIDE}] c [{UPRIGHT}]"
    )


def test_a_stretch_that_ends_the_document_leaves_no_upright_page_behind_it() -> None:
    assert pages(words("a"), wide(words("b"))) == f"Front Background a [{UPRIGHT}] b [{ON_SIDE}]"
    assert pages(words("a"), wide(GRID)) == f"Front Background a [{UPRIGHT}] cell [{ON_SIDE}]"


def test_a_stretch_that_is_the_whole_document_is_one_page_section_with_its_first_page() -> None:
    first = SECT.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    report = make_report({"background": (wide(words("b")),)})
    xml = xml_of(write_document(report, pack_of(section("background"), sect=first), draft=False))
    assert seen(xml) == f"Background b [{ON_SIDE}]"
    assert "titlePg" in xml


def test_stretches_that_follow_one_another_have_pages_of_their_own_and_none_between() -> None:
    assert pages(words("a"), wide(GRID), wide(words("b")), words("c")) == (
        f"Front Background a [{UPRIGHT}] cell [{ON_SIDE}] b [{ON_SIDE}] c [{UPRIGHT}]"
    )
    assert pages(wide(words("b")), words("c"), summary=(words("a"), wide(GRID))) == (
        f"Front Summary a [{UPRIGHT}] cell [{ON_SIDE}] Background b [{ON_SIDE}] c [{UPRIGHT}]"
    )


def test_a_paragraph_is_made_only_behind_a_table() -> None:
    def empty(*content: Block) -> int:
        report = give_ids(Report(pack=make_report().pack, sections=(Section(id="background", blocks=content),)))
        root = etree.fromstring(
            f'<x xmlns:w="{W}">{xml_of(write_document(report, pack_of(BODY), draft=False))}</x>'.replace("r:id", "id")
        )
        return sum(1 for each in root.iter(f"{{{W}}}p") if not "".join(each.itertext()))

    assert empty(wide(GRID, words("x")), words("c")) == 0
    assert empty(words("a"), wide(words("x")), words("c")) == 0
    assert empty(GRID, wide(words("x")), words("c")) == 1
    assert empty(words("a"), wide(GRID), words("c")) == 1


def test_the_paragraph_behind_a_table_is_as_low_as_can_be() -> None:
    report = make_report({"background": (words("a"), wide(GRID), *blocks("c"))})
    xml = xml_of(write_document(report, pack_of(BODY), draft=False))
    assert (
        '</w:tbl><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr>'
        '<w:sz w:val="2"/></w:rPr><w:sectPr>' in xml
    )


def test_a_table_right_before_a_heading_and_its_stretch_is_followed_by_the_break() -> None:
    assert pages(wide(words("b")), words("c"), summary=(GRID,)) == (
        f"Front Summary cell [{UPRIGHT}] Background b [{ON_SIDE}] c [{UPRIGHT}]"
    )


@pytest.mark.parametrize("draft", [True, False])
def test_pages_do_not_turn_inside_a_table_of_the_template(draft: bool) -> None:
    body = tbl(tr(tc(p("Label")), tc(sdt("section:background", sdt("body:background", p("x"))))))
    report = make_report({"background": (words("a"), wide(GRID, words("b")), wide(GRID), words("c"))})
    xml = xml_of(write_document(report, pack_of(body), draft=draft))
    # What cannot stand in a cell comes behind its table.
    assert not any("<w:sectPr" in cell for cell in re.findall(r"<w:tc>.*?</w:tc>", xml))
    assert seen(xml).startswith("Label a")


def test_each_page_section_of_a_template_is_turned_by_itself() -> None:
    small = SECT.replace('w:w="11906" w:h="16838"', 'w:w="8000" w:h="12000"')
    body = section("summary") + p("", more=small) + section("background")
    report = make_report(
        {"summary": (words("a"), wide(GRID), words("b"), GRID), "background": (words("c"), wide(GRID), words("d"))}
    )
    xml = xml_of(write_document(report, pack_of(body), draft=False))
    assert re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"', xml) == [
        ("8000", "12000"),
        ("12000", "8000"),
        ("8000", "12000"),
        ("11906", "16838"),
        ("16838", "11906"),
        ("11906", "16838"),
    ]
    # Each table fills the page that it stands on.
    assert re.findall(r'<w:tblW w:w="(\d+)"', xml) == ["9120", "5120", "13958"]
