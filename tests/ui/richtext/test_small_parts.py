"""Spots, the margin's labels, typed lists, marks, cards' words, addresses."""

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from clerkwell.model import (
    Cell,
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Place,
    Problem,
    Quotation,
    Reference,
    SubHeading,
    Table,
    Text,
    plain,
)
from clerkwell.ui.editors.richtext.autoformat import begin_list
from clerkwell.ui.editors.richtext.formats import Looks, Setting, card_words
from clerkwell.ui.editors.richtext.inserting import address_of, wording_blocks
from clerkwell.ui.editors.richtext.margin import labels, spoken
from clerkwell.ui.editors.richtext.marks import marked, sentence
from clerkwell.ui.editors.richtext.rendering import write
from clerkwell.ui.editors.richtext.spots import Selection, Spot, carried, from_place, to_place, to_position, to_spot
from helpers.building import blocks, make_pack, make_report

CELL = Cell(paragraphs=((Text(text="x"),),))
TABLE = Table(id="t", caption="Visits", rows=((CELL, CELL, CELL), (CELL, CELL, CELL)))


def test_qt_counts_units_and_we_count_letters(qtbot: QtBot) -> None:  # noqa: ARG001
    document = QTextDocument()
    lines = (Paragraph(runs=(Text(text="a😀b"),)), Paragraph(runs=(Text(text="漢😀"),)))
    write(document, lines, Setting(Looks(16, 11.5, "#000000", "#000000"), lambda _: ""))

    for line, text in enumerate(("a😀b", "漢😀")):
        for offset in range(len(text) + 1):
            spot = Spot(line, offset)
            assert to_spot(document, to_position(document, spot)) == spot
    assert to_position(document, Spot(0, 3)) == 4
    assert to_spot(document, 2) == Spot(0, 2), "inside a pair is after it"
    assert to_spot(document, 999).line == 1


def test_a_place_and_a_selection_say_the_same() -> None:
    lines = make_report({"background": "One two\nThree"}).blocks("background")
    chosen = Selection(Spot(1, 1), Spot(1, 3))

    place = to_place("background", lines, chosen)

    assert place == Place(section="background", block=lines[1].id, start=1, end=3)
    assert from_place(lines, place) == chosen


def test_a_place_over_several_lines_is_the_rest_of_the_first() -> None:
    lines = make_report({"background": "One two\nThree"}).blocks("background")

    assert to_place("background", lines, Selection(Spot(1, 2), Spot(0, 4))).end == 7


def test_a_place_that_is_gone_or_too_long_is_said_so_or_cut() -> None:
    lines = make_report({"background": "One"}).blocks("background")

    assert from_place(lines, Place(section="background", block="zz")) is None
    assert from_place(lines, Place(section="background", block=lines[0].id, start=2, end=99)) == Selection(
        Spot(0, 2), Spot(0, 3)
    )
    assert from_place((TABLE,), Place(section="background", block="t", path=(0, 1, 0))) == Selection(
        Spot(0, 0), Spot(0, 1)
    )
    assert from_place((), Place(section="background")) == Selection.at(0, 0)


def test_a_place_inside_landscape_pages_is_their_card() -> None:
    assert from_place((Landscape(id="l", blocks=(TABLE,)),), Place(section="s", block="t")) == Selection(
        Spot(0, 0), Spot(0, 1)
    )


def test_a_selection_stays_with_its_block_when_others_come_and_go() -> None:
    lines = make_report({"background": "One\nTwo\nThree"}).blocks("background")

    assert carried(lines, lines[1:], Selection.at(2, 3)) == Selection.at(1, 3)
    assert carried(lines, lines[:1], Selection.at(2, 5)) == Selection.at(0, 3)


def test_the_margin_shows_paragraph_numbers_list_numbers_and_bullets() -> None:
    report = make_report({"background": "One\n- a\n  - b\n1. c\n  1. d\nTwo\n1. e\n# Head"}, pack=make_pack())
    lines = report.blocks("background")

    shown = labels(lines, {lines[0].id: 7, lines[5].id: 8})

    assert shown == ("7.", "•", "–", "1.", "(a)", "8.", "2.", "")


def test_a_screen_reader_hears_what_the_margin_shows() -> None:
    assert spoken(Paragraph(), "8.") == "Paragraph 8"
    assert spoken(Paragraph(plain=True), "") == "Paragraph"
    assert spoken(ListItem(ordered=True, level=1), "(b)") == "Numbered item b, level 2"
    assert spoken(ListItem(), "•") == "Bullet"
    assert spoken(SubHeading(), "") == "Sub-heading"
    assert spoken(Quotation(), "") == "Quotation"


@pytest.mark.parametrize("typed", ["- ", "* ", "• "])
def test_a_hyphen_and_a_space_begin_bullets(typed: str) -> None:
    outcome = begin_list((Paragraph(id="a", runs=(Text(text=typed + "rest"),)),), Selection.at(0, 2))

    assert outcome is not None
    assert outcome.blocks == (ListItem(runs=(Text(text="rest"),)),)
    assert outcome.blocks[0].id == "a"
    assert outcome.selection == Selection.at(0, 0)


def test_a_number_and_a_space_begin_a_list_or_go_on_with_the_one_above() -> None:
    above = blocks("1. first")

    on = begin_list((*above, Paragraph(runs=(Text(text="2. "),))), Selection.at(1, 3))
    anew = begin_list((*above, Paragraph(runs=(Text(text="7) "),))), Selection.at(1, 3))

    assert on is not None
    assert on.blocks[1] == ListItem(ordered=True)
    assert anew is not None
    assert anew.blocks[1] == ListItem(ordered=True, start=7)


def test_nothing_else_begins_a_list() -> None:
    assert begin_list(blocks("a- "), Selection.at(0, 2)) is None
    assert begin_list((Paragraph(runs=(Text(text="1999. "),)),), Selection.at(0, 6)) is None
    assert begin_list((SubHeading(runs=(Text(text="- "),)),), Selection.at(0, 2)) is None
    assert begin_list((Paragraph(runs=(Text(text="- "),)),), Selection(Spot(0, 0), Spot(0, 2))) is None


def test_a_card_says_what_it_stands_for() -> None:
    assert card_words(TABLE) == "Table: Visits, 2 rows by 3 columns"
    assert card_words(Table(rows=((CELL,),))) == "Table: 1 row by 1 column"
    assert card_words(Image(attachment="a.png", alt="A map")) == "Picture: A map"
    assert card_words(Image(attachment="a.png", decorative=True)) == "Picture, decorative"
    assert card_words(Image(attachment="a.png")) == "Picture, not yet described"
    assert card_words(Landscape(blocks=(TABLE,))) == "Landscape pages: Table: Visits, 2 rows by 3 columns"
    assert card_words(Landscape()) == "Landscape pages"


def test_problems_about_words_are_underlined_and_said_with_their_grade() -> None:
    lines = make_report({"background": "One two"}).blocks("background")

    def problem(**place: object) -> Problem:
        return Problem(
            rule="r",
            severity="warning",
            place=Place.model_validate({"section": "background", **place}),
            message="Mend it.",
        )

    about = problem(block=lines[0].id, start=4, end=7)
    elsewhere = [
        problem(),
        problem(block="zz", start=0, end=1),
        problem(block=lines[0].id, start=2, end=2),
        Problem(rule="r", severity="error", message="m"),
        Problem(rule="r", severity="error", place=Place(section="options", block=lines[0].id, start=0), message="m"),
    ]

    assert marked([about, *elsewhere], "background", lines) == [(about, Selection(Spot(0, 4), Spot(0, 7)))]
    assert sentence(about) == "Warning: Mend it."


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("mailto:name@example.org", "mailto:name@example.org"),
        ("name@example.org", "mailto:name@example.org"),
        ("www.example.org", "https://www.example.org"),
        ("example.org/minutes", "https://example.org/minutes"),
        ("javascript:alert(1)", ""),
        ("file:///etc", ""),
        ("the minutes", ""),
        ("", ""),
    ],
)
def test_an_address_is_completed_or_refused(typed: str, address: str) -> None:
    assert address_of(typed) == address


def test_a_wording_has_a_block_a_line() -> None:
    made = wording_blocks("# Head\nOne …\n\n- point")

    assert [(block.kind, plain(block.runs)) for block in made if not isinstance(block, Table | Image | Landscape)] == [
        ("subheading", "Head"),
        ("paragraph", "One …"),
        ("item", "point"),
    ]


def test_a_reference_is_kept_with_what_it_points_at() -> None:
    assert labels((Paragraph(id="a", runs=(Reference(to="paragraph", target="b"),)),), {"a": 3}) == ("3.",)
