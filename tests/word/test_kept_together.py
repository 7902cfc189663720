"""What no page may part, and what may not stand tight: stems and their lists, captions and tables, pictures."""

import re

from clerkwell.model import Block, Cell, Image, ListItem, Paragraph, Quotation, Table, Text
from clerkwell.word.writer import write_document
from helpers.building import MANIFEST, make_report
from helpers.docx_making import ROLES, body_of, pack_of, png, section


def text(words: str) -> tuple[Text, ...]:
    return (Text(text=words),)


TABLE = Table(caption="Costs", rows=((Cell(paragraphs=(text("Year"),)),), (Cell(paragraphs=(text("One"),)),)))


def kept(*blocks: Block) -> list[bool]:
    """For each paragraph outside tables, whether it stays with the next."""
    return ["<w:keepNext/>" in each for each in paragraphs(*blocks)]


def paragraphs(*blocks: Block) -> list[str]:
    made = write_document(
        make_report({"summary": blocks}),
        pack_of(section("summary"), MANIFEST + ROLES),
        draft=False,
        attachments={"a.png": png()},
    )
    body = re.sub(r"<w:tbl>.*?</w:tbl>", "", body_of(made), flags=re.DOTALL)
    return re.findall(r"<w:p(?: [^>]*)?>.*?</w:p>", body, re.DOTALL)[1:]


def test_a_stem_stays_with_its_list_or_quotation() -> None:
    stem, plain = Paragraph(runs=text("There are two: ")), Paragraph(runs=text("There are two."))
    assert kept(stem, ListItem(runs=text("a")), ListItem(runs=text("b"))) == [True, False, False]
    assert kept(stem, Quotation(runs=text("a"))) == [True, False]
    assert kept(plain, ListItem(runs=text("a"))) == [False, False]
    assert kept(stem, plain) == [False, False]


def test_an_item_stays_with_the_deeper_ones_that_it_leads_to_and_no_others() -> None:
    item, next_item = ListItem(runs=text("after which:")), ListItem(runs=text("b"))
    assert kept(item, ListItem(runs=text("a"), level=1)) == [True, False]
    assert kept(item, next_item) == [False, False]


def test_a_caption_stays_with_its_table_and_one_whose_table_is_withheld_with_nothing() -> None:
    assert kept(TABLE) == [True]
    assert kept(Table(caption="[Not for publication.]"), Paragraph(runs=text("after"))) == [False, False]


def test_a_picture_does_not_stand_tight_under_a_table() -> None:
    picture = Image(attachment="a.png", alt="A plan")
    assert '<w:spacing w:before="280"' in paragraphs(TABLE, picture)[1]
    assert "w:before" not in paragraphs(Paragraph(runs=text("before")), picture)[1]
