"""Blocks to the middle form: roles, lists, captions, turned pages, headings run in."""

from clerkwell.model import Cell, Image, Landscape, Paragraph, Quotation, SubHeading, Table, Text
from clerkwell.packs import outline
from clerkwell.word.writer.laid import Break, Grid, Laid, ListPlace, Para, Picture
from clerkwell.word.writer.layout import Ways, lay_out, ways
from clerkwell.word.writer.lists import ListPlanner
from helpers.building import blocks, make_pack, make_report

NUMBERED = Ways(paragraph="numbered-paragraph")


def words(text: str) -> tuple[Text, ...]:
    return (Text(text=text),)


def laid(source: str, way: Ways = NUMBERED) -> tuple[Laid, ...]:
    return lay_out(blocks(source), way, ListPlanner())


def table(*rows: str, caption: str = "", block_id: str = "") -> Table:
    cells = tuple(tuple(Cell(paragraphs=(words(cell),)) for cell in row.split("|")) for row in rows)
    return Table(id=block_id, caption=caption, rows=cells)


def test_each_kind_of_block_has_its_role() -> None:
    assert laid("Words\n- one\n  - two\n1. item\n# heading") == (
        Para("numbered-paragraph", words("Words")),
        Para("bullet", words("one"), item=True),
        Para("bullet", words("two"), level=1, item=True),
        Para("number", words("item"), item=True, place=ListPlace(0, 0, 1)),
        Para("sub-heading", words("heading")),
    )
    assert lay_out((Quotation(runs=words("said")),), NUMBERED, ListPlanner()) == (Para("quotation", words("said")),)


def test_a_plain_paragraph_takes_no_number() -> None:
    assert lay_out((Paragraph(runs=words("aside"), plain=True),), NUMBERED, ListPlanner()) == (
        Para("paragraph", words("aside")),
    )


def test_what_is_empty_is_left_out_and_takes_no_number_in_its_list() -> None:
    empty = (Paragraph(), SubHeading(runs=words(" ")), Quotation(), Table())
    source = blocks("1. one\n1. two")
    assert lay_out((source[0], *empty, source[1]), NUMBERED, ListPlanner()) == (
        Para("number", words("one"), item=True, place=ListPlace(0, 0, 1)),
        Para("number", words("two"), item=True, place=ListPlace(0, 0, 1)),
    )


def test_a_caption_may_stand_alone_for_a_table_or_picture_that_is_withheld() -> None:
    withheld = (Table(caption="Withheld"), Image(attachment="", decorative=True, caption="Withheld"))
    assert lay_out(withheld, NUMBERED, ListPlanner()) == (
        Para("caption", words("Withheld"), label="Table"),
        Para("caption", words("Withheld"), label="Figure"),
    )


def test_a_caption_stands_above_a_table_and_below_a_picture() -> None:
    grid, picture = table("a|b", caption="Costs"), Image(attachment="a.png", alt="A", caption="Map")
    assert lay_out((grid, picture), NUMBERED, ListPlanner()) == (
        Para("caption", words("Costs"), label="Table"),
        Grid(grid),
        Picture("a.png", "A", decorative=False, captioned=True),
        Para("caption", words("Map"), label="Figure"),
    )


def test_a_table_that_is_pointed_at_has_a_number_even_without_a_caption() -> None:
    grid = table("a|b", block_id="t1")
    assert lay_out((grid,), NUMBERED, ListPlanner()) == (Grid(grid),)
    assert lay_out((grid,), Ways(named=frozenset({"t1"})), ListPlanner()) == (
        Para("caption", id="t1", label="Table"),
        Grid(grid),
    )


def test_pages_turn_for_a_stretch_and_back_again() -> None:
    stretch = Landscape(blocks=(Paragraph(runs=words("wide")),))
    before, after = Paragraph(runs=words("before")), Paragraph(runs=words("after"))
    assert lay_out((before, stretch, after), Ways(), ListPlanner()) == (
        Para("paragraph", words("before"), ends="portrait"),
        Para("paragraph", words("wide"), ends="landscape"),
        Para("paragraph", words("after")),
    )


def test_a_paragraph_on_a_turned_page_takes_no_number_as_the_model_gives_it_none() -> None:
    stretch = Landscape(blocks=(Paragraph(runs=words("wide")),))
    roles = [each.role for each in lay_out((stretch,), NUMBERED, ListPlanner()) if isinstance(each, Para)]
    assert roles == ["paragraph"]


def test_a_table_cannot_end_pages_so_a_break_does() -> None:
    grid = table("a|b")
    assert lay_out((Landscape(blocks=(grid,)),), Ways(), ListPlanner()) == (
        Break("portrait"),
        Grid(grid, wide=True),
        Break("landscape"),
    )


def test_two_stretches_one_after_the_other_keep_their_own_ends_with_no_upright_page_between() -> None:
    stretch = Landscape(blocks=(Paragraph(runs=words("wide")),))
    ends = [each.ends for each in lay_out((stretch, stretch), Ways(), ListPlanner()) if not isinstance(each, Grid)]
    assert ends == ["portrait", "landscape", "landscape"]


def test_a_stretch_of_nothing_turns_no_pages() -> None:
    assert lay_out((Landscape(blocks=(Paragraph(), Table())),), Ways(), ListPlanner()) == ()


def test_a_heading_is_run_in_to_the_first_paragraph() -> None:
    way = Ways("numbered-paragraph", heading="Legal", separator=" – ", section="legal")
    assert laid("None.\nMore.", way) == (
        Para("numbered-paragraph", words("None."), lead=("Legal", " – "), lead_of="legal"),
        Para("numbered-paragraph", words("More.")),
    )


def test_a_heading_with_no_paragraph_to_run_in_to_has_a_line_of_its_own_without_a_number() -> None:
    way = Ways("numbered-paragraph", heading="Legal", separator=" – ", section="legal")
    alone = Para("paragraph", lead=("Legal", ""), lead_of="legal")
    assert laid("", way) == (alone,)
    assert laid("- item", way) == (alone, Para("bullet", words("item"), item=True))


def test_the_pack_says_how_a_section_is_set() -> None:
    pack = make_pack()
    report = make_report({"summary": "a", "background": "b", "financial": "c"})
    found = {part.id: ways(part, pack, frozenset()) for part in outline(report, pack) if part.stands}
    assert found["summary"].paragraph == "paragraph"
    assert found["background"].paragraph == "numbered-paragraph"
    assert (found["financial"].heading, found["financial"].separator) == ("Financial implications", " – ")
    headings = make_pack(pack.files["pack.toml"].decode().replace('"paragraphs"', '"headings"'))
    assert {ways(part, headings, frozenset()).paragraph for part in outline(report, headings)} == {"paragraph"}
